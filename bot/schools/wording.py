"""Values for the Dutch text that a planner sees before a change leaves; phones say it in their language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from bot.cases.model import Lesson, Place
from bot.schools.changes import kind
from bot.state.values import At, Day, Raw, Term, Value, Weekday
from bot.store.records import LessonChangeRecord

KEYS = {
    "cancelled": "push-lesson-cancelled",
    "moved": "push-lesson-moved",
    "on_again": "push-lesson-on",
    "room": "push-lesson-room",
    "online": "push-lesson-online",
}


def text_key(change: LessonChangeRecord) -> str:
    """Return the message that phones show for this change."""
    return KEYS[kind(change)]


def text_values(change: LessonChangeRecord, following: Lesson | None) -> Mapping[str, Value]:
    """Return what stands in it; `following` is the next lesson that takes place."""
    place = change.place or change.old_place
    return {
        **_moment(change.starts, place),
        "room": Raw(place.room) if place and place.room else None,
        "old": Term("moment", _moment(change.old_starts, None)),
        "next": Term("moment", _moment(following.starts, following.place)) if following else None,
    }


def _moment(at: datetime, place: Place | None) -> Mapping[str, Value]:
    return {
        "weekday": Weekday(at.isoweekday()),
        "date": Day(at.date()),
        "from": At(at.time()),
        "place": where(place) if place else None,
    }


def where(place: Place) -> Value:
    """Return a place without the name of an organisation: its reviewed key, else its street."""
    street = Raw(place.street) if place.street else None
    return Term(f"place-{place.key}", otherwise=street) if place.key else street


def next_lesson(lessons: Iterable[Lesson], after: datetime, except_: str) -> Lesson | None:
    """Return the first lesson after a moment that takes place."""
    coming = (le for le in lessons if le.starts > after and not le.cancelled and le.id != except_)
    return min(coming, key=lambda le: le.starts, default=None)
