"""Own unconfirmed writes laid over what was read: no sweep undoes what was just done (design §6)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final
from uuid import NAMESPACE_URL, UUID, uuid5

from bot.cases.lesson_change import changed
from bot.cases.model import (
    Absence,
    Appointment,
    GroupFacts,
    Interpreter,
    OwnWrite,
    Snapshot,
    Task,
    TaskStatus,
    Write,
    WriteKind,
)
from bot.cases.port import LessonWrite
from bot.cases.wall import wall
from bot.clock import instant

_PART = {
    WriteKind.TASK_DONE: "tasks",
    WriteKind.TASK_UNDONE: "tasks",
    WriteKind.ABSENCE: "absences",
    WriteKind.ABSENCE_WITHDRAWN: "absences",
    WriteKind.APPOINTMENT_ANSWER: "appointments",
    WriteKind.INTERPRETER: "appointments",
}
REFUSED_KEPT: Final = timedelta(days=1)
"""A refusal is said on its screen for so long after the act; later it would be old news."""


@dataclass(frozen=True, slots=True)
class OwnChange:
    """A planner's change that the group's facts may not show yet; `done_at` is the instant of the 2xx."""

    write: LessonWrite
    done_at: datetime | None = None
    refused: bool = False


def absence_id(case_uuid: str, lesson: str) -> str:
    """Derive the UUID of an afmelding from case and lesson, so that reporting twice makes one object."""
    try:
        space = UUID(case_uuid)
    except ValueError:
        space = uuid5(NAMESPACE_URL, case_uuid)
    return str(uuid5(space, lesson))


def with_own(snapshot: Snapshot, own: Iterable[OwnWrite]) -> Snapshot:
    """Show a person's own writes at once, in the order in which they were made."""
    for mine in own:
        if not mine.refused:
            snapshot = _shown(snapshot, mine.write)
    return snapshot


def settled(own: Iterable[OwnWrite], snapshot: Snapshot, begun_at: datetime) -> tuple[OwnWrite, ...]:
    """Return the writes still to be shown over a read that began at `begun_at`.

    Only a read begun after the write's 2xx, in which that part could be read, takes its place. A refused
    write stays for a day, so that its screen can say so.
    """
    return tuple(mine for mine in own if not _settled(mine, snapshot, begun_at))


def with_changes(facts: GroupFacts, changes: Sequence[OwnChange]) -> GroupFacts:
    """Show planners' unconfirmed changes; a version at least as new that was read wins."""
    if not changes:
        return facts
    lessons = {lesson.id: lesson for lesson in facts.lessons}
    for change in changes:
        lesson = lessons.get(change.write.lesson)
        if lesson is not None and not change.refused and lesson.version < change.write.version:
            lessons[lesson.id] = changed(lesson, change.write)
    return replace(facts, lessons=tuple(sorted(lessons.values(), key=lambda le: (le.starts, le.id))))


def settled_changes(changes: Iterable[OwnChange], begun_at: datetime) -> tuple[OwnChange, ...]:
    """Return the changes still to be shown over a group that was read from `begun_at` on."""
    return tuple(
        change
        for change in changes
        if not change.refused and (change.done_at is None or change.done_at >= begun_at)
    )


def _settled(mine: OwnWrite, snapshot: Snapshot, begun_at: datetime) -> bool:
    if mine.refused:
        return begun_at - instant(wall(mine.write.at)) > REFUSED_KEPT
    if mine.done_at is None:
        return False
    return mine.done_at < begun_at and _PART.get(mine.write.kind) not in snapshot.unreadable


def _shown(snapshot: Snapshot, write: Write) -> Snapshot:
    if write.kind in {WriteKind.TASK_DONE, WriteKind.TASK_UNDONE}:
        return replace(
            snapshot, tasks=tuple(_task(t, write) if t.id == write.item else t for t in snapshot.tasks)
        )
    if write.kind in {WriteKind.APPOINTMENT_ANSWER, WriteKind.INTERPRETER}:
        talks = (_talk(a, write) if a.id == write.item else a for a in snapshot.appointments)
        return replace(snapshot, appointments=tuple(talks))
    if write.kind is WriteKind.ABSENCE:
        return _absent(snapshot, write)
    if write.kind is WriteKind.ABSENCE_WITHDRAWN:
        return replace(
            snapshot,
            absences=tuple(
                replace(a, status="ingetrokken") if a.lesson == write.item else a for a in snapshot.absences
            ),
        )
    return snapshot


def _task(task: Task, write: Write) -> Task:
    if write.kind is WriteKind.TASK_DONE and task.status is TaskStatus.OPEN:
        return replace(task, status=TaskStatus.DONE, done_on=wall(write.at).date())
    if write.kind is WriteKind.TASK_UNDONE and task.status is TaskStatus.DONE:
        return replace(task, status=TaskStatus.OPEN, done_on=None)
    return task


def _talk(talk: Appointment, write: Write) -> Appointment:
    if not talk.open:
        return talk
    if write.kind is WriteKind.INTERPRETER:
        known = talk.interpreter or Interpreter(True)
        language = known.language or write.language
        return replace(talk, interpreter=replace(known, needed=True, language=language, asked=True))
    if write.version not in {0, talk.version}:
        return talk  # it was moved since: the answer was about another moment
    return replace(talk, answer=write.choice, preference=write.preference)


def _absent(snapshot: Snapshot, write: Write) -> Snapshot:
    known = [a for a in snapshot.absences if a.lesson == write.item]
    if any(not a.withdrawn for a in known):
        return snapshot
    mine = Absence(absence_id(snapshot.case_uuid, write.item), write.item, "gemeld", wall(write.at))
    others = tuple(a for a in snapshot.absences if a.lesson != write.item)
    return replace(snapshot, absences=(*others, mine))
