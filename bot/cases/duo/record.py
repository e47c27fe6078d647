"""What is kept of a person from DUO: values without BSN, V-number, reasons or results."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot.cases.duo.events import Resource, Standing
from bot.cases.model import PartKind, Route, Term


@dataclass(frozen=True, slots=True)
class HoursKnown:
    """A counter; `known_until` is the last day that is counted (DUO's `bekendTot` is the day after it)."""

    kind: PartKind
    hours: int
    known_until: date


@dataclass(frozen=True, slots=True)
class DuoFacts:
    """What was last read. `exams` are parts with the newest day on which one was taken and has a result.

    `unreadable` names what came in a shape that we do not know. `read_at`: the last complete read began then;
    `followed` are the events, code and registration, that led to a read of what they are about.
    """

    standing: Standing | None = None
    term: Term | None = None
    hours: tuple[HoursKnown, ...] = ()
    dated_on: date | None = None
    route: Route | None = None
    level: str | None = None
    pvt_on: date | None = None
    map_on: date | None = None
    exams: tuple[tuple[str, date], ...] = ()
    unreadable: tuple[Resource, ...] = ()
    read_at: datetime | None = None
    followed: tuple[tuple[str, datetime], ...] = ()


@dataclass(frozen=True, slots=True)
class DuoEvent:
    """The newest event of one code: when DUO registered it, and when it reached us (aware instants)."""

    code: str
    registered: datetime
    arrived: datetime


@dataclass(frozen=True, slots=True)
class DuoRecord:
    """All that is kept of one person; `differs` are fields in which case and DUO disagree, as last told."""

    facts: DuoFacts = DuoFacts()
    events: tuple[DuoEvent, ...] = ()
    differs: tuple[str, ...] = ()
