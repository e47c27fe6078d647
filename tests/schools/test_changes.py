"""From a wish to a change: net change, urgency, and when it leaves."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cases.model import LessonStatus, Place
from bot.schools.changes import UNDO, Wish, WishRefused, back, kind, left_at_once, newest, pending, written
from tests.clocks import NOW
from tests.schools.making import CANCEL, LATER, LESSON, change, sure

ONLINE = Wish(place=replace(LESSON.place, online=True))
ROOM = Wish(place=replace(LESSON.place, room="1.3"))


def test_a_change_leaves_after_two_minutes() -> None:
    assert sure(change(LATER)).leaves_at == NOW + timedelta(minutes=2)


def test_within_24_hours_it_leaves_at_once() -> None:
    made = sure(change(CANCEL, now=datetime(2026, 11, 25, 8, 1, tzinfo=NOW.tzinfo)))
    assert left_at_once(made)


def test_exactly_24_hours_before_it_still_waits() -> None:
    made = sure(change(CANCEL, now=datetime(2026, 11, 25, 8, 0, tzinfo=NOW.tzinfo)))
    assert made.leaves_at - made.made_at == UNDO


def test_a_move_to_an_earlier_hour_is_urgent_by_the_new_start() -> None:
    earlier = Wish(starts=datetime(2026, 11, 23, 20), ends=datetime(2026, 11, 23, 22))
    assert left_at_once(sure(change(earlier)))


def test_a_change_makes_the_next_version() -> None:
    assert sure(change(CANCEL)).version == LESSON.version + 1


def test_what_was_valid_before_is_kept() -> None:
    made = sure(change(LATER))
    assert (made.old_starts, made.old_status, made.old_place) == (LESSON.starts, LESSON.status, LESSON.place)


def test_a_moved_lesson_is_changed_and_keeps_its_length() -> None:
    made = sure(change(Wish(starts=datetime(2026, 11, 27, 14))))
    assert (made.status, made.ends) == (LessonStatus.CHANGED, datetime(2026, 11, 27, 17))


def test_a_place_that_stays_is_left_out() -> None:
    assert sure(change(LATER)).place is None


@pytest.mark.parametrize(
    ("wish", "name"),
    [(CANCEL, "cancelled"), (LATER, "moved"), (ROOM, "room"), (ONLINE, "online")],
    ids=["cancel", "move", "other room", "online"],
)
def test_a_change_has_a_name(wish: Wish, name: str) -> None:
    assert kind(sure(change(wish))) == name


def test_a_cancelled_lesson_that_takes_place_after_all_is_on_again() -> None:
    off = replace(LESSON, status=LessonStatus.CANCELLED)
    assert kind(sure(change(Wish(LessonStatus.PLANNED), lesson=off))) == "on_again"


@pytest.mark.parametrize(
    "wish",
    [Wish(), Wish(starts=LESSON.starts), Wish(place=LESSON.place), Wish(LessonStatus.PLANNED)],
    ids=["nothing", "same start", "same place", "on again but it never was off"],
)
def test_a_wish_that_changes_nothing_is_no_change(wish: Wish) -> None:
    assert change(wish) is None


def test_cancelling_a_cancelled_lesson_is_no_change() -> None:
    assert change(CANCEL, lesson=replace(LESSON, status=LessonStatus.CANCELLED)) is None


def test_moved_and_back_within_the_undo_time_is_no_net_change() -> None:
    first = sure(change(LATER))
    assert change(Wish(starts=LESSON.starts, ends=LESSON.ends), waiting=first) is None


def test_cancelled_and_on_again_within_the_undo_time_is_no_net_change() -> None:
    assert change(Wish(LessonStatus.PLANNED), waiting=sure(change(CANCEL))) is None


def test_a_second_wish_builds_on_the_waiting_one_but_is_measured_against_what_people_know() -> None:
    both = sure(change(ROOM, waiting=sure(change(LATER)), id="change-2"))
    assert (both.starts, both.place and both.place.room) == (LATER.starts, "1.3")
    assert (both.old_starts, both.old_place) == (LESSON.starts, LESSON.place)
    assert both.version == LESSON.version + 1


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        (Wish(ends=datetime(2026, 11, 26, 8)), "ends_before_start"),
        (Wish(starts=datetime(2026, 11, 20, 9)), "in_the_past"),
    ],
)
def test_a_wish_without_sense_is_refused(wish: Wish, code: str) -> None:
    with pytest.raises(WishRefused) as refused:
        change(wish)
    assert refused.value.code == code


def test_a_lesson_that_has_begun_is_not_changed() -> None:
    with pytest.raises(WishRefused, match="has_begun"):
        change(CANCEL, now=datetime(2026, 11, 26, 8, 0, tzinfo=NOW.tzinfo))


def test_a_change_is_taken_back_by_its_opposite() -> None:
    made = sure(change(LATER))
    moved = replace(LESSON, starts=made.starts, ends=made.ends, status=made.status, version=made.version)
    again = sure(change(back(made), lesson=moved))
    assert (again.starts, again.ends) == (LESSON.starts, LESSON.ends)


def test_the_write_carries_the_changes_id_and_version() -> None:
    made = sure(change(CANCEL))
    assert (written(made).id, written(made).version, written(made).at) == ("change-1", 4, NOW)


def test_the_newest_change_that_counts_is_found() -> None:
    made = sure(change(LATER))
    gone = replace(made, id="change-2", state="taken_back")
    assert newest(LESSON.id, (gone, made)) == made
    assert pending(LESSON.id, (gone, made)) == made
    assert pending(LESSON.id, (replace(made, state="left"),)) is None


WISHES = st.builds(
    Wish,
    status=st.sampled_from([None, LessonStatus.CANCELLED, LessonStatus.PLANNED]),
    starts=st.sampled_from([None, LESSON.starts, datetime(2026, 11, 27, 10)]),
    ends=st.none(),
    place=st.sampled_from([None, LESSON.place, Place(room="9")]),
)


@given(st.lists(WISHES, max_size=6))
def test_whatever_was_wished_before_going_back_to_the_start_changes_nothing(wishes: list[Wish]) -> None:
    waiting = None
    for wish in wishes:
        waiting = change(wish, waiting=waiting)
    start = Wish(LESSON.status, LESSON.starts, LESSON.ends, LESSON.place)
    assert change(start, waiting=waiting) is None
