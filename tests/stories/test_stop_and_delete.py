"""Stop and delete (storyboards K16): within a minute nothing of the person is left in the store."""

from __future__ import annotations

import pytest

from tests.office import ingrid
from tests.phone import newcomer
from tests.rest import at_rest
from tests.stored import everything_stored
from tests.town import BOT, TestTown

pytestmark = pytest.mark.story


async def test_after_stop_and_delete_nothing_of_the_person_is_left_in_the_store(waterveen: TestTown) -> None:
    samira, planner = await newcomer("Samira", waterveen), await ingrid(waterveen)
    await samira.links()
    await samira.taps("📚 Lessons", "Thu", "📚 09:00", "🙋 I cannot come", "✅ Yes, tell the school")
    async with samira.meanwhile("Ingrid", "moves Monday's lesson"):
        await planner.moves("B1-2", "2026-11-30 09:00", "2026-11-30 10:00")
        for _ in range(2):
            await at_rest(waterveen)
            await waterveen.moves_on(minutes=2, seconds=10)
    await samira.taps("👍 I understand")
    person, store = await samira.person(), waterveen.waterveen.store
    link = await store.links.of_person(person.id)
    assert link is not None
    traces = {
        "first name": "Samira", "case number": "WV-0001", "case": person.case_uuid, "person": person.id,
        "link": link.id, "chat": str(samira.phone.person.id),
    }  # fmt: skip
    await samira.opens_the_bot()
    await samira.taps("⚙ More", "🔒 Privacy", "❌ Stop", "🗑 Stop and delete all here", "🗑 Yes, delete")
    await samira.sees("Deleted at 08:1", "Proof:", "A new code starts again.")
    assert len([message for message in samira.phone.messages(BOT) if message.from_bot]) == 1
    await waterveen.moves_on(seconds=46)
    await at_rest(waterveen)
    left = await everything_stored(waterveen)
    assert {what: trace for what, trace in traces.items() if trace in left} == {}


async def test_after_stop_and_delete_nothing_arrives_any_more(waterveen: TestTown) -> None:
    samira, planner = await newcomer("Samira", waterveen), await ingrid(waterveen)
    await samira.links()
    await samira.taps("⚙ More", "🔒 Privacy", "❌ Stop", "🗑 Stop and delete all here", "🗑 Yes, delete")
    await waterveen.moves_on(seconds=46)
    await at_rest(waterveen)
    await planner.moves("B1-2", "2026-11-26 09:00", "2026-11-26 10:00")
    await at_rest(waterveen)
    await waterveen.moves_on("2026-11-23 19:00")
    await at_rest(waterveen)
    assert samira.newest.startswith("Deleted at 08:1")
    assert len(samira.phone.messages(BOT)) == 1


async def test_rather_letter_or_phone_ends_the_chat_before_anything_was_sent(waterveen: TestTown) -> None:
    samira = await newcomer("Samira", waterveen)
    await samira.scans(await samira.office_code())
    await samira.taps("✅ Yes", "📖 Read", "✅ Yes, that is me", "✉ Rather letter or phone")
    await samira.sees("Good.", "You get letters and phone calls as before.", "Nothing changes for your plan.")
    await waterveen.moves_on("2026-11-23 19:00")
    await at_rest(waterveen)
    samira.does_not_see("Kade 4")
