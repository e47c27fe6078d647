"""After a long outage one digest, and no reminder of the past (X18); poison of one person stops nobody."""

from __future__ import annotations

import asyncio

import pytest

from bot.app import App
from bot.console.api.keys import make_key
from bot.console.roles import Role
from bot.sandbox.telegram.message import Message
from bot.store.codec import millis
from tests.office import ingrid
from tests.phone import Newcomer, newcomer
from tests.rest import at_rest, until_nothing
from tests.town import BOT, TestTown
from tests.transcript import plainly

pytestmark = pytest.mark.story
LESSONS = ("2026-11-26 09:00", "2026-11-30 09:00", "2026-12-02 09:00", "2026-12-03 09:00", "2026-12-07 09:00")
ALWAYS = 100_000


def since(person: Newcomer, before: int) -> list[Message]:
    """Messages of the bot that came after this one."""
    return [one for one in person.phone.messages(BOT) if one.from_bot and one.id > before]


def newest(person: Newcomer) -> int:
    return max(one.id for one in person.phone.messages(BOT))


async def cancelled(waterveen: TestTown) -> None:
    """The school cancels every lesson of the list; the undo time passes."""
    planner = await ingrid(waterveen)
    for wall in LESSONS:
        await planner.cancels("B1-2", wall)
    await waterveen.moves_on(minutes=3)


async def test_after_six_hours_without_telegram_there_is_one_digest(waterveen: TestTown) -> None:
    samira = await newcomer("Samira", waterveen)
    await samira.links()
    before, faults = newest(samira), waterveen.demo.telegram.faults
    faults.server_error(ALWAYS, 502, chat_id=samira.phone.person.id)
    await cancelled(waterveen)
    await at_rest(waterveen)
    await waterveen.moves_on("2026-11-23 14:30")
    await at_rest(waterveen)
    faults.clear()
    await waterveen.moves_on(minutes=6)
    await at_rest(waterveen)
    await waterveen.moves_on(minutes=6)
    await at_rest(waterveen)
    (said,) = since(samira, before)
    assert plainly(said).startswith("📋 There are 5 new things.")
    await samira.taps("👁 Open")
    await samira.sees("1 ❌ Thursday 26 November 09:00: cancelled", "More: 2.")
    await samira.taps("1")
    await samira.sees("❌", "👍 I understand")
    counts = await (await ingrid(waterveen)).counts("B1-2", LESSONS[0])
    assert counts["seen"] == ["Samira"]


async def workers_stop(waterveen: TestTown) -> None:
    tasks = [one for one in waterveen.demo.app._tasks if one.get_name().startswith("worker")]
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def due_jobs(waterveen: TestTown) -> list[str]:
    """Jobs that the scheduler has still to carry out."""
    room = waterveen.waterveen.store.room
    return list(
        await room.db.redis.zrange(f"{room.prefix}jobs", "-inf", millis(waterveen.clock()), byscore=True)
    )


async def test_after_a_night_without_workers_nobody_is_reminded_of_a_lesson_that_has_begun(
    waterveen: TestTown,
) -> None:
    samira = await newcomer("Samira", waterveen)
    await samira.links()
    app = waterveen.demo.app
    for wall in ("2026-11-23 19:00", "2026-11-24 12:00"):
        await waterveen.moves_on(wall)
        await at_rest(waterveen)
    before = newest(samira)
    await workers_stop(waterveen)
    await cancelled(waterveen)
    for wall in ("2026-11-24 19:00", "2026-11-25 03:00", "2026-11-25 09:30"):
        await waterveen.moves_on(wall)
        await until_nothing(lambda: due_jobs(waterveen))
    assert since(samira, before) == []
    again = App(app.settings, app.tenants, app.url, waterveen.clock, ("worker",), "again")
    await again.build()
    await again.start()
    try:
        for _ in range(2):
            await at_rest(waterveen)
            await waterveen.moves_on(minutes=3)
        await at_rest(waterveen)
    finally:
        await again.stop()
    said = [plainly(one) for one in since(samira, before)]
    assert len(said) == 2
    assert said[0].startswith("❌ Thursday 26 November 09:00 is cancelled.")
    assert said[1].startswith("📋 There are 4 new things.")
    assert not any("⏰" in one for one in said)


async def test_poison_of_one_person_stops_nobody_and_everybody_concerned_is_told(waterveen: TestTown) -> None:
    samira = await newcomer("Samira", waterveen)
    filmon = await newcomer("Filmon", waterveen, language="ti")
    await samira.links()
    await filmon.links()
    store = waterveen.waterveen.store
    link = await store.links.of_person((await filmon.person()).id)
    assert link is not None
    now = millis(waterveen.clock())
    await store.room.script("ingest", link.id, "tg:poison", "Typed:1.AAAA", now)
    await samira.taps("📚 Lessons")
    await samira.sees("Thu 26:")
    samira.does_not_see("Sorry")
    assert filmon.newest.startswith("ይቕሬታ፣ ኣብዚ ጌጋ ኣጋጢሙ።")
    await filmon.taps("📚 Lessons")
    filmon.does_not_see("ይቕሬታ")
    record, text = make_key("operator", "waterveen", Role.ADMIN)
    await waterveen.demo.app.store.api_keys.put(record)
    url = f"{waterveen.console}/api/v1/stuck"
    async with waterveen.http.get(url, headers={"Authorization": f"Bearer {text}"}) as answer:
        (letter,) = (await answer.json())["letters"]
    assert (letter["link"], letter["kind"], letter["state"]) == (link.id, "Typed", "waiting")
    assert letter["reason"].startswith("unreadable: ")
