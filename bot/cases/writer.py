"""Carries out what was promised: writes of persons and planners, until they are done or refused."""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, Generic, Protocol, TypeVar

from bot.cases.model import OwnWrite
from bot.cases.overlay import OwnChange
from bot.cases.port import CaseWrites
from bot.cases.wall import wall
from bot.clock import Clock, instant
from bot.errors import BadAnswer, CaseApiRefused, Freeze, GiveUp, Retry, Throttled

LONGEST_PAUSE: Final = 300.0
DEADLINE: Final = 25.0
"""Seconds for one write with all its looking; shorter than the lease in the store."""
AWAY_PAUSE: Final = 1.0
FAULTS: Final = 3
"""A write that our own program cannot carry out so often is told to colleagues; it is never given up."""
AT_ONCE: Final = 4
"""Writes of different owners carried out side by side, so that a slow one does not hold up the others."""
LATE: Final = timedelta(hours=24)
"""A write that waited so long is told to colleagues, who can do by hand what is urgent (X13)."""
_log = logging.getLogger(__name__)

Lease = TypeVar("Lease")
OfPerson = TypeVar("OfPerson", bound="LeasedWrite")
OfGroup = TypeVar("OfGroup", bound="LeasedLessonWrite")
Sleep = Callable[[float], Awaitable[object]]


class LeasedWrite(Protocol):
    """A person's write that this writer holds."""

    @property
    def person(self) -> str: ...
    @property
    def case_uuid(self) -> str: ...
    @property
    def write(self) -> OwnWrite: ...


class LeasedLessonWrite(Protocol):
    """A planner's change that this writer holds."""

    @property
    def change(self) -> OwnChange: ...


class Queue(Protocol[Lease]):
    """What the writer needs of the outbox."""

    async def next_write(self) -> Lease | float:
        """Lease the next write, or say how many seconds to wait."""

    async def write_done(self, leased: Lease, at: datetime) -> None:
        """The case system confirmed it."""

    async def write_later(self, leased: Lease, seconds: float) -> None:
        """Give it back for later."""

    async def write_refused(self, leased: Lease, reason: str) -> None:
        """It will never be done."""


class Alarms(Protocol):
    """Tells colleagues."""

    async def raise_(self, kind: str, person: str | None, detail: str) -> object:
        """Raise an alarm; `detail` holds codes, never values."""


@dataclass(frozen=True, slots=True)
class Label:
    """Which write, of whom, and when it was meant."""

    name: str
    person: str | None
    at: datetime


