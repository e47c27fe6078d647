"""A case system in memory whose answers can be held back or refused."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.cases.model import (
    Appointment,
    Group,
    GroupFacts,
    Lesson,
    LessonStatus,
    PartKind,
    Provider,
    Snapshot,
    State,
    Write,
)
from bot.cases.port import CaseFound, Hint, LessonWrite
from tests.clocks import NOW


@dataclass
class FakeCases:
    """Answers with what a test put in; `gate` holds reads back while it is closed."""

    snapshots: dict[str, Snapshot] = field(default_factory=dict)
    faults: dict[str, Exception] = field(default_factory=dict)
    lessons: dict[str, tuple[datetime, ...]] = field(default_factory=dict)
    talks: dict[str, tuple[datetime, ...]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    outcomes: list[Exception | None] = field(default_factory=list)
    gate: asyncio.Event | None = None
    running: int = 0
    most: int = 0
    read_at: datetime = NOW

    def has(self, case_uuid: str, groups: tuple[str, ...] = (), unreadable: tuple[str, ...] = ()) -> None:
        """Put a case in."""
        self.snapshots[case_uuid] = Snapshot(
            case_uuid, case_uuid, State.IN_ROUTE, groups=groups, unreadable=unreadable
        )

    async def _asked(self, thing: str) -> None:
        self.asked.append(thing)
        self.running += 1
        self.most = max(self.most, self.running)
        try:
            if self.gate is not None:
                await self.gate.wait()
            if thing in self.faults:
                raise self.faults[thing]
        finally:
            self.running -= 1

    async def find(self, case_number: str) -> CaseFound:
        return CaseFound(case_number, case_number, self.snapshots[case_number])

    async def read_case(self, case_uuid: str) -> Snapshot:
        await self._asked(case_uuid)
        talks = tuple(_talk(case_uuid, at) for at in self.talks.get(case_uuid, ()))
        return replace(self.snapshots[case_uuid], appointments=talks)

    async def read_group(self, group: str) -> GroupFacts:
        await self._asked(group)
        made = Group(group, group, group, PartKind.LANGUAGE, Provider("S"))
        return GroupFacts(made, tuple(_lesson(group, at) for at in self.lessons.get(group, ())), self.read_at)

    async def write(self, case_uuid: str, write: Write) -> None:
        self._write(write.id)

    async def write_lesson(self, write: LessonWrite) -> None:
        self._write(write.id)

    def _write(self, name: str) -> None:
        outcome = self.outcomes.pop(0) if self.outcomes else None
        if outcome is not None:
            raise outcome
        self.written.append(name)

    async def hint(self, body: object) -> Hint | None:
        return None


def _lesson(group: str, at: datetime) -> Lesson:
    ends = at + timedelta(hours=2)
    return Lesson(f"{group}-1", group, 1, PartKind.LANGUAGE, at, ends, LessonStatus.PLANNED, 1)


def _talk(case_uuid: str, at: datetime) -> Appointment:
    return Appointment(f"{case_uuid}-1", "voortgangsgesprek", at, "gepland", 1)
