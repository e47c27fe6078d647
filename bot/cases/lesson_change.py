"""What a planner's change does to a lesson; shared by the overlay and by the adapter that writes it."""

from __future__ import annotations

from dataclasses import replace

from bot.cases.model import Lesson, LessonChange, LessonStatus
from bot.cases.port import LessonWrite
from bot.cases.wall import wall


def kind_of(lesson: Lesson, write: LessonWrite) -> str:
    """Name the change as the schema of a les does (wijziging.soort)."""
    if write.status is LessonStatus.CANCELLED:
        return "vervallen"
    if (write.starts, write.ends) != (lesson.starts, lesson.ends) or write.place is None:
        return "tijd"
    if write.place.online != lesson.place.online:
        return "online"
    return "locatie" if write.place != lesson.place else "tijd"


def changed(lesson: Lesson, write: LessonWrite) -> Lesson:
    """Return the lesson as it is after the change."""
    place = lesson.place if write.place is None else write.place
    return replace(
        lesson,
        status=write.status,
        starts=write.starts,
        ends=write.ends,
        version=write.version,
        place=place,
        change=LessonChange(
            kind=kind_of(lesson, write),
            at=wall(write.at),
            old_starts=lesson.starts if write.starts != lesson.starts else None,
            old_place=lesson.place.address if place != lesson.place else None,
            ours=True,
        ),
    )
