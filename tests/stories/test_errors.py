"""The errors of storyboards §11: what happened, what is safe, what to do; one test for each row."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.sandbox.arrivals import Letter, invite
from bot.store.records import AlarmRecord, DeliveryState
from tests.office import anneke, ingrid
from tests.phone import Newcomer, newcomer
from tests.stored import everything_stored
from tests.surroundings import lesson_id
from tests.town import BOT, TestTown

pytestmark = pytest.mark.story
WRONG = "AAAAAAAAAA"
BSN = "111222333"
V_NUMBER = "2812345678"
IBAN = "NL91 ABNA 0417 1643 00"


async def at_the_code(waterveen: TestTown, phone: str) -> Newcomer:
    """Somebody with this phone who is asked for the code of Samira's letter."""
    somebody = await newcomer("Samira", waterveen, phone=phone)
    await somebody.opens_the_bot()
    await somebody.taps("➕ …", "English", "📖 Read")
    return somebody


async def alarms(waterveen: TestTown) -> list[str]:
    """What colleagues must look at, oldest first."""
    found: list[AlarmRecord] = list(await waterveen.waterveen.store.alarms.all())
    return [one.kind for one in reversed(found) if not one.closed_by]


async def letter(waterveen: TestTown, name: str) -> Letter:
    """A letter in English."""
    townsman = replace(waterveen.demo.town.person(name), language="en")
    return await invite(waterveen.waterveen, townsman, waterveen.clock, "letter")


async def test_x1_a_wrong_code_says_how_many_tries_are_left_and_then_to_wait(waterveen: TestTown) -> None:
    samira, right = await at_the_code(waterveen, "samira"), waterveen.letter("Samira")
    for left in ("4 more times", "3 more times", "2 more times", "1 more time."):
        await samira.types(WRONG)
        await samira.sees("This code does not work.", left)
    await samira.types(WRONG)
    await samira.sees("Wait one hour or call Stadhuis Waterveen.", "000 123 45 00")
    await samira.types(right.code)
    assert "Wait one hour" in samira.newest
    await waterveen.moves_on(hours=1, minutes=1)
    await samira.types(right.code)
    await samira.sees("Type the year you were born")


async def test_x2_an_expired_code_says_so_only_after_the_right_year(waterveen: TestTown) -> None:
    samira, old = await at_the_code(waterveen, "samira"), waterveen.letter("Samira")
    await samira.clock("2026-12-08 10:00")
    await samira.types(old.code)
    await samira.sees("Type the year you were born")
    samira.does_not_see("too old")
    await samira.types(str(old.birth_year))
    await samira.sees("This code is too old.", "Ask your contact person for a new letter.")


async def test_x3_a_used_code_on_another_phone_freezes_the_linked_one_until_the_caseworker_has_called(
    waterveen: TestTown,
) -> None:
    theirs = await letter(waterveen, "Samira")
    samira, other = await newcomer("Samira", waterveen), await at_the_code(waterveen, "other")
    await samira.scans(theirs)
    await samira.taps("✅ Yes", "📖 Read", "✅ Yes, that is me")
    async with anneke(waterveen) as caseworker:
        async with samira.meanwhile("Anneke", "confirms"):
            await caseworker.confirms((await samira.person()).id)
        await samira.taps("▶ Begin", "✅ Use Telegram", "👤 Only me", "✅ Good", "🌆 Evening, 19:00")
        await other.types(theirs.code)
        await other.sees("This code was used already.", "If it was not you, call Stadhuis Waterveen.")
        await samira.sees("This link is being checked.", "Nothing is shown now.", "000 123 45 00")
        samira.does_not_see("Kade 4")
        assert "code_used_twice" in await alarms(waterveen)
        async with samira.meanwhile("Anneke", "opens the chat again"):
            await caseworker.opens_again((await samira.person()).id)
    await samira.sees("Today, Monday 23 November:")
    assert "code_used_twice" not in await alarms(waterveen)


async def test_x4_a_wrong_year_says_the_same_as_a_wrong_code_and_counts_as_a_try(waterveen: TestTown) -> None:
    samira, right = await at_the_code(waterveen, "samira"), waterveen.letter("Samira")
    await samira.types(WRONG)
    await samira.types(right.code)
    await samira.types("1901")
    await samira.sees("This code does not work.", "3 more times")


async def test_x5_not_me_ends_the_code_and_tells_the_caseworker(waterveen: TestTown) -> None:
    finder, right = await at_the_code(waterveen, "finder"), waterveen.letter("Samira")
    await finder.types(right.code)
    await finder.types(str(right.birth_year))
    await finder.taps("❌ Not me")
    await finder.sees("Good that you say it.", "Nothing was opened.")
    assert "not_me" in await alarms(waterveen)
    samira = await at_the_code(waterveen, "samira")
    await samira.types(right.code)
    await samira.sees("This code does not work.")


