"""Races through the whole program; those of a single script of the store are tests of the store."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.cases.model import Snapshot
from bot.cases.sync import Sync
from bot.cases.zgw.adapter import ZgwCases
from bot.sandbox.zgw.notices import Handling
from tests.office import Planner, ingrid
from tests.phone import OFFICE_TO_HOME, Newcomer, newcomer
from tests.rest import at_rest, until_nothing
from tests.stories.story_clock import StoryClock
from tests.town import BOT, TestTown, town

pytestmark = pytest.mark.story
THURSDAY = "2026-11-26 09:00"


async def home(waterveen: TestTown) -> tuple[Newcomer, Planner]:
    """Samira, linked, and the planner of her school."""
    samira = await newcomer("Samira", waterveen)
    await samira.links()
    return samira, await ingrid(waterveen)


def button(person: Newcomer, event: str) -> tuple[int, str]:
    """The newest button of this event: message and data."""
    return next(
        (message.id, str(found["callback_data"]))
        for message in reversed(person.phone.messages(BOT))
        for row in message.rows
        for found in row
        if f"/{event}/" in str(found.get("callback_data"))
    )


async def leaves(waterveen: TestTown) -> None:
    """The undo time passes, then the time in which a second change would still be one message."""
    for _ in range(2):
        await at_rest(waterveen)
        await waterveen.moves_on(minutes=2, seconds=10)
    await at_rest(waterveen)


async def test_a_tap_a_push_and_a_relink_at_once_end_in_one_link_and_one_absence(waterveen: TestTown) -> None:
    await waterveen.moves_on("2026-11-25 18:00")
    samira, planner = await home(waterveen)
    await samira.taps("📚 Lessons", "Thu", "📗 12:30", "🙋 I cannot come")
    again = await newcomer("Samira", waterveen, phone="new phone")
    await again.scans(await again.office_code())
    await again.taps("✅ Yes", "📖 Read")
    (old_message, tell_school), (new_message, that_is_me) = button(samira, "yes"), button(again, "yes")
    await asyncio.gather(
        samira.phone.forges(tell_school, message_id=old_message, bot=BOT),
        planner.moves("B1-2", THURSDAY, "2026-11-26 10:00"),
        again.phone.forges(that_is_me, message_id=new_message, bot=BOT),
        samira.phone.forges(tell_school, message_id=old_message, bot=BOT),
    )
    await at_rest(waterveen)
    await again.taps(*OFFICE_TO_HOME[3:])
    await again.sees("Today, Wednesday 25 November")
    await waterveen.moves_on(minutes=5)
    await at_rest(waterveen)
    assert samira.newest == "This chat is closed.\nYour contact person can tell you more."
    assert len(waterveen.case_system.objects("afmelding")) <= 1
    again.does_not_see("🔁")
    await again.taps("📚 Lessons")
    await again.sees("Thu 26:", "10:00")
    person = await again.person()
    link = await waterveen.waterveen.store.links.of_person(person.id)
    assert person.channel == "linked"
    assert link is not None
    assert link.chat == again.phone.person.id


async def test_two_chats_that_claim_one_code_at_once_get_one_link(waterveen: TestTown) -> None:
    first, second = await newcomer("Samira", waterveen), await newcomer("Samira", waterveen, phone="other")
    code = await first.office_code()
    for one in (first, second):
        await one.scans(code)
        await one.taps("✅ Yes", "📖 Read")
    taps = [(one, *button(one, "yes")) for one in (first, second)]
    await asyncio.gather(*(one.phone.forges(data, message_id=on, bot=BOT) for one, on, data in taps))
    await at_rest(waterveen)
    inside = [one for one in (first, second) if "being checked" in one.newest]
    outside = [one for one in (first, second) if "This code was used already." in one.newest]
    assert (len(inside), len(outside)) == (1, 1)


async def test_an_old_i_understand_after_a_newer_change_counts_for_nothing_and_asks_again(
    waterveen: TestTown,
) -> None:
    samira, planner = await home(waterveen)
    async with samira.meanwhile("Ingrid", "moves the lesson to 10:00"):
        await planner.moves("B1-2", THURSDAY, "2026-11-26 10:00")
        await leaves(waterveen)
    await samira.sees("New: Thursday 26 November 10:00")
    old = button(samira, "ack")
    async with samira.meanwhile("Ingrid", "moves it again, to 11:00"):
        await planner.moves("B1-2", "2026-11-26 10:00", "2026-11-26 11:00")
        await leaves(waterveen)
    await samira.sees("🔁 Not Thursday 26 November 10:00.", "New: Thursday 26 November 11:00")
    await samira.sees("🔁 Changed, see below.")
    samira.last = old
    await samira.taps_again()
    await samira.sees("Here is the newest.", "11:00")
    assert (await planner.counts("B1-2", "2026-11-26 11:00"))["understood"] == []
    await samira.taps("👍 I understand")
    assert (await planner.counts("B1-2", "2026-11-26 11:00"))["understood"] == ["Samira"]


async def test_a_second_change_while_the_first_is_sent_leaves_one_true_message(waterveen: TestTown) -> None:
    samira, planner = await home(waterveen)
    await samira.clock("2026-11-25 18:00")
    telegram = waterveen.demo.telegram
    telegram.faults.hang(method="sendMessage", chat_id=samira.phone.person.id)
    await planner.moves("B1-2", THURSDAY, "2026-11-26 10:00")
    async with asyncio.timeout(20):
        await telegram.faults.until_hanging()
    await planner.moves("B1-2", "2026-11-26 10:00", "2026-11-26 11:00")
    telegram.faults.release()
    samira.rests = False
    await samira.sees("🔁 Not Thursday 26 November 09:00.", "New: Thursday 26 November 11:00, Kade 4.")
    await waterveen.moves_on(seconds=30)
    await at_rest(waterveen)
    samira.does_not_see("10:00")
    assert samira.screen_text.count("11:00") == 1


async def test_what_a_dead_worker_had_committed_and_not_sent_arrives_after_the_next_start(
    tmp_path: Path, clock: StoryClock
) -> None:
    async with town(tmp_path, clock) as before:
        samira, planner = await home(before)
        await samira.clock("2026-11-25 06:40")
        for sender in before.demo.app._senders:
            sender.stop()
        await planner.cancels("B1-2", "2026-11-25 09:00")
        await until_waiting(before)
        samira.does_not_see("❌")
    async with town(tmp_path, clock) as after:
        samira = await newcomer("Samira", after, rests=False)
        await samira.sees("❌ Wednesday 25 November 09:00 is cancelled.")
        assert samira.screen_text.count("❌ Wednesday 25 November 09:00 is cancelled.") == 1


async def test_a_store_that_was_away_for_a_moment_costs_nothing(waterveen: TestTown) -> None:
    samira, _ = await home(waterveen)
    await samira.taps("📚 Lessons", "Thu", "📚 09:00", "🙋 I cannot come")
    server = waterveen.demo._embedded()
    await asyncio.to_thread(server.kill)
    samira.rests = False
    message, data = button(samira, "yes")
    await samira.phone.forges(data, message_id=message, bot=BOT)
    await asyncio.to_thread(server.start)
    await samira.sees("✅ Sent to the school")
    assert len(waterveen.case_system.objects("afmelding")) == 1


async def until_waiting(waterveen: TestTown) -> None:
    """Wait until a notice stands in the outbox, and the lesson in the case system."""
    room = waterveen.waterveen.store.room
    redis, prefix = room.db.redis, room.prefix

    async def left() -> list[str]:
        told = ["the turn"] if not await redis.zcard(f"{prefix}send:1") else []
        return told + (["the write"] if await redis.zcard(f"{prefix}lessonwrites") else [])

    await until_nothing(left)


class SlowReading(ZgwCases):
    """Reads a case and hands it over only when it may."""

    def __init__(self, cases: ZgwCases) -> None:
        self.true, self.read, self.may_go_on = cases, asyncio.Event(), asyncio.Event()

    async def read_case(self, case_uuid: str) -> Snapshot:
        found = await self.true.read_case(case_uuid)
        self.read.set()
        await self.may_go_on.wait()
        return found


async def test_a_sweep_that_read_the_old_value_does_not_undo_what_was_just_done(waterveen: TestTown) -> None:
    samira, _ = await home(waterveen)
    municipality = waterveen.waterveen
    await samira.taps("✅ Tasks", "1")
    waterveen.case_system.notices.handling = Handling.DROP
    assert isinstance(municipality.cases, ZgwCases)
    slow = SlowReading(municipality.cases)
    sweep = asyncio.create_task(
        Sync(slow, municipality.store, waterveen.clock).refresh_case((await samira.person()).id)
    )
    await slow.read.wait()
    await samira.taps("✅ I did it")
    await samira.sees("👏 Done.")
    slow.may_go_on.set()
    await sweep
    await at_rest(waterveen)
    await samira.sees("👏 Done.")
    await samira.taps("⬅ Back")
    await samira.sees("1 task.")
    await municipality.sync.reconcile()
    await at_rest(waterveen)
    await samira.sees("1 task.")
    samira.does_not_see("new task")


async def test_the_same_update_twice_is_one_act(waterveen: TestTown) -> None:
    samira, _ = await home(waterveen)
    await samira.taps("📚 Lessons", "Thu", "📚 09:00", "🙋 I cannot come")
    waterveen.demo.telegram.faults.lose_webhook_answer()
    await samira.taps("✅ Yes, tell the school")
    await samira.sees("✅ Sent to the school")
    assert len(waterveen.case_system.objects("afmelding")) == 1
