"""What happens to a lesson's change when its undo time is over, or when it is taken back before."""

from __future__ import annotations

from dataclasses import replace

from bot.cases.model import Lesson
from bot.schools.changes import JOB, Stand, after, valid, written
from bot.schools.ports import SchoolStore
from bot.store.records import Job, LessonChangeRecord


async def plan(store: SchoolStore, change: LessonChangeRecord) -> None:
    """Record a change and plan its leaving."""
    await store.changes.put(change)
    await store.jobs.plan(Job(JOB, change.id, change.leaves_at))


async def leave(store: SchoolStore, change_id: str) -> str:
    """Let a change leave; called by the scheduler. Returns left, refused (the lesson is newer) or gone.

    May be repeated after a crash: the overlay carries the change's id, and a lesson that shows the change
    already is simply marked as left.
    """
    change = await store.changes.get(change_id)
    if change is None or change.state != "planned":
        return "gone"
    lesson = await find(store, change)
    if lesson is None or not _still_fits(change, lesson):
        await store.changes.put(replace(change, state="refused"))
        await store.alarms.raise_("write_refused", None, f"lesson:{change.lesson}")
        return "refused"
    await store.groups.overlay(written(change))
    await store.changes.put(replace(change, state="left"))
    return "left"


async def take_back(store: SchoolStore, change: LessonChangeRecord) -> bool:
    """Take a change back inside its undo time; False where it has already left."""
    if change.state != "planned" or not await store.jobs.cancel(JOB, change.id):
        return False
    await store.changes.put(replace(change, state="taken_back"))
    return True


async def leave_now(store: SchoolStore, change: LessonChangeRecord) -> str:
    """Let it leave before its undo time is over; it leaves once, even if the scheduler does the same."""
    answer = await leave(store, change.id)
    # Only now: a change whose job is gone before it has left would wait for ever after a crash.
    await store.jobs.cancel(JOB, change.id)
    return answer


async def find(store: SchoolStore, change: LessonChangeRecord) -> Lesson | None:
    """Find the lesson of a change as it is valid now."""
    group = await store.groups.get(change.group)
    return next((le for le in group.lessons if le.id == change.lesson), None) if group else None


def _still_fits(change: LessonChangeRecord, lesson: Lesson) -> bool:
    if lesson.version == change.version:
        shown: Stand = valid(lesson)
        return shown.same(after(change, lesson))
    return lesson.version == change.version - 1
