"""Keeps stored facts true: a hint, a wish or the hourly sweep leads to one fetch of a thing at a time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, Protocol

from bot.cases.model import GroupFacts, Snapshot
from bot.cases.port import CaseApi, Hint
from bot.cases.single_flight import SingleFlight
from bot.cases.writer import Alarms
from bot.clock import Clock
from bot.errors import CaseHidden, CaseNotFound, Retry, StoreAway, WegwijsError

GATHER: Final = timedelta(milliseconds=500)
PACE: Final = timedelta(seconds=5)
AT_ONCE: Final = 8


class Known(Protocol):
    """What is needed of a person."""

    @property
    def id(self) -> str: ...
    @property
    def case_uuid(self) -> str: ...
    @property
    def channel(self) -> str: ...


class Stored(Protocol):
    """What is needed of a stored snapshot."""

    @property
    def snapshot(self) -> Snapshot: ...
    @property
    def failed_at(self) -> datetime | None: ...


class Persons(Protocol):
    """What is needed of the store's persons."""

    async def ids(self) -> Sequence[str]: ...
    async def get(self, person: str, /) -> Known | None: ...
    async def by_case(self, case_uuid: str, /) -> Known | None: ...
    async def snapshot(self, person: str, /) -> Stored | None: ...
    async def store_snapshot(self, person: str, snapshot: Snapshot, begun_at: datetime, /) -> bool: ...
    async def mark_failed(self, person: str, at: datetime, /) -> None: ...


class Groups(Protocol):
    """What is needed of the store's groups."""

    async def all(self) -> Sequence[GroupFacts]: ...
    async def get(self, group: str, /) -> GroupFacts | None: ...
    async def store(self, group: str, facts: GroupFacts, /) -> bool: ...
    async def members(self, group: str, /) -> Sequence[str]: ...


class Facts(Protocol):
    """What is needed of a tenant's store."""

    @property
    def persons(self) -> Persons: ...
    @property
    def groups(self) -> Groups: ...
    @property
    def alarms(self) -> Alarms: ...


class Outcome(StrEnum):
    """What a refresh came to."""

    CHANGED = "changed"
    SAME = "same"
    FAILED = "failed"
    AWAY = "away"
    """Failed as well, but it is worth while to try again soon."""
    PARTIAL = "partial"
    """Read, but for a part that could not be understood."""


STRETCH: Final = 100
"""People of a sweep that are in memory at once."""
AGAIN: Final = {Outcome.AWAY: timedelta(minutes=1), Outcome.PARTIAL: timedelta(minutes=10)}
"""Until what could not be read, wholly or in part, is tried again."""


@dataclass(frozen=True, slots=True)
class Swept:
    """What a sweep did: cases and groups read, how many of these changed and failed.

    `again` is how long to wait before what is missing is read again; None where nothing is.
    """

    cases: int
    groups: int
    changed: int
    failed: int
    again: timedelta | None = None


