"""Answers to appointments: F17–F18 Filmon comes, E14 Elif asks for an interpreter, and what goes wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.phone import Newcomer, newcomer
from tests.stories.conftest import Compare
from tests.stories.story_clock import StoryClock
from tests.town import TestTown, town
from tests.transcript import Transcript

pytestmark = pytest.mark.story


async def opens_the_talk(person: Newcomer, *path: str) -> None:
    await person.taps("📚 Lessons", *path)


async def test_f17_f18_and_another_time_filmon_answers_his_appointment(
    tmp_path: Path, clock: StoryClock, golden: Compare
) -> None:
    record = Transcript("F17–F18 Filmon answers his appointment, and then needs another time")
    async with town(tmp_path, clock) as waterveen:
        filmon = await newcomer("Filmon", waterveen, record)
        await filmon.links()
        step = record.begins
        step("F17", "The evening before: the message")
        await filmon.clock("2026-11-30 19:00")
        await filmon.sees("📅 Appointment Tuesday 1 December 11:00, town hall.", "✅ I come", "🔁 Other time")
        step("F18", "He comes")
        await filmon.taps("✅ I come")
        await filmon.sees("Interpreter Tigrinya: booked.", "Anneke Postma knows that you come.")
        step("F18b", "He needs another time")
        await filmon.taps("🔁 Other time")
        await filmon.sees("Which is better?", "The old time stays until then.")
        await filmon.taps("🌅 Mornings")
        await filmon.sees("Anneke Postma knows that you want another time.")
    golden(record, "filmon-appointment")


async def test_e14_elif_asks_for_an_interpreter(waterveen: TestTown) -> None:
    elif_ = await newcomer("Elif", waterveen)
    await elif_.links()
    await opens_the_talk(elif_, "▶ Next week", "Mon", "📅 16:15")
    await elif_.taps("🗣 Interpreter")
    await elif_.sees("Interpreter English: asked for.")
    (talk,) = waterveen.case_system.objects("afspraak", zaak=waterveen.demo.town.person("Elif").case_uuid)
    assert (talk["tolk"]["nodig"], talk["tolk"]["taal"]) == (True, "en")


async def mehmet_before_his_talk(waterveen: TestTown) -> Newcomer:
    mehmet = await newcomer("Mehmet", waterveen)
    await mehmet.links()
    await mehmet.clock("2026-12-14 19:00")
    await mehmet.sees("📅 Appointment Tuesday 15 December 16:30", "✅ I come")
    return mehmet


async def test_while_the_case_system_is_away_the_screen_says_so(
    waterveen: TestTown,
) -> None:
    mehmet = await mehmet_before_his_talk(waterveen)
    fault = waterveen.case_system.faults.down()
    mehmet.rests = False
    await mehmet.taps("✅ I come")
    await mehmet.sees("👍 Noted.", "✅ You come: I pass it on.")
    fault.times = 0
    mehmet.rests = True
    async with mehmet.meanwhile("The case system", "is back"):
        await waterveen.moves_on(minutes=5)
    await mehmet.sees("✅ Anneke Postma knows that you come.")


async def test_an_answer_that_the_case_system_refuses_is_said_with_whom_to_call(waterveen: TestTown) -> None:
    mehmet = await mehmet_before_his_talk(waterveen)
    (talk,) = waterveen.case_system.objects("afspraak", zaak=waterveen.demo.town.person("Mehmet").case_uuid)
    row = waterveen.case_system.register.get("/objecten/api/v2/objects", talk["uuid"])
    assert row is not None
    # Somebody closed the answers a moment ago, and the news of it is not here yet.
    row["_records"][-1]["data"]["antwoordMogelijk"] = []
    await mehmet.taps("✅ I come")
    await mehmet.sees("This did not arrive.", "Please call Anneke Postma: ☎ 000 123 45 01", "☎ Call")
    alarms = [alarm.kind for alarm in await waterveen.waterveen.store.alarms.all()]
    assert "write_refused" in alarms
