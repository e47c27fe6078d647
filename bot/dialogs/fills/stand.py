"""How an absence of a lesson stands: told and passed on, told and saved, taken back."""

from __future__ import annotations

from bot.cases.model import Lesson, WriteKind
from bot.clock import local
from bot.dialogs.fills.contact import not_sent, school_of
from bot.dialogs.fills.data import facts_of
from bot.state import own
from bot.state.scene import Scene
from bot.state.values import At, Term

ABSENCES = (WriteKind.ABSENCE, WriteKind.ABSENCE_WITHDRAWN)


def sent_at(scene: Scene, found: Lesson) -> tuple[At | None, bool]:
    """Return {time} of an absence, and whether the school knows.

    The time is that of the tap, as in the case system: it stays the same when the case is read anew.
    """
    facts = facts_of(scene)
    mine = own.last_write(facts, found.id, *ABSENCES)
    if mine is not None:
        at = local(mine.write.at)
        return At(at.time().replace(second=0, microsecond=0)), mine.done_at is not None
    known = own.absence(facts, found.id)
    return (At(known.reported_at.time().replace(second=0, microsecond=0)) if known else None), True


def first_line(scene: Scene, found: Lesson) -> Term | None:
    """Return what a lesson's screen says first about being absent or coming after all."""
    facts = facts_of(scene)
    if own.refused(facts, found.id, *ABSENCES) is not None:
        return not_sent(school_of(scene, found.group))
    mine = own.last_write(facts, found.id, *ABSENCES)
    passed_on = mine is None or mine.done_at is not None
    if own.absence(facts, found.id) is not None:
        return Term("first-school-knows" if passed_on else "first-told-saved")
    taken_back = any(told.lesson == found.id for told in facts.snapshot.absences)
    if mine is None and not taken_back:
        return None
    return Term("first-comes" if passed_on else "first-comes-saved")
