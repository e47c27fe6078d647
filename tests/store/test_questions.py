"""Questions stand sealed with their person, are asked after in turn, and go with the person."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from functools import partial

from bot.cases import asking
from bot.cases.model import Question, Reply, Write, WriteKind
from bot.cases.port import Hint
from bot.state.turn import EndLink
from bot.store.register import kind_of
from bot.tenant import Bewaren
from tests.clocks import NOW
from tests.store.people import PERSON, Bench

WORDS = "Mag mijn dochter mee?"
ANSWER = "Ja, dat mag."
WRITE = Write("tg:1:0", WriteKind.QUESTION, "tg:1", NOW, WORDS)


async def asks(bench: Bench, write: Write = WRITE) -> None:
    """Samira asks, and the case system confirms."""
    now = bench.clock()
    await bench.tenant.questions.change(PERSON.id, lambda kept: asking.followed(kept, write), now)
    await bench.tenant.questions.change(PERSON.id, lambda kept: asking.sent(kept, write.id, now), now)


async def answered(bench: Bench, text: str = ANSWER) -> bool:
    replies, now = (Reply(WRITE.id, text),), bench.clock()
    change = partial(asking.heard, replies=replies, now=now)
    return await bench.tenant.questions.change(PERSON.id, change, now, read=True)


async def test_a_question_and_its_answer_are_facts_of_the_person(bench: Bench) -> None:
    link = await bench.linked()
    await asks(bench)
    await answered(bench)
    await bench.tenant.look(link.id, "redraw")
    loaded = await bench.next()
    assert loaded is not None
    assert loaded.facts is not None
    assert [(q.text, q.answer) for q in loaded.facts.questions] == [(WORDS, ANSWER)]
    assert loaded.facts.questions_as_of == bench.clock()


async def test_nothing_of_it_can_be_read_in_the_store(bench: Bench) -> None:
    await bench.linked()
    await asks(bench)
    await answered(bench)
    stored = await bench.store.db.redis.hgetall(f"{bench.tenant.room.prefix}p:{PERSON.id}")
    assert "questions" in stored
    assert not any(text in value for value in stored.values() for text in (WORDS, ANSWER))


async def test_an_answer_lets_the_phone_look_once(bench: Bench) -> None:
    await bench.linked()
    await asks(bench)
    await bench.quiet()
    assert await answered(bench)
    loaded = await bench.next()
    assert loaded is not None
    assert loaded.event.data == {"value": "own"}  # type: ignore[union-attr]
    await bench.quiet()
    assert not await answered(bench)
    assert await bench.next() is None


async def test_two_who_change_at_once_lose_nothing(bench: Bench) -> None:
    await bench.linked()
    many = [replace(WRITE, id=f"tg:{n}:0") for n in range(6)]
    await asyncio.gather(*(asks(bench, write) for write in many))
    kept = await bench.tenant.questions.of(PERSON.id)
    assert sorted(q.id for q in kept) == [write.id for write in many]
    assert all(q.sent_at is not None for q in kept)


async def test_whose_turn_it_is_is_leased_to_one(bench: Bench) -> None:
    await bench.linked()
    await asks(bench)
    wait = await bench.tenant.questions.next()
    assert isinstance(wait, float)
    bench.clock.forward(seconds=wait)
    assert await bench.tenant.questions.next() == PERSON.id
    assert isinstance(await bench.tenant.questions.next(), float)


async def test_a_lease_that_nobody_gave_back_ends(bench: Bench) -> None:
    await bench.linked()
    await asks(bench)
    bench.clock.forward(hours=1)
    assert await bench.tenant.questions.next() == PERSON.id
    bench.clock.forward(minutes=2)
    assert await bench.tenant.questions.next() == PERSON.id


async def test_a_hint_about_the_internal_task_brings_the_next_look_forward(bench: Bench) -> None:
    await bench.linked()
    await asks(bench)
    assert not await bench.tenant.hints.put(Hint(number="0000000001"))
    assert isinstance(await bench.tenant.questions.next(), float)
    assert await bench.tenant.hints.put(Hint(number=asking.task_number(WRITE.id)))
    assert await bench.tenant.questions.next() == PERSON.id


async def test_two_days_after_an_answer_nobody_asks_any_more(bench: Bench) -> None:
    await bench.linked()
    await asks(bench)
    await answered(bench)
    bench.clock.forward(days=3)
    await answered(bench)
    assert await bench.tenant.questions.next() == 60.0


async def test_every_key_is_known_and_goes_with_the_person(bench: Bench) -> None:
    link = await bench.linked()
    await asks(bench)
    keys = [key async for key in bench.store.db.redis.scan_iter()]
    assert [key for key in keys if kind_of(key) is None] == []
    await bench.turn(link, "ended", EndLink("deleted", person=True))
    bench.clock.forward(minutes=1)
    await bench.tenant.links.purge(link.id, with_person=True)
    assert await bench.tenant.questions.of(PERSON.id) == ()
    prefix = bench.tenant.room.prefix
    assert (
        await bench.store.db.redis.exists(
            f"{prefix}questions", f"{prefix}questionstaken", f"{prefix}asked", f"{prefix}p:{PERSON.id}"
        )
        == 0
    )


async def test_nothing_is_stored_for_a_person_who_is_gone(bench: Bench) -> None:
    link = await bench.linked()
    await bench.turn(link, "ended", EndLink("deleted", person=True))
    bench.clock.forward(minutes=1)
    await bench.tenant.links.purge(link.id, with_person=True)
    await asks(bench)
    assert not await bench.store.db.redis.exists(f"{bench.tenant.room.prefix}p:{PERSON.id}")


async def test_questions_are_removed_after_the_period_of_conversations(bench: Bench) -> None:
    await bench.linked()
    await asks(bench)
    bench.clock.forward(days=20)
    await asks(bench, replace(WRITE, id="tg:2:0", at=bench.clock()))
    bench.clock.forward(days=11)
    await bench.tenant.retention.sweep(Bewaren(gesprek=30), bench.clock())
    kept: tuple[Question, ...] = await bench.tenant.questions.of(PERSON.id)
    assert [(q.id, bench.clock() - q.asked_at) for q in kept] == [("tg:2:0", timedelta(days=11))]
