"""Dead letters: kept sealed, tried once more or given up, and gone with their link or after a month."""

from __future__ import annotations

import json

import pytest

from bot.state.events import Looked, Tapped, Typed
from bot.store.dead import MOST, apology_for
from bot.store.records import DeadLetter, Link, Retried
from bot.tenant import Bewaren
from tests.clocks import NOW
from tests.store.people import Bench

SECRET = "mijn geheime vraag"


async def buried(bench: Bench, link: Link, text: str = SECRET, number: int = 1) -> DeadLetter:
    """Bury one typed event of this link."""
    await bench.tenant.mailbox.ingest(link.id, Typed(f"tg:{number}", NOW, number, text))
    await bury_next(bench)
    return (await bench.tenant.dead.all())[0]


async def bury_next(bench: Bench) -> None:
    """Bury the oldest event that is ready."""
    loaded = await bench.next()
    assert loaded is not None
    oldest = await bench.tenant.dead.oldest(loaded.link.id)
    assert oldest is not None
    await bench.tenant.dead.bury(
        loaded.link.id,
        loaded.entry,
        oldest[0],
        kind=oldest[1],
        reason="ValueError in state/engine.py:1 (step)",
        tries=3,
        apology=apology_for(loaded.event, oldest[1]),
    )


async def test_a_buried_event_leaves_the_mailbox_and_its_neighbour_comes_next(bench: Bench) -> None:
    link = await bench.tenant.links.for_chat(1)
    await bench.tenant.mailbox.ingest(link.id, Typed("tg:1", NOW, 1, SECRET))
    await bench.tenant.mailbox.ingest(link.id, Typed("tg:2", NOW, 2, "volgende"))
    await bury_next(bench)
    loaded = await bench.next()
    assert loaded is not None
    assert loaded.event == Typed("tg:2", NOW, 2, "volgende")
    assert await bench.tenant.dead.waiting() == 1


async def test_a_letter_names_kind_reason_and_link_and_tells_nothing_else(bench: Bench) -> None:
    link = await bench.tenant.links.for_chat(1)
    letter = await buried(bench, link)
    assert (letter.link, letter.kind, letter.tries, letter.at, letter.state, letter.kept) == (
        link.id,
        "Typed",
        3,
        NOW,
        "waiting",
        True,
    )
    redis = bench.store.db.redis
    stored = json.dumps(await bench.store.db(redis.hgetall(f"{bench.tenant.room.prefix}dead")))
    assert SECRET not in stored


async def test_the_person_is_told_once_where_they_tapped(bench: Bench) -> None:
    link = await bench.tenant.links.for_chat(1)
    await bench.tenant.mailbox.ingest(link.id, Tapped("tg:1", NOW, 77, "home.home", "more"))
    await bury_next(bench)
    loaded = await bench.next()
    assert loaded is not None
    assert isinstance(loaded.event, Looked)
    assert (loaded.event.topic, loaded.event.data) == ("sorry", {"value": "77"})
    await bury_next(bench)
    assert await bench.next() is None


async def test_an_event_tried_once_more_comes_back_as_it_was(bench: Bench) -> None:
    link = await bench.tenant.links.for_chat(1)
    letter = await buried(bench, link)
    await bench.quiet()
    assert await bench.tenant.dead.retry(letter.id, "nadia") is Retried.OK
    loaded = await bench.next()
    assert loaded is not None
    assert loaded.event == Typed(f"retry:{letter.id}:1", NOW, 1, SECRET)
    (kept,) = await bench.tenant.dead.all()
    assert (kept.state, kept.by, kept.kept, kept.ended_at) == ("retried", "nadia", False, NOW)
    assert await bench.tenant.dead.waiting() == 0
    assert await bench.tenant.dead.retry(letter.id, "nadia") is Retried.GONE


async def test_an_event_that_fails_again_is_the_same_letter_and_nobody_is_told_twice(bench: Bench) -> None:
    link = await bench.tenant.links.for_chat(1)
    letter = await buried(bench, link)
    await bench.quiet()
    for number in (1, 2):
        assert await bench.tenant.dead.retry(letter.id, "nadia") is Retried.OK
        await bury_next(bench)
        (again,) = await bench.tenant.dead.all()
        assert (again.id, again.state, again.retries, again.kept) == (letter.id, "waiting", number, True)
        assert await bench.next() is None


