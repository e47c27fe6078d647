"""Lessons: the week, a lesson, "I cannot come" without a reason, and what makes it needless."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bot.cases.model import Absence, WriteKind
from bot.clock import instant
from bot.state.turn import WriteCase
from bot.state.values import At, Dutch, Joined, Raw, Term
from tests.hand import Hand, linked
from tests.people import karim, mehmet, samira

THURSDAY = "B1-2-2026-11-26-09:00"


def at_absence(hand: Hand | None = None, lesson: str = THURSDAY) -> Hand:
    hand = hand or linked(samira)
    assert hand.facts is not None
    handle = next(le.handle for le in hand.facts.lessons if le.id == lesson)
    hand.taps("absence", handle, screen="lessons.lesson")
    return hand


def written(hand: Hand) -> list[tuple[WriteKind, str]]:
    return [(effect.write.kind, effect.write.item) for effect in hand.effects(WriteCase)]


def test_only_days_with_something_are_buttons() -> None:
    hand = linked(samira)
    hand.taps("lessons")
    assert hand.buttons()["day"] == ("2026-11-23", "2026-11-25", "2026-11-26")


def test_next_week_and_back_to_this_one() -> None:
    hand = linked(samira)
    hand.taps("lessons")
    hand.taps("next", hand.buttons()["next"][0])
    assert hand.session.arg == "2026-11-30"
    assert hand.buttons()["this"] == ("2026-11-23",)


def test_nothing_is_offered_beyond_what_is_known() -> None:
    hand = linked(samira)
    hand.taps("next", "2026-12-21", screen="lessons.week")
    assert "next" not in hand.buttons()


def test_without_a_group_it_is_said() -> None:
    hand = linked(karim)
    hand.taps("lessons", screen="home.home", arg="")
    assert hand.shown.fill.text == "lessons-week--nogroup"


def test_a_lesson_shows_place_teacher_and_what_to_bring() -> None:
    hand = at_absence()
    hand.taps("no")
    values = hand.shown.fill.values
    assert (values["teacher"], values["room"]) == (Raw("Marijke"), Raw("2.1"))
    assert values["bring"] == Joined((Term("bring-schrift"),), "list")


def test_the_map_is_said_as_first_line() -> None:
    hand = at_absence()
    hand.taps("no")
    hand.taps("map")
    first = hand.shown.place.first
    assert first is not None
    assert (first.key, first.values["address"]) == ("first-map", Raw("Kade 4, 1234 AB Waterveen"))


def test_an_online_lesson_tells_how_instead_of_a_map() -> None:
    hand = linked(mehmet)
    hand.taps("item", hand.scene.facts.lessons[1].handle, screen="lessons.day")  # type: ignore[union-attr]
    assert hand.shown.fill.text == "lessons-lesson--online"
    assert {"map"}.isdisjoint(hand.buttons())
    hand.taps("online")
    assert hand.shown.fill.values["how"] == Joined(
        (Term("online-how"), Dutch("Kijk in de mail van de school.")), "words"
    )


def test_telling_the_school_writes_an_absence_without_a_reason() -> None:
    hand = at_absence()
    hand.taps("yes")
    assert (hand.screen, written(hand)) == ("lessons.absent", [(WriteKind.ABSENCE, THURSDAY)])
    assert hand.effects(WriteCase)[0].write.text == ""


def test_until_the_school_has_it_the_screen_says_saved_and_the_time_is_that_of_the_tap() -> None:
    hand = at_absence()
    hand.taps("yes")
    assert hand.shown.fill.text == "lessons-absent--saved"
    hand.now += timedelta(minutes=2)
    hand.passed_on()
    hand.looks(value="own")
    assert hand.shown.fill.text is None
    assert hand.turn.message == -1
    assert hand.shown.fill.values["time"] == At(datetime(1, 1, 1, 8, 10).time())


def test_an_absence_that_the_case_shows_carries_its_own_time() -> None:
    hand = linked(samira)
    hand.case(absences=(Absence("a", THURSDAY, "gemeld", datetime(2026, 11, 20, 14, 5)),))
    at_absence(hand)
    assert (hand.screen, hand.shown.fill.values["time"]) == (
        "lessons.absent",
        At(datetime(1, 1, 1, 14, 5).time()),
    )


def test_coming_after_all_withdraws_it() -> None:
    hand = at_absence()
    hand.taps("yes")
    hand.taps("withdraw")
    assert (hand.screen, hand.first, written(hand)) == (
        "lessons.lesson",
        "first-comes-saved",
        [(WriteKind.ABSENCE_WITHDRAWN, THURSDAY)],
    )
    hand.passed_on()
    hand.looks()
    assert hand.first == "first-comes"


def test_absent_again_after_coming_after_all() -> None:
    hand = at_absence()
    hand.taps("yes")
    hand.taps("withdraw")
    hand.taps("absence")
    hand.taps("yes")
    assert (hand.screen, written(hand)) == ("lessons.absent", [(WriteKind.ABSENCE, THURSDAY)])


def test_a_lesson_cancelled_meanwhile_needs_no_absence() -> None:
    hand = at_absence()
    hand.cancels(THURSDAY)
    hand.taps("yes")
    assert (hand.screen, hand.first, written(hand)) == ("lessons.cancelled", "first-cancelled", [])


def test_the_late_yes_after_the_screen_was_edited_says_so_too() -> None:
    hand = at_absence()
    arg = hand.session.arg
    hand.cancels(THURSDAY)
    hand.looks()
    assert hand.screen == "lessons.cancelled"
    hand.taps("yes", arg, screen="lessons.absence")
    assert (hand.first, written(hand)) == ("first-cancelled", [])


@pytest.mark.parametrize(("hour", "first"), [(10, "first-started"), (13, "first-over")])
def test_after_the_lesson_began_no_absence_is_written(hour: int, first: str) -> None:
    hand = at_absence()
    hand.now = instant(datetime(2026, 11, 26, hour))
    hand.taps("yes")
    assert (hand.screen, hand.first, written(hand)) == ("lessons.lesson", first, [])
    assert "absence" not in hand.buttons()


def test_a_lesson_that_vanished_meanwhile_shows_the_week() -> None:
    hand = at_absence()
    assert hand.facts is not None
    hand.facts = type(hand.facts)(hand.facts.snapshot, (), as_of=hand.facts.as_of)
    hand.taps("yes")
    assert (hand.screen, hand.first, written(hand)) == ("lessons.week", "first-lesson-gone", [])


def test_the_week_marks_what_is_cancelled_and_told() -> None:
    hand = at_absence()
    hand.taps("yes")
    hand.cancels("B1-2-2026-11-25-09:00")
    hand.taps("next", "2026-11-23", screen="lessons.week")
    lines = str(hand.shown.fill.values["day_lines"])
    assert "🙋" in lines
    assert "❌" in lines
