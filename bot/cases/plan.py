"""The plan (PIP) with its parts, term, agreements and contacts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.cases.shared import Hours, PartKind, Party, Text


class Route(StrEnum):
    """Leerroute (DUO code)."""

    B1 = "B"
    EDUCATION = "O"
    Z = "Z"


@dataclass(frozen=True, slots=True)
class Part:
    """One onderdeel of the plan; hours are never shown without `known_until` (inclusive)."""

    kind: PartKind
    status: str
    exam: str | None = None
    phase: str | None = None
    acts: tuple[Party, ...] = ()
    next_step: Text | None = None
    provider: str | None = None
    group: str | None = None
    hours_target: int | None = None
    hours_known: float | None = None
    known_until: date | None = None
    reported_by: Party | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """Inburgeringstermijn; DUO's end is exclusive, so the last day is one day earlier."""

    starts: date
    end_exclusive: date

    @property
    def last_day(self) -> date:
        """The last day on which one is still in time."""
        return self.end_exclusive - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Waiting:
    """What is waited for (wachtOp); `expected_before` is exclusive."""

    kind: str
    acts: Party
    text: Text | None = None
    since: date | None = None
    expected_from: date | None = None
    expected_before: date | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """An afspraak in the plan: who does what, before when."""

    text: Text
    by: Party
    before: date | None = None
    done: bool = False


@dataclass(frozen=True, slots=True)
class Contact:
    """A person to turn to; `role` is klantmanager, school, begeleider or werkgever."""

    role: str
    name: str
    phone: str | None = None
    hours: tuple[Hours, ...] = ()
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """The living plan beside the decision (PIP)."""

    version: int
    dated_on: date
    route: Route
    level: str | None = None
    levels: tuple[tuple[str, str], ...] = ()
    term: Term | None = None
    parts: tuple[Part, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    waiting: Waiting | None = None
    progress_talks: tuple[date, ...] = ()
    contacts: tuple[Contact, ...] = ()
