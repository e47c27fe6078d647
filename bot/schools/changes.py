"""From a planner's wish to a change of one lesson: net change, urgency, and when it leaves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.cases.model import Lesson, LessonStatus, Place
from bot.cases.port import LessonWrite
from bot.clock import instant
from bot.errors import GiveUp
from bot.store.records import LessonChangeRecord

UNDO = timedelta(minutes=2)
URGENT = timedelta(hours=24)
JOB = "change"


@dataclass
class WishRefused(GiveUp):
    """A wish that makes no sense; `code` is put into words by the page or the API."""

    code: str

    def __str__(self) -> str:
        return f"This change of a lesson is refused ({self.code})."


@dataclass(frozen=True, slots=True)
class Wish:
    """What a planner wants of one lesson, naive local times; None leaves as is; gepland brings it back."""

    status: LessonStatus | None = None
    starts: datetime | None = None
    ends: datetime | None = None
    place: Place | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Stand:
    """Everything of a lesson that a planner can change."""

    status: LessonStatus
    starts: datetime
    ends: datetime
    place: Place

    def same(self, other: Stand) -> bool:
        """Whether people would notice no difference."""
        return (self.off, self.starts, self.ends, self.place) == (
            other.off,
            other.starts,
            other.ends,
            other.place,
        )

    @property
    def off(self) -> bool:
        """Whether nobody has to come."""
        return self.status is LessonStatus.CANCELLED


def valid(lesson: Lesson) -> Stand:
    """Return what is valid now for everybody."""
    return Stand(lesson.status, lesson.starts, lesson.ends, lesson.place)


def before(change: LessonChangeRecord, lesson: Lesson) -> Stand:
    """Return what was valid before this change."""
    return Stand(change.old_status, change.old_starts, change.old_ends, change.old_place or lesson.place)


def after(change: LessonChangeRecord, lesson: Lesson) -> Stand:
    """Return what is valid when this change has left."""
    return Stand(change.status, change.starts, change.ends, change.place or change.old_place or lesson.place)


def pending(lesson: str, changes: Iterable[LessonChangeRecord]) -> LessonChangeRecord | None:
    """Return the change of this lesson that still waits for its undo time."""
    return next((c for c in changes if c.lesson == lesson and c.state == "planned"), None)


def newest(lesson: str, changes: Iterable[LessonChangeRecord]) -> LessonChangeRecord | None:
    """Return the last change of this lesson that was not taken back; `changes` are newest first."""
    return next((c for c in changes if c.lesson == lesson and c.state not in {"taken_back", "refused"}), None)


def wished(stand: Stand, wish: Wish) -> Stand:
    """Apply a wish; a lesson that only moves becomes gewijzigd, one without an end keeps its length."""
    starts = wish.starts or stand.starts
    ends = wish.ends or starts + (stand.ends - stand.starts)
    moved = Stand(stand.status, starts, ends, wish.place or stand.place)
    if wish.status is not None:
        return replace(moved, status=wish.status)
    return replace(moved, status=stand.status if moved.same(stand) else LessonStatus.CHANGED)


def make(
    lesson: Lesson,
    wish: Wish,
    *,
    id: str,
    by: str,
    now: datetime,
    waiting: LessonChangeRecord | None = None,
) -> LessonChangeRecord | None:
    """Make the change record, or None where nothing is changed for anybody; raises `WishRefused`.

    `waiting` is a change of this lesson in its undo time: the new one replaces it and is measured against
    what people know, so that moving there and back is no change at all.
    """
    known = before(waiting, lesson) if waiting else valid(lesson)
    target = wished(after(waiting, lesson) if waiting else known, wish)
    _check(known, target, now)
    if target.same(known):
        return None
    return LessonChangeRecord(
        id=id,
        lesson=lesson.id,
        group=lesson.group,
        version=lesson.version + 1,
        status=target.status,
        starts=target.starts,
        ends=target.ends,
        place=target.place if target.place != known.place else None,
        old_starts=known.starts,
        old_ends=known.ends,
        old_status=known.status,
        old_place=known.place,
        by=by,
        made_at=now,
        leaves_at=now if urgent(known, target, now) else now + UNDO,
        reason=wish.reason,
    )


def _check(known: Stand, target: Stand, now: datetime) -> None:
    if target.ends <= target.starts:
        raise WishRefused("ends_before_start")
    if instant(known.starts) <= now:
        raise WishRefused("has_begun")
    if instant(target.starts) <= now:
        raise WishRefused("in_the_past")


def urgent(known: Stand, target: Stand, now: datetime) -> bool:
    """Whether somebody must know within 24 hours: counted to the earlier of the old and the new start."""
    return instant(min(known.starts, target.starts)) - now < URGENT


def left_at_once(change: LessonChangeRecord) -> bool:
    """Whether a change was urgent and so had no undo time."""
    return change.leaves_at <= change.made_at


def back(change: LessonChangeRecord) -> Wish:
    """Return the wish that brings a lesson back to what was valid before this change."""
    status = LessonStatus.PLANNED if change.old_status is not LessonStatus.CANCELLED else change.old_status
    return Wish(status, change.old_starts, change.old_ends, change.old_place)


def kind(change: LessonChangeRecord) -> str:
    """Name what happens: cancelled, online, moved, room, or on_again."""
    if change.status is LessonStatus.CANCELLED:
        return "cancelled"
    if change.old_status is LessonStatus.CANCELLED:
        return "on_again"
    if (
        change.place is not None
        and change.place.online
        and not (change.old_place and change.old_place.online)
    ):
        return "online"
    if (change.starts, change.ends) != (change.old_starts, change.old_ends):
        return "moved"
    return "room"


def written(change: LessonChangeRecord) -> LessonWrite:
    """Return the write to the case system; its id is the change's, so that a repeat is recognisable."""
    return LessonWrite(
        id=change.id,
        lesson=change.lesson,
        group=change.group,
        version=change.version,
        at=change.made_at,
        status=change.status,
        starts=change.starts,
        ends=change.ends,
        place=change.place,
        reason=change.reason,
    )
