"""Taps: navigation goes there; an act acts only from the present screen; old and forged show the newest."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.state.session import Place, Session
from bot.state.turn import Erase, Mark, WriteCase
from tests.hand import ENGINE, Hand, linked
from tests.people import samira

THURSDAY = "B1-2-2026-11-26-09:00"


def handle(hand: Hand, lesson: str = THURSDAY) -> str:
    assert hand.facts is not None
    return next(le.handle for le in hand.facts.lessons if le.id == lesson)


def test_a_button_that_goes_edits_its_own_message() -> None:
    hand = linked(samira)
    turn = hand.taps("lessons", message=42)
    assert (turn.place, turn.message) == (Place("lessons.week"), 42)


def test_the_session_stands_where_the_turn_leads() -> None:
    hand = linked(samira)
    hand.taps("lessons")
    assert (hand.session.screen, hand.session.arg) == ("lessons.week", "")


def test_back_is_the_declared_parent_and_keeps_the_argument() -> None:
    hand = linked(samira, screen="lessons.absence", arg="x")
    lesson = handle(hand)
    hand.session = replace(hand.session, arg=lesson)
    assert hand.taps("back").place == Place("lessons.lesson", lesson)


def test_back_from_a_lesson_finds_its_day() -> None:
    hand = linked(samira, screen="lessons.lesson")
    assert hand.taps("back", handle(hand)).place == Place("lessons.day", "2026-11-26")


def test_home_works_from_every_screen() -> None:
    for screen in ENGINE.screens:
        hand = linked(samira, screen=screen.name)
        hand.taps("home", "")
        assert hand.screen == "home.home"


def test_an_old_button_that_goes_just_goes_there() -> None:
    hand = linked(samira, screen="tasks.list")
    hand.taps("lessons", "", screen="home.home", message=3)
    assert (hand.screen, hand.first, hand.turn.message) == ("lessons.week", "", 3)


def test_an_act_from_the_present_screen_acts() -> None:
    hand = linked(samira, screen="lessons.absence")
    hand.session = replace(hand.session, arg=handle(hand))
    hand.taps("yes")
    assert len(hand.effects(WriteCase)) == 1


def test_an_old_act_asks_again_instead_of_acting() -> None:
    hand = linked(samira, screen="tasks.list")
    hand.taps("yes", handle(hand), screen="lessons.absence", message=3)
    assert (hand.screen, hand.first, hand.effects(WriteCase)) == ("lessons.absence", "first-newest", [])


def test_asked_again_the_act_acts() -> None:
    hand = linked(samira, screen="tasks.list")
    hand.taps("yes", handle(hand), screen="lessons.absence", message=3)
    hand.taps("yes", message=3)
    assert len(hand.effects(WriteCase)) == 1


def test_the_same_act_about_another_lesson_is_an_old_one() -> None:
    hand = linked(samira, screen="lessons.absence")
    hand.session = replace(hand.session, arg=handle(hand))
    hand.taps("yes", handle(hand, "B1-2-2026-11-25-09:00"))
    assert (hand.first, hand.effects(WriteCase)) == ("first-newest", [])


def test_tapping_twice_writes_once_and_shows_the_same_screen() -> None:
    hand = linked(samira, screen="lessons.absence")
    hand.session = replace(hand.session, arg=handle(hand))
    first = hand.taps("yes")
    again = hand.taps("yes", screen="lessons.absence")
    assert (again.effects, again.place) == ((), first.place)


def test_a_forged_tap_shows_the_present_screen() -> None:
    hand = linked(samira, screen="tasks.list")
    hand.taps("yes", "", screen="privacy.delete", genuine=False)
    assert (hand.screen, hand.first, hand.turn.effects) == ("tasks.list", "first-newest", ())


def test_a_screen_nobody_knows_shows_its_nearest_ancestor() -> None:
    hand = linked(samira)
    hand.taps("d1", "x", screen="lessons.until")
    assert (hand.screen, hand.first) == ("lessons.week", "first-newest")


def test_a_dialog_nobody_knows_shows_home() -> None:
    hand = linked(samira, screen="tasks.list")
    hand.taps("x", "", screen="weather.today")
    assert (hand.screen, hand.first) == ("home.home", "first-newest")


def test_a_button_nobody_knows_shows_its_screen_anew() -> None:
    hand = linked(samira)
    hand.taps("snooze", "", screen="tasks.list")
    assert (hand.screen, hand.first) == ("tasks.list", "first-newest")


def test_a_lesson_of_somebody_else_is_gone() -> None:
    hand = linked(samira, screen="lessons.day")
    hand.taps("item", "AAAAAAAA")
    assert (hand.screen, hand.first) == ("lessons.week", "first-lesson-gone")


def test_a_deleted_task_shows_the_tasks() -> None:
    hand = linked(samira, screen="tasks.list")
    hand.taps("task", "AAAAAAAA")
    assert (hand.screen, hand.first) == ("tasks.list", "first-task-gone")


@pytest.mark.parametrize(
    "screen", ["home.home", "lessons.week", "plan.overview", "people.list", "privacy.privacy"]
)
def test_a_visitor_never_sees_what_is_for_linked_people(screen: str) -> None:
    hand = Hand(session=Session(language="en", reading="read"))
    hand.taps("home", "", screen=screen)
    assert hand.screen == "linking.code"
    hand.taps("x", "", screen=screen)
    assert ENGINE.screen(hand.screen).public


def test_choosing_the_signal_sends_the_screen_anew_and_deletes_the_old_one() -> None:
    hand = linked(samira, screen="consent.level")
    turn = hand.taps("L0", message=11)
    assert (turn.message, hand.effects(Erase)) == (None, [Erase((11,))])
    assert hand.session.level == "L0"


def test_a_tap_on_a_push_marks_it_seen() -> None:
    hand = linked(samira)
    hand.taps("map", f"{handle(hand)}.1", screen="push.lesson.reminder")
    assert hand.effects(Mark) == [Mark(f"reminder:{THURSDAY}", 1, "seen")]


def test_nothing_moves_after_the_end() -> None:
    hand = linked(samira)
    hand.link_state = "ended"
    before = hand.session
    turn = hand.taps("lessons")
    assert (turn.place, turn.effects, turn.session) == (None, (), before)
