"""The main line of a case: status, type of status and result, put into our states by the tenant's profile."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from bot.cases.model import State
from bot.cases.written import fulfils
from bot.cases.zgw.edge_zaak import Resultaat, Status, Zaak
from bot.cases.zgw.reading import Reading
from bot.cases.zgw.urls import uuid_of
from bot.tenant import Profiel

FIRST: Final = 1
"""Volgnummer of the first status."""


@dataclass(frozen=True, slots=True)
class MainLine:
    """Where the case stands; `informs` is the municipality's own switch for telling people.

    It is two switches, in the catalogue (`informeren`) and in the tenant's file; and the first status is
    never news: the case has just been made.
    """

    state: State
    key: str | None = None
    informs: bool = True


def main_line(zaak: Zaak, profile: Profiel, reading: Reading) -> MainLine:
    """Find the state; a status that the profile does not map is quarantined, never guessed."""
    open_line = _status(zaak, profile, reading)
    if zaak.einddatum is None and open_line.state is not State.COMPLETED:
        return open_line
    completed = open_line.state is State.COMPLETED and _fulfilled(zaak, reading)
    return MainLine(State.COMPLETED if completed else State.CLOSED, open_line.key, open_line.informs)


def _status(zaak: Zaak, profile: Profiel, reading: Reading) -> MainLine:
    if zaak.status is None:
        if "status" in zaak.expand:
            reading.quarantine("status")
        return MainLine(State.OBLIGED, informs=False)
    status = reading.parse(Status, zaak.expand.get("status"), "status")
    if status is None or not _ours(status, zaak.status, reading):
        return MainLine(State.OBLIGED, informs=False)
    kind = status.parts.statustype
    rule = next((r for r in profile.status if r.omschrijving == kind.omschrijving), None)
    if rule is None:
        reading.quarantine("status")
        return MainLine(State.OBLIGED, informs=False)
    return MainLine(rule.staat, rule.wachten, rule.informeren and kind.informeren and kind.volgnummer > FIRST)


def _ours(part: Status | Resultaat, link: str | None, reading: Reading) -> bool:
    """Whether an expanded part is this case's, and the very one that the case points to."""
    if not reading.own(part.zaak, "status"):
        return False
    if uuid_of(part.url) != uuid_of(link):
        reading.quarantine("status")
        return False
    return True


def _fulfilled(zaak: Zaak, reading: Reading) -> bool:
    if zaak.resultaat is None and "resultaat" not in zaak.expand:
        return True
    result = reading.parse(Resultaat, zaak.expand.get("resultaat"), "status")
    if result is None or not _ours(result, zaak.resultaat, reading):
        return False
    return fulfils(result.parts.resultaattype.omschrijving)
