"""Writes look before they repeat, touch only what is the person's, and end in one effect."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.cases.model import Lesson, LessonStatus, Place, Task, WriteKind
from bot.cases.overlay import absence_id
from bot.clock import local
from bot.errors import CaseApiAway, CaseApiRefused, CaseNotFound
from bot.sandbox.zgw import roots
from tests.cases.conftest import World

TEXT = "Mag ik woensdag later komen?"


async def first_task(world: World, name: str = "Samira") -> Task:
    return (await world.cases.read_case(world.case(name))).tasks[0]


async def next_lesson(world: World) -> Lesson:
    facts = await world.cases.read_group(world.group("B1-2"))
    return next(le for le in facts.lessons if le.starts > local(world.clock()))


async def test_a_task_that_is_done_says_when_and_how(world: World) -> None:
    task = await first_task(world)
    await world.writes.write(world.case("Samira"), world.intent(WriteKind.TASK_DONE, task.id))
    found = next(t for t in world.zgw.tasks("WV-0001") if t["uuid"] == task.id)
    assert (found["status"], found["index"]) == ("afgerond", 2)
    assert found["portaalformulier"]["verzonden_data"] == {
        "gedaan": True,
        "gedaanOp": "2026-11-23",
        "kanaal": "telegram",
    }


async def test_a_task_that_is_done_twice_is_written_once(world: World) -> None:
    task = await first_task(world)
    for _ in range(2):
        await world.writes.write(world.case("Samira"), world.intent(WriteKind.TASK_DONE, task.id))
    assert next(t["index"] for t in world.zgw.tasks("WV-0001") if t["uuid"] == task.id) == 2


async def test_not_done_yet_opens_the_task_again(world: World) -> None:
    task = await first_task(world)
    await world.writes.write(world.case("Samira"), world.intent(WriteKind.TASK_DONE, task.id))
    await world.writes.write(world.case("Samira"), world.intent(WriteKind.TASK_UNDONE, task.id))
    found = next(t for t in world.zgw.tasks("WV-0001") if t["uuid"] == task.id)
    assert (found["status"], found["portaalformulier"]["verzonden_data"]["gedaan"]) == ("open", False)


async def test_a_task_that_the_case_system_has_processed_stays_so(world: World) -> None:
    task = await first_task(world)
    world.desk.process_task(task.id)
    await world.writes.write(world.case("Samira"), world.intent(WriteKind.TASK_DONE, task.id))
    with pytest.raises(CaseApiRefused, match="task-verwerkt"):
        await world.writes.write(world.case("Samira"), world.intent(WriteKind.TASK_UNDONE, task.id))


async def test_a_task_of_another_case_is_not_touched(world: World) -> None:
    task = await first_task(world, "Filmon")
    with pytest.raises(CaseNotFound):
        await world.writes.write(world.case("Samira"), world.intent(WriteKind.TASK_DONE, task.id))
    assert {t["status"] for t in world.zgw.tasks("WV-0002")} == {"open"}


async def test_a_task_that_a_colleague_wrote_over_at_the_same_time_is_written_again(world: World) -> None:
    task = await first_task(world)
    intent, row, change = (
        world.intent(WriteKind.TASK_DONE, task.id),
        world.row(task.id),
        world.zgw.objecten.change,
    )

    def overwritten(changed: Any, record: Any) -> None:
        """A colleague's program saves the whole task as it was before."""
        world.zgw.objecten.change = change  # type: ignore
        old = dict(row["_records"][-1]["data"])
        change(changed, record)
        changed["_records"].append({**changed["_records"][-1], "index": 3, "data": old})

    world.zgw.objecten.change = overwritten  # type: ignore
    with pytest.raises(CaseApiAway):
        await world.writes.write(world.case("Samira"), intent)
    await world.writes.write(world.case("Samira"), intent)
    assert world.zgw.objects("externetaak", uuid=task.id)[0]["status"] == "afgerond"