async def test_x6_an_old_button_shows_the_newest_and_asks_again_before_it_acts(waterveen: TestTown) -> None:
    samira = await newcomer("Samira", waterveen)
    await samira.links()
    await samira.taps("📚 Lessons", "Thu", "📚 09:00", "🙋 I cannot come")
    old, question = samira.phone.messages(BOT)[-1], samira.last
    data = next(b["callback_data"] for row in old.rows for b in row if "/yes/" in str(b.get("callback_data")))
    await samira.taps("⬅ Back", "⬅ Back")
    samira.last = (question[0], data)
    await samira.taps_again()
    await samira.sees("Here is the newest.", "You cannot come on Thursday 26 November, 09:00?")
    assert waterveen.case_system.objects("afmelding") == []
    await samira.taps("✅ Yes, tell the school")
    await samira.sees("✅ Sent to the school")


async def test_x7_the_button_of_a_task_that_is_gone_shows_the_tasks(waterveen: TestTown) -> None:
    samira = await newcomer("Samira", waterveen)
    await samira.links()
    await samira.taps("✅ Tasks", "1")
    async with samira.meanwhile("Anneke", "takes the task back"):
        await takes_back_task(waterveen, "taak.diploma")
    await samira.taps("✅ I did it")
    await samira.sees("This task is gone. Here are your tasks.", "1 task.")


async def takes_back_task(waterveen: TestTown, key: str) -> None:
    """The municipality deletes a task in its case system; a sweep finds out."""
    system = waterveen.case_system
    task = next(t for t in system.tasks("WV-0001") if t["portaalformulier"]["data"]["titel_sleutel"] == key)
    system.register.remove("/objecten/api/v2/objects", task["uuid"])
    await waterveen.waterveen.sync.reconcile()


async def test_x13_while_the_case_system_is_down_acts_are_saved_and_passed_on(waterveen: TestTown) -> None:
    samira = await newcomer("Samira", waterveen)
    await samira.links()
    fault = waterveen.case_system.faults.down()
    samira.rests = False
    await waterveen.moves_on("2026-11-23 14:20")
    await waterveen.waterveen.sync.reconcile()
    await samira.taps("📚 Lessons")
    await samira.sees("As of 08:10.", "Newer data follows.", "Thu 26")
    await samira.taps("Thu")
    await samira.sees("Thursday 26 November:")
    await samira.taps("📚 09:00")
    await samira.sees("Marijke")
    await samira.taps("🙋 I cannot come")
    await samira.sees("You need not say why.")
    await samira.taps("✅ Yes, tell the school")
    await samira.sees("Saved at 14:20.", "I pass it on as soon as possible.")
    assert waterveen.case_system.objects("afmelding") == []
    fault.times = 0
    samira.rests = True
    async with samira.meanwhile("The case system", "is back"):
        await waterveen.moves_on(minutes=5)
    await samira.sees("✅ Sent to the school at 14:2")
    assert len(waterveen.case_system.objects("afmelding")) == 1


async def test_x16_when_telegram_asks_to_wait_the_message_comes_later_and_once(waterveen: TestTown) -> None:
    samira, planner = await newcomer("Samira", waterveen), await ingrid(waterveen)
    await samira.links()
    await samira.clock("2026-11-25 06:40")
    waterveen.demo.telegram.faults.too_many(7, method="sendMessage")
    async with samira.meanwhile("Ingrid", "cancels"):
        await planner.cancels("B1-2", "2026-11-25 09:00")
    samira.does_not_see("❌ Wednesday 25 November 09:00")
    async with samira.meanwhile("The clock", "moves on by eight seconds"):
        await waterveen.moves_on(seconds=8)
    await samira.sees("❌ Wednesday 25 November 09:00 is cancelled.")
    assert samira.screen_text.count("❌ Wednesday 25 November 09:00 is cancelled.") == 1


async def test_x16_when_telegram_refuses_for_good_the_caseworker_is_told(waterveen: TestTown) -> None:
    samira, planner = await newcomer("Samira", waterveen), await ingrid(waterveen)
    await samira.links()
    await samira.clock("2026-11-25 06:40")
    waterveen.demo.telegram.faults.forbidden(method="sendMessage")
    async with samira.meanwhile("Ingrid", "cancels"):
        await planner.cancels("B1-2", "2026-11-25 09:00")
    assert (await samira.person()).channel == "blocked"
    assert "unreachable" in await alarms(waterveen)
    lesson = f"lesson:{lesson_id(waterveen, 'B1-2', '2026-11-25 09:00')}"
    (delivery,) = await waterveen.waterveen.store.deliveries.of(lesson)
    assert delivery.state is DeliveryState.FAILED
    assert "Samira" in (await planner.counts("B1-2", "2026-11-25 09:00"))["no_link"]


