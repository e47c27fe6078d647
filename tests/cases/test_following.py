"""A hint leads to one fetch of what it is about, whatever becomes of the process that took it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest

from bot.cases.hints import Follower
from bot.cases.port import Hint
from bot.cases.sync import Sync
from bot.errors import CaseApiAway, StoreAway
from bot.store.embedded import EmbeddedServer
from bot.store.records import Person
from bot.store.store import Store, TenantStore
from tests import tenants
from tests.cases.fake_cases import FakeCases
from tests.clocks import Hands
from tests.store.conftest import MASTER


@dataclass
class Finding:
    """Whose objects are, for a test."""

    owners: dict[str, Hint] = field(default_factory=dict)
    forgotten: int = 0
    fault: Exception | None = None

    async def owner(self, kind: str, object_uuid: str) -> Hint | None:
        if self.fault is not None:
            raise self.fault
        return self.owners.get(object_uuid)

    def forget_types(self) -> None:
        self.forgotten += 1


@dataclass
class Room:
    """A follower between a fake case system and a real store."""

    store: TenantStore
    clock: Hands
    cases: FakeCases = field(default_factory=FakeCases)
    finding: Finding = field(default_factory=Finding)

    async def asked(self, thing: str) -> None:
        """Wait until this is being read."""
        async with asyncio.timeout(10):
            while thing not in self.cases.asked:  # noqa: ASYNC110 - the fake has no event for each thing
                await asyncio.sleep(0.001)

    def follower(self) -> Follower:
        """One process's."""
        return Follower(self.store.hints, Sync(self.cases, self.store, self.clock), self.finding)

    async def person(self, name: str, groups: tuple[str, ...] = ()) -> None:
        self.cases.has(f"case-{name}", groups)
        await self.store.persons.save(Person(name, f"case-{name}", f"n-{name}", name, "en", channel="linked"))
        if groups:
            await Sync(self.cases, self.store, self.clock).refresh_case(name)
            self.cases.asked.clear()


@pytest.fixture
async def room(valkey: EmbeddedServer) -> AsyncIterator[Room]:
    clock = Hands()
    store = Store.open(valkey.url, MASTER, clock)
    await store.db(store.db.redis.flushall())
    yield Room(store.tenant(tenants.waterveen()), clock)
    await store.close()


async def test_a_hint_leads_to_one_read_of_that_case(room: Room) -> None:
    await room.person("a")
    await room.person("b")
    follower = room.follower()
    for _ in range(5):
        await follower.hinted(Hint(case_uuid="case-a"))
    await follower.work(everything=True)
    assert room.cases.asked == ["case-a"]
    assert await room.store.hints.waiting() == 0


async def test_a_hint_about_a_group_reads_the_group_once_for_all_members(room: Room) -> None:
    await room.person("a", groups=("g1",))
    await room.person("b", groups=("g1",))
    room.cases.asked.clear()
    await room.follower().hinted(Hint(group="g1"))
    await room.follower().work(everything=True)
    assert room.cases.asked == ["g1"]


async def test_an_acknowledged_hint_survives_the_process_that_took_it(room: Room) -> None:
    await room.person("a")
    dies = room.follower()
    await dies.hinted(Hint(case_uuid="case-a"))
    room.cases.gate = asyncio.Event()
    work = asyncio.create_task(dies.work(everything=True))
    await room.asked("case-a")
    work.cancel()
    await asyncio.gather(work, return_exceptions=True)
    room.cases.gate.set()
    room.clock.forward(seconds=15)
    await room.follower().work()
    assert room.cases.asked == ["case-a", "case-a"]
    assert (await room.store.persons.snapshot("a")) is not None


async def test_the_owner_of_an_unknown_object_is_looked_up_and_then_read(room: Room) -> None:
    await room.person("a")
    room.finding.owners["o"] = Hint(case_uuid="case-a", object_uuid="o")
    follower = room.follower()
    await follower.hinted(Hint(object_uuid="o", kind="afspraak"))
    await follower.work(everything=True)
    room.clock.forward(seconds=1)
    await follower.work()
    assert room.cases.asked == ["case-a"]


async def test_an_owner_that_cannot_be_looked_up_now_is_looked_up_later(room: Room) -> None:
    await room.person("a")
    room.finding.owners["o"], room.finding.fault = Hint(case_uuid="case-a"), CaseApiAway("away")
    follower = room.follower()
    await follower.hinted(Hint(object_uuid="o", kind="afspraak"))
    await follower.work(everything=True)
    room.finding.fault = None
    for _ in range(2):
        room.clock.forward(minutes=1)
        await follower.work()
    assert room.cases.asked == ["case-a"]


async def test_what_a_hint_could_not_read_is_read_again_after_a_minute(room: Room) -> None:
    await room.person("a")
    room.cases.faults["case-a"] = CaseApiAway("away")
    follower = room.follower()
    await follower.hinted(Hint(case_uuid="case-a"))
    await follower.work(everything=True)
    del room.cases.faults["case-a"]
    room.clock.forward(seconds=59)
    await follower.work()
    assert room.cases.asked == ["case-a"]
    room.clock.forward(seconds=1)
    await follower.work()
    assert room.cases.asked == ["case-a", "case-a"]


async def test_a_fault_of_ours_costs_no_hint(room: Room) -> None:
    await room.person("a")
    room.cases.faults["case-a"] = ZeroDivisionError()
    follower = room.follower()
    await follower.hinted(Hint(case_uuid="case-a"))
    await follower.work(everything=True)
    del room.cases.faults["case-a"]
    room.clock.forward(minutes=1)
    await follower.work()
    assert room.cases.asked == ["case-a", "case-a"]


async def test_changed_types_of_cases_are_asked_for_again(room: Room) -> None:
    await room.follower().hinted(Hint(types=True))
    await room.follower().work(everything=True)
    assert room.finding.forgotten == 1


async def test_run_follows_a_hint_at_once_and_a_slow_fetch_holds_up_no_other(room: Room) -> None:
    for name in "ab":
        await room.person(name)
    room.cases.gate = asyncio.Event()
    running = asyncio.create_task(room.follower().run(room.store.wakes().wait))
    hinting = room.follower()
    try:
        for name in "ab":
            await hinting.hinted(Hint(case_uuid=f"case-{name}"))
            room.clock.forward(seconds=0.5)
            await room.store.stir()
            await room.asked(f"case-{name}")
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
    assert room.cases.asked == ["case-a", "case-b"]


async def test_run_outlives_an_absent_store(room: Room) -> None:
    await room.person("a")
    pauses: list[float] = []

    class Away:
        """The store's queue, away at first."""

        put, done = room.store.hints.put, room.store.hints.done

        async def take(self, count: int, everything: bool = False) -> object:
            if not pauses:
                raise StoreAway
            return await room.store.hints.take(count, everything)

    async def pause(seconds: float) -> None:
        pauses.append(seconds)

    await room.store.hints.put(Hint(case_uuid="case-a"))
    room.clock.forward(seconds=1)
    sync = Sync(room.cases, room.store, room.clock)
    follower = Follower(Away(), sync, room.finding)  # type: ignore[arg-type]
    running = asyncio.create_task(follower.run(room.store.wakes().wait, pause))
    await room.asked("case-a")
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert pauses == [0.5]
