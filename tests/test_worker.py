"""The worker runs one turn per entry, on fresh data where it lost, and no event ever stops the others."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

import pytest

from bot.channels.outgoing import Outgoing
from bot.errors import StoreAway
from bot.state.events import Event, Looked, Typed
from bot.state.scene import Scene
from bot.state.session import Place
from bot.state.turn import Turn
from bot.store.embedded import EmbeddedServer
from bot.store.ready import ReadyLink
from bot.store.store import Store, TenantStore
from bot.store.turns import Loaded, Turns
from bot.worker import Worker
from tests import tenants
from tests.clocks import NOW, Hands
from tests.store.conftest import MASTER
from tests.store.people import PERSON, Bench, snapshot


@dataclass
class Script:
    """An engine that notes what it is asked and may raise or change the facts underneath."""

    poison: str = ""
    seen: list[str] = field(default_factory=list)
    facts: list[bool] = field(default_factory=list)

    def step(self, scene: Scene, event: Event) -> Turn:
        self.seen.append(event.id)
        self.facts.append(bool(scene.facts and scene.facts.snapshot.tasks))
        if event.id in self.poison.split():
            raise ValueError("poison")
        return Turn(replace(scene.session, screen="home.home"), Place("home.home"))


@pytest.fixture
async def bench(valkey: EmbeddedServer) -> AsyncIterator[Bench]:
    clock = Hands()
    store = Store.open(valkey.url, MASTER, clock)
    await store.db(store.db.redis.flushall())
    yield Bench(store, store.tenant(tenants.waterveen()), clock)
    await store.close()


def worker(bench: Bench, script: Script) -> Worker:
    return Worker(script, bench.store, {"waterveen": bench.tenant}, bench.clock)


async def ready(bench: Bench, tenant: TenantStore) -> list[ReadyLink]:
    stream = bench.store.ready(tenant.tenant.bucket, "worker-0")
    await stream.prepare()
    return list(await stream.take(0.01))


async def work_off(bench: Bench, hands: Worker) -> list[str]:
    answers = []
    while entries := await ready(bench, bench.tenant):
        answers += [await hands.take(entry) for entry in entries]
    return answers


async def test_events_of_a_link_are_taken_in_their_order(bench: Bench) -> None:
    link, script = await bench.tenant.links.for_chat(1), Script()
    for number in range(4):
        await bench.tenant.mailbox.ingest(link.id, Typed(f"tg:{number}", NOW, number, "ders"))
    assert await work_off(bench, worker(bench, script)) == ["ok"] * 4
    assert script.seen == ["tg:0", "tg:1", "tg:2", "tg:3"]


async def test_a_poison_event_is_buried_and_its_neighbours_go_on(bench: Bench) -> None:
    link, script = await bench.tenant.links.for_chat(1), Script(poison="tg:1")
    for number in range(3):
        await bench.tenant.mailbox.ingest(link.id, Typed(f"tg:{number}", NOW, number, "ders"))
    answers = await work_off(bench, worker(bench, script))
    assert "buried" in answers
    assert script.seen.count("tg:1") == 3
    assert script.seen[-2:] == ["tg:2", "sorry:tg:1"]


async def test_where_drawing_itself_fails_the_apology_is_tried_once_and_no_more(bench: Bench) -> None:
    link, script = await bench.tenant.links.for_chat(1), Script(poison="tg:1 sorry:tg:1")
    await bench.tenant.mailbox.ingest(link.id, Typed("tg:1", NOW, 1, "ders"))
    await work_off(bench, worker(bench, script))
    assert script.seen == ["tg:1"] * 3 + ["sorry:tg:1"] * 3


async def test_poison_of_some_people_stops_nobody_else(bench: Bench) -> None:
    script = Script(poison="tg:10 tg:20")
    for chat in range(5):
        link = await bench.tenant.links.for_chat(chat)
        for number in range(3):
            await bench.tenant.mailbox.ingest(link.id, Typed(f"tg:{chat}{number}", NOW, number, "ders"))
    await work_off(bench, worker(bench, script))
    fine = [f"tg:{chat}{number}" for chat in range(5) for number in range(3)]
    assert set(fine) <= set(script.seen)
    assert [script.seen.count(one) for one in fine if one not in script.poison] == [1] * 13
    assert sorted(one for one in script.seen if one.startswith("sorry:")) == ["sorry:tg:10", "sorry:tg:20"]
    letters = await bench.tenant.dead.all()
    assert {letter.kind for letter in letters} == {"Typed"}
    assert len(letters) == 2


async def test_a_letter_says_what_was_raised_and_where_and_no_value(bench: Bench) -> None:
    link = await bench.tenant.links.for_chat(1)
    await bench.tenant.mailbox.ingest(link.id, Typed("tg:1", NOW, 1, "ders"))
    await work_off(bench, worker(bench, Script(poison="tg:1")))
    (letter,) = await bench.tenant.dead.all()
    assert letter.reason.startswith("ValueError in worker.py:")
    assert "poison" not in letter.reason


async def spoil(bench: Bench, key: str, field: str) -> None:
    await bench.store.db(bench.store.db.redis.hset(f"{bench.tenant.room.prefix}{key}", field, "1.AAAA"))


@pytest.mark.parametrize("what", ["session", "facts", "event", "event of a later release"])
async def test_what_cannot_be_read_is_buried_and_the_neighbours_go_on(bench: Bench, what: str) -> None:
    link, script, tenant = await bench.linked(), Script(), bench.tenant
    redis, mail = bench.store.db.redis, tenant.mailbox.key(link.id)
    if what.startswith("event"):
        payload = "Typed:1.AAAA" if what == "event" else "Danced:1.AAAA"
        await tenant.room.script("ingest", link.id, "tg:1", payload, 0)
        assert str(await bench.store.db(redis.lindex(mail, 0))).endswith(payload)
    else:
        await tenant.mailbox.ingest(link.id, Typed("tg:1", NOW, 1, "ders"))
        await spoil(bench, f"l:{link.id}" if what == "session" else f"p:{PERSON.id}", what)
    other = await tenant.links.for_chat(2)
    await tenant.mailbox.ingest(other.id, Typed("tg:2", NOW, 2, "ders"))
    answers = await work_off(bench, worker(bench, script))
    assert "buried" in answers
    assert "left" not in answers
    assert "tg:2" in script.seen
    letters = await tenant.dead.all()
    assert all(letter.reason.startswith("unreadable: ") for letter in letters)
    assert letters[-1].link == link.id
    assert await bench.store.db(redis.llen(mail)) == 0


class Interrupting(Turns):
    """The real turns; a sweep brings other facts right before the first commit."""

    bench: Bench
    swept = False

    async def commit(self, loaded: Loaded, turn: Turn, now: datetime) -> str:
        if not self.swept:
            self.swept = True
            self.bench.clock.forward(seconds=1)
            await self.bench.tenant.persons.store_snapshot(PERSON.id, snapshot(tasks=()), self.bench.clock())
        return await super().commit(loaded, turn, now)


async def test_a_turn_that_lost_runs_again_on_fresh_facts(bench: Bench) -> None:
    link, script, tenant = await bench.linked(), Script(), bench.tenant
    turns = Interrupting(tenant.room, tenant.links, tenant.mailbox, tenant.persons)
    turns.bench = bench
    tenant.turns = turns
    await tenant.mailbox.ingest(link.id, Looked("look:1", NOW, "facts"))
    await work_off(bench, worker(bench, script))
    assert script.seen[:2] == ["look:1", "look:1"]
    assert script.facts[:2] == [True, False]


async def test_an_entry_of_a_link_that_is_gone_is_settled(bench: Bench) -> None:
    link = await bench.tenant.links.for_chat(1)
    await bench.tenant.mailbox.ingest(link.id, Typed("tg:1", NOW, 1, "ders"))
    entries = await ready(bench, bench.tenant)
    await bench.tenant.links.purge(link.id, with_person=True)
    assert [await worker(bench, Script()).take(entry) for entry in entries] == ["settled"]
    assert await ready(bench, bench.tenant) == []


async def test_an_entry_of_a_dead_worker_is_taken_over(bench: Bench) -> None:
    link, script = await bench.tenant.links.for_chat(1), Script()
    await bench.tenant.mailbox.ingest(link.id, Typed("tg:1", NOW, 1, "ders"))
    dead = bench.store.ready(bench.tenant.tenant.bucket, "dead")
    await dead.prepare()
    assert await dead.take(0.01)
    again = bench.store.ready(bench.tenant.tenant.bucket, "dead")
    (entry,) = await again.mine()
    assert await worker(bench, script).take(entry) == "ok"


@dataclass
class Carrier:
    """A sender of this process that notes what it is handed."""

    free: bool = True
    carried: list[Outgoing] = field(default_factory=list)
    looked: int = 0

    def carry(self, entry: Outgoing) -> None:
        self.carried.append(entry)

    def look(self) -> None:
        self.looked += 1


async def test_a_step_within_one_process_takes_two_scripts(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    link, script, carrier = await bench.tenant.links.for_chat(1), Script(), Carrier()
    hands = worker(bench, script)
    hands.couriers = {"waterveen": carrier}
    bench.tenant.mailbox.desk = hands.desk(bench.tenant.tenant.bucket)
    running = asyncio.create_task(hands.run(bench.tenant.tenant.bucket))
    run, names = bench.store.db.run, list[str]()

    async def noted(name: str, *more: Any) -> Any:
        names.append(name)
        return await run(name, *more)

    async with asyncio.timeout(5):
        while not bench.tenant.mailbox.desk.consumer:  # noqa: ASYNC110 (of a loop that tells nobody)
            await asyncio.sleep(0)
        monkeypatch.setattr(bench.store.db, "run", noted)
        assert await bench.tenant.mailbox.ingest(link.id, Typed("tg:1", NOW, 1, "ders"))
        while not carrier.carried:  # noqa: ASYNC110
            await asyncio.sleep(0)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert [name for name in names if name != "take_ready"] == ["ingest", "commit"]
    (entry,) = carrier.carried
    assert entry.place == Place("home.home")
    assert entry.scene is not None
    assert entry.scene.session.screen == "home.home"
    assert bench.tenant.mailbox.desk.consumer == ""


async def test_a_screen_whose_commit_was_not_answered_is_looked_for(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    link, carrier = await bench.tenant.links.for_chat(1), Carrier()
    hands = worker(bench, Script())
    hands.couriers = {"waterveen": carrier}
    await bench.tenant.mailbox.ingest(link.id, Typed("tg:1", NOW, 1, "ders"))
    (entry,) = await ready(bench, bench.tenant)
    conclude = Turns.conclude

    async def unanswered(*given: Any) -> Any:
        await conclude(*given)
        raise StoreAway("The answer got lost.")

    monkeypatch.setattr(Turns, "conclude", unanswered)
    with pytest.raises(StoreAway):
        await hands.take(entry)
    assert (carrier.looked, carrier.carried) == (1, [])
    offered = await bench.tenant.outbox.next_send()
    if isinstance(offered, float):
        bench.clock.forward(seconds=offered)
        offered = await bench.tenant.outbox.next_send()
    assert not isinstance(offered, float)
    assert offered[0].lease.link == link.id
