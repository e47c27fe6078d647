"""One reminder, in time, of something the person still has to go to."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.clock import instant
from bot.state.turn import WakeAt
from tests.hand import Hand, linked
from tests.people import filmon, laila, mehmet, samira

EVENING = instant(datetime(2026, 11, 23, 19, 0))
MORNING = instant(datetime(2026, 11, 25, 7, 30))
WEDNESDAY = "B1-2-2026-11-25-09:00"


def at(hand: Hand, now: datetime) -> Hand:
    hand.now = now
    hand.looks("reminder")
    return hand


def test_the_evening_before_reminds_of_the_first_lesson() -> None:
    hand = at(linked(filmon), EVENING)
    (notice,) = hand.notices
    assert (notice.screen, notice.item) == ("push.lesson.reminder", "reminder:Z-1-2026-11-24-13:00")
    assert notice.not_after == instant(datetime(2026, 11, 24, 13, 0))
    assert hand.effects(WakeAt) == [WakeAt("reminder", instant(datetime(2026, 11, 24, 19, 0)))]


def test_the_morning_reminds_of_today() -> None:
    hand = at(linked(samira, remind="morning"), MORNING)
    assert [n.item for n in hand.notices] == [f"reminder:{WEDNESDAY}"]


def test_it_reminds_once() -> None:
    hand = at(linked(filmon), EVENING)
    hand.looks("reminder")
    assert hand.notices == []


def test_an_appointment_can_be_the_first_thing() -> None:
    hand = at(linked(laila), instant(datetime(2026, 12, 9, 19, 0)))
    assert [n.screen for n in hand.notices] == ["push.appointment"]


def test_no_reminder_of_a_cancelled_lesson() -> None:
    hand = linked(samira, remind="both")
    hand.cancels(WEDNESDAY)
    assert at(hand, MORNING).notices == []


def test_no_reminder_where_the_school_knows_that_one_cannot_come() -> None:
    hand = linked(samira, remind="both", screen="lessons.absence")
    assert hand.facts is not None
    lesson = next(le for le in hand.facts.lessons if le.id == WEDNESDAY)
    hand.taps("yes", lesson.handle, screen="lessons.absence")
    hand.taps("yes")
    assert at(hand, MORNING).notices == []


def test_no_reminder_on_a_free_day() -> None:
    assert at(linked(mehmet), instant(datetime(2026, 11, 24, 19, 0))).notices == []


def test_who_wants_only_changes_is_not_reminded() -> None:
    hand = at(linked(filmon, remind="changes"), EVENING)
    assert hand.turn.effects == (WakeAt("reminder", None),)


def test_who_pauses_is_not_reminded_but_looked_after_again() -> None:
    hand = at(linked(filmon, paused_until=instant(datetime(2026, 11, 30, 8))), EVENING)
    assert [type(e) for e in hand.turn.effects] == [WakeAt]


def test_a_lesson_moved_while_its_reminder_waits_takes_the_reminder_back() -> None:
    hand = at(linked(filmon), EVENING)
    hand.cancels("Z-1-2026-11-24-13:00")
    hand.looks()
    assert "reminder:Z-1-2026-11-24-13:00" not in hand.pending


@pytest.mark.parametrize(
    ("remind", "now", "next_"),
    [
        ("evening", datetime(2026, 11, 23, 8, 10), datetime(2026, 11, 23, 19)),
        ("evening", datetime(2026, 11, 23, 19, 0), datetime(2026, 11, 24, 19)),
        ("morning", datetime(2026, 11, 23, 8, 10), datetime(2026, 11, 24, 7, 30)),
        ("both", datetime(2026, 11, 23, 8, 10), datetime(2026, 11, 23, 19)),
        ("both", datetime(2026, 11, 23, 20, 0), datetime(2026, 11, 24, 7, 30)),
        ("evening", datetime(2027, 3, 27, 20, 0), datetime(2027, 3, 28, 19)),
    ],
)
def test_the_next_time_is_in_wall_time(remind: str, now: datetime, next_: datetime) -> None:
    hand = linked(samira, remind="changes", screen="reminders.when")
    hand.now = instant(now)
    hand.taps(remind)
    assert hand.effects(WakeAt) == [WakeAt("reminder", instant(next_))]
