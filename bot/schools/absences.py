"""Absences as a school sees them: first name, lesson and time; there is no reason, on purpose."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.cases.model import Facts, GroupFacts, Lesson, WriteKind
from bot.clock import local
from bot.store.records import Person

KINDS = {WriteKind.ABSENCE: False, WriteKind.ABSENCE_WITHDRAWN: True}


@dataclass(frozen=True, slots=True)
class AbsenceLine:
    """One announced absence; `sent_at` is naive local time, `withdrawn` that the person comes after all."""

    person: Person
    group: str
    lesson: Lesson
    sent_at: datetime
    withdrawn: bool


def announced(facts: Facts) -> dict[str, tuple[datetime, bool]]:
    """Return per lesson id when it was sent (local) and whether it is withdrawn; own newer writes win."""
    found = {a.lesson: (a.reported_at, a.withdrawn) for a in facts.snapshot.absences}
    for own in facts.own:
        if own.write.kind in KINDS and not own.refused:
            withdrawn = KINDS[own.write.kind]
            sent = found[own.write.item][0] if withdrawn and own.write.item in found else local(own.write.at)
            found[own.write.item] = (sent, withdrawn)
    return found


def absences(group: GroupFacts, members: Iterable[tuple[Person, Facts | None]]) -> tuple[AbsenceLine, ...]:
    """List the absences of one group, by lesson and name."""
    lessons = {lesson.id: lesson for lesson in group.lessons}
    lines = [
        AbsenceLine(person, group.group.name, lessons[lesson], sent, withdrawn)
        for person, facts in members
        if facts is not None
        for lesson, (sent, withdrawn) in announced(facts).items()
        if lesson in lessons
    ]
    return tuple(sorted(lines, key=lambda line: (line.lesson.starts, line.person.first_name)))
