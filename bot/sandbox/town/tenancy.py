"""The tenant files of the example town, and the keys with which the bot may use its case systems."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from bot.sandbox.town.population import FOLDER
from bot.sandbox.zgw import Application, Clients, ObjectKey, Zgw
from bot.tenant import Tenant, read_tenant
from bot.tenant.names import OBJECTTYPEN

MUNICIPALITIES: Final = ("waterveen", "heuvelmeer")
PREFIX: Final = "http://127.0.0.1:8080/zgw/"
_WRITTEN: Final = ("externetaak", "afmelding", "afspraak")


def tenant_file(municipality: str) -> Path:
    """Where a municipality's tenant file is."""
    return FOLDER / f"{municipality}.toml"


def tenant_of(municipality: str) -> Tenant:
    """The municipality as the bot reads it."""
    return read_tenant(tenant_file(municipality))


def tenant_text(municipality: str, address: str) -> str:
    """The tenant file with another address of the case system (no slash at the end)."""
    text = tenant_file(municipality).read_text(encoding="utf-8")
    return text.replace(PREFIX + municipality, address.rstrip("/"))


def clients_of(tenant: Tenant) -> Clients:
    """What the bot may do: read cases, write four objecttypes, plan lessons, ask questions."""
    system = tenant.zgw
    keys = system.writing_keys
    scopes = frozenset({"zaken.lezen", "catalogi.lezen", "notificaties.consumeren"})
    reader = {name: "read_only" for name in OBJECTTYPEN}
    writer = {name: "read_and_write" for name in _WRITTEN}
    planner = {"les": "read_and_write", "lesgroep": "read_and_write", "afmelding": "read_only"}
    return Clients(
        applications=(
            Application(system.client_id, system.geheim, scopes, frozenset(tenant.profiel.zaaktypen)),
        ),
        object_keys=(
            ObjectKey("lezen", system.objecten_token, reader),
            ObjectKey("schrijven", keys.objecten, writer),
            ObjectKey("rooster", keys.rooster, planner),
        ),
        klant_keys=(keys.klantinteracties,),
    )


def case_system(municipality: str, **more: Any) -> Zgw:
    """An empty case system of a municipality; `more` goes to `Zgw` (base_url, clock, file …)."""
    tenant = tenant_of(municipality)
    return Zgw(tenant.gemeente.naam, tenant.profiel.bronorganisatie, clients_of(tenant), **more)