class Sync:
    """Reads cases and groups of one tenant into its store, which judges age and sameness itself."""

    def __init__(self, cases: CaseApi, store: Facts, clock: Clock, at_once: int = AT_ONCE) -> None:
        self._cases, self._store, self._clock = cases, store, clock
        self._flights: SingleFlight[Outcome] = SingleFlight()
        self._room = asyncio.Semaphore(at_once)
        self._due: dict[Hint, datetime] = {}
        self._begun: dict[Hint, datetime] = {}
        self._woken = asyncio.Event()
        self._told: set[str] = set()

    async def hinted(self, hint: Hint) -> None:
        """Note that something may have changed; many hints about one case or group become one fetch."""
        thing = Hint(case_uuid=hint.case_uuid) if hint.case_uuid else Hint(group=hint.group)
        if thing == Hint() or thing in self._due:
            return
        now = self._clock()
        last = self._begun.get(thing)
        self._due[thing] = max(now + GATHER, last + PACE) if last else now + GATHER
        self._woken.set()

    async def work(self, everything: bool = False) -> float | None:
        """Fetch what is due, or everything that waits; returns seconds until the next is due, or None."""
        now = self._clock()
        ready = [thing for thing, due in self._due.items() if everything or due <= now]
        self._begun = {thing: at for thing, at in self._begun.items() if now - at < PACE}
        for thing in ready:
            del self._due[thing]
            self._begun[thing] = now
        outcomes = await self._all(self._follow(thing) for thing in ready)
        now = self._clock()
        for thing, outcome in zip(ready, outcomes, strict=True):
            if outcome in AGAIN:
                self._due.setdefault(thing, now + AGAIN[outcome])
        return min(((due - now).total_seconds() for due in self._due.values()), default=None)

    async def run(self) -> None:
        """Follow hints until cancelled; a hint that is lost on the way is made good by the sweep."""
        while True:
            self._woken.clear()
            try:
                pause = await self.work()
            except Retry:
                pause = 1.0
            try:
                async with asyncio.timeout(None if pause is None else max(pause, 0.0)):
                    await self._woken.wait()
            except TimeoutError:
                continue

    async def refresh_case(self, person: str) -> Outcome:
        """Read a person's case now; a failure is marked on the person and told as an outcome."""
        return await self._flights.fetch(f"case:{person}", lambda: self._read_case(person))

    async def refresh_group(self, group: str) -> Outcome:
        """Read a group now."""
        return await self._flights.fetch(f"group:{group}", lambda: self._read_group(group))

    async def sweep(self) -> Swept:
        """Read all cases that are not ended, then their groups; one failure does not stop the others."""
        known = {facts.group.id for facts in await self._store.groups.all()}
        outcomes: list[Outcome] = []
        async for people in self._people():
            outcomes += await self._all(self.refresh_case(person.id) for person in people)
        return await self._with_groups(outcomes, sorted(known))

    async def again(self) -> Swept:
        """Read once more what stands as failed or unreadable: cases, and the groups of these people."""
        outcomes: list[Outcome] = []
        groups: set[str] = set()
        async for people in self._people():
            missing = []
            for person in people:
                stored = await self._store.persons.snapshot(person.id)
                if stored is not None and (stored.failed_at is not None or stored.snapshot.unreadable):
                    missing.append(person.id)
                    groups |= set(stored.snapshot.groups)
            outcomes += await self._all(self.refresh_case(person) for person in missing)
        return await self._with_groups(outcomes, sorted(groups))

    async def _people(self) -> AsyncIterator[list[Known]]:
        """Everybody whose case goes on, a stretch at a time: a city must not stand in memory at once."""
        ids = sorted(await self._store.persons.ids())
        for start in range(0, len(ids), STRETCH):
            found = [await self._store.persons.get(person) for person in ids[start : start + STRETCH]]
            yield [person for person in found if person is not None and person.channel != "ended"]

    async def _with_groups(self, cases: list[Outcome], groups: list[str]) -> Swept:
        used = [group for group in groups if await self._store.groups.members(group)]
        read = await self._all(self.refresh_group(group) for group in used)
        outcomes = [*cases, *read]
        failed = outcomes.count(Outcome.FAILED) + outcomes.count(Outcome.AWAY)
        again = min((AGAIN[outcome] for outcome in outcomes if outcome in AGAIN), default=None)
        return Swept(len(cases), len(read), outcomes.count(Outcome.CHANGED), failed, again)

    async def _follow(self, thing: Hint) -> Outcome:
        if thing.group:
            return await self.refresh_group(thing.group) if await self._of_ours(thing.group) else Outcome.SAME
        person = await self._store.persons.by_case(thing.case_uuid or "")
        if person is None or person.channel == "ended":
            return Outcome.SAME
        return await self.refresh_case(person.id)

    async def _of_ours(self, group: str) -> bool:
        return bool(await self._store.groups.members(group))

    async def _read_case(self, person: str) -> Outcome:
        known = await self._store.persons.get(person)
        if known is None:
            return Outcome.SAME
        begun = self._clock()
        try:
            async with self._room:
                snapshot = await self._cases.read_case(known.case_uuid)
        except StoreAway:
            raise
        except WegwijsError as fault:
            return await self._failed(person, fault, begun)
        self._told.discard(person)
        before = await self._store.persons.snapshot(person)
        changed = await self._store.persons.store_snapshot(person, snapshot, begun)
        await self._tell_unreadable(person, snapshot, before)
        await self._tell_doubled(person, snapshot, before)
        for group in snapshot.groups:
            if await self._store.groups.get(group) is None:
                await self.refresh_group(group)
        if snapshot.unreadable:
            return Outcome.PARTIAL
        return Outcome.CHANGED if changed else Outcome.SAME

    async def _failed(self, person: str, fault: WegwijsError, begun: datetime) -> Outcome:
        if isinstance(fault, CaseNotFound):
            await self._suspend(person, begun)
        await self._store.persons.mark_failed(person, self._clock())
        if isinstance(fault, CaseNotFound) and person not in self._told:
            self._told.add(person)
            kind = "case_hidden" if isinstance(fault, CaseHidden) else "case_gone"
            await self._store.alarms.raise_(kind, person, str(fault))
        return Outcome.FAILED if isinstance(fault, CaseNotFound) else Outcome.AWAY

    async def _suspend(self, person: str, begun: datetime) -> None:
        """Keep what was read, but send nothing more on our own account until the case can be read again."""
        stored = await self._store.persons.snapshot(person)
        if stored is not None and not stored.snapshot.suspended:
            quiet = replace(stored.snapshot, suspended=True)
            await self._store.persons.store_snapshot(person, quiet, begun)

    async def _tell_doubled(self, person: str, snapshot: Snapshot, before: Stored | None) -> None:
        known = set(before.snapshot.doubled) if before else set()
        fresh = sorted(set(snapshot.doubled) - known)
        if fresh:
            await self._store.alarms.raise_("double_property", person, ", ".join(fresh))

    async def _tell_unreadable(self, person: str, snapshot: Snapshot, before: Stored | None) -> None:
        known = set(before.snapshot.unreadable) if before else set()
        fresh = sorted(set(snapshot.unreadable) - known)
        if fresh:
            await self._store.alarms.raise_("part_unreadable", person, ", ".join(fresh))

    async def _read_group(self, group: str) -> Outcome:
        try:
            async with self._room:
                facts = await self._cases.read_group(group)
        except StoreAway:
            raise
        except WegwijsError as fault:
            await self._group_failed(group, fault)
            return Outcome.FAILED if isinstance(fault, CaseNotFound) else Outcome.AWAY
        self._told.discard(group)
        return Outcome.CHANGED if await self._store.groups.store(group, facts) else Outcome.SAME

    async def _group_failed(self, group: str, fault: WegwijsError) -> None:
        now = self._clock()
        for person in await self._store.groups.members(group):
            await self._store.persons.mark_failed(person, now)
        if not isinstance(fault, Retry) and group not in self._told:
            self._told.add(group)
            await self._store.alarms.raise_("part_unreadable", None, f"lesgroep: {type(fault).__name__}")

    async def _all(self, work: Iterable[Awaitable[Outcome]]) -> list[Outcome]:
        return list(await asyncio.gather(*work))
