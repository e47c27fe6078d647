"""I understand counts for the version that the button carries, and for no other."""

from __future__ import annotations

from datetime import datetime

from bot.state.turn import Mark, Notice, Withdraw
from tests.hand import Hand, linked
from tests.people import filmon, samira

WEDNESDAY = "B1-2-2026-11-25-09:00"
THURSDAY = "B1-2-2026-11-26-09:00"
TUESDAY = "Z-1-2026-12-01-13:00"


def told(hand: Hand) -> Notice:
    hand.looks()
    (notice,) = hand.notices
    hand.pending.clear()
    return notice


def ack(hand: Hand, notice: Notice) -> None:
    hand.taps("ack", notice.arg, screen=notice.screen, message=77)


def test_understood_a_cancelled_lesson() -> None:
    hand = linked(samira)
    hand.cancels(WEDNESDAY)
    ack(hand, told(hand))
    assert (hand.screen, hand.first, hand.turn.message) == ("lessons.cancelled", "first-understood", 77)
    assert Mark(f"lesson:{WEDNESDAY}", 2, "understood") in hand.turn.effects
    assert "ack" not in hand.buttons()


def test_understood_a_moved_lesson_shows_it_and_names_the_school() -> None:
    hand = linked(filmon)
    hand.changes(TUESDAY, starts=datetime(2026, 12, 1, 14), ends=datetime(2026, 12, 1, 17))
    ack(hand, told(hand))
    assert (hand.screen, hand.first) == ("lessons.lesson", "first-understood")


def test_understanding_twice_changes_nothing() -> None:
    hand = linked(samira)
    hand.cancels(WEDNESDAY)
    notice = told(hand)
    ack(hand, notice)
    session = hand.session
    ack(hand, notice)
    assert hand.session == session


def test_an_old_understanding_after_a_newer_change_asks_again() -> None:
    hand = linked(samira)
    hand.changes(THURSDAY, starts=datetime(2026, 11, 26, 10), ends=datetime(2026, 11, 26, 13))
    old = told(hand)
    hand.cancels(THURSDAY)
    new = told(hand)
    ack(hand, old)
    assert (hand.screen, hand.first) == ("lessons.changes", "first-newest")
    assert not any(isinstance(e, Mark) and e.state == "understood" for e in hand.turn.effects)
    ack(hand, new)
    assert Mark(f"lesson:{THURSDAY}", 3, "understood") in hand.turn.effects


def test_facts_that_moved_on_before_the_look_ask_again_too() -> None:
    hand = linked(samira)
    hand.changes(THURSDAY, starts=datetime(2026, 11, 26, 10), ends=datetime(2026, 11, 26, 13))
    notice = told(hand)
    hand.cancels(THURSDAY)
    ack(hand, notice)
    assert (hand.screen, hand.first) == ("lessons.changes", "first-newest")
    assert hand.session.told[f"lesson:{THURSDAY}"].version == 3
    assert hand.looks().effects == ()


def test_a_waiting_notice_of_what_is_asked_again_is_taken_back() -> None:
    hand = linked(samira)
    hand.changes(THURSDAY, starts=datetime(2026, 11, 26, 10), ends=datetime(2026, 11, 26, 13))
    notice = told(hand)
    hand.cancels(THURSDAY)
    hand.pending.add(f"lesson:{THURSDAY}")
    ack(hand, notice)
    assert Withdraw(f"lesson:{THURSDAY}") in hand.turn.effects


def test_unanswered_changes_open_before_the_week() -> None:
    hand = linked(samira)
    hand.cancels(WEDNESDAY)
    told(hand)
    hand.taps("lessons", "", screen="home.home")
    assert hand.screen == "lessons.changes"
    hand.taps("week")
    assert hand.screen == "lessons.week"


def test_understanding_all_ends_them() -> None:
    hand = linked(samira)
    hand.cancels(WEDNESDAY)
    hand.changes(THURSDAY, starts=datetime(2026, 11, 26, 10), ends=datetime(2026, 11, 26, 13))
    hand.looks()
    hand.taps("lessons", "", screen="home.home")
    (which,) = hand.buttons()["ack"]
    hand.taps("ack", which)
    assert (hand.screen, hand.first) == ("lessons.week", "first-noted")
    assert {m.item for m in hand.effects(Mark)} == {f"lesson:{WEDNESDAY}", f"lesson:{THURSDAY}"}
    hand.taps("lessons", "", screen="home.home")
    assert hand.screen == "lessons.week"


def test_understanding_all_does_not_reach_what_came_later() -> None:
    hand = linked(samira)
    hand.cancels(WEDNESDAY)
    hand.looks()
    hand.taps("lessons", "", screen="home.home")
    (which,) = hand.buttons()["ack"]
    hand.cancels(THURSDAY)
    hand.looks()
    hand.taps("ack", which, screen="lessons.changes")
    assert (hand.screen, hand.first, hand.effects(Mark)) == ("lessons.changes", "first-newest", [])


def test_more_than_three_changes_come_three_at_a_time() -> None:
    hand = linked(samira)
    for day in ("25", "26", "30"):
        hand.cancels(f"B1-2-2026-11-{day}-09:00")
    hand.cancels("KNM-1-2026-11-26-12:30")
    hand.looks()
    hand.taps("lessons", "", screen="home.home")
    hand.taps("ack", hand.buttons()["ack"][0])
    assert (hand.screen, len(hand.effects(Mark))) == ("lessons.changes", 3)
    hand.taps("ack", hand.buttons()["ack"][0])
    assert (hand.screen, len(hand.effects(Mark))) == ("lessons.week", 1)


def test_the_open_lesson_becomes_the_cancelled_one() -> None:
    hand = linked(samira)
    lesson = hand.cancels(WEDNESDAY)
    hand = linked(samira, screen="lessons.lesson", arg=lesson.handle)
    hand.cancels(WEDNESDAY)
    turn = hand.looks()
    assert (hand.screen, turn.message, [n.screen for n in hand.notices]) == (
        "lessons.cancelled",
        -1,
        ["push.lesson.cancelled"],
    )


def test_a_screen_that_is_still_right_is_left_alone() -> None:
    hand = linked(samira, screen="people.list")
    hand.cancels(WEDNESDAY)
    assert hand.looks().place is None


def test_a_signal_opens_what_it_was_about() -> None:
    hand = linked(samira, level="L0")
    hand.cancels(WEDNESDAY)
    notice = told(hand)
    hand.taps("open", notice.arg, screen="push.signal")
    assert hand.screen == "lessons.cancelled"
    hand.taps("ack", hand.buttons()["ack"][0])
    assert Mark(f"lesson:{WEDNESDAY}", 2, "understood") in hand.turn.effects


def test_a_reminder_of_the_caseworker_stays_readable_after_it_is_understood() -> None:
    hand = linked(samira)
    hand.looks("campaign", campaign="c1", template="bring-id", fields={"date": "2026-12-03"})
    (notice,) = hand.notices
    ack(hand, notice)
    assert (hand.screen, hand.first) == ("push.reminder", "first-noted")
    assert Mark("campaign:c1", 1, "understood") in hand.turn.effects
    assert hand.shown.fill.text == "push-reminder--full"
    assert "ack" not in hand.buttons()


def test_a_reminder_that_is_not_known_any_more_shows_home() -> None:
    hand = linked(samira)
    hand.taps("ack", "AAAAAAAA.1", screen="push.reminder")
    assert (hand.screen, hand.first) == ("home.home", "first-gone")