async def test_a_lost_answer_to_a_task_ends_in_one_change(world: World) -> None:
    task = await first_task(world)
    world.zgw.faults.lose_reply("objecten", "PATCH")
    with pytest.raises(CaseApiAway):
        await world.writes.write(world.case("Samira"), world.intent(WriteKind.TASK_DONE, task.id))
    await world.writes.write(world.case("Samira"), world.intent(WriteKind.TASK_DONE, task.id))
    assert next(t["index"] for t in world.zgw.tasks("WV-0001") if t["uuid"] == task.id) == 2


async def test_an_absence_names_case_lesson_and_day_and_no_reason(world: World) -> None:
    lesson = await next_lesson(world)
    await world.writes.write(world.case("Samira"), world.intent(WriteKind.ABSENCE, lesson.id))
    (found,) = world.zgw.objects("afmelding")
    assert found["uuid"] == absence_id(world.case("Samira"), lesson.id)
    assert (found["zaak"], found["les"], found["status"]) == (world.case("Samira"), lesson.id, "gemeld")
    assert found["datum"] == str(lesson.starts.date())
    assert found["gemeldOp"] == "2026-11-23T08:10:00+01:00"
    assert "reden" not in found


async def test_the_same_absence_twice_is_one_object(world: World) -> None:
    lesson = await next_lesson(world)
    for _ in range(2):
        await world.writes.write(world.case("Samira"), world.intent(WriteKind.ABSENCE, lesson.id))
    assert len(world.zgw.objects("afmelding")) == 1


async def test_an_absence_whose_answer_was_lost_is_still_one_object(world: World) -> None:
    lesson = await next_lesson(world)
    world.zgw.faults.lose_reply("objecten", "POST")
    intent = world.intent(WriteKind.ABSENCE, lesson.id)
    with pytest.raises(CaseApiAway):
        await world.writes.write(world.case("Samira"), intent)
    await world.writes.write(world.case("Samira"), intent)
    assert len(world.zgw.objects("afmelding")) == 1


