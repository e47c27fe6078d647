"""An answer to an appointment stands in the appointment once, and only to what the person saw."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from bot.cases.model import Appointment, Choice, Preference, Write, WriteKind
from bot.errors import CaseApiAway, CaseApiRefused, CaseNotFound
from tests.cases.conftest import World


async def talk(world: World, name: str = "Mehmet") -> Appointment:
    return (await world.cases.read_case(world.case(name))).appointments[0]


def answer(world: World, found: Appointment, choice: Choice = Choice.COME, **more: Any) -> Write:
    return world.intent(WriteKind.APPOINTMENT_ANSWER, found.id, choice=choice, version=found.version, **more)


def interpreter(world: World, found: Appointment, language: str = "tr") -> Write:
    return world.intent(WriteKind.INTERPRETER, found.id, language=language)


def stored(world: World, found: Appointment) -> dict[str, Any]:
    return next(doc for doc in world.zgw.objects("afspraak") if doc["uuid"] == found.id)


async def write(world: World, intent: Write, name: str = "Mehmet") -> None:
    await world.writes.write(world.case(name), intent)


async def test_i_come_says_so_when_and_how_and_touches_nothing_else(world: World) -> None:
    found = await talk(world)
    before = stored(world, found)
    await write(world, answer(world, found))
    after = stored(world, found)
    assert after.pop("antwoord") == {
        "keuze": "bevestigen",
        "op": "2026-11-23T08:10:00+01:00",
        "kanaal": "telegram",
    }
    assert after == {**before, "index": 2}


async def test_what_was_answered_is_read_back(world: World) -> None:
    found = await talk(world)
    await write(world, answer(world, found, Choice.OTHER, preference=Preference.MORNING))
    read = await talk(world)
    assert (read.answer, read.preference) == (Choice.OTHER, Preference.MORNING)


async def test_a_preference_of_an_older_answer_does_not_stay_with_the_next(world: World) -> None:
    found = await talk(world)
    await write(world, answer(world, found, Choice.OTHER, preference=Preference.MORNING))
    world.clock.forward(minutes=1)
    await write(world, answer(world, found))
    read = await talk(world)
    assert (read.answer, read.preference) == (Choice.COME, None)


async def test_the_same_answer_twice_is_one_change(world: World) -> None:
    found = await talk(world)
    intent = answer(world, found)
    for _ in range(3):
        await write(world, intent)
    assert stored(world, found)["index"] == 2


@pytest.mark.parametrize("kind", [WriteKind.APPOINTMENT_ANSWER, WriteKind.INTERPRETER])
async def test_a_lost_reply_ends_in_one_change(world: World, kind: WriteKind) -> None:
    found = await talk(world)
    asked = kind is WriteKind.INTERPRETER
    intent = interpreter(world, found) if asked else answer(world, found)
    world.zgw.faults.lose_reply("objecten", "PATCH")
    with pytest.raises(CaseApiAway):
        await write(world, intent)
    await write(world, intent)
    assert stored(world, found)["index"] == 2


async def test_an_answer_to_a_moment_that_changed_meanwhile_is_refused(world: World) -> None:
    found = await talk(world)
    world.desk.move_talk(found.id, found.starts + timedelta(days=1))
    with pytest.raises(CaseApiRefused, match="afspraak-gewijzigd"):
        await write(world, answer(world, found))
    assert "antwoord" not in stored(world, found)


async def test_a_later_answer_by_telephone_is_not_overwritten(world: World) -> None:
    found = await talk(world)
    late = answer(world, found)
    row = world.row(found.id)
    said = {"keuze": "afzeggen", "op": "2026-11-23T08:20:00+01:00", "kanaal": "telefoon"}
    world.zgw.objecten.change(row, {"data": {"antwoord": said}})
    with pytest.raises(CaseApiRefused, match="afspraak-beantwoord"):
        await write(world, late)
    assert stored(world, found)["antwoord"]["keuze"] == "afzeggen"


async def test_only_what_the_municipality_allows_is_answered(world: World) -> None:
    found = await talk(world, "Filmon")
    with pytest.raises(CaseApiRefused, match="afspraak-antwoord"):
        await write(world, answer(world, found, Choice.CANNOT), "Filmon")


@pytest.mark.parametrize("kind", [WriteKind.APPOINTMENT_ANSWER, WriteKind.INTERPRETER])
async def test_what_was_called_off_takes_no_answer(world: World, kind: WriteKind) -> None:
    found = await talk(world)
    world.desk.cancel_talk(found.id)
    intent = interpreter(world, found) if kind is WriteKind.INTERPRETER else answer(world, found)
    with pytest.raises(CaseApiRefused, match="afspraak-afgezegd"):
        await write(world, intent)


async def test_an_appointment_of_another_case_is_not_touched(world: World) -> None:
    found = await talk(world, "Filmon")
    for intent in (answer(world, found), interpreter(world, found)):
        with pytest.raises(CaseNotFound):
            await write(world, intent)
    assert stored(world, found)["index"] == 1


async def test_an_interpreter_is_asked_for_in_the_language_of_the_phone(world: World) -> None:
    found = await talk(world)
    await write(world, interpreter(world, found))
    tolk = stored(world, found)["tolk"]
    assert tolk == {"nodig": True, "gevraagdOp": "2026-11-23T08:10:00+01:00", "taal": "tr"}
    read = (await talk(world)).interpreter
    assert read is not None
    assert (read.needed, read.asked, read.booked) == (True, True, False)


async def test_a_booked_interpreter_is_not_asked_for_again(world: World) -> None:
    found = await talk(world, "Filmon")
    await write(world, interpreter(world, found), "Filmon")
    assert stored(world, found)["index"] == 1


async def test_a_closed_case_takes_no_new_answer(world: World) -> None:
    found = await talk(world)
    world.desk.set_status("WV-0004", "Afgerond")
    with pytest.raises(CaseApiRefused, match="zaak-gesloten"):
        await write(world, answer(world, found))


async def test_what_was_written_before_the_case_closed_is_done(world: World) -> None:
    found = await talk(world)
    intent = answer(world, found)
    world.zgw.faults.lose_reply("objecten", "PATCH")
    with pytest.raises(CaseApiAway):
        await write(world, intent)
    world.desk.set_status("WV-0004", "Afgerond")
    await write(world, intent)
    assert stored(world, found)["index"] == 2


async def test_an_answer_that_a_colleague_wrote_over_at_the_same_time_is_written_again(world: World) -> None:
    found = await talk(world)
    intent = answer(world, found)
    row, change = world.row(found.id), world.zgw.objecten.change

    def overwritten(changed: Any, record: Any) -> None:
        """A colleague's program saves the whole appointment as it was before."""
        world.zgw.objecten.change = change  # type: ignore[method-assign]
        old = dict(row["_records"][-1]["data"])
        change(changed, record)
        changed["_records"].append({**changed["_records"][-1], "index": 3, "data": old})

    world.zgw.objecten.change = overwritten  # type: ignore
    with pytest.raises(CaseApiAway):
        await write(world, intent)
    await write(world, intent)
    assert stored(world, found)["antwoord"]["keuze"] == "bevestigen"