class Lane(Generic[Lease]):
    """One queue with the way to carry out its writes; the queue leases one write of an owner at a time."""

    def __init__(
        self,
        queue: Queue[Lease],
        carry_out: Callable[[Lease], Awaitable[None]],
        label: Callable[[Lease], Label],
        alarms: Alarms,
        clock: Clock,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._queue, self._carry_out, self._label, self._alarms = queue, carry_out, label, alarms
        self._clock, self._chance = clock, chance
        self._attempts: dict[str, int] = {}
        self._told: set[str] = set()
        self._unread: set[str] = set()
        self._late: set[str] = set()
        self._running: set[str] = set()

    async def step(self) -> float:
        """Carry out one write if there is one; returns the seconds to wait before the next."""
        # Counted from before the lease: who was held up (frozen, swapped out) until another may have the
        # write must not carry it out any more.
        latest = asyncio.get_running_loop().time() + DEADLINE
        leased = await self.take()
        if isinstance(leased, int | float):
            return float(leased)
        await self.carry_out(leased, latest)
        return 0.0

    async def take(self) -> Lease | float:
        """Lease the next write, or say how many seconds to wait."""
        try:
            return await self._queue.next_write()
        except Retry:
            raise
        except Exception as fault:
            # One that cannot be read must not stop the others: its lease keeps it away for a while.
            await self._stuck("unreadable", None, fault)
            return AWAY_PAUSE

    async def carry_out(self, leased: Lease, latest: float) -> None:
        """Carry out a leased write before this time of the loop, and say what became of it."""
        label = self._label(leased)
        if label.name in self._running:
            # Its lease ran out while it is carried out here: it is not begun again beside itself.
            return
        self._running.add(label.name)
        try:
            await self._carried_out(leased, label, latest)
        finally:
            self._running.discard(label.name)

    async def _carried_out(self, leased: Lease, label: Label, latest: float) -> None:
        name, person = label.name, label.person
        try:
            async with asyncio.timeout_at(latest):
                await self._carry_out(leased)
        except Throttled as throttled:
            await self._later(leased, label, max(throttled.seconds, 1.0))
        except (Retry, TimeoutError):
            await self._later(leased, label, self._pause(name))
        except Freeze:
            # The operator hears of it from the keeper of the credential.
            await self._later(leased, label, max(60.0, self._pause(name)))
        except BadAnswer as unread:
            await self._unreadable(leased, name, person, unread)
        except GiveUp as refused:
            await self._refuse(leased, name, person, reason_of(refused))
        except Exception as fault:
            # A fault of ours must not lose a promise, nor stop the others: it is logged and tried again.
            await self._queue.write_later(leased, self._pause(name))
            if self._attempts[name] >= FAULTS:
                await self._stuck(name, person, fault)
        else:
            self._forget(name)
            await self._queue.write_done(leased, self._clock())

    async def _later(self, leased: Lease, label: Label, seconds: float) -> None:
        await self._queue.write_later(leased, seconds)
        if label.name not in self._late and self._clock() - instant(wall(label.at)) > LATE:
            self._late.add(label.name)
            await self._alarms.raise_("write_waits", label.person, "")

    def _forget(self, name: str) -> None:
        self._attempts.pop(name, None)
        for names in (self._told, self._unread, self._late):
            names.discard(name)

    async def _unreadable(self, leased: Lease, name: str, person: str | None, unread: BadAnswer) -> None:
        """Such an answer says nothing about the write, which may be done: it is looked at again."""
        await self._queue.write_later(leased, self._pause(name))
        if name not in self._unread:
            self._unread.add(name)
            await self._alarms.raise_("part_unreadable", person, unread.where)

    async def _stuck(self, name: str, person: str | None, fault: Exception) -> None:
        _log.error("A write failed unexpectedly: %s", type(fault).__name__)
        if name not in self._told:
            self._told.add(name)
            await self._alarms.raise_("write_stuck", person, type(fault).__name__)

    async def _refuse(self, leased: Lease, name: str, person: str | None, reason: str) -> None:
        self._forget(name)
        await self._queue.write_refused(leased, reason)
        await self._alarms.raise_("write_refused", person, reason)

    def _pause(self, name: str) -> float:
        attempt = self._attempts[name] = self._attempts.get(name, 0) + 1
        return min(2.0 ** min(attempt, 10), LONGEST_PAUSE) * (0.5 + self._chance() / 2)


class Writer:
    """Both lanes of one tenant. `run` never ends; cancelling it loses nothing, as the lease runs out."""

    def __init__(
        self,
        cases: CaseWrites,
        writes: Queue[OfPerson],
        lessons: Queue[OfGroup],
        alarms: Alarms,
        clock: Clock,
        *,
        sleep: Sleep = asyncio.sleep,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._sleep = sleep
        self.writes: Lane[Any] = Lane(
            writes, lambda w: cases.write(w.case_uuid, w.write.write), _label, alarms, clock, chance
        )
        self.lessons: Lane[Any] = Lane(
            lessons, lambda w: cases.write_lesson(w.change.write), _lesson_label, alarms, clock, chance
        )

    async def run(self) -> None:
        """Work on both lanes."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._run(self.writes))
            group.create_task(self._run(self.lessons))

    async def _run(self, lane: Lane[Lease]) -> None:
        """Take one write after the other and carry out a few at once."""
        room = asyncio.Semaphore(AT_ONCE)
        async with asyncio.TaskGroup() as group:
            while True:
                await room.acquire()
                # As in `step`: counted from before the lease.
                latest = asyncio.get_running_loop().time() + DEADLINE
                try:
                    leased = await lane.take()
                except Retry:
                    # The store may be away while we wait as well: the lane goes on when it is back.
                    leased = AWAY_PAUSE
                    await asyncio.sleep(AWAY_PAUSE)
                if isinstance(leased, int | float):
                    room.release()
                    if leased > 0:
                        await self._rest(float(leased))
                else:
                    group.create_task(self._one(lane, leased, latest, room))

    async def _one(self, lane: Lane[Lease], leased: Lease, latest: float, room: asyncio.Semaphore) -> None:
        try:
            await lane.carry_out(leased, latest)
        except Retry:
            # What became of it could not be stored: its lease runs out, and it is looked at again.
            await asyncio.sleep(AWAY_PAUSE)
        finally:
            room.release()

    async def _rest(self, seconds: float) -> None:
        try:
            await self._sleep(min(seconds, 1.0))
        except Retry:
            await asyncio.sleep(AWAY_PAUSE)


def reason_of(refused: GiveUp) -> str:
    """Name a refusal by its code, or by its kind."""
    return refused.code if isinstance(refused, CaseApiRefused) else type(refused).__name__


def _label(leased: LeasedWrite) -> Label:
    return Label(leased.write.write.id, leased.person, leased.write.write.at)


def _lesson_label(leased: LeasedLessonWrite) -> Label:
    return Label(leased.change.write.id, None, leased.change.write.at)
