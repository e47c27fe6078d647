"""Within one process a step goes from hand to hand; what is handed over is leased and durable as ever."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from bot.channels.outgoing import Outgoing
from bot.state.events import Looked
from bot.state.session import Place
from bot.state.turn import Effect, Notify, Turn
from bot.store.outbox import TenantOutbox
from bot.store.records import Link
from bot.store.store import TenantStore
from bot.store.turns import Concluded, Hold, Loaded
from tests import tenants
from tests.store.conftest import MASTER
from tests.store.people import Bench, notice

HOME = Place("home.home")


async def concluded(
    bench: Bench, link: Link, *effects: Effect, hold: Hold | None = None, number: int = 1
) -> tuple[Loaded, Concluded]:
    """A turn that shows home, committed with a hold."""
    event = Looked(f"step:{bench.clock().timestamp()}:{number}", bench.clock(), "redraw")
    assert await bench.tenant.mailbox.ingest(link.id, event)
    loaded = await bench.next()
    assert loaded is not None
    hold = hold or bench.tenant.outbox.hold()
    return loaded, await bench.tenant.turns.conclude(
        loaded, Turn(loaded.session, HOME, 9, effects), bench.clock(), hold
    )


async def handed(bench: Bench, link: Link, number: int = 1) -> Outgoing | None:
    hold = bench.tenant.outbox.hold()
    loaded, done = await concluded(bench, link, hold=hold, number=number)
    assert done.answer == "ok"
    return bench.tenant.outbox.held(hold, loaded.link, HOME, done, None)


def other_sender(bench: Bench) -> TenantOutbox:
    return TenantStore(bench.store.db, MASTER, bench.clock, tenants.waterveen()).outbox


async def test_a_commit_leases_its_screen_to_the_sender_that_asks_for_it(bench: Bench) -> None:
    link = await bench.linked()
    entry = await handed(bench, link)
    assert entry is not None
    assert (entry.place, entry.message, entry.lease.chat, entry.lease.link) == (HOME, 9, 4711, link.id)
    assert isinstance(await bench.tenant.outbox.next_send(), float)
    assert await bench.tenant.outbox.sent(entry.lease, 9) == "ok"
    bench.clock.forward(seconds=20)
    assert isinstance(await bench.tenant.outbox.next_send(), float)


async def test_what_is_handed_to_a_process_that_dies_is_offered_to_another_after_three_seconds(
    bench: Bench,
) -> None:
    link = await bench.linked()
    first = await handed(bench, link)
    outbox = other_sender(bench)
    waits = await outbox.next_send()
    assert isinstance(waits, float)
    assert waits <= 3.0
    bench.clock.forward(seconds=3.1)
    second = await outbox.next_send()
    assert not isinstance(second, float)
    assert first is not None
    assert second[0].lease.token != first.lease.token


async def test_a_lease_whose_answer_got_lost_is_nobodys(bench: Bench) -> None:
    link = await bench.linked()
    hold = bench.tenant.outbox.hold()
    await concluded(bench, link, hold=hold)
    bench.tenant.outbox.lose(hold)
    bench.clock.forward(seconds=3)
    offered = await bench.tenant.outbox.next_send()
    assert not isinstance(offered, float)
    assert offered[0].place == HOME


async def test_nothing_is_handed_over_past_somebody_who_waits_longer(bench: Bench) -> None:
    first, second = await bench.linked(), await bench.tenant.links.for_chat(2)
    await bench.turn(first, "waits", place=HOME)
    bench.clock.forward(seconds=1)
    assert await handed(bench, second) is None
    offered = await bench.tenant.outbox.next_send(2)
    assert not isinstance(offered, float)
    assert [one.lease.link for one in offered] == [first.id, second.id]


async def test_a_screen_beside_which_something_else_waits_takes_its_turn(bench: Bench) -> None:
    link = await bench.linked()
    _, done = await concluded(bench, link, Notify(notice()))
    assert (done.answer, done.entry) == ("ok", None)


async def test_the_chats_pace_holds_for_what_is_handed_over(bench: Bench) -> None:
    link, sent = await bench.linked(), 0
    for number in range(5):
        entry = await handed(bench, link, number)
        if entry is None:
            break
        await bench.tenant.outbox.sent(entry.lease, 9)
        sent += 1
    assert sent == 3
    waits = await bench.tenant.outbox.next_send()
    assert isinstance(waits, float)


async def test_a_frozen_token_holds_for_what_is_handed_over(bench: Bench) -> None:
    link = await bench.linked()
    entry = await handed(bench, link)
    assert entry is not None
    await bench.tenant.outbox.freeze("token", entry.lease, 5.0)
    await bench.tenant.outbox.later(entry.lease, 0.0)
    bench.clock.forward(seconds=2)
    assert await handed(bench, link) is None


async def test_a_screen_that_is_being_sent_is_not_handed_over_again(bench: Bench) -> None:
    link = await bench.linked()
    first = await handed(bench, link)
    assert first is not None
    bench.clock.forward(seconds=1)
    assert await handed(bench, link) is None
    assert await bench.tenant.outbox.sent(first.lease, 9) == "newer"


async def test_another_sender_is_woken_by_a_screen_that_is_handed_over(bench: Bench) -> None:
    link, wake = await bench.linked(), f"{bench.tenant.room.prefix}wake"
    redis = bench.store.db.redis
    await bench.tenant.outbox.leave()
    before = await redis.xinfo_stream(wake)
    await handed(bench, link)
    alone = await redis.xinfo_stream(wake)
    await other_sender(bench).beat()
    bench.clock.forward(seconds=5)
    await bench.tenant.outbox.next_send()
    link_two = await bench.tenant.links.for_chat(2)
    await handed(bench, link_two)
    beside = await redis.xinfo_stream(wake)
    assert alone["last-generated-id"] == before["last-generated-id"]
    assert beside["last-generated-id"] != alone["last-generated-id"]


@dataclass
class Counter:
    """A worker of this process, who notes what is handed in."""

    consumer: str = "bench"
    taken: list[tuple[str, str, Any]] = field(default_factory=list)

    def take(self, entry: str, prefix: str, link: str, stored: list[Any] | None, /) -> None:
        self.taken.append((entry, link, stored))


async def test_a_stored_event_is_handed_in_with_all_that_its_turn_may_look_at(bench: Bench) -> None:
    link, desk = await bench.linked(), Counter()
    bench.tenant.mailbox.desk = desk
    assert await bench.tenant.look(link.id, "facts")
    ((entry, of, stored),) = desk.taken
    ready = bench.store.ready(bench.tenant.tenant.bucket, "somebody else")
    assert (of, await ready.take(0.001)) == (link.id, ())
    loaded = await bench.tenant.turns.load(link.id, entry, stored)
    again = await bench.tenant.turns.load(link.id, entry)
    assert loaded is not None
    assert loaded == again
    assert await bench.tenant.turns.commit(loaded, Turn(loaded.session), bench.clock()) == "ok"


async def test_what_waits_longer_is_handed_in_first(bench: Bench) -> None:
    first, second = await bench.linked(), await bench.tenant.links.for_chat(2)
    assert await bench.tenant.look(first.id, "facts")
    desk = Counter()
    bench.tenant.mailbox.desk = desk
    assert await bench.tenant.look(second.id, "facts")
    assert [of for _, of, _ in desk.taken] == [first.id]


async def test_an_event_behind_another_of_its_link_is_not_handed_in(bench: Bench) -> None:
    link, desk = await bench.linked(), Counter()
    bench.tenant.mailbox.desk = desk
    await bench.tenant.look(link.id, "facts")
    await bench.tenant.look(link.id, "facts")
    assert len(desk.taken) == 1


async def test_a_repeat_is_not_handed_in(bench: Bench) -> None:
    link, desk = await bench.linked(), Counter()
    bench.tenant.mailbox.desk = desk
    event = Looked("tg:1", bench.clock(), "facts")
    assert await bench.tenant.mailbox.take(link.id, event) == "new"
    assert await bench.tenant.mailbox.take(link.id, event) == "seen"
    assert len(desk.taken) == 1


async def test_a_worker_that_is_full_is_handed_nothing(bench: Bench) -> None:
    link, desk = await bench.linked(), Counter(consumer="")
    bench.tenant.mailbox.desk = desk
    assert await bench.tenant.look(link.id, "facts")
    assert desk.taken == []
    assert await bench.next() is not None


async def test_without_a_consumer_group_an_event_is_stored_and_nothing_is_handed_in(bench: Bench) -> None:
    link, desk = await bench.tenant.links.for_chat(1), Counter()
    await bench.store.db(bench.store.db.redis.delete(f"{bench.tenant.room.bucket}ready"))
    bench.tenant.mailbox.desk = desk
    assert await bench.tenant.look(link.id, "facts")
    assert desk.taken == []
    assert await bench.next() is not None


async def test_an_entry_that_was_handed_in_and_dropped_is_among_the_workers_own(bench: Bench) -> None:
    link, desk = await bench.linked(), Counter()
    bench.tenant.mailbox.desk = desk
    await bench.tenant.look(link.id, "facts")
    mine = await bench.store.ready(bench.tenant.tenant.bucket, "bench").mine()
    assert [one.link for one in mine] == [link.id]
