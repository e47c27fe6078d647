"""The command line of the case system: `wegwijs cases --help`."""

from __future__ import annotations

import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Final

import typer

from bot.errors import ConfigError
from bot.loop import run
from bot.settings import Settings, read_settings
from bot.tenant import Tenant, read_tenant

TOKEN: Final = "WEGWIJS_OBJECTTYPEN_TOKEN"
"""Where a token may be that writes object types; no setting, as only one command needs it, once."""

cases = typer.Typer(
    no_args_is_help=True,
    help="The municipality's case system: check it and connect to it.",
    epilog="Begin with: wegwijs cases doctor --tenant waterveen",
)

TenantId = Annotated[
    str | None, typer.Option("--tenant", "-t", help="The tenant by its id; not needed where there is one.")
]


def environment() -> dict[str, str]:
    """The environment without what is no setting."""
    return {name: value for name, value in os.environ.items() if name != TOKEN}


def settings_now() -> Settings:
    """Read the settings; the token of `install-types` in the environment is no fault."""
    return read_settings(environment())


def tenant_named(name: str | None) -> tuple[Settings, Tenant]:
    """Read the settings and one tenant's file; raises `ConfigError`.

    Faults in the files of other tenants do not matter here.
    """
    settings = settings_now()
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


@cases.command("import", epilog="Example: wegwijs cases import zaken.xlsx --tenant waterveen --check")
def import_file(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help=".csv, .zip, .xlsx or .json.")],
    tenant: TenantId = None,
    check: Annotated[bool, typer.Option("--check", help="Only say what would happen.")] = False,
    accept: Annotated[bool, typer.Option("--accept", help="Take in a file that would be held.")] = False,
) -> None:
    """Take in a nightly file of a municipality whose case system has no API."""
    from bot.cases.file.folder import Folder, Taken

    _, found = tenant_named(tenant)
    if found.bestand is None:
        raise ConfigError((f"{found.id} has no [bestand] in its tenant file: its cases come from an API.",))
    folder = Folder(found.bestand.map)
    report = folder.take(file, datetime.now(UTC), accept=accept, look_only=check)
    typer.echo(str(report))
    if check:
        typer.echo("This was only a check: nothing was changed.")
    if report.taken is not Taken.IN:
        raise typer.Exit(1)


@cases.command(epilog="Example: wegwijs cases doctor --tenant waterveen")
def doctor(
    tenant: TenantId = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the findings as JSON, for machines.")
    ] = False,
) -> None:
    """Look at a tenant's whole connection step by step, and say what to fix and who can; exits 1 on faults.

    It only reads, and prints nothing of any case. Run it where Wegwijs runs, with the same environment.
    """
    from bot.cases.doctor.configuration import configuration
    from bot.cases.doctor.examine import examined
    from bot.cases.doctor.report import Level, Section, count, document, plain, summary

    section, target, content = configuration(tenant, environment())

    def show(found: Section) -> None:
        if not as_json:
            typer.echo(plain(found) + "\n")

    show(section)
    sections = (section, *(run(examined(target, content, _given(), show)) if target is not None else ()))
    if as_json:
        typer.echo(
            json.dumps(document(target.tenant if target else "", sections), ensure_ascii=False, indent=1)
        )
    else:
        typer.echo(summary(sections))
    sys.exit(1 if count(sections, Level.WRONG) else 0)


@cases.command(
    "install-types",
    epilog=f"Example: {TOKEN}=… wegwijs cases install-types --tenant waterveen --dry-run",
)
def install_types(
    tenant: TenantId = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be done, do nothing.")] = False,
    token_file: Annotated[
        Path | None, typer.Option(help=f"A file with the token, instead of {TOKEN} in the environment.")
    ] = None,
) -> None:
    """Put our object types into the Objecttypes API: missing ones are made, old ones get a new version.

    Needs a token that may write object types, from the environment or from a file; it is used now and kept
    nowhere. May be repeated: what is up to date stays as it is. Prints the lines for the tenant file.
    """
    from bot.cases.install import toml_lines
    from bot.cases.install_program import install_all

    settings, found = tenant_named(tenant)
    token = _token(token_file)
    typer.echo(f"{found.gemeente.naam}: object types" + (" (dry run: nothing is changed)" if dry_run else ""))
    installed, faults = run(install_all(found, settings.content, token, dry_run, typer.echo))
    if not dry_run or any(one.version for one in installed):
        typer.echo("\nFor the tenant file:\n")
        for line in toml_lines(installed):
            typer.echo(line)
    if faults:
        typer.echo(f"\n{faults} of the object types could not be put in place; see above.", err=True)
        sys.exit(1)
    typer.echo("\nNothing was changed." if dry_run else "\nAll object types are in place.")


def _given() -> str | None:
    return os.environ.get(TOKEN, "").strip() or None


def _token(file: Path | None) -> str:
    try:
        token = file.read_text(encoding="utf-8").strip() if file else _given()
    except (OSError, UnicodeDecodeError) as fault:
        raise ConfigError((f"{file}: the token cannot be read ({type(fault).__name__}).",)) from None
    if not token:
        raise ConfigError((f"A token that may write object types is needed: set {TOKEN}, or --token-file.",))
    return token
