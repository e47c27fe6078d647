"""Told, not sent: what differs from what was told becomes one notice; move and back is silence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from bot.cases.model import LessonStatus, Place, State, TaskStatus
from bot.clock import instant
from bot.state.turn import Notify, Priority, Withdraw
from tests.hand import Hand, linked
from tests.people import filmon, karim, laila, samira, task

WEDNESDAY = "B1-2-2026-11-25-09:00"
TUESDAY = "Z-1-2026-12-01-13:00"
NEXT_WEEK = "B1-2-2026-12-02-09:00"


def moved(hand: Hand, lesson: str, hours: int) -> None:
    assert hand.facts is not None
    old = next(le for le in hand.facts.lessons if le.id == lesson)
    by = timedelta(hours=hours)
    hand.changes(lesson, starts=old.starts + by, ends=old.ends + by)


def test_a_new_link_starts_without_news() -> None:
    hand = linked(samira, told={})
    assert hand.looks().effects == ()
    assert hand.session.told[f"lesson:{WEDNESDAY}"].version == 1


def test_looking_twice_says_nothing() -> None:
    hand = linked(samira)
    hand.looks()
    assert hand.looks().effects == ()


@pytest.mark.parametrize(
    ("change", "screen"),
    [
        ({"starts": datetime(2026, 12, 2, 10), "ends": datetime(2026, 12, 2, 13)}, "push.lesson.moved"),
        ({"place": Place(address="Plein 2, 1234 AB Waterveen")}, "push.lesson.room"),
        ({"place": Place(address="Kade 4, 1234 AB Waterveen", room="1.3")}, "push.lesson.room"),
        ({"place": Place(online=True)}, "push.lesson.online"),
    ],
    ids=["another time", "another place", "another room", "online"],
)
def test_a_changed_lesson_has_its_own_push(change: dict[str, object], screen: str) -> None:
    hand = linked(samira)
    hand.changes(NEXT_WEEK, **change)
    hand.looks()
    assert [(n.screen, n.version, n.item) for n in hand.notices] == [(screen, 2, f"lesson:{NEXT_WEEK}")]


def test_what_the_municipality_tells_another_way_is_shown_but_not_told() -> None:
    hand = linked(samira)
    profile = hand.tenant.profiel.model_copy(update={"berichten": ("taak",)})
    hand.tenant = hand.tenant.model_copy(update={"profiel": profile})
    hand.cancels(NEXT_WEEK)
    hand.looks()
    assert hand.notices == []
    assert hand.session.told[f"lesson:{NEXT_WEEK}"].before is None


def test_a_cancelled_lesson_is_told_until_it_would_have_begun() -> None:
    hand = linked(samira)
    lesson = hand.cancels(NEXT_WEEK)
    hand.looks()
    (notice,) = hand.notices
    assert (notice.screen, notice.not_after) == ("push.lesson.cancelled", instant(lesson.starts))


def test_a_lesson_that_is_on_again_is_told_so() -> None:
    hand = linked(samira)
    hand.cancels(NEXT_WEEK)
    hand.looks()
    hand.pending.clear()
    hand.changes(NEXT_WEEK, status=LessonStatus.PLANNED)
    hand.looks()
    assert [n.screen for n in hand.notices] == ["push.lesson.on"]


@pytest.mark.parametrize("change", [{"teacher": "Bram"}, {"title": "Hoofdstuk 3"}, {"number": 7}], ids=str)
def test_what_nobody_has_to_act_on_is_silent(change: dict[str, object]) -> None:
    hand = linked(samira)
    hand.changes(NEXT_WEEK, **change)
    assert hand.looks().effects == ()


def test_moved_and_back_before_it_was_sent_is_silence() -> None:
    hand = linked(samira)
    moved(hand, NEXT_WEEK, 1)
    hand.looks()
    moved(hand, NEXT_WEEK, -1)
    hand.looks()
    assert hand.turn.effects == (Withdraw(f"lesson:{NEXT_WEEK}"),)
    assert hand.looks().effects == ()


def test_moved_and_back_after_it_was_sent_is_told() -> None:
    hand = linked(samira)
    moved(hand, NEXT_WEEK, 1)
    hand.looks()
    hand.pending.clear()
    moved(hand, NEXT_WEEK, -1)
    hand.looks()
    assert [(n.screen, n.version) for n in hand.notices] == [("push.lesson.moved", 3)]


def test_two_changes_before_sending_are_one_message_from_what_was_known() -> None:
    hand = linked(samira)
    moved(hand, NEXT_WEEK, 1)
    hand.looks()
    moved(hand, NEXT_WEEK, 1)
    hand.looks()
    told = hand.session.told[f"lesson:{NEXT_WEEK}"]
    assert [n.version for n in hand.notices] == [3]
    assert told.shown_before == "2026-12-02T09:00:00"


def test_a_change_within_a_day_passes_the_quiet_hours() -> None:
    hand = linked(samira)
    hand.now = instant(datetime(2026, 11, 25, 6, 40))
    hand.cancels(WEDNESDAY)
    hand.looks()
    (notice,) = hand.notices
    assert (notice.priority, notice.not_before) == (Priority.URGENT, hand.now)


def test_a_lesson_moved_away_from_tomorrow_is_urgent_too() -> None:
    hand = linked(filmon)
    hand.now = instant(datetime(2026, 11, 30, 15, 5))
    moved(hand, TUESDAY, 24 * 7)
    hand.looks()
    assert [n.priority for n in hand.notices] == [Priority.URGENT]


def test_a_later_change_settles_two_minutes() -> None:
    hand = linked(samira)
    hand.cancels(NEXT_WEEK)
    hand.looks()
    assert hand.notices[0].not_before == hand.now + timedelta(seconds=120)


def test_a_later_change_at_night_waits_for_the_morning() -> None:
    hand = linked(samira)
    hand.now = instant(datetime(2026, 11, 23, 22, 0))
    hand.cancels(NEXT_WEEK)
    hand.looks()
    assert hand.notices[0].not_before == instant(datetime(2026, 11, 24, 7, 30))


def test_a_new_task_waits_for_five_o_clock() -> None:
    hand = linked(samira)
    assert hand.facts is not None
    hand.case(tasks=(*hand.facts.snapshot.tasks, task("digid", "DigiD", date(2026, 12, 4))))
    hand.looks()
    (notice,) = hand.notices
    assert (notice.screen, notice.not_before) == ("push.task.new", instant(datetime(2026, 11, 23, 17, 0)))


def test_a_new_task_that_is_done_before_it_was_told_is_silence() -> None:
    hand = linked(samira)
    assert hand.facts is not None
    new = task("digid", "DigiD", None)
    hand.case(tasks=(*hand.facts.snapshot.tasks, new))
    hand.looks()
    hand.case(tasks=(*hand.facts.snapshot.tasks[:2], replace(new, status=TaskStatus.DONE)))
    hand.looks()
    assert hand.turn.effects == (Withdraw("task:task-digid"),)


def test_a_new_appointment_is_told_however_far_it_is() -> None:
    hand = linked(karim)
    talk = laila().snapshot.appointments[0]
    hand.case(appointments=(replace(talk, starts=datetime(2027, 3, 1, 10)),))
    hand.looks()
    assert [n.screen for n in hand.notices] == ["push.appointment"]


def test_an_appointment_that_comes_near_is_no_news() -> None:
    hand = linked(samira)
    hand.now += timedelta(days=14)
    assert not hand.looks().effects


def test_a_moved_and_a_cancelled_appointment_are_told() -> None:
    hand = linked(laila)
    (talk,) = laila().snapshot.appointments
    hand.case(appointments=(replace(talk, starts=datetime(2026, 12, 11, 10), version=2),))
    hand.looks()
    assert [n.screen for n in hand.notices] == ["push.appointment.moved"]
    hand.pending.clear()
    hand.case(appointments=(replace(talk, status="afgezegd", version=3),))
    hand.looks()
    assert [(n.screen, n.version) for n in hand.notices] == [("push.appointment.cancelled", 3)]


def test_a_part_of_the_plan_that_moves_on_is_told_and_named() -> None:
    hand = linked(samira)
    assert hand.facts is not None
    plan = hand.facts.snapshot.plan
    assert plan is not None
    parts = tuple(replace(p, status="gevolgd") if p.kind == "pvt" else p for p in plan.parts)
    hand.case(plan=replace(plan, parts=parts, version=2))
    hand.looks()
    (notice,) = hand.notices
    assert (notice.screen, notice.protected) == ("push.plan", True)
    hand.taps("open", notice.arg, screen="push.plan")
    values = hand.shown.fill.values
    assert hand.screen == "news.plan"
    assert str(values["part"]).count("part-pvt") == 1
    assert "stand-pvt-gepland" in str(values["old"])
    assert "stand-pvt-gevolgd" in str(values["new"])


def test_counters_and_results_are_never_news() -> None:
    hand = linked(samira)
    assert hand.facts is not None
    plan = hand.facts.snapshot.plan
    assert plan is not None
    parts = tuple(replace(p, hours_known=300) if p.kind == "taal" else p for p in plan.parts)
    hand.case(plan=replace(plan, parts=parts, version=2))
    assert hand.looks().effects == ()


def test_a_new_end_date_is_told_without_saying_why() -> None:
    hand = linked(samira)
    assert hand.facts is not None
    plan = hand.facts.snapshot.plan
    assert plan is not None
    assert plan.term is not None
    hand.case(plan=replace(plan, term=replace(plan.term, end_exclusive=date(2029, 9, 17))))
    hand.looks()
    assert [n.screen for n in hand.notices] == ["push.news"]


@pytest.mark.parametrize("why", ["paused", "letters", "muted"])
def test_silence_was_asked_for(why: str) -> None:
    hand = linked(samira, letters=why == "letters")
    if why == "paused":
        hand.session = replace(hand.session, paused_until=hand.now + timedelta(days=7))
    if why == "muted":
        hand.link_state = "muted"
    hand.cancels(WEDNESDAY)
    assert hand.looks().effects == ()


def test_after_the_pause_it_is_told() -> None:
    hand = linked(samira, paused_until=linked(samira).now + timedelta(days=3))
    hand.cancels(NEXT_WEEK)
    hand.looks()
    hand.now += timedelta(days=3)
    hand.looks("settle")
    assert [n.screen for n in hand.notices] == ["push.lesson.cancelled"]


@pytest.mark.parametrize("state", [State.CLOSED, State.COMPLETED])
def test_a_closed_case_takes_everything_back(state: State) -> None:
    hand = linked(samira)
    hand.cancels(WEDNESDAY)
    hand.looks()
    hand.case(state=state)
    hand.looks()
    assert hand.turn.effects == (Withdraw(f"lesson:{WEDNESDAY}"),)


def test_a_lesson_of_the_past_is_no_news() -> None:
    hand = linked(samira)
    hand.now = instant(datetime(2026, 11, 25, 9, 30))
    hand.cancels(WEDNESDAY)
    assert hand.effects(Notify) == []


def test_told_forgets_what_is_over() -> None:
    hand = linked(samira)
    hand.now += timedelta(days=3)
    hand.cancels(NEXT_WEEK)
    hand.looks()
    assert f"lesson:{NEXT_WEEK}" in hand.session.told
    assert "lesson:B1-2-2026-11-23-09:00" not in hand.session.told
