"""What a case points to: its expanded parts, checked against its own links, and its objects elsewhere."""

from __future__ import annotations

from typing import Any

from bot.cases.zgw import types
from bot.cases.zgw.edge_zaak import Zaak, Zaakobject
from bot.cases.zgw.reading import Reading
from bot.cases.zgw.urls import uuid_of


def expanded(zaak: Zaak, name: str, links: tuple[str, ...], part: str, reading: Reading) -> list[Any]:
    """The expanded parts; where they are not exactly those that the case links to, the part is named.

    The real server leaves an empty list out; one shorter than the links would silently shorten the plan.
    """
    found = zaak.expand.get(name, [])
    if not isinstance(found, list):
        reading.quarantine(part)
        return []
    come = [uuid_of(doc.get("url")) if isinstance(doc, dict) else None for doc in found]
    if sorted(map(str, come)) != sorted(str(uuid_of(link)) for link in links):
        reading.quarantine(part)
    return found


def links_of(zaak: Zaak, reading: Reading) -> tuple[frozenset[str], frozenset[str]]:
    """UUIDs of the plans and of the groups that the case points to."""
    links: dict[str, set[str]] = {types.PLAN: set(), types.LESGROEP: set()}
    for doc in expanded(zaak, "zaakobjecten", zaak.zaakobjecten, "groups", reading):
        link = reading.parse(Zaakobject, doc, "groups")
        if link is None or not reading.own(link.zaak, "groups"):
            continue
        kind = link.kind.strip().lower()
        if kind not in links:
            continue
        uuid = uuid_of(link.object)
        if uuid is None:
            reading.quarantine("groups")
        else:
            links[kind].add(uuid)
    return frozenset(links[types.PLAN]), frozenset(links[types.LESGROEP])
