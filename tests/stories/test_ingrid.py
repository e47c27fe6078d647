"""Script I of the storyboards: Ingrid, planner of De Brug, at the console's pages (I1–I4)."""

from __future__ import annotations

import pytest

from tests.classroom import class_of_samira, phone_of, shows_signals_only, taps
from tests.pages import screen
from tests.phone import newcomer
from tests.rest import at_rest
from tests.stories.conftest import Compare
from tests.surroundings import lesson_id
from tests.town import TestTown
from tests.transcript import Transcript

pytestmark = pytest.mark.story
SIGNALS = ("Nour", "Khaled", "Rima")
UNDERSTAND = ("Bassel", "Selam", "Yonas", "Zeynep", "Emre", "Shirin", "Navid", "Farid")
ACK = "push.lesson.cancelled/ack/"


async def test_ingrid_cancels_a_lesson(waterveen: TestTown, golden: Compare) -> None:
    record = Transcript("I. Ingrid, planner of De Brug")
    await class_of_samira(waterveen)
    for name in SIGNALS:
        await shows_signals_only(waterveen, phone_of(waterveen, name))
    samira = await newcomer("Samira", waterveen, Transcript("Samira"))
    await samira.links()
    await samira.taps("📚 Lessons", "Thu", "📚 09:00", "🙋 I cannot come", "✅ Yes, tell the school")
    lesson = lesson_id(waterveen, "B1-2", "2026-11-26 09:00")
    async with screen(waterveen, "pl-001", record) as ingrid:
        record.begins("I1", "The timetable")
        await ingrid.signs_in(quietly=True)
        await ingrid.opens("waterveen/school?week=2026-W48", "opens week 48")
        ingrid.sees("🙋 1", "14 of 15 linked")
        record.begins("I2", "Whom it reaches")
        await ingrid.opens(f"waterveen/school/lessons/{lesson}", "opens Thursday 09:00")
        await ingrid.sends(f"{lesson}/preview", "asks for the preview of cancelling it", act="cancel")
        ingrid.sees("Reaches 14 of 15.", "call", "Rahel")
        record.begins("I3", "Cancel, with two minutes to take it back")
        await ingrid.sends(f"/lessons/{lesson}", "presses [❌ Cancel lesson]")
        ingrid.sees("[↩ Undo]", "[Now]")
        record.begins("I4", "Who understood")
        await waterveen.moves_on(minutes=2, seconds=1)
        await at_rest(waterveen)
        await waterveen.moves_on(minutes=2, seconds=1)
        await at_rest(waterveen)
        for name in UNDERSTAND:
            await taps(waterveen, phone_of(waterveen, name), ACK)
        for name in SIGNALS:
            await taps(waterveen, phone_of(waterveen, name), "push.signal/open/")
        await samira.taps("👍 I understand")
        await ingrid.looks_again("looks again")
        ingrid.sees("9 understood", "3 seen", "2 not yet", "1 no link")
        await waterveen.moves_on("2026-11-26 08:05")
        await at_rest(waterveen)
        await ingrid.signs_in(quietly=True)
        await ingrid.opens(f"waterveen/school/lessons/{lesson}", "looks an hour before")
        ingrid.sees("not seen: call")
    golden(record, "i-ingrid")
