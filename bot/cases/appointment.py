"""Personal appointments, and absences from lessons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.cases.shared import NOWHERE, Place, Text, handle

OVER = frozenset({"gehouden", "niet_verschenen"})
CALLED_OFF = frozenset({"afgezegd", "verzet"})


class Choice(StrEnum):
    """What a person may answer to an appointment (antwoord.keuze)."""

    COME = "bevestigen"
    OTHER = "verzetten"
    CANNOT = "afzeggen"


class Preference(StrEnum):
    """What suits better (antwoord.voorkeur), only with another time."""

    MORNING = "ochtend"
    AFTERNOON = "middag"
    CALL = "bellen"


@dataclass(frozen=True, slots=True)
class Interpreter:
    """Tolk of an appointment."""

    needed: bool
    language: str | None = None
    booked: bool = False
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Appointment:
    """A personal afspraak; statuses as in the schema (voorgesteld, gepland, …, afgezegd, gehouden)."""

    id: str
    kind: str
    starts: datetime
    status: str
    version: int
    ends: datetime | None = None
    number: int | None = None
    title: Text | None = None
    exam: str | None = None
    form: str = "fysiek"
    place: Place = NOWHERE
    with_: str | None = None
    interpreter: Interpreter | None = None
    bring_keys: tuple[str, ...] = ()
    bring: str | None = None
    answers: tuple[str, ...] = ()
    answer: str | None = None
    preference: str | None = None

    @property
    def handle(self) -> str:
        """Short id for callback data."""
        return handle(self.id)

    @property
    def cancelled(self) -> bool:
        """Whether nobody has to come."""
        return self.status in CALLED_OFF

    @property
    def open(self) -> bool:
        """Whether an answer still means anything."""
        return self.status not in CALLED_OFF | OVER


@dataclass(frozen=True, slots=True)
class Absence:
    """An afmelding as the case API holds it; there is no reason, on purpose."""

    id: str
    lesson: str
    status: str
    reported_at: datetime

    @property
    def withdrawn(self) -> bool:
        """Whether the person comes after all."""
        return self.status == "ingetrokken"
