"""Personal appointments, and absences from lessons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.cases.shared import NOWHERE, Place, Text, handle


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

    @property
    def handle(self) -> str:
        """Short id for callback data."""
        return handle(self.id)

    @property
    def cancelled(self) -> bool:
        """Whether nobody has to come."""
        return self.status in {"afgezegd", "verzet"}


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
