"""A store in memory, just as deep as the room of cases looks into it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime

from bot.cases.model import GroupFacts, Snapshot
from bot.store.persons import StoredSnapshot
from bot.store.records import Person


@dataclass
class FakePersons:
    """Persons with what was read of them."""

    people: dict[str, Person] = field(default_factory=dict)
    stored: dict[str, StoredSnapshot] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)

    async def each(self) -> AsyncIterator[str]:
        for person in tuple(self.people):
            yield person

    async def get(self, person: str) -> Person | None:
        return self.people.get(person)

    async def by_case(self, case_uuid: str) -> Person | None:
        return next((p for p in self.people.values() if p.case_uuid == case_uuid), None)

    async def snapshot(self, person: str) -> StoredSnapshot | None:
        return self.stored.get(person)

    async def store_snapshot(self, person: str, snapshot: Snapshot, begun_at: datetime) -> bool:
        before = self.stored.get(person)
        if before is not None and before.begun_at > begun_at:
            return False
        self.stored[person] = StoredSnapshot(snapshot, "r", begun_at)
        return before is None or before.snapshot != snapshot

    async def mark_failed(self, person: str, at: datetime) -> None:
        self.failed.append(person)


@dataclass
class FakeGroups:
    """Groups with their members."""

    facts: dict[str, GroupFacts] = field(default_factory=dict)
    of: dict[str, tuple[str, ...]] = field(default_factory=dict)

    async def ids(self) -> tuple[str, ...]:
        return tuple({**self.facts, **self.of})

    async def get(self, group: str) -> GroupFacts | None:
        return self.facts.get(group)

    async def store(self, group: str, facts: GroupFacts) -> bool:
        before = self.facts.get(group)
        self.facts[group] = facts
        return before is None or before.lessons != facts.lessons

    async def members(self, group: str) -> tuple[str, ...]:
        return self.of.get(group, ())


@dataclass
class FakeAlarms:
    """Alarms in order."""

    raised: list[tuple[str, str | None, str]] = field(default_factory=list)

    async def raise_(self, kind: str, person: str | None, detail: str) -> None:
        self.raised.append((kind, person, detail))


@dataclass
class FakeStore:
    """A tenant's store."""

    persons: FakePersons = field(default_factory=FakePersons)
    groups: FakeGroups = field(default_factory=FakeGroups)
    alarms: FakeAlarms = field(default_factory=FakeAlarms)

    def known(
        self, person: str, case_uuid: str, channel: str = "linked", groups: tuple[str, ...] = ()
    ) -> None:
        """Add a person and their memberships."""
        self.persons.people[person] = Person(person, case_uuid, case_uuid, "A", "ar", channel=channel)
        for group in groups:
            self.groups.of[group] = (*self.groups.of.get(group, ()), person)
