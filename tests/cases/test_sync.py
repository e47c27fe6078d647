"""Wishes and sweeps keep the stored facts true with as few reads as possible."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from time import monotonic

import pytest

from bot.cases.sync import Outcome, Sync
from bot.clock import local
from bot.errors import BadAnswer, CaseApiAway, CaseApiDenied, CaseHidden, CaseNotFound, StoreAway
from tests.cases.fake_cases import FakeCases
from tests.cases.fake_store import FakeStore
from tests.clocks import Hands


class Room:
    """A sync between a fake case system and a fake store."""

    def __init__(self) -> None:
        self.clock, self.cases, self.store = Hands(), FakeCases(), FakeStore()
        self.sync = Sync(self.cases, self.store, self.clock)

    def person(self, name: str, groups: tuple[str, ...] = (), **more: str) -> None:
        self.cases.has(f"case-{name}", groups)
        self.store.known(name, f"case-{name}", groups=groups, **more)


@pytest.fixture
def room() -> Room:
    return Room()


async def test_groups_never_read_are_read_with_the_case(room: Room) -> None:
    room.person("a", groups=("g1",))
    assert await room.sync.refresh_case("a") is Outcome.CHANGED
    assert await room.sync.refresh_case("a") is Outcome.SAME
    assert room.cases.asked == ["case-a", "g1", "case-a"]


async def test_one_read_of_a_case_at_a_time_and_late_askers_share_the_next(room: Room) -> None:
    room.person("a")
    room.cases.gate = asyncio.Event()
    first = asyncio.create_task(room.sync.refresh_case("a"))
    await asyncio.sleep(0)
    later = [asyncio.create_task(room.sync.refresh_case("a")) for _ in range(5)]
    await asyncio.sleep(0)
    room.cases.gate.set()
    await asyncio.gather(first, *later)
    assert room.cases.most == 1
    assert room.cases.asked == ["case-a", "case-a"]


async def test_a_read_remembers_when_it_began_not_when_it_ended(room: Room) -> None:
    room.person("a")
    begun = room.clock()
    room.cases.gate = asyncio.Event()
    reading = asyncio.create_task(room.sync.refresh_case("a"))
    await asyncio.sleep(0)
    room.clock.forward(seconds=30)
    room.cases.gate.set()
    await reading
    assert room.store.persons.stored["a"].begun_at == begun


@pytest.mark.parametrize("fault", [CaseApiAway(), CaseApiDenied(), CaseNotFound()])
async def test_a_sweep_goes_on_after_a_failure_and_marks_it(room: Room, fault: Exception) -> None:
    for name in "abc":
        room.person(name, groups=("g1",))
    room.cases.faults["case-b"] = fault
    swept = await room.sync.reconcile()
    assert (swept.cases, swept.failed) == (3, 1)
    assert room.store.persons.failed == ["b"]
    assert set(room.store.persons.stored) == {"a", "c"}


@pytest.mark.parametrize(
    ("fault", "alarm"),
    [(CaseNotFound("Weg."), "case_gone"), (CaseHidden("Te vertrouwelijk.", "confidential"), "case_hidden")],
)
async def test_a_case_that_is_gone_or_hidden_is_suspended_until_it_can_be_read_again(
    room: Room, fault: Exception, alarm: str
) -> None:
    room.person("a")
    await room.sync.refresh_case("a")
    known = room.store.persons.stored["a"].snapshot
    room.cases.faults["case-a"] = fault
    room.clock.forward(minutes=10)
    assert await room.sync.refresh_case("a") is Outcome.FAILED
    assert room.store.persons.stored["a"].snapshot == replace(known, suspended=True)
    assert [(kind, detail) for kind, _, detail in room.store.alarms.raised] == [(alarm, str(fault))]
    del room.cases.faults["case-a"]
    room.clock.forward(minutes=10)
    await room.sync.refresh_case("a")
    assert room.store.persons.stored["a"].snapshot == known


async def test_a_property_with_two_values_is_told_once(room: Room) -> None:
    room.person("a")
    room.cases.snapshots["case-a"] = replace(room.cases.snapshots["case-a"], doubled=("leerroute",))
    await room.sync.refresh_case("a")
    room.clock.forward(minutes=10)
    await room.sync.refresh_case("a")
    assert room.store.alarms.raised == [("double_property", "a", "leerroute")]


async def test_a_sweep_reads_each_group_once_and_nobody_who_left(room: Room) -> None:
    room.person("a", groups=("g1",))
    room.person("b", groups=("g1",))
    room.person("gone", channel="ended")
    await room.sync.reconcile()
    room.cases.asked.clear()
    await room.sync.reconcile()
    assert sorted(room.cases.asked) == ["case-a", "case-b", "g1"]


async def test_a_sweep_reads_at_most_so_many_at_once(room: Room) -> None:
    for number in range(40):
        room.person(f"p{number}")
    room.cases.gate = asyncio.Event()
    sweeping = asyncio.create_task(room.sync.reconcile())
    for _ in range(20):
        await asyncio.sleep(0)
    room.cases.gate.set()
    await sweeping
    assert room.cases.most == 8


async def test_a_group_that_cannot_be_read_is_marked_for_its_members(room: Room) -> None:
    room.person("a", groups=("g1",))
    room.cases.faults["g1"] = CaseApiAway()
    assert await room.sync.refresh_group("g1") is Outcome.AWAY
    assert room.store.persons.failed == ["a"]


async def test_a_part_that_becomes_unreadable_is_told_once(room: Room) -> None:
    room.person("a")
    room.cases.has("case-a", unreadable=("plan",))
    for _ in range(3):
        await room.sync.refresh_case("a")
    assert room.store.alarms.raised == [("part_unreadable", "a", "plan")]


async def test_a_case_that_is_gone_is_told_once(room: Room) -> None:
    room.person("a")
    room.cases.faults["case-a"] = CaseNotFound("gone")
    for _ in range(3):
        await room.sync.refresh_case("a")
    assert room.store.alarms.raised == [("case_gone", "a", "gone")]


@pytest.mark.parametrize(
    ("fault", "seconds"),
    [(CaseApiAway(), 60), (BadAnswer("zaak"), 60), (CaseApiDenied(), 60), (CaseNotFound(), None)],
)
async def test_a_sweep_says_when_to_read_again(room: Room, fault: Exception, seconds: int | None) -> None:
    room.person("a")
    room.cases.faults["case-a"] = fault
    again = (await room.sync.reconcile()).again
    assert (again.total_seconds() if again else None) == seconds


async def test_only_what_failed_or_is_unreadable_is_read_again(room: Room) -> None:
    for name in "abc":
        room.person(name)
    room.cases.has("case-b", unreadable=("plan",))
    await room.sync.reconcile()
    stored = room.store.persons.stored
    stored["a"] = replace(stored["a"], failed_at=room.clock())
    room.cases.asked.clear()
    await room.sync.again()
    assert sorted(room.cases.asked) == ["case-a", "case-b"]


async def test_the_hourly_sweep_reads_what_happens_within_two_days_and_who_is_new(room: Room) -> None:
    soon, late = local(room.clock()) + timedelta(hours=47), local(room.clock()) + timedelta(hours=49)
    room.person("a", groups=("g1", "g3"))
    room.person("b", groups=("g2",))
    room.cases.lessons |= {"g1": (soon,), "g2": (late,), "g3": ()}
    room.person("talk")
    room.cases.talks["case-talk"] = (soon,)
    room.person("quiet")
    await room.sync.reconcile()
    room.person("new")
    room.cases.asked.clear()
    swept = await room.sync.sweep()
    assert sorted(room.cases.asked) == ["case-a", "case-new", "case-talk", "g1", "g3"]
    assert (swept.cases, swept.groups) == (3, 2)


async def test_the_hourly_sweep_reads_a_group_that_was_never_read(room: Room) -> None:
    room.person("a", groups=("g1",))
    # As the console does when it invites somebody: the case is stored, its groups are not read.
    await room.store.persons.store_snapshot("a", room.cases.snapshots["case-a"], room.clock())
    await room.sync.sweep()
    assert "g1" in room.cases.asked


async def test_who_joins_a_group_that_had_no_members_does_not_see_its_old_lessons(room: Room) -> None:
    room.person("a")
    room.store.groups.facts["g1"] = await room.cases.read_group("g1")
    await room.sync.refresh_case("a")
    room.clock.forward(hours=2)
    room.cases.read_at = room.clock()
    room.cases.asked.clear()
    room.cases.has("case-a", groups=("g1",))
    for _ in range(2):
        await room.sync.refresh_case("a")
    assert room.cases.asked == ["case-a", "g1", "case-a"]


async def test_a_sweep_goes_no_faster_than_it_may(room: Room) -> None:
    for number in range(250):
        room.person(f"p{number}")
    begun = monotonic()
    await Sync(room.cases, room.store, room.clock, a_second=1000).reconcile()
    assert monotonic() - begun >= 0.2
    assert len(room.cases.asked) == 250


async def test_a_sweep_whose_store_is_away_says_so_itself(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in "ab":
        room.person(name)

    async def away(person: str, snapshot: object, begun_at: object) -> bool:
        raise StoreAway

    monkeypatch.setattr(room.store.persons, "store_snapshot", away)
    with pytest.raises(StoreAway):
        await room.sync.reconcile()