async def test_a_discarded_event_is_gone_and_the_reason_stays_sealed(bench: Bench) -> None:
    link = await bench.tenant.links.for_chat(1)
    letter = await buried(bench, link)
    assert await bench.tenant.dead.discard(letter.id, "nadia", "Samira is gebeld")
    assert not await bench.tenant.dead.discard(letter.id, "joris", "ook")
    (kept,) = await bench.tenant.dead.all()
    assert (kept.state, kept.by, kept.why, kept.kept) == ("discarded", "nadia", "Samira is gebeld", False)
    redis = bench.store.db.redis
    stored = json.dumps(await bench.store.db(redis.hgetall(f"{bench.tenant.room.prefix}dead")))
    assert "gebeld" not in stored


async def test_letters_die_with_their_link(bench: Bench) -> None:
    link, other = await bench.tenant.links.for_chat(1), await bench.tenant.links.for_chat(2)
    await buried(bench, link)
    await bench.quiet()
    await buried(bench, other, number=2)
    await bench.tenant.links.purge(link.id, with_person=True)
    assert [letter.link for letter in await bench.tenant.dead.all()] == [other.id]
    assert await bench.tenant.dead.waiting() == 1


async def test_a_letter_of_an_ended_link_cannot_be_tried_again(bench: Bench) -> None:
    link = await bench.linked()
    letter = await buried(bench, link)
    redis = bench.store.db.redis
    await bench.store.db(redis.hset(f"{bench.tenant.room.prefix}l:{link.id}", "state", "ended"))
    assert await bench.tenant.dead.retry(letter.id, "nadia") is Retried.ENDED


async def test_letters_are_kept_a_month(bench: Bench) -> None:
    letter = await buried(bench, await bench.tenant.links.for_chat(1))
    bench.clock.forward(days=29)
    await bench.tenant.dead.discard(letter.id, "nadia", "oud")
    bench.clock.forward(days=2)
    await bench.tenant.retention.sweep(Bewaren(), bench.clock())
    assert len(await bench.tenant.dead.all()) == 1
    bench.clock.forward(days=29)
    await bench.tenant.retention.sweep(Bewaren(), bench.clock())
    assert await bench.tenant.dead.all() == ()


async def test_a_letter_of_an_earlier_release_can_only_be_discarded(bench: Bench) -> None:
    link = await bench.tenant.links.for_chat(1)
    old = json.dumps({"link": link.id, "reason": "Tapped: KeyError", "at": 1_795_500_000_000})
    await bench.store.db(bench.store.db.redis.hset(f"{bench.tenant.room.prefix}dead", "tg:5", old))
    (letter,) = await bench.tenant.dead.all()
    assert (letter.id, letter.kind, letter.kept) == ("tg:5", "Tapped", False)
    assert await bench.tenant.dead.retry("tg:5", "nadia") is Retried.UNREADABLE
    assert await bench.tenant.dead.discard("tg:5", "nadia", "oud")


async def test_an_event_that_cannot_be_opened_can_only_be_discarded(bench: Bench) -> None:
    letter = await buried(bench, await bench.tenant.links.for_chat(1))
    key = f"{bench.tenant.room.prefix}dead"
    fields = json.loads(await bench.store.db(bench.store.db.redis.hget(key, letter.id)))
    fields["payload"] = "Typed:1.AAAA"
    await bench.store.db(bench.store.db.redis.hset(key, letter.id, json.dumps(fields)))
    assert await bench.tenant.dead.retry(letter.id, "nadia") is Retried.UNREADABLE
    assert await bench.tenant.dead.discard(letter.id, "nadia", "onleesbaar")


async def test_beyond_the_most_the_oldest_goes_and_an_alarm_says_so(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert MOST == 1000
    monkeypatch.setattr("bot.store.dead.MOST", 2)
    link = await bench.tenant.links.for_chat(1)
    for number in range(3):
        bench.clock.forward(seconds=1)
        await buried(bench, link, number=number)
        await bench.quiet()
    assert await bench.tenant.dead.waiting() == 2
    assert len(await bench.tenant.dead.all()) == 2
    assert [alarm.kind for alarm in await bench.tenant.alarms.all()] == ["dead_full"]


async def test_of_what_was_dealt_with_only_the_newest_are_kept(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.store.dead.MOST", 2)
    link = await bench.tenant.links.for_chat(1)
    for number in range(4):
        bench.clock.forward(seconds=1)
        letter = await buried(bench, link, number=number)
        await bench.tenant.dead.discard(letter.id, "nadia", str(number))
        await bench.quiet()
    assert await bench.tenant.dead.forget_before(NOW) == 2
    assert [letter.why for letter in await bench.tenant.dead.all()] == ["3", "2"]
