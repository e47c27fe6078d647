"""Keeps stored facts true: a hint, a wish or a sweep leads to one fetch of a thing at a time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from time import monotonic
from typing import Any, Final

from bot.cases.model import Snapshot
from bot.cases.port import CaseApi
from bot.cases.single_flight import SingleFlight
from bot.cases.stored import Facts, Known, Stored
from bot.clock import Clock, local
from bot.errors import CaseHidden, CaseNotFound, Retry, StoreAway, WegwijsError

AT_ONCE: Final = 8
A_SECOND: Final = 25
"""Cases that a sweep reads in a second: ten thousand take seven minutes of a night."""
SOON: Final = timedelta(hours=48)
"""A lost notification about what happens later than this is made good at night."""
UNATTENDED: Final = timedelta(hours=1)
"""Facts of a group that are older are read again when somebody joins it."""


class Outcome(StrEnum):
    """What a refresh came to."""

    CHANGED = "changed"
    SAME = "same"
    FAILED = "failed"
    AWAY = "away"
    """Failed as well, but it is worth while to try again soon."""
    PARTIAL = "partial"
    """Read, but for a part that could not be understood."""


STRETCH: Final = 25
"""People of a sweep that are in memory at once: no more than a second's, so that nobody feels a burst."""
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

    @property
    def numbers(self) -> dict[str, int]:
        """For the log."""
        return {"cases": self.cases, "groups": self.groups, "changed": self.changed, "failed": self.failed}


class Sync:
    """Reads cases and groups of one tenant into its store, which judges age and sameness itself."""

    def __init__(
        self,
        cases: CaseApi,
        store: Facts,
        clock: Clock,
        at_once: int = AT_ONCE,
        a_second: float = A_SECOND,
    ) -> None:
        self._cases, self._store, self._clock, self._a_second = cases, store, clock, a_second
        self._flights: SingleFlight[Outcome] = SingleFlight()
        self._room = asyncio.Semaphore(at_once)
        self._told: set[str] = set()

    async def refresh_case(self, person: str) -> Outcome:
        """Read a person's case now; a failure is marked on the person and told as an outcome."""
        return await self._flights.fetch(f"case:{person}", lambda: self._read_case(person))

    async def refresh_group(self, group: str) -> Outcome:
        """Read a group now."""
        return await self._flights.fetch(f"group:{group}", lambda: self._read_group(group))

    async def sweep(self) -> Swept:
        """Read cases with a lesson or a talk soon, new ones, groups never read, and all their groups."""
        soon = local(self._clock()) + SOON
        groups = {group for group in await self._store.groups.ids() if await self._meets(group, soon)}
        also: set[str] = set()

        async def due(person: Known) -> bool:
            stored = await self._store.persons.snapshot(person.id)
            if stored is None:
                return True
            theirs = set(stored.snapshot.groups)
            if not theirs & groups and not self._talks(stored.snapshot, soon):
                return False
            # Their other groups too: a screen says as of when the oldest of what it shows was read.
            also.update(theirs)
            return True

        return await self._with_groups(await self._cases_of(due), sorted(groups | also))

    async def reconcile(self) -> Swept:
        """Read all cases that are not ended, then their groups; one failure does not stop the others."""
        # Groups that are new are read with the first case that names them.
        known = await self._store.groups.ids()
        return await self._with_groups(await self._cases_of(_everybody), known)

    async def again(self) -> Swept:
        """Read once more what stands as failed or unreadable: cases, and the groups of these people."""
        groups: set[str] = set()

        async def missing(person: Known) -> bool:
            stored = await self._store.persons.snapshot(person.id)
            if stored is None or (stored.failed_at is None and not stored.snapshot.unreadable):
                return False
            groups.update(stored.snapshot.groups)
            return True

        return await self._with_groups(await self._cases_of(missing), sorted(groups))

    async def _cases_of(self, wanted: Callable[[Known], Awaitable[bool]]) -> list[Outcome]:
        """Read the cases of those who are wanted and whose case goes on."""
        outcomes: list[Outcome] = []
        async for people in self._people():
            found = [one.id for one in people if await wanted(one)]
            outcomes += await self._evenly(self.refresh_case(one) for one in found)
        return outcomes

    async def _people(self) -> AsyncIterator[list[Known]]:
        """Everybody whose case goes on, a stretch at a time: a city must not stand in memory at once."""
        async for ids in self._stretches(self._store.persons.each()):
            found = [await self._store.persons.get(person) for person in ids]
            yield [person for person in found if person is not None and person.channel != "ended"]

    async def _stretches(self, ids: AsyncIterator[str]) -> AsyncIterator[list[str]]:
        """Stretches of a long way, one a while: neither taps nor the case system are to feel a sweep."""
        begun: float | None = None
        async for stretch in _by_stretch(ids):
            if begun is not None:
                await asyncio.sleep(max(0.0, STRETCH / self._a_second - (monotonic() - begun)))
            begun = monotonic()
            yield stretch

    async def _meets(self, group: str, until: datetime) -> bool:
        """Whether a group meets by then; one that was never read may."""
        facts, now = await self._store.groups.get(group), local(self._clock())
        return facts is None or any(now <= lesson.starts <= until for lesson in facts.lessons)

    def _talks(self, snapshot: Snapshot, until: datetime) -> bool:
        now = local(self._clock())
        return any(now <= one.starts <= until for one in snapshot.appointments)

    async def _with_groups(self, cases: list[Outcome], groups: Sequence[str]) -> Swept:
        used = [group for group in groups if await self._store.groups.members(group)]
        read: list[Outcome] = []
        async for some in self._stretches(_each(used)):
            read += await self._evenly(self.refresh_group(group) for group in some)
        outcomes = [*cases, *read]
        failed = outcomes.count(Outcome.FAILED) + outcomes.count(Outcome.AWAY)
        again = min((AGAIN[outcome] for outcome in outcomes if outcome in AGAIN), default=None)
        return Swept(len(cases), len(read), outcomes.count(Outcome.CHANGED), failed, again)

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
        known_groups = set(before.snapshot.groups) if before else set()
        for group in snapshot.groups:
            facts = await self._store.groups.get(group)
            # Of a group that had no members here, changes were neither heard nor looked for.
            if facts is None or (group not in known_groups and begun - facts.read_at > UNATTENDED):
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

    async def _evenly(self, work: Iterable[Coroutine[Any, Any, Outcome]]) -> list[Outcome]:
        """Begin one after the other within a stretch's time, so that there is no burst; wait for all."""
        try:
            async with asyncio.TaskGroup() as tasks:
                begun = []
                for number, one in enumerate(work):
                    if number >= AT_ONCE:
                        await asyncio.sleep(1 / self._a_second)
                    begun.append(tasks.create_task(one))
        except BaseExceptionGroup as failed:
            raise failed.exceptions[0] from None
        return [task.result() for task in begun]


async def _everybody(person: Known) -> bool:
    return True


async def _each(ids: Iterable[str]) -> AsyncIterator[str]:
    for one in ids:
        yield one


async def _by_stretch(ids: AsyncIterator[str]) -> AsyncIterator[list[str]]:
    stretch: list[str] = []
    async for one in ids:
        stretch.append(one)
        if len(stretch) == STRETCH:
            yield stretch
            stretch = []
    if stretch:
        yield stretch
