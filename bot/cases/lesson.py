"""Lessons, and the groups whose members share them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.cases.shared import NOWHERE, Hours, PartKind, Place, handle


class LessonStatus(StrEnum):
    """Status of a les."""

    PLANNED = "gepland"
    CHANGED = "gewijzigd"
    CANCELLED = "vervallen"
    GIVEN = "gegeven"


@dataclass(frozen=True, slots=True)
class LessonChange:
    """What last changed in a les (wijziging); `ours` where our planner made it and the undo time is over."""

    kind: str
    at: datetime
    old_starts: datetime | None = None
    old_place: str | None = None
    ours: bool = False


@dataclass(frozen=True, slots=True)
class Lesson:
    """One lesson of a group, or one working day of a placement."""

    id: str
    group: str
    number: int
    part: PartKind
    starts: datetime
    ends: datetime
    status: LessonStatus
    version: int
    place: Place = NOWHERE
    title: str | None = None
    teacher: str | None = None
    bring_keys: tuple[str, ...] = ()
    bring: str | None = None
    change: LessonChange | None = None

    @property
    def handle(self) -> str:
        """Short id for callback data."""
        return handle(self.id)

    @property
    def cancelled(self) -> bool:
        """Whether nobody has to come."""
        return self.status is LessonStatus.CANCELLED


@dataclass(frozen=True, slots=True)
class Provider:
    """A school or work place (aanbieder)."""

    name: str
    phone: str | None = None
    hours: tuple[Hours, ...] = ()
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """A lesgroep, shared by its members."""

    id: str
    code: str
    name: str
    part: PartKind
    provider: Provider
    place: Place = NOWHERE
    pattern: tuple[Hours, ...] = ()
    teacher: str | None = None
    bring_keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupFacts:
    """A group with its known lessons; `read_at` is when the last complete read began (aware instant)."""

    group: Group
    lessons: tuple[Lesson, ...]
    read_at: datetime
