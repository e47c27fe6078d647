"""Values of the Dutch text that a planner sees."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

from bot.cases.model import LessonStatus, Place
from bot.schools.changes import Wish
from bot.schools.wording import next_lesson, text_key, text_values, where
from bot.state.values import At, Day, Raw, Term
from tests.console.town import lesson
from tests.schools.making import CANCEL, LATER, LESSON, change, sure


def test_each_kind_of_change_has_its_message() -> None:
    assert text_key(sure(change(CANCEL))) == "push-lesson-cancelled"
    off = replace(LESSON, status=LessonStatus.CANCELLED)
    assert text_key(sure(change(Wish(LessonStatus.PLANNED), lesson=off))) == "push-lesson-on"


def test_the_text_names_new_and_old_moment() -> None:
    values = text_values(sure(change(LATER)), None)
    assert (values["date"], values["from"]) == (Day(date(2026, 11, 26)), At(time(10)))
    old = values["old"]
    assert isinstance(old, Term)
    assert old.values["from"] == At(time(9))


def test_a_place_is_its_key_or_its_street_and_never_a_name() -> None:
    assert where(Place(address="Kade 4, 1234 AB Waterveen", name="Taalschool De Brug")) == Raw("Kade 4")
    assert where(Place(key="stadhuis")) == Term("place-stadhuis", otherwise=None)
    assert where(Place(name="Taalschool De Brug")) is None


def test_the_next_lesson_is_the_first_that_takes_place() -> None:
    off = replace(lesson("a", datetime(2026, 11, 30, 9)), status=LessonStatus.CANCELLED)
    on = lesson("b", datetime(2026, 12, 1, 9))
    assert next_lesson((on, off, LESSON), LESSON.starts, LESSON.id) == on
    assert next_lesson((off,), LESSON.starts, LESSON.id) is None