async def test_x17_who_blocked_the_bot_is_unreachable_and_hears_what_is_still_true_after_start(
    waterveen: TestTown,
) -> None:
    samira, planner = await newcomer("Samira", waterveen), await ingrid(waterveen)
    await samira.links()
    await samira.phone.blocks(bot=BOT)
    async with samira.meanwhile("Samira", "blocks the bot"):
        pass
    assert "unreachable" in await alarms(waterveen)
    async with samira.meanwhile("Ingrid", "moves Thursday's lesson"):
        await planner.moves("B1-2", "2026-11-26 09:00", "2026-11-26 10:00")
    async with samira.meanwhile("The clock", "moves on"):
        await waterveen.moves_on(minutes=10)
    samira.does_not_see("10:00")
    await samira.opens_the_bot()
    await samira.sees("Today, Monday 23 November:")
    async with samira.meanwhile("The clock", "moves on"):
        await waterveen.moves_on(minutes=10)
    await samira.sees("🔁 Not Thursday 26 November 09:00.", "New: Thursday 26 November 10:00, Kade 4.")
    assert (await samira.person()).channel == "linked"


async def test_x21_a_personal_number_is_deleted_explained_and_stored_nowhere(
    waterveen: TestTown, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    samira = await newcomer("Samira", waterveen)
    await samira.links()
    for number in (BSN, V_NUMBER, IBAN):
        await samira.types(number)
        assert "I removed a personal number.\nNever send it here" in samira.newest, number
        assert all(message.from_bot for message in samira.phone.messages(BOT)), number
    stored, said = await everything_stored(waterveen), capfd.readouterr()
    for place in (stored, said.out, said.err, caplog.text, samira.screen_text):
        for number in (BSN, V_NUMBER, IBAN, IBAN.replace(" ", "")):
            assert number not in place


async def test_x21_a_personal_number_in_a_question_is_removed_too(waterveen: TestTown) -> None:
    samira = await newcomer("Samira", waterveen)
    await samira.links()
    await samira.taps("🧑 People", "🧑 Anneke Postma", "✍ Ask a question")
    await samira.types(f"My number is {BSN}")
    await samira.sees("I removed a personal number.", "Write your question")
    assert waterveen.case_system.klantcontacten() == []


async def test_x23_what_the_chat_cannot_take_is_deleted_and_a_call_is_offered(waterveen: TestTown) -> None:
    samira = await newcomer("Samira", waterveen)
    await samira.links()
    for kind in ("photo", "sticker", "document", "contact", "location"):
        await samira.sends(kind)
        assert "I cannot look at files.\nShow papers at the desk." in samira.newest, kind
        assert all(message.from_bot for message in samira.phone.messages(BOT)), kind
        await samira.taps("🏠 Home")
        await samira.sees("Today, Monday 23 November:")
    await samira.sends("photo")
    await samira.taps("☎ Yes, call me")
    await samira.sees("Anneke Postma calls you.", "09:00–12:00")
    assert "callback" in await alarms(waterveen)


async def test_x25_unknown_text_offers_buttons_and_the_third_time_a_call(waterveen: TestTown) -> None:
    samira = await newcomer("Samira", waterveen)
    await samira.links()
    for words in ("hello", "where is my money"):
        await samira.types(words)
        await samira.sees("I did not understand.", "🏠 Home", "🧑 People", "❓ What now?")
        assert "☎ Call me" not in samira.newest
    await samira.types("???")
    assert samira.newest.splitlines()[2].startswith("[☎ Call me]")
    assert "where is my money" not in await everything_stored(waterveen)


async def test_x29_the_bot_leaves_a_group_in_silence(waterveen: TestTown) -> None:
    somebody = await newcomer("Samira", waterveen)
    room = waterveen.waterveen.store.room
    before = await room.db.redis.hlen(f"{room.prefix}chats")
    group = await somebody.phone.in_group("Familie", bot=BOT)
    async with somebody.meanwhile("Samira", "adds the bot to a group"):
        pass
    assert group.left
    assert not any(message.from_bot for message in group.messages.values())
    assert await room.db.redis.hlen(f"{room.prefix}chats") == before
