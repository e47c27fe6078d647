"""What waited an hour too long is held back until one digest says it; each item keeps its own record."""

from __future__ import annotations

from datetime import timedelta

from bot.channels.outgoing import Outgoing
from bot.state.events import Looked
from bot.state.turn import Effect, Notify, Turn, Withdraw
from bot.store.outbox import UNLIMITED
from bot.store.records import Link
from tests.clocks import NOW
from tests.store.people import PERSON, Bench, notice

ITEMS = tuple(f"lesson:{n}" for n in range(5))


async def waits(bench: Bench, *items: str, hours: float = 6) -> Link:
    """These notices were planned some hours ago and have not left."""
    link = await bench.linked()
    bench.tenant.outbox.limits = dict(UNLIMITED)
    await bench.tell(link, *(notice(item) for item in items))
    bench.clock.forward(hours=hours)
    return link


async def taken(bench: Bench) -> Outgoing:
    found = await bench.tenant.outbox.next_send()
    assert not isinstance(found, float)
    (one,) = found
    return one


async def fold(bench: Bench, *items: str) -> None:
    """The turn that folds these."""
    loaded = await bench.next()
    assert loaded is not None
    covers = tuple((item, 2) for item in items)
    said = notice("digest", 1, screen="push.digest", covers=covers, not_before=bench.clock())
    effects: tuple[Effect, ...] = (*(Withdraw(item, folded=True) for item in items), Notify(said))
    assert (
        await bench.tenant.turns.commit(loaded, Turn(loaded.session, effects=effects), bench.clock()) == "ok"
    )


async def states(bench: Bench) -> dict[str, str]:
    return {d.item: d.state.value for d in await bench.tenant.deliveries.of_person(PERSON.id)}


async def test_many_late_notices_make_the_link_look_and_are_held_back(bench: Bench) -> None:
    await waits(bench, *ITEMS)
    assert await bench.tenant.outbox.next_send() == ()
    assert isinstance(await bench.tenant.outbox.next_send(), float)
    loaded = await bench.next()
    assert loaded is not None
    assert isinstance(loaded.event, Looked)
    assert (loaded.event.topic, loaded.event.data) == (
        "catchup",
        {"value": " ".join(f"{i}@2" for i in ITEMS)},
    )


async def test_a_few_late_notices_leave_as_they_are(bench: Bench) -> None:
    await waits(bench, *ITEMS[:3])
    sent = await taken(bench)
    assert sent.notice is not None
    assert sent.notice.item in ITEMS


async def test_many_notices_in_time_leave_as_they_are(bench: Bench) -> None:
    await waits(bench, *ITEMS, hours=0.9)
    assert (await taken(bench)).notice is not None


async def test_a_sent_digest_is_the_message_of_each_item(bench: Bench) -> None:
    await waits(bench, *ITEMS)
    await bench.tenant.outbox.next_send()
    await fold(bench, *ITEMS)
    assert await states(bench) == {item: "sending" if item == ITEMS[0] else "planned" for item in ITEMS}
    sent = await taken(bench)
    assert sent.notice is not None
    assert sent.notice.covers == tuple((item, 2) for item in ITEMS)
    assert await states(bench) == dict.fromkeys(ITEMS, "sending")
    await bench.tenant.outbox.sent(sent.lease, 9)
    assert await states(bench) == dict.fromkeys(ITEMS, "sent")
    assert isinstance(await bench.tenant.outbox.next_send(), float)


async def test_a_digest_that_never_arrives_failed_for_each_item(bench: Bench) -> None:
    await waits(bench, *ITEMS)
    await bench.tenant.outbox.next_send()
    await fold(bench, *ITEMS)
    sent = await taken(bench)
    await bench.tenant.outbox.closed(sent.lease)
    assert await states(bench) == dict.fromkeys(ITEMS, "failed")


async def test_a_later_digest_leaves_the_earlier_one_as_it_is(bench: Bench) -> None:
    await waits(bench, *ITEMS)
    await bench.tenant.outbox.next_send()
    for message in (9, 10):
        if message == 10:
            link = await bench.tenant.links.of_person(PERSON.id)
            assert link is not None
            await bench.tell(link, *(notice(item, 2) for item in ITEMS))
            bench.clock.forward(hours=2)
            assert await bench.tenant.outbox.next_send() == ()
        await fold(bench, *ITEMS)
        sent = await taken(bench)
        assert sent.old_message is None
        await bench.tenant.outbox.sent(sent.lease, message)


async def test_held_back_in_vain_they_leave_by_themselves(bench: Bench) -> None:
    await waits(bench, *ITEMS)
    waited, asked = timedelta(), 0
    while not (found := await bench.tenant.outbox.next_send()) or isinstance(found, float):
        asked += found == ()
        await bench.quiet()
        pause = max(found, 1.0) if isinstance(found, float) else 1.0
        bench.clock.forward(seconds=pause)
        waited += timedelta(seconds=pause)
    assert asked == 6
    assert waited < timedelta(hours=1.5)


async def test_what_would_come_too_late_is_not_counted_and_not_sent(bench: Bench) -> None:
    link = await bench.linked()
    over = NOW + timedelta(hours=5)
    await bench.tell(link, *(notice(item, not_after=over) for item in ITEMS))
    bench.clock.forward(hours=5)
    assert isinstance(found := await bench.tenant.outbox.next_send(), float)
    assert found > 0
    assert await states(bench) == dict.fromkeys(ITEMS, "superseded")
