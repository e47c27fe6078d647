"""Makes changes of Thursday's lesson for tests."""

from __future__ import annotations

from datetime import datetime

from bot.cases.model import Lesson, LessonStatus
from bot.schools.changes import Wish, make
from bot.store.records import LessonChangeRecord
from tests.clocks import NOW
from tests.console.town import THURSDAY, lesson

LESSON = lesson(THURSDAY, datetime(2026, 11, 26, 9), version=3)
CANCEL = Wish(LessonStatus.CANCELLED)
LATER = Wish(starts=datetime(2026, 11, 26, 10), ends=datetime(2026, 11, 26, 13))


def change(
    wish: Wish,
    *,
    lesson: Lesson = LESSON,
    waiting: LessonChangeRecord | None = None,
    now: datetime = NOW,
    id: str = "change-1",
) -> LessonChangeRecord | None:
    """Make a change, or None where there is no net change."""
    return make(lesson, wish, id=id, by="ingrid", now=now, waiting=waiting)


def sure(made: LessonChangeRecord | None) -> LessonChangeRecord:
    """A change that must be there."""
    assert made is not None
    return made
