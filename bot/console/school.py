"""What a planner may see: the groups of the own school, their lessons and their people's first names."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.cases.model import GroupFacts, Lesson
from bot.clock import local
from bot.console.visit import Visit, not_here
from bot.schools.absences import AbsenceLine, absences
from bot.schools.acknowledgements import Acknowledged, acknowledged, item, to_call
from bot.schools.changes import left_at_once, newest, pending
from bot.schools.reach import Reach, reach
from bot.store.records import LessonChangeRecord, Person


@dataclass(frozen=True, slots=True)
class LessonLine:
    """One lesson with its badges; `change` is the newest one, `waiting` one that can still be taken back."""

    lesson: Lesson
    group: GroupFacts
    members: tuple[Person, ...]
    absent: tuple[AbsenceLine, ...]
    waiting: LessonChangeRecord | None
    change: LessonChangeRecord | None
    counts: Acknowledged | None
    to_call: tuple[Person, ...]

    @property
    def linked(self) -> int:
        """How many members have a linked phone."""
        return len(reach(self.members, urgent=True).reached)


async def own_groups(visit: Visit) -> tuple[GroupFacts, ...]:
    """Return the groups of the planner's school; an administrator sees those of every school."""
    every = await visit.store.groups.all()
    return tuple(g for g in every if visit.admin or (visit.school and g.group.provider.name == visit.school))


async def own_lesson(visit: Visit, id: str) -> tuple[GroupFacts, Lesson]:
    """Find a lesson of an own group; anything else is not found, with one alarm line (I13)."""
    for group in await own_groups(visit):
        for lesson in group.lessons:
            if lesson.id == id:
                return group, lesson
    raise await not_here(visit, f"lesson {id[:40]}")


async def own_change(visit: Visit, id: str) -> LessonChangeRecord:
    """Find a change of a lesson of an own group."""
    change = await visit.store.changes.get(id)
    if change is None or change.group not in {g.group.id for g in await own_groups(visit)}:
        raise await not_here(visit, f"change {id[:40]}")
    return change


async def members(visit: Visit, group: str) -> tuple[Person, ...]:
    """Return the members of a group that are known here."""
    found = [await visit.store.persons.get(id) for id in await visit.store.groups.members(group)]
    return tuple(sorted((p for p in found if p is not None), key=lambda p: p.first_name))


async def reached(visit: Visit, group: str, *, urgent: bool) -> Reach:
    """Return who is reached by a change of a lesson of this group."""
    return reach(await members(visit, group), urgent=urgent)


async def absence_lines(visit: Visit, group: GroupFacts) -> tuple[AbsenceLine, ...]:
    """Return the absences of a group, withdrawn ones included."""
    people = await members(visit, group.group.id)
    facts = await asyncio.gather(*(visit.store.persons.facts(person.id) for person in people))
    return absences(group, zip(people, facts, strict=True))


async def lines(visit: Visit, group: GroupFacts, lessons: Iterable[Lesson]) -> Sequence[LessonLine]:
    """Return lessons of one group with their badges."""
    people = await members(visit, group.group.id)
    away = await absence_lines(visit, group)
    changes = await visit.store.changes.all()
    return [await _line(visit, group, lesson, people, away, changes) for lesson in lessons]


async def _line(
    visit: Visit,
    group: GroupFacts,
    lesson: Lesson,
    people: tuple[Person, ...],
    away: Iterable[AbsenceLine],
    changes: Sequence[LessonChangeRecord],
) -> LessonLine:
    change = newest(lesson.id, changes)
    counts = None
    if change is not None and change.state in {"left", "written"}:
        deliveries = await visit.store.deliveries.of(item(lesson.id))
        counts = acknowledged(reach(people, urgent=left_at_once(change)), deliveries, change.version)
    absent = tuple(line for line in away if line.lesson.id == lesson.id and not line.withdrawn)
    call = to_call(counts, change, visit.deps.clock()) if counts and change else ()
    return LessonLine(lesson, group, people, absent, pending(lesson.id, changes), change, counts, call)


def monday(week: str, now: datetime) -> date:
    """Return the Monday of a week like 2026-W48; this week where the text is none."""
    try:
        return date.fromisocalendar(int(week[:4]), int(week[6:]), 1)
    except ValueError:
        today = local(now).date()
        return today - timedelta(days=today.weekday())


def week_of(on: date) -> str:
    """Return the ISO week of a day, e.g. 2026-W48."""
    year, number, _ = on.isocalendar()
    return f"{year}-W{number:02d}"


def in_week(group: GroupFacts, begins: date) -> tuple[Lesson, ...]:
    """Return the lessons of a group in the week that begins on this Monday."""
    end = begins + timedelta(days=7)
    return tuple(
        sorted((le for le in group.lessons if begins <= le.starts.date() < end), key=lambda le: le.starts)
    )
