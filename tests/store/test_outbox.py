"""One call in flight per link, the newest screen, urgent first, Telegram's limits kept, nothing lost."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest

from bot.channels.outgoing import Outgoing
from bot.errors import StoreAway
from bot.state.events import Looked, Typed
from bot.state.session import Place
from bot.state.turn import PRESENT, EndLink, Erase, Priority, Turn
from bot.store.outbox import UNLIMITED
from bot.store.records import LinkState
from bot.store.store import TenantStore
from tests import tenants
from tests.clocks import NOW
from tests.store.conftest import MASTER
from tests.store.people import LESSON, Bench, notice


async def taken(bench: Bench) -> Outgoing:
    found = await bench.tenant.outbox.next_send()
    assert not isinstance(found, float), f"nothing to send for {found} s"
    return found[0]


async def test_only_the_newest_screen_is_sent(bench: Bench) -> None:
    link = await bench.linked()
    await bench.turn(link, "one", place=Place("home.home"), message=9)
    bench.clock.forward(seconds=1)
    await bench.turn(link, "two", place=Place("tasks.list"), message=9)
    sent = await taken(bench)
    assert (sent.place, sent.message) == (Place("tasks.list"), 9)
    assert await bench.tenant.outbox.sent(sent.lease, 9) == "ok"
    assert isinstance(await bench.tenant.outbox.next_send(), float)


async def test_a_new_screen_at_the_bottom_takes_the_buttons_off_the_old_one(bench: Bench) -> None:
    link = await bench.linked()
    await bench.turn(link, "one", place=Place("home.home"))
    await bench.tenant.outbox.sent((await taken(bench)).lease, 31)
    bench.clock.forward(seconds=2)
    await bench.turn(link, "typed", place=Place("help.unknown"))
    sent = await taken(bench)
    assert (sent.message, sent.old_message) == (None, 31)


async def test_one_call_is_in_flight_per_link(bench: Bench) -> None:
    link = await bench.linked()
    await bench.tell(link, notice("a"), notice("b"))
    first = await taken(bench)
    assert isinstance(await bench.tenant.outbox.next_send(), float)
    await bench.tenant.outbox.sent(first.lease, 1)
    assert (await taken(bench)).lease.key != first.lease.key


async def test_a_second_change_while_the_first_is_being_sent_goes_out_too(bench: Bench) -> None:
    link = await bench.linked()
    await bench.tell(link, notice(version=2))
    first = await taken(bench)
    bench.clock.forward(seconds=1)
    await bench.tell(link, notice(version=3))
    assert await bench.tenant.outbox.sent(first.lease, 50) == "newer"
    second = await taken(bench)
    assert second.notice is not None
    assert (second.notice.version, second.old_message) == (3, 50)


async def test_a_sender_that_keeps_living_keeps_its_lease(bench: Bench) -> None:
    link = await bench.linked()
    await bench.tell(link, notice())
    await taken(bench)
    another = TenantStore(bench.store.db, MASTER, bench.clock, tenants.waterveen()).outbox
    for _ in range(14):
        bench.clock.forward(seconds=1)
        await bench.tenant.outbox.beat()
        assert isinstance(await another.next_send(), float)
    bench.clock.forward(seconds=2)
    await bench.tenant.outbox.beat()
    assert not isinstance(await another.next_send(), float)


async def test_a_sender_that_died_before_the_send_costs_three_seconds(bench: Bench) -> None:
    link = await bench.linked()
    await bench.tell(link, notice())
    died = await taken(bench)
    another = TenantStore(bench.store.db, MASTER, bench.clock, tenants.waterveen()).outbox
    bench.clock.forward(seconds=2)
    assert isinstance(await another.next_send(), float)
    bench.clock.forward(seconds=1)
    found = await another.next_send()
    assert not isinstance(found, float)
    again = found[0]
    assert again.notice == died.notice
    assert await bench.tenant.outbox.sent(again.lease, 60) == "ok"
    assert await bench.tenant.outbox.sent(died.lease, 61) == "ok"
    bench.clock.forward(seconds=16)
    assert isinstance(await bench.tenant.outbox.next_send(), float)


async def test_a_sender_that_was_heard_of_after_the_lease_costs_three_seconds_from_then(bench: Bench) -> None:
    link = await bench.linked()
    await bench.tell(link, notice())
    died = await taken(bench)
    another = TenantStore(bench.store.db, MASTER, bench.clock, tenants.waterveen()).outbox
    bench.clock.forward(milliseconds=100)
    await bench.tenant.outbox.next_send()
    bench.clock.forward(milliseconds=2950)
    assert isinstance(await another.next_send(), float)
    bench.clock.forward(milliseconds=51)
    found = await another.next_send()
    assert not isinstance(found, float)
    assert found[0].notice == died.notice


async def test_a_sender_that_wakes_after_its_lease_lets_the_screen_be_drawn_again(bench: Bench) -> None:
    link = await bench.linked()
    await bench.turn(link, "one", place=Place("home.home"), message=9)
    held_up = await taken(bench)
    another = TenantStore(bench.store.db, MASTER, bench.clock, tenants.waterveen()).outbox
    bench.clock.forward(seconds=4)
    await bench.turn(link, "two", place=Place("tasks.list"), message=9)
    found = await another.next_send()
    assert not isinstance(found, float)
    await another.sent(found[0].lease, 9)
    assert await bench.next() is None
    await bench.tenant.outbox.sent(held_up.lease, 9)
    late = await bench.next()
    assert late is not None
    assert isinstance(late.event, Looked)
    assert late.event.topic == "redraw"


async def test_a_screen_goes_before_a_waiting_broadcast(bench: Bench) -> None:
    link = await bench.linked()
    await bench.tell(link, notice("campaign:1", priority=Priority.BROADCAST))
    bench.clock.forward(seconds=1)
    await bench.turn(link, "tap", place=Place("home.home"), message=3)
    assert (await taken(bench)).place == Place("home.home")


async def test_what_came_too_late_is_not_sent(bench: Bench) -> None:
    link = await bench.linked()
    await bench.tell(link, notice(not_after=NOW + timedelta(hours=1)))
    bench.clock.forward(hours=2)
    assert isinstance(await bench.tenant.outbox.next_send(), float)
    (delivery,) = await bench.tenant.deliveries.of(f"lesson:{LESSON}")
    assert (delivery.state, delivery.reason) == ("superseded", "too late")


async def test_no_second_has_more_than_thirty_messages(bench: Bench) -> None:
    bench.tenant.outbox.limits = {**bench.tenant.outbox.limits, "chat_gap": 0}
    for chat in range(60):
        link = await bench.tenant.links.for_chat(chat + 1)
        await bench.turn(link, f"screen-{chat}", place=Place("start.language"))
    moments: list[float] = []
    while len(moments) < 60:
        found = await bench.tenant.outbox.next_send()
        if isinstance(found, float):
            bench.clock.forward(seconds=found)
            continue
        moments.append(bench.clock().timestamp())
        await bench.tenant.outbox.sent(found[0].lease, 1)
    busiest = max(sum(1 for other in moments if start <= other < start + 1) for start in moments)
    assert busiest <= 30


async def test_many_chats_are_leased_in_one_step_and_never_more_than_the_pace_allows(bench: Bench) -> None:
    for chat in range(20):
        link = await bench.tenant.links.for_chat(chat + 1)
        await bench.turn(link, f"screen-{chat}", place=Place("start.language"))
    found = await bench.tenant.outbox.next_send(most=4)
    assert not isinstance(found, float)
    assert len({one.lease.link for one in found}) == 4
    found = await bench.tenant.outbox.next_send(most=20)
    assert not isinstance(found, float)
    assert len(found) == 2
    assert isinstance(await bench.tenant.outbox.next_send(most=20), float)


async def test_an_entry_that_cannot_be_read_does_not_hold_up_the_others(bench: Bench) -> None:
    links = [await bench.tenant.links.for_chat(chat + 1) for chat in range(2)]
    for link in links:
        await bench.turn(link, "screen", place=Place("start.language"))
    room = bench.tenant.room
    name = f"{bench.tenant.links.key(links[0].id)}:out"
    stored = json.loads(await room.db(room.db.redis.hget(name, "screen")))
    broken = json.dumps(stored | {"payload": "1." + "A" * 64})
    await room.db(room.db.redis.hset(name, "screen", broken))
    found = await bench.tenant.outbox.next_send(most=10)
    assert not isinstance(found, float)
    assert [one.lease.link for one in found] == [links[1].id]


async def test_a_chat_gets_three_quickly_and_then_one_a_second(bench: Bench) -> None:
    link = await bench.linked()
    bench.clock.forward(seconds=10)
    await bench.tell(link, *(notice(f"n{number}") for number in range(5)))
    start = bench.clock()
    moments: list[float] = []
    while len(moments) < 5:
        found = await bench.tenant.outbox.next_send()
        if isinstance(found, float):
            bench.clock.forward(seconds=found)
            continue
        moments.append((bench.clock() - start).total_seconds())
        await bench.tenant.outbox.sent(found[0].lease, len(moments))
    assert moments[2] < 0.5
    assert moments[4] - moments[3] >= 0.99


async def test_a_frozen_chat_waits_and_others_go_on(bench: Bench) -> None:
    bench.tenant.outbox.limits = dict(UNLIMITED)
    frozen, other = await bench.tenant.links.for_chat(1), await bench.tenant.links.for_chat(2)
    await bench.turn(frozen, "a", place=Place("start.language"))
    first = await taken(bench)
    await bench.tenant.outbox.freeze("chat", first.lease, 7)
    await bench.tenant.outbox.later(first.lease, 7)
    await bench.turn(other, "b", place=Place("start.language"))
    assert (await taken(bench)).lease.link == other.id
    assert isinstance(await bench.tenant.outbox.next_send(), float)
    bench.clock.forward(seconds=8)
    assert (await taken(bench)).lease.link == frozen.id


async def test_a_frozen_token_stops_every_chat(bench: Bench) -> None:
    link = await bench.tenant.links.for_chat(1)
    await bench.turn(link, "a", place=Place("start.language"))
    first = await taken(bench)
    await bench.tenant.outbox.freeze("token", first.lease, 3)
    await bench.tenant.outbox.later(first.lease, 0)
    wait = await bench.tenant.outbox.next_send()
    assert isinstance(wait, float)
    assert 2.5 < wait <= 3
    bench.clock.forward(seconds=3.1)
    await taken(bench)


async def test_a_blocked_bot_stops_the_queue_and_tells_the_caseworker(bench: Bench) -> None:
    link = await bench.linked()
    await bench.tell(link, notice())
    sent = await taken(bench)
    await bench.tenant.outbox.closed(sent.lease)
    found = await bench.tenant.links.get(link.id)
    assert found is not None
    assert found.state is LinkState.BLOCKED
    (delivery,) = await bench.tenant.deliveries.of(f"lesson:{LESSON}")
    assert (delivery.state, delivery.reason) == ("failed", "blocked")
    assert [alarm.kind for alarm in await bench.tenant.alarms.all()] == ["unreachable"]


async def test_a_frozen_phone_that_blocks_the_bot_stays_frozen(bench: Bench) -> None:
    link = await bench.linked()
    await bench.tell(link, notice())
    sent = await taken(bench)
    await bench.freeze(link)
    await bench.tenant.outbox.closed(sent.lease)
    found = await bench.tenant.links.get(link.id)
    assert found is not None
    assert found.state is LinkState.FROZEN


async def test_a_message_that_arrives_after_the_end_is_to_be_deleted(bench: Bench) -> None:
    link = await bench.linked()
    await bench.tell(link, notice())
    sent = await taken(bench)
    await bench.tenant.links.end(link.id)
    loaded = await bench.next()
    assert loaded is not None
    await bench.tenant.turns.commit(
        loaded, Turn(loaded.session, effects=(EndLink("", erase=False),)), bench.clock()
    )
    assert await bench.tenant.outbox.sent(sent.lease, 77) == "ended"


async def test_nothing_new_is_told_to_a_frozen_phone_until_it_is_open_again(bench: Bench) -> None:
    link = await bench.linked()
    await bench.tell(link, notice())
    await bench.freeze(link)
    assert isinstance(await bench.tenant.outbox.next_send(), float)
    await bench.quiet()
    await bench.tenant.links.thaw(link.id)
    bench.clock.forward(seconds=6)
    assert (await taken(bench)).notice == notice()


async def test_a_look_is_no_sign_of_life(bench: Bench) -> None:
    link = await bench.linked()
    bench.clock.forward(hours=5)
    await bench.turn(link, "facts")
    found = await bench.tenant.links.get(link.id)
    assert found is not None
    assert found.seen_at is None


async def test_every_message_that_was_to_be_deleted_is_deleted_ahead_of_the_chats_pace(bench: Bench) -> None:
    link = await bench.linked()
    for number in range(6):
        await bench.turn(link, f"typed-{number}", Erase((100 + number,)), place=Place("help.unknown"))
    deleted: list[int] = []
    while not isinstance(found := await bench.tenant.outbox.next_send(), float):
        (one,) = found
        deleted += one.messages
        await bench.tenant.outbox.sent(one.lease, None if one.lease.lane == "erase" else 7)
    assert sorted(deleted) == [100 + number for number in range(6)]


async def test_what_was_leased_by_an_answer_that_got_lost_is_sent_within_seconds(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = await bench.linked()
    await bench.turn(link, "one", place=Place("home.home"))
    carry_out = bench.store.db.run

    async def cut(*call: Any) -> Any:
        await carry_out(*call)
        raise StoreAway("The answer got lost.")

    with monkeypatch.context() as away:
        away.setattr(bench.store.db, "run", cut)
        with pytest.raises(StoreAway):
            await bench.tenant.outbox.next_send()
    assert isinstance(await bench.tenant.outbox.next_send(), float)
    bench.clock.forward(seconds=3.1)
    await bench.tenant.outbox.beat()
    sent = await taken(bench)
    assert sent.place == Place("home.home")
    bench.clock.forward(seconds=3.1)
    await bench.tenant.outbox.beat()
    assert isinstance(await bench.tenant.outbox.next_send(), float), "its own lease still holds"


async def test_an_answer_goes_before_the_redraws_of_many(bench: Bench) -> None:
    bench.tenant.outbox.limits = {**bench.tenant.outbox.limits, "chat_gap": 0}
    for chat in range(5):
        link = await bench.tenant.links.for_chat(chat + 1)
        await bench.turn(link, f"facts-{chat}", place=Place("home.home"), message=PRESENT)
    tapping = await bench.tenant.links.for_chat(9)
    assert await bench.tenant.mailbox.ingest(tapping.id, Typed("tg:1", bench.clock(), 1, "les"))
    loaded = await bench.next()
    assert loaded is not None
    await bench.tenant.turns.commit(loaded, Turn(loaded.session, Place("home.home"), 9), bench.clock())
    assert (await taken(bench)).lease.link == tapping.id


async def test_a_redraw_does_not_delay_the_answer_that_it_replaces(bench: Bench) -> None:
    link = await bench.linked()
    assert await bench.tenant.mailbox.ingest(link.id, Typed("tg:1", bench.clock(), 1, "les"))
    loaded = await bench.next()
    assert loaded is not None
    await bench.tenant.turns.commit(loaded, Turn(loaded.session, Place("home.home"), 9), bench.clock())
    bench.clock.forward(seconds=1)
    await bench.turn(link, "facts", place=Place("home.home"), message=PRESENT)
    await bench.tell(link, notice("campaign:1", priority=Priority.REMINDER))
    assert (await taken(bench)).place == Place("home.home")
