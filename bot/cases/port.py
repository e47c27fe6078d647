"""The port between Wegwijs and whatever case system a municipality has (design §6)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.cases.model import GroupFacts, LessonStatus, Place, Reply, Snapshot, Write


@dataclass(frozen=True, slots=True)
class CaseFound:
    """What an invitation needs of a case that was found by its number.

    First name and year of birth are empty where the case system does not tell them (ZGW: roles are not read).
    """

    case_uuid: str
    case_number: str
    snapshot: Snapshot
    first_name: str = ""
    birth_year: int | None = None


@dataclass(frozen=True, slots=True)
class LessonWrite:
    """A planner's change of one lesson, recorded before it is tried; `version` is the one it makes.

    `starts`, `ends` naive local; `place` None leaves the place as it is.
    """

    id: str
    lesson: str
    group: str
    version: int
    at: datetime
    status: LessonStatus
    starts: datetime
    ends: datetime
    place: Place | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Hint:
    """A notification of the case system: something about this case or this group may have changed.

    Where only `object_uuid` and its `kind` are given, its owner must be looked up; `types`: types of cases;
    `number`: that of the internal task of a question.
    """

    case_uuid: str | None = None
    group: str | None = None
    object_uuid: str | None = None
    kind: str | None = None
    types: bool = False
    number: str | None = None


class Answers(Protocol):
    """Reads answers to questions; held by the writer role only, as the key that reads them also writes."""

    async def replies(self, case_uuid: str, questions: Collection[str], thorough: bool) -> tuple[Reply, ...]:
        """Read what became of these questions of a case; raises as `CaseApi`."""


class CaseApi(Protocol):
    """Reads cases of one municipality. Raises `CaseApiAway`, `CaseApiDenied`, `CaseNotFound`, `Throttled`;
    what cannot be read in part is named in `Snapshot.unreadable`."""

    async def find(self, case_number: str) -> CaseFound:
        """Find the case by its number (identificatie); never by BSN."""

    async def read_case(self, case_uuid: str) -> Snapshot:
        """Read one case completely."""

    async def read_group(self, group: str) -> GroupFacts:
        """Read a lesgroep and its lessons from a week ago to eight weeks ahead."""

    async def hint(self, body: object) -> Hint | None:
        """Decode a notification body; None where it concerns nothing of ours. Nothing is fetched."""


class CaseWrites(Protocol):
    """Writes to cases of one municipality; only the writer role holds one. Raises as `CaseApi`, and
    `CaseApiRefused`."""

    async def write(self, case_uuid: str, write: Write) -> None:
        """Carry out a person's write; returns when confirmed, also if it was already there."""

    async def write_lesson(self, write: LessonWrite) -> None:
        """Carry out a planner's change; returns when confirmed, also if it was already there."""
