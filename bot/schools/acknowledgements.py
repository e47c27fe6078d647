"""Who understood a change of a lesson, who only saw it, and whom the school should call."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.clock import instant
from bot.schools.reach import Reach
from bot.store.records import Delivery, DeliveryState, LessonChangeRecord, Person

CALL_BEFORE = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """People of a group by what became of one version of a lesson; first names only reach the page."""

    understood: tuple[Person, ...] = ()
    seen: tuple[Person, ...] = ()
    not_yet: tuple[Person, ...] = ()
    no_link: tuple[Person, ...] = ()

    @property
    def silent(self) -> tuple[Person, ...]:
        """Who may not know it yet."""
        return self.not_yet + self.no_link


def item(lesson: str) -> str:
    """Return the item under which a lesson's deliveries are recorded."""
    return f"lesson:{lesson}"


def acknowledged(who: Reach, deliveries: Iterable[Delivery], version: int) -> Acknowledged:
    """Sort the members by their delivery of this version or a newer one; a failed one counts as no link."""
    states = {d.person: d.state for d in deliveries if d.version >= version}
    sorted_: dict[str, list[Person]] = {"understood": [], "seen": [], "not_yet": [], "no_link": []}
    for person in who.reached:
        sorted_[_column(states.get(person.id))].append(person)
    sorted_["no_link"].extend(missed.person for missed in who.missed)
    return Acknowledged(**{column: tuple(people) for column, people in sorted_.items()})


def _column(state: DeliveryState | None) -> str:
    if state is DeliveryState.UNDERSTOOD:
        return "understood"
    if state is DeliveryState.SEEN:
        return "seen"
    if state in {DeliveryState.FAILED, DeliveryState.HANDED_OVER}:
        return "no_link"
    return "not_yet"


def to_call(counts: Acknowledged, change: LessonChangeRecord, now: datetime) -> tuple[Person, ...]:
    """Return whom to call from two hours before the earlier of old and new start: who may not know it."""
    if change.state not in {"left", "written"}:
        return ()
    starts = instant(min(change.starts, change.old_starts))
    return counts.silent if starts - CALL_BEFORE <= now < starts else ()
