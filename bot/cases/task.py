"""Participation tasks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.cases.shared import Party, Text, handle


class TaskStatus(StrEnum):
    """Status of an externe taak."""

    OPEN = "open"
    DONE = "afgerond"
    PROCESSED = "verwerkt"
    CLOSED = "gesloten"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a task, with one emoji."""

    text: Text
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """A participation task (externe taak v2); `due` is the last local day, `index` the record's index."""

    id: str
    title: Text
    status: TaskStatus
    index: int
    why: Text | None = None
    given_by: str | None = None
    given_by_role: Party | None = None
    due: date | None = None
    minutes: int | None = None
    steps: tuple[Step, ...] = ()
    place_key: str | None = None
    evidence: str | None = None
    done_on: date | None = None

    @property
    def handle(self) -> str:
        """Short id for callback data."""
        return handle(self.id)

    @property
    def open(self) -> bool:
        """Whether there is still something to do."""
        return self.status is TaskStatus.OPEN