async def test_an_absence_just_after_midnight_can_be_seen_by_a_server_that_counts_days_in_utc(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    lesson = await next_lesson(world)
    world.clock.now = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    monkeypatch.setattr(world.zgw.register, "today", lambda: world.clock().date())
    intent = world.intent(WriteKind.ABSENCE, lesson.id)
    world.zgw.faults.lose_reply("objecten", "POST")
    with pytest.raises(CaseApiAway):
        await world.writes.write(world.case("Samira"), intent)
    await world.writes.write(world.case("Samira"), intent)
    (found,) = (await world.cases.read_case(world.case("Samira"))).absences
    assert found.lesson == lesson.id


async def test_an_absence_can_be_withdrawn_and_reported_again(world: World) -> None:
    lesson = await next_lesson(world)
    for kind, status in (
        (WriteKind.ABSENCE, "gemeld"),
        (WriteKind.ABSENCE_WITHDRAWN, "ingetrokken"),
        (WriteKind.ABSENCE, "gemeld"),
    ):
        await world.writes.write(world.case("Samira"), world.intent(kind, lesson.id))
        (found,) = world.zgw.objects("afmelding")
        assert found["status"] == status


async def test_withdrawing_what_is_not_there_is_done_already(world: World) -> None:
    lesson = await next_lesson(world)
    await world.writes.write(world.case("Samira"), world.intent(WriteKind.ABSENCE_WITHDRAWN, lesson.id))
    assert world.zgw.objects("afmelding") == []


@pytest.mark.parametrize("kind", [WriteKind.TASK_DONE, WriteKind.ABSENCE])
async def test_a_closed_case_takes_no_new_write(world: World, kind: WriteKind) -> None:
    task, lesson = await first_task(world), await next_lesson(world)
    world.desk.set_status("WV-0001", "Afgerond")
    item = task.id if kind is WriteKind.TASK_DONE else lesson.id
    with pytest.raises(CaseApiRefused, match="zaak-gesloten"):
        await world.writes.write(world.case("Samira"), world.intent(kind, item))
    assert world.zgw.objects("afmelding") == []
    assert {t["index"] for t in world.zgw.tasks("WV-0001")} == {1}


async def test_an_absence_that_was_told_before_the_case_closed_is_done(world: World) -> None:
    lesson = await next_lesson(world)
    intent = world.intent(WriteKind.ABSENCE, lesson.id)
    world.zgw.faults.lose_reply("objecten", "POST")
    with pytest.raises(CaseApiAway):
        await world.writes.write(world.case("Samira"), intent)
    world.desk.set_status("WV-0001", "Afgerond")
    await world.writes.write(world.case("Samira"), intent)
    assert len(world.zgw.objects("afmelding")) == 1


async def test_an_absence_reaches_the_school_while_the_case_register_is_away(world: World) -> None:
    lesson = await next_lesson(world)
    world.zgw.faults.down("zaken")
    await world.writes.write(world.case("Samira"), world.intent(WriteKind.ABSENCE, lesson.id))
    assert len(world.zgw.objects("afmelding")) == 1


async def test_a_case_that_is_gone_takes_no_write(world: World) -> None:
    task = await first_task(world)
    world.zgw.register.remove(roots.CASES, world.case("Samira"))
    with pytest.raises(CaseNotFound):
        await world.writes.write(world.case("Samira"), world.intent(WriteKind.TASK_DONE, task.id))
    assert {t["index"] for t in world.zgw.objects("externetaak", uuid=task.id)} == {1}


async def test_a_question_goes_to_who_handles_the_case_now(world: World) -> None:
    case = world.zgw.case("WV-0001")
    (role,) = [
        r
        for r in world.zgw.register.where(roots.ROLLEN, zaak=case["url"])
        if r["omschrijvingGeneriek"] == "behandelaar"
    ]
    role["betrokkeneIdentificatie"]["identificatie"] = "km-777"
    await world.writes.write(world.case("Samira"), world.intent(WriteKind.QUESTION, "q1", text=TEXT))
    (task,) = world.zgw.register.rows(roots.INTERNETAKEN)
    actor = world.zgw.register.get(roots.ACTOREN, task["toegewezenAanActor"]["uuid"])
    assert actor is not None
    assert actor["actoridentificator"]["objectId"] == "km-777"


async def test_a_question_becomes_a_contact_with_a_task_for_the_caseworker(world: World) -> None:
    intent = world.intent(WriteKind.QUESTION, "q1", text=TEXT, language="ar", original="هل يمكنني التأخر؟")
    await world.writes.write(world.case("Samira"), intent)
    (contact,) = world.zgw.klantcontacten()
    assert contact["inhoud"].startswith(TEXT)
    assert "هل يمكنني التأخر؟" in contact["inhoud"]
    assert (contact["taal"], contact["metadata"]["vertaling"]) == ("ara", "machine")
    (task,) = world.zgw.register.rows("/klantinteracties/api/v1/internetaken")
    actor = world.zgw.register.get("/klantinteracties/api/v1/actoren", task["toegewezenAanActor"]["uuid"])
    assert actor is not None
    assert actor["actoridentificator"]["objectId"] == "km-001"
    assert task["nummer"]


@pytest.mark.parametrize("path", ["maak-klantcontact", "actorklantcontacten", "internetaken", "actoren"])
async def test_a_question_whose_answer_was_lost_anywhere_arrives_once(world: World, path: str) -> None:
    intent = world.intent(WriteKind.QUESTION, "q1", text=TEXT)
    world.zgw.faults.lose_reply("klantinteracties", "POST", path)
    with pytest.raises(CaseApiAway):
        await world.writes.write(world.case("Samira"), intent)
    await world.writes.write(world.case("Samira"), intent)
    (contact,) = world.zgw.klantcontacten()
    assert (len(contact["leiddeTotInterneTaken"]), len(contact["hadBetrokkenActoren"])) == (1, 1)


async def test_two_questions_with_the_same_words_are_two(world: World) -> None:
    for name in ("one", "two"):
        await world.writes.write(
            world.case("Samira"), world.intent(WriteKind.QUESTION, name, id=name, text=TEXT)
        )
    assert len(world.zgw.klantcontacten()) == 2


async def test_a_long_question_is_split_and_never_cut(world: World) -> None:
    text = " ".join(f"woord{number}" for number in range(250))
    await world.writes.write(world.case("Samira"), world.intent(WriteKind.QUESTION, "q1", text=text))
    found = sorted(world.zgw.klantcontacten(), key=lambda c: c["metadata"]["deel"])
    assert len(found) > 1
    assert "".join(c["inhoud"] for c in found) == text
    assert len(world.zgw.register.rows("/klantinteracties/api/v1/internetaken")) == 1


async def test_a_wish_to_be_called_back_needs_no_words(world: World) -> None:
    await world.writes.write(world.case("Samira"), world.intent(WriteKind.CALLBACK, "c1"))
    (contact,) = world.zgw.klantcontacten()
    assert contact["onderwerp"] == "Terugbelverzoek van inburgeraar"
    assert contact["inhoud"]


async def test_a_moved_lesson_keeps_what_was_valid_before(world: World) -> None:
    before = await next_lesson(world)
    change = await world.move(
        status=LessonStatus.CHANGED,
        starts=before.starts + timedelta(hours=1),
        ends=before.ends + timedelta(hours=1),
        place=Place(address="Laan 2, 1234 AB Waterveen", room="5"),
    )
    await world.writes.write_lesson(change)
    after = next(le for le in (await world.cases.read_group(before.group)).lessons if le.id == before.id)
    assert (after.starts, after.version, after.status) == (
        change.starts,
        change.version,
        LessonStatus.CHANGED,
    )
    assert after.change is not None
    assert (after.change.kind, after.change.old_starts) == ("tijd", before.starts)
    assert after.place == Place(address="Laan 2, 1234 AB Waterveen", room="5")


async def test_a_cancelled_lesson_does_not_carry_an_old_move_along(world: World) -> None:
    first = await next_lesson(world)
    moved = await world.move(starts=first.starts + timedelta(hours=1), ends=first.ends + timedelta(hours=1))
    await world.writes.write_lesson(moved)
    await world.writes.write_lesson(await world.move(status=LessonStatus.CANCELLED))
    after = next(le for le in (await world.cases.read_group(first.group)).lessons if le.id == first.id)
    assert after.cancelled
    assert after.change is not None
    assert (after.change.kind, after.change.old_starts) == ("vervallen", None)


async def test_a_change_whose_answer_was_lost_is_made_once(world: World) -> None:
    change = await world.move(status=LessonStatus.CANCELLED)
    world.zgw.faults.lose_reply("objecten", "PATCH")
    with pytest.raises(CaseApiAway):
        await world.writes.write_lesson(change)
    await world.writes.write_lesson(change)
    (found,) = world.zgw.objects("les", uuid=change.lesson)
    assert (found["status"], found["versie"], found["index"]) == ("vervallen", change.version, 2)


async def test_a_newer_version_of_a_lesson_is_never_overwritten(world: World) -> None:
    change = await world.move(status=LessonStatus.CANCELLED)
    await world.writes.write_lesson(await world.move(id="other", status=LessonStatus.CHANGED))
    with pytest.raises(CaseApiRefused, match="version"):
        await world.writes.write_lesson(change)


async def test_a_lesson_of_another_group_is_not_touched(world: World) -> None:
    with pytest.raises(CaseNotFound):
        await world.writes.write_lesson(await world.move(group=world.group("Z-1")))
