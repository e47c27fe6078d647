"""The command line of the case system: `wegwijs cases --help`."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.errors import ConfigError
from bot.settings import Settings, read_settings
from bot.tenant import Tenant, read_tenant

cases = typer.Typer(no_args_is_help=True, help="The municipality's case system: check it and connect to it.")

TenantId = Annotated[
    str | None, typer.Option("--tenant", "-t", help="The tenant by its id; not needed where there is one.")
]


def tenant_named(name: str | None) -> tuple[Settings, Tenant]:
    """Read the settings and one tenant's file; raises `ConfigError`.

    Faults in the files of other tenants do not matter here.
    """
    settings = read_settings()
    files = sorted(settings.tenants.glob("*.toml")) if settings.tenants.is_dir() else []
    if not files:
        raise ConfigError((f"{settings.tenants}: there is no tenant file (*.toml).",))
    faults: list[str] = []
    found: list[Tenant] = []
    for file in files:
        try:
            found.append(read_tenant(file))
        except ConfigError as fault:
            faults += fault.faults
    chosen = [tenant for tenant in found if name in (tenant.id, None)]
    if len(chosen) == 1 and (name is not None or not faults):
        return settings, chosen[0]
    if faults:
        raise ConfigError(tuple(faults))
    known = ", ".join(tenant.id for tenant in found)
    wanted = f"{name} is no tenant here" if name else "There are more tenants: choose one with --tenant"
    raise ConfigError((f"{wanted}. Tenants are: {known}.",))
