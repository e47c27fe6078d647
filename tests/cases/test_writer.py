"""Promised writes are carried out until they are done or refused, and nobody's write stops another's."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Generic, TypeVar

import pytest

from bot.cases import writer
from bot.cases.model import LessonStatus, OwnWrite, Write, WriteKind
from bot.cases.overlay import OwnChange
from bot.cases.port import LessonWrite
from bot.cases.writer import Writer
from bot.errors import BadAnswer, CaseApiAway, CaseApiDenied, CaseApiRefused, CaseNotFound, Throttled
from tests.cases.fake_cases import FakeCases
from tests.cases.fake_store import FakeAlarms
from tests.clocks import NOW, Hands

AT = datetime(2026, 11, 23, 8, 10)


@dataclass(frozen=True)
class Leased:
    person: str
    case_uuid: str
    write: OwnWrite


@dataclass(frozen=True)
class LeasedChange:
    change: OwnChange


Lease = TypeVar("Lease")


@dataclass
class FakeQueue(Generic[Lease]):
    """Hands out its writes in order and notes what became of them."""

    waiting: list[Lease] = field(default_factory=list)
    events: list[tuple[str, Any]] = field(default_factory=list)

    async def next_write(self) -> Lease | float:
        return self.waiting.pop(0) if self.waiting else 0.5

    async def write_done(self, leased: Lease, at: datetime) -> None:
        self.events.append(("done", at))

    async def write_later(self, leased: Lease, seconds: float) -> None:
        self.events.append(("later", seconds))
        self.waiting.append(leased)

    async def write_refused(self, leased: Lease, reason: str) -> None:
        self.events.append(("refused", reason))


class Room:
    def __init__(self) -> None:
        self.cases, self.alarms, clock = FakeCases(), FakeAlarms(), Hands()
        self.writes: FakeQueue[Leased] = FakeQueue()
        self.lessons: FakeQueue[LeasedChange] = FakeQueue()
        self.writer = Writer(self.cases, self.writes, self.lessons, self.alarms, clock, chance=lambda: 1.0)

    def intends(self, name: str = "w1") -> None:
        write = Write(name, WriteKind.ABSENCE, "l1", AT)
        self.writes.waiting.append(Leased("p1", "case", OwnWrite(write)))


@pytest.fixture
def room() -> Room:
    return Room()


async def test_a_write_that_is_confirmed_is_done_at_that_instant(room: Room) -> None:
    room.intends()
    assert await room.writer.writes.step() == 0
    assert (room.cases.written, room.writes.events) == (["w1"], [("done", NOW)])


async def test_without_work_it_says_how_long_to_wait(room: Room) -> None:
    assert await room.writer.writes.step() == 0.5


async def test_while_the_case_system_is_away_the_pauses_grow_to_five_minutes(room: Room) -> None:
    room.intends()
    room.cases.outcomes = [CaseApiAway()] * 12
    for _ in range(12):
        await room.writer.writes.step()
    pauses = [seconds for _, seconds in room.writes.events]
    assert pauses == sorted(pauses)
    assert (pauses[0], pauses[-1]) == (2, 300)


async def test_a_wish_to_wait_is_kept(room: Room) -> None:
    room.intends()
    room.cases.outcomes = [Throttled(42)]
    await room.writer.writes.step()
    assert room.writes.events == [("later", 42)]


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (CaseApiRefused("task-gesloten"), "task-gesloten"),
        (CaseNotFound(), "CaseNotFound"),
    ],
)
async def test_what_can_never_be_done_is_refused_and_told(room: Room, fault: Exception, reason: str) -> None:
    room.intends()
    room.cases.outcomes = [fault]
    await room.writer.writes.step()
    assert room.writes.events == [("refused", reason)]
    assert room.alarms.raised == [("write_refused", "p1", reason)]


async def test_an_answer_that_cannot_be_read_loses_no_promise_and_is_told_once(room: Room) -> None:
    room.intends()
    room.cases.outcomes = [BadAnswer("les"), BadAnswer("les")]
    for _ in range(3):
        await room.writer.writes.step()
    assert [verb for verb, _ in room.writes.events] == ["later", "later", "done"]
    assert room.alarms.raised == [("part_unreadable", "p1", "les")]


async def test_denied_access_keeps_the_promise_and_waits_a_minute(room: Room) -> None:
    room.intends()
    room.cases.outcomes = [CaseApiDenied("no rights"), CaseApiDenied("no rights")]
    for _ in range(3):
        await room.writer.writes.step()
    assert [verb for verb, _ in room.writes.events] == ["later", "later", "done"]
    assert room.writes.events[0][1] >= 60


async def test_a_fault_of_ours_loses_no_promise(room: Room) -> None:
    room.intends()
    room.cases.outcomes = [ZeroDivisionError()]
    await room.writer.writes.step()
    await room.writer.writes.step()
    assert [verb for verb, _ in room.writes.events] == ["later", "done"]


async def test_a_planners_change_takes_the_same_way(room: Room) -> None:
    change = LessonWrite("c1", "l1", "g1", 2, AT, LessonStatus.CANCELLED, AT, AT)
    room.lessons.waiting.append(LeasedChange(OwnChange(change)))
    room.cases.outcomes = [CaseApiRefused("version")]
    await room.writer.lessons.step()
    assert room.lessons.events == [("refused", "version")]


async def test_a_write_that_our_own_program_cannot_carry_out_is_told_once_and_kept(room: Room) -> None:
    room.intends()
    room.cases.outcomes = [ValueError("boom")] * 5
    for _ in range(5):
        await room.writer.writes.step()
    assert [verb for verb, _ in room.writes.events] == ["later"] * 5
    assert [kind for kind, *_ in room.alarms.raised] == ["write_stuck"]
    await room.writer.writes.step()
    assert room.writes.events[-1][0] == "done"


class SlowQueue(FakeQueue[Leased]):
    """Its answer finds the writer frozen: when it is read, another may have the write already."""

    async def next_write(self) -> Leased | float:
        found = await super().next_write()
        await asyncio.sleep(0.02)
        return found


async def test_who_was_held_up_beyond_the_lease_writes_nothing(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "DEADLINE", 0.01)
    room.intends()
    queue = SlowQueue(list(room.writes.waiting))
    done: list[Leased] = []

    async def carry_out(leased: Leased) -> None:
        await asyncio.sleep(0)  # the first look at the case system
        done.append(leased)

    lane = writer.Lane(queue, carry_out, lambda _: writer.Label("w", None, AT), room.alarms, Hands())
    await lane.step()
    assert done == []
    assert [what for what, _ in queue.events] == ["later"]


class SpoiltQueue(FakeQueue[Leased]):
    """A queue whose first write cannot be opened."""

    spoilt = True

    async def next_write(self) -> Leased | float:
        if self.spoilt:
            self.spoilt = False
            raise BadAnswer("sealed value")
        return await super().next_write()


async def test_a_write_that_cannot_be_read_does_not_stop_the_next(room: Room) -> None:
    room.intends()
    room.writer.writes._queue = queue = SpoiltQueue(room.writes.waiting)
    await room.writer.writes.step()
    assert [(kind, detail) for kind, _, detail in room.alarms.raised] == [("write_stuck", "BadAnswer")]
    await room.writer.writes.step()
    assert [verb for verb, _ in queue.events] == ["done"]


@dataclass
class Stuck(FakeCases):
    """Nothing of one person ever comes to an end; `others` is set when the others are through."""

    others: asyncio.Event = field(default_factory=asyncio.Event)

    async def write(self, case_uuid: str, write: Write) -> None:
        if write.id == "poison":
            await asyncio.Event().wait()
        await super().write(case_uuid, write)
        if len(self.written) == 2:
            self.others.set()


async def test_a_write_that_hangs_does_not_hold_up_other_people() -> None:
    cases, queue = Stuck(), FakeQueue[Leased]()
    for name in ("poison", "w1", "w2"):
        queue.waiting.append(Leased(name, "case", OwnWrite(Write(name, WriteKind.ABSENCE, "l1", AT))))
    one = Writer(cases, queue, FakeQueue[LeasedChange](), FakeAlarms(), Hands(), sleep=asyncio.sleep)
    running = asyncio.create_task(one.run())
    async with asyncio.timeout(10):
        await cases.others.wait()
    running.cancel()
    assert cases.written == ["w1", "w2"]


async def test_a_write_that_waited_for_a_day_is_told_once(room: Room) -> None:
    room.intends()
    clock = Hands(NOW + timedelta(hours=25))
    lane = Writer(room.cases, room.writes, room.lessons, room.alarms, clock).writes
    room.cases.outcomes = [CaseApiAway()] * 3
    for _ in range(3):
        await lane.step()
    assert room.alarms.raised == [("write_waits", "p1", "")]


async def test_a_write_whose_lease_runs_out_meanwhile_is_not_begun_again_beside_itself(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, may_end, count = asyncio.Event(), asyncio.Event(), 0

    async def slowly(case_uuid: str, write: Write) -> None:
        nonlocal count
        count += 1
        begun.set()
        await may_end.wait()

    monkeypatch.setattr(room.cases, "write", slowly)
    room.intends()
    room.intends()
    first = asyncio.create_task(room.writer.writes.step())
    await begun.wait()
    assert await room.writer.writes.step() == 0
    may_end.set()
    await first
    assert (count, room.writes.events) == (1, [("done", NOW)])
