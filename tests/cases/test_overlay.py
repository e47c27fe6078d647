"""What somebody just did is shown at once, and no older read takes it back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.cases.model import (
    Absence,
    Appointment,
    Choice,
    Group,
    GroupFacts,
    Interpreter,
    Lesson,
    LessonStatus,
    OwnWrite,
    PartKind,
    Place,
    Preference,
    Provider,
    Snapshot,
    State,
    Task,
    TaskStatus,
    Text,
    Write,
    WriteKind,
)
from bot.cases.overlay import OwnChange, absence_id, settled, settled_changes, with_changes, with_own
from bot.cases.port import LessonWrite
from bot.clock import instant
from tests.clocks import NOW

CASE = "65fcf664-2219-474b-a128-754cc193eeff"
AT = datetime(2026, 11, 23, 8, 10)
STARTS = datetime(2026, 11, 25, 9)


def snapshot(
    status: TaskStatus = TaskStatus.OPEN, absences: tuple[Absence, ...] = (), unreadable: tuple[str, ...] = ()
) -> Snapshot:
    task = Task("t1", Text("Brieven"), status, 1)
    return Snapshot(CASE, "WV-0001", State.IN_ROUTE, tasks=(task,), absences=absences, unreadable=unreadable)


def own(
    kind: WriteKind, item: str = "t1", done_at: datetime | None = None, refused: bool = False
) -> OwnWrite:
    return OwnWrite(Write(f"{kind}:{item}", kind, item, AT), done_at, refused)


def test_a_task_is_done_at_once() -> None:
    (task,) = with_own(snapshot(), [own(WriteKind.TASK_DONE)]).tasks
    assert (task.status, task.done_on) == (TaskStatus.DONE, AT.date())


def test_done_and_not_done_yet_cancel_out_in_order() -> None:
    shown = with_own(snapshot(), [own(WriteKind.TASK_DONE), own(WriteKind.TASK_UNDONE)])
    assert shown.tasks[0].status is TaskStatus.OPEN


def test_what_the_case_system_has_processed_is_not_taken_back() -> None:
    shown = with_own(snapshot(TaskStatus.PROCESSED), [own(WriteKind.TASK_UNDONE)])
    assert shown.tasks[0].status is TaskStatus.PROCESSED


def test_an_absence_is_shown_at_once_under_the_id_that_it_will_have() -> None:
    (absence,) = with_own(snapshot(), [own(WriteKind.ABSENCE, "l1")]).absences
    assert (absence.id, absence.lesson, absence.withdrawn) == (absence_id(CASE, "l1"), "l1", False)


def test_a_withdrawn_absence_is_shown_withdrawn() -> None:
    shown = with_own(snapshot(), [own(WriteKind.ABSENCE, "l1"), own(WriteKind.ABSENCE_WITHDRAWN, "l1")])
    assert shown.absences[0].withdrawn


def test_what_the_school_has_seen_stays_seen() -> None:
    seen = Absence("a1", "l1", "gezien", AT)
    assert with_own(snapshot(absences=(seen,)), [own(WriteKind.ABSENCE, "l1")]).absences == (seen,)


def test_a_refused_write_is_not_shown() -> None:
    assert with_own(snapshot(), [own(WriteKind.TASK_DONE, refused=True)]) == snapshot()


def test_a_sweep_that_began_before_the_write_was_confirmed_does_not_undo_it() -> None:
    mine = (own(WriteKind.TASK_DONE, done_at=NOW),)
    old_sweep_began = NOW - timedelta(seconds=5)
    left = settled(mine, snapshot(TaskStatus.OPEN), old_sweep_began)
    assert left == mine
    assert with_own(snapshot(TaskStatus.OPEN), left).tasks[0].status is TaskStatus.DONE


def test_a_read_that_began_after_it_takes_its_place() -> None:
    mine = (own(WriteKind.TASK_DONE, done_at=NOW),)
    assert settled(mine, snapshot(TaskStatus.OPEN), NOW + timedelta(seconds=1)) == ()


def test_a_read_at_the_same_instant_proves_nothing() -> None:
    mine = (own(WriteKind.TASK_DONE, done_at=NOW),)
    assert settled(mine, snapshot(), NOW) == mine


def test_a_write_that_is_still_on_its_way_stays() -> None:
    mine = (own(WriteKind.ABSENCE, "l1"),)
    assert settled(mine, snapshot(), NOW + timedelta(hours=1)) == mine


@pytest.mark.parametrize(("kind", "part"), [(WriteKind.TASK_DONE, "tasks"), (WriteKind.ABSENCE, "absences")])
def test_a_read_in_which_that_part_was_broken_proves_nothing(kind: WriteKind, part: str) -> None:
    mine = (own(kind, done_at=NOW),)
    assert settled(mine, snapshot(unreadable=(part,)), NOW + timedelta(seconds=1)) == mine


def lesson(version: int = 1) -> Lesson:
    place = Place(address="Kade 4, 1234 AB Waterveen")
    return Lesson(
        "l1",
        "g1",
        1,
        PartKind.LANGUAGE,
        STARTS,
        STARTS + timedelta(hours=3),
        LessonStatus.PLANNED,
        version,
        place,
    )


def facts(version: int = 1) -> GroupFacts:
    group = Group("g1", "B1-2", "B1-2", PartKind.LANGUAGE, Provider("De Brug"))
    return GroupFacts(group, (lesson(version),), NOW)


def change(done_at: datetime | None = None, refused: bool = False, **more: Any) -> OwnChange:
    values: dict[str, Any] = {
        "id": "c1",
        "lesson": "l1",
        "group": "g1",
        "version": 2,
        "at": AT,
        "status": LessonStatus.CHANGED,
        "starts": STARTS + timedelta(hours=1),
        "ends": STARTS + timedelta(hours=4),
    }
    return OwnChange(LessonWrite(**values | more), done_at, refused)


def test_a_moved_lesson_is_shown_at_once_with_what_was_before() -> None:
    (shown,) = with_changes(facts(), [change()]).lessons
    assert (shown.starts, shown.version) == (STARTS + timedelta(hours=1), 2)
    assert shown.change is not None
    assert (shown.change.kind, shown.change.old_starts) == ("tijd", STARTS)


@pytest.mark.parametrize(
    ("more", "kind"),
    [
        ({"status": LessonStatus.CANCELLED}, "vervallen"),
        (
            {"place": Place(address="Laan 2"), "starts": STARTS, "ends": STARTS + timedelta(hours=3)},
            "locatie",
        ),
        ({"place": Place(online=True), "starts": STARTS, "ends": STARTS + timedelta(hours=3)}, "online"),
    ],
)
def test_a_change_is_named_as_the_case_system_names_it(more: dict[str, Any], kind: str) -> None:
    named = with_changes(facts(), [change(**more)]).lessons[0].change
    assert named is not None
    assert named.kind == kind


def test_a_version_as_new_that_was_read_wins() -> None:
    assert with_changes(facts(version=2), [change()]) == facts(version=2)


def test_a_refused_change_is_not_shown() -> None:
    assert with_changes(facts(), [change(refused=True)]) == facts()


def test_a_change_stays_until_a_read_begun_after_its_confirmation() -> None:
    confirmed = change(done_at=NOW)
    assert settled_changes([confirmed], NOW) == (confirmed,)
    assert settled_changes([change()], NOW + timedelta(hours=1)) == (change(),)
    assert settled_changes([confirmed], NOW + timedelta(seconds=1)) == ()


def test_lessons_stay_in_order_after_a_move() -> None:
    later = replace(lesson(), id="l2", starts=STARTS + timedelta(minutes=30))
    moved = with_changes(replace(facts(), lessons=(lesson(), later)), [change()])
    assert [le.id for le in moved.lessons] == ["l2", "l1"]


def talking(status: str = "gepland", version: int = 1, interpreter: Interpreter | None = None) -> Snapshot:
    talk = Appointment("a1", "voortgangsgesprek", STARTS, status, version, interpreter=interpreter)
    return replace(snapshot(), appointments=(talk,))


def answered(choice: Choice, version: int = 1, **more: Any) -> OwnWrite:
    write = Write("w", WriteKind.APPOINTMENT_ANSWER, "a1", AT, choice=choice, version=version, **more)
    return OwnWrite(write)


def test_an_answer_to_an_appointment_is_shown_at_once() -> None:
    mine = answered(Choice.OTHER, preference=Preference.MORNING)
    (talk,) = with_own(talking(), [mine]).appointments
    assert (talk.answer, talk.preference) == ("verzetten", "ochtend")


def test_an_answer_to_what_was_moved_since_is_not_shown() -> None:
    assert with_own(talking(version=2), [answered(Choice.COME)]) == talking(version=2)


def test_an_answer_to_what_was_called_off_is_not_shown() -> None:
    assert with_own(talking("afgezegd"), [answered(Choice.COME)]) == talking("afgezegd")


def test_a_wish_for_an_interpreter_is_shown_at_once_in_its_language() -> None:
    wish = OwnWrite(Write("w", WriteKind.INTERPRETER, "a1", AT, language="tr"))
    (talk,) = with_own(talking(), [wish]).appointments
    assert talk.interpreter == Interpreter(True, "tr", asked=True)


def test_a_refusal_stays_for_a_day_so_that_its_screen_can_say_so() -> None:
    mine = (own(WriteKind.TASK_DONE, refused=True),)
    at = instant(AT)
    assert settled(mine, snapshot(), at + timedelta(hours=23)) == mine
    assert settled(mine, snapshot(), at + timedelta(hours=25)) == ()
