"""The caseworker's card: what the plan says, then the tenant's file, then the role on the case."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from bot.cases.model import Contact, Plan
from bot.cases.zgw.edge_zaak import Rol
from bot.cases.zgw.reading import Reading
from bot.tenant import Tenant

PART: Final = "caseworker"
OTHERS: Final = frozenset(
    {"natuurlijk_persoon", "niet_natuurlijk_persoon", "vestiging", "organisatorische_eenheid"}
)
"""Who else may be in a role; a unit has no name and hours that a person could call."""


def role_of(docs: Iterable[Any], reading: Reading, named: str | None = None) -> Rol | None:
    """Read the newest role of a colleague; roles of other people are not even looked into.

    `named` is the municipality's own type of role, where several of its types are `behandelaar`.
    """
    found: list[Rol] = []
    for doc in docs:
        kind = doc.get("betrokkeneType") if isinstance(doc, dict) else None
        if isinstance(kind, str) and kind in OTHERS:
            continue
        if named is not None and isinstance(doc, dict) and doc.get("omschrijving") != named:
            continue
        role = reading.parse(Rol, doc, PART)
        if role is not None and reading.own(role.zaak, PART):
            found.append(role)
    return max(found, key=lambda role: role.since, default=None)


def card(role: Rol | None, plan: Plan | None, tenant: Tenant) -> Contact | None:
    """Make the card; None where nobody is known."""
    planned = next((c for c in plan.contacts if c.role == "klantmanager"), None) if plan else None
    colleague = tenant.medewerker(role.who.identificatie) if role else None
    names = (planned and planned.name, colleague and colleague.naam, role and role.who.name)
    name = next((n for n in names if n), None)
    if name is None:
        return None
    own_hours = tuple(m.hours for m in (colleague.bellen if colleague else ()))
    return Contact(
        role="klantmanager",
        name=name,
        phone=(planned and planned.phone)
        or (colleague and colleague.telefoon)
        or (role and role.contact.telefoonnummer)
        or None,
        hours=(planned.hours if planned else ()) or own_hours or tuple(m.hours for m in tenant.team.bellen),
        languages=(planned.languages if planned else ()) or (colleague.talen if colleague else ()),
    )
