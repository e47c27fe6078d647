"""The dates ahead: appointments, agreed deadlines, progress talks, and computed dates with their source."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, datetime, time

from bot.cases.model import Appointment, Facts, Party, Plan
from bot.dialogs.fills.appointment import clashes, place_of, what
from bot.dialogs.fills.moment import listed
from bot.dialogs.fills.place import short
from bot.dialogs.fills.text import message, worded
from bot.state.scene import Scene
from bot.state.values import At, Day, Joined, Raw, Term, Value

Dated = tuple[datetime, Value, Value]
PROGRESS = "voortgangsgesprek"


def dates(scene: Scene, facts: Facts) -> tuple[Dated, ...]:
    """Return what lies ahead by time, as moment, {date} and {what}."""
    plan = facts.snapshot.plan
    found = [*_appointments(scene, facts), *(_planned(scene, facts, plan) if plan else ())]
    return tuple(sorted(found, key=lambda dated: dated[0]))


def _appointments(scene: Scene, facts: Facts) -> Iterator[Dated]:
    for found in facts.snapshot.appointments:
        if found.starts > scene.wall and not found.cancelled:
            at = Joined(
                (Day(found.starts.date(), year=_far(scene, found.starts.date())), At(found.starts.time())),
                "words",
            )
            yield found.starts, at, _named(scene, found)


def _named(scene: Scene, found: Appointment) -> Value:
    named = listed(what(found), short(place_of(found)))
    if not clashes(scene, found):
        return named
    return Term("same-time", {"what": named})


def _planned(scene: Scene, facts: Facts, plan: Plan) -> Iterator[Dated]:
    today = scene.wall.date()
    known = {a.starts.date() for a in facts.snapshot.appointments if a.kind == PROGRESS}
    for day in plan.progress_talks:
        if day > today and day not in known:
            yield _at(day), _day(scene, day), Term(f"kind-{PROGRESS}")
    for agreement in plan.agreements:
        if (
            agreement.by is Party.PERSON
            and not agreement.done
            and agreement.before
            and agreement.before >= today
        ):
            yield _at(agreement.before), _day(scene, agreement.before), worded(agreement.text)
    yield from _advised(scene, plan)


def _advised(scene: Scene, plan: Plan) -> Iterator[Dated]:
    """Compute dates before the end of the term; always as advice of the municipality, never as law."""
    if plan.term is None:
        return
    for rule in scene.tenant.regels:
        day = _months_before(plan.term.end_exclusive, rule.maanden_voor_einde)
        if day > scene.wall.date():
            said: dict[str, Value] = {
                "what": Term(message(rule.sleutel), otherwise=None),
                "municipality": Raw(scene.tenant.gemeente.naam),
                "source": Raw(rule.bron),
            }
            yield _at(day), _day(scene, day), Term("advice", said)


def _months_before(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 - months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _at(day: date) -> datetime:
    return datetime.combine(day, time.max)


def _day(scene: Scene, day: date) -> Day:
    return Day(day, year=_far(scene, day))


def _far(scene: Scene, day: date) -> bool:
    """Whether the year must be said."""
    return day.year != scene.wall.year
