"""Carries out what was promised: writes of persons and planners, until they are done or refused."""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any, Final, Generic, Protocol, TypeVar

from bot.cases.model import OwnWrite
from bot.cases.overlay import OwnChange
from bot.cases.port import CaseWrites
from bot.clock import Clock
from bot.errors import BadAnswer, CaseApiRefused, Freeze, GiveUp, Retry, Throttled

LONGEST_PAUSE: Final = 300.0
DEADLINE: Final = 25.0
"""Seconds for one write with all its looking; shorter than the lease in the store."""
AWAY_PAUSE: Final = 1.0
FAULTS: Final = 3
"""A write that our own program cannot carry out so often is told to colleagues; it is never given up."""
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


class Lane(Generic[Lease]):
    """One queue with the way to carry out its writes."""

    def __init__(
        self,
        queue: Queue[Lease],
        carry_out: Callable[[Lease], Awaitable[None]],
        label: Callable[[Lease], tuple[str, str | None]],
        alarms: Alarms,
        clock: Clock,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._queue, self._carry_out, self._label, self._alarms = queue, carry_out, label, alarms
        self._clock, self._chance = clock, chance
        self._attempts: dict[str, int] = {}
        self._told: set[str] = set()
        self._unread: set[str] = set()

    async def step(self) -> float:
        """Carry out one write if there is one; returns the seconds to wait before the next."""
        # Counted from before the lease: who was held up (frozen, swapped out) until another may have the
        # write must not carry it out any more.
        latest = asyncio.get_running_loop().time() + DEADLINE
        try:
            leased = await self._queue.next_write()
        except Retry:
            raise
        except Exception as fault:
            # One that cannot be read must not stop the others: its lease keeps it away for a while.
            await self._stuck("unreadable", None, fault)
            return AWAY_PAUSE
        if isinstance(leased, int | float):
            return float(leased)
        name, person = self._label(leased)
        try:
            async with asyncio.timeout_at(latest):
                await self._carry_out(leased)
        except Throttled as throttled:
            await self._queue.write_later(leased, max(throttled.seconds, 1.0))
        except (Retry, TimeoutError):
            await self._queue.write_later(leased, self._pause(name))
        except Freeze:
            # The operator hears of it from the keeper of the credential.
            await self._queue.write_later(leased, max(60.0, self._pause(name)))
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
            self._attempts.pop(name, None)
            self._told.discard(name)
            self._unread.discard(name)
            await self._queue.write_done(leased, self._clock())
        return 0.0

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
        self._attempts.pop(name, None)
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
        while True:
            try:
                pause = await lane.step()
                if pause > 0:
                    await self._sleep(min(pause, 1.0))
            except Retry:
                # The store may be away while we wait as well: the lane goes on when it is back.
                await asyncio.sleep(AWAY_PAUSE)


def reason_of(refused: GiveUp) -> str:
    """Name a refusal by its code, or by its kind."""
    return refused.code if isinstance(refused, CaseApiRefused) else type(refused).__name__


def _label(leased: LeasedWrite) -> tuple[str, str | None]:
    return leased.write.write.id, leased.person


def _lesson_label(leased: LeasedLessonWrite) -> tuple[str, str | None]:
    return leased.change.write.id, None
