"""Script F of the storyboards: Filmon, Z-route, reads little (F1–F14, without voice)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.phone import Newcomer, newcomer
from tests.stories.conftest import Compare
from tests.stories.story_clock import StoryClock
from tests.town import town
from tests.transcript import Transcript

pytestmark = pytest.mark.story


async def script(filmon: Newcomer) -> None:
    """F1–F14."""
    step = filmon.record.begins
    code = await filmon.office_code()
    step("F1", "He scans the QR on Anneke's screen and taps Start")
    await filmon.scans(code)
    await filmon.sees("Waterveen")
    step("F2", "The language is right")
    await filmon.taps("✅ Yes")
    step("F3", "He likes to listen")
    await filmon.taps("🔊 Listen")
    await filmon.sees("F", "Anneke Postma")
    step("F4", "It is him: an office QR needs no waiting")
    await filmon.taps("✅ Yes, that is me")
    step("F5", "He uses Telegram, alone")
    await filmon.taps("✅ Use Telegram", "👤 Only me")
    await filmon.sees("24", "13:00", "Kade 4")
    step("F6", "Day and place is good; reminders in the evening")
    await filmon.taps("✅ Good", "🌆 Evening, 19:00")
    await filmon.sees("23", "🛠", "08:30", "08:10")
    step("F7", "What now?")
    await filmon.taps("❓ What now?")
    await filmon.sees("24", "30")
    step("F8", "He opens the task")
    await filmon.taps("▶ Go")
    await filmon.sees("Anneke Postma")
    step("F9", "Its steps")
    await filmon.taps("🪜 Steps")
    await filmon.sees("✉", "🏠", "⏰", "09:00", "11:00")
    step("F10", "Back, Back, Home, My plan")
    await filmon.taps("⬅ Back", "⬅ Back", "🏠 Home", "🧭 My plan")
    await filmon.sees("Z", "8", "2028")
    step("F11", "The Dutch part")
    await filmon.taps("🧩 Parts", "📚 Dutch")
    await filmon.sees("322", "800", "31")
    step("F12", "Participation")
    await filmon.taps("⬅ Back", "🙌 Participation")
    await filmon.sees("410", "800", "31")
    step("F13", "19:00: the reminder")
    await filmon.clock("2026-11-23 19:00")
    await filmon.sees("24", "13:00", "Kade 4", "🙋")
    assert "De Brug" not in filmon.newest
    step("F14", "The map")
    await filmon.taps("📍 Map")
    await filmon.sees("Kade 4, 1234 AB Waterveen")


async def test_f1_to_f14_filmon_comes_home_looks_at_his_plan_and_is_reminded(
    tmp_path: Path, clock: StoryClock, golden: Compare
) -> None:
    record = Transcript("F1–F14 Filmon: from the office QR to the first reminder")
    async with town(tmp_path, clock) as waterveen:
        await script(await newcomer("Filmon", waterveen, record))
    golden(record, "filmon")


async def test_f1_to_f14_in_tigrinya(tmp_path: Path, clock: StoryClock) -> None:
    record = Transcript("Filmon, ትግርኛ")
    async with town(tmp_path, clock) as waterveen:
        await script(await newcomer("Filmon", waterveen, record, language="ti"))
    assert any("\u1200" <= sign <= "\u137f" for sign in record.text)
