"""Script S of the storyboards: Samira, Arabic, B1-route (S1–S11 and S20–S22)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.office import Caseworker, Planner, anneke, ingrid
from tests.phone import Newcomer, newcomer
from tests.stories.conftest import Compare
from tests.stories.story_clock import StoryClock
from tests.town import town
from tests.transcript import Transcript

pytestmark = pytest.mark.story
WRONG = "AAAAAAAAAA"


async def first_day(samira: Newcomer, caseworker: Caseworker, planner: Planner, *language: str) -> None:
    """S1–S11."""
    step, letter = samira.record.begins, samira.town.letter("Samira")
    step("S1", "She opens the bot without a code")
    await samira.opens_the_bot()
    await samira.taps(*language, "📖 Read")
    step("S2", "She types the code with a mistake")
    await samira.types(WRONG, "types a wrong code")
    await samira.sees("4")
    step("S3", "She types it right, then the year")
    await samira.types(letter.code, "types the code from the letter")
    await samira.types(str(letter.birth_year), "types the year of her birth")
    await samira.sees("S", "Anneke Postma")
    await samira.taps("✅ Yes, that is me")
    await samira.sees("Anneke Postma", "☎")
    step("S4", "09:20: Anneke confirms")
    await samira.clock("2026-11-23 09:20")
    async with samira.meanwhile("Anneke", "confirms that it is her"):
        await caseworker.confirms((await samira.person()).id)
    await samira.taps("▶ Begin")
    step("S5", "What is stored?")
    await samira.taps("ℹ More", "⬅ Back")
    step("S6", "Telegram, only she, everything, evening and morning")
    await samira.taps("✅ Use Telegram", "👤 Only me", "💬 Everything", "✅ Good", "🌆🌅 Both")
    await samira.sees("23", "09:00", "Kade 4", "2.1", "11")
    step("S7", "The week")
    await samira.taps("📚 Lessons")
    await samira.sees("23", "25", "26", "09:00", "📗", "12:30")
    step("S8", "Thursday's lesson")
    await samira.taps("Thu", "📚 09:00")
    await samira.sees("Kade 4, 1234 AB Waterveen", "2.1", "Marijke")
    step("S9", "She cannot come")
    await samira.taps("🙋 I cannot come", "✅ Yes, tell the school")
    told = [one for one in await planner.absences() if not one["withdrawn"]]
    assert [(one["first_name"], one["starts"]) for one in told] == [("Samira", "2026-11-26T09:00:00")]
    step("S10", "The same button again, in the old message")
    await samira.taps_again()
    assert len(samira.town.case_system.objects("afmelding")) == 1
    step("S11", "She can come after all")
    await samira.taps("↩ I can come after all")
    await samira.sees("✅", "📚", "26", "☎")
    assert all(one["withdrawn"] for one in await planner.absences())


async def snow(samira: Newcomer, planner: Planner) -> None:
    """S20–S22, after S11; she stands on the lesson that is cancelled."""
    step = samira.record.begins
    await samira.clock("2026-11-25 06:40")
    await samira.opens_the_bot()
    await samira.taps("📚 Lessons", "Wed", "📚 09:00")
    step("S20, S21", "Wed 25 November, 06:40: snow; Ingrid cancels; she has the lesson open")
    async with samira.meanwhile("Ingrid", "cancels Wednesday's lesson"):
        await planner.cancels("B1-2", "2026-11-25 09:00")
    await samira.sees("❌", "25", "09:00", "26", "👍")
    step("S20", "07:30: the reminder of that lesson is not sent")
    await samira.clock("2026-11-25 07:30")
    step("S22", "She understands")
    assert "Samira" not in (await planner.counts("B1-2", "2026-11-25 09:00"))["understood"]
    await samira.taps("👍 I understand")
    assert (await planner.counts("B1-2", "2026-11-25 09:00"))["understood"] == ["Samira"]


async def test_s1_to_s11_and_s20_to_s22_samira_links_by_letter_cannot_come_and_hears_of_the_snow(
    tmp_path: Path, clock: StoryClock, golden: Compare
) -> None:
    record = Transcript("S1–S11, S20–S22 Samira: from the letter to a snow day")
    async with town(tmp_path, clock) as waterveen, anneke(waterveen) as caseworker:
        samira, planner = await newcomer("Samira", waterveen, record), await ingrid(waterveen)
        await first_day(samira, caseworker, planner, "➕ …", "English")
        await snow(samira, planner)
    golden(record, "samira")


async def test_s1_to_s11_and_s20_to_s22_in_arabic(tmp_path: Path, clock: StoryClock) -> None:
    record = Transcript("سميرة")
    async with town(tmp_path, clock) as waterveen, anneke(waterveen) as caseworker:
        samira, planner = await newcomer("Samira", waterveen, record, language="ar"), await ingrid(waterveen)
        await first_day(samira, caseworker, planner, "العربية")
        await snow(samira, planner)
    assert any("\u0600" <= sign <= "\u06ff" for sign in record.text)
