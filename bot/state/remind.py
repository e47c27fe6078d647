"""The reminder: one push before the first lesson or appointment of a day, if the person still has to go."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.cases.model import Choice, Facts
from bot.clock import instant
from bot.state.items import arg
from bot.state.moment import NOON, allowed, next_reminder
from bot.state.own import absence
from bot.state.scene import Scene
from bot.state.session import Session
from bot.state.told import may_send
from bot.state.turn import Effect, Notice, Notify, Priority, WakeAt

TOPIC = "reminder"
KEPT = timedelta(days=2)


def wake(scene: Scene, session: Session) -> WakeAt:
    """Plan the next time to look whether a reminder is due, or take the plan back."""
    wanted = (
        None if session.letters or session.stage != "linked" else next_reminder(scene.now, session.remind)
    )
    return WakeAt(TOPIC, wanted)


def remind(scene: Scene) -> tuple[Session, tuple[Effect, ...]]:
    """Remind of the first thing of tomorrow (in the evening) or of today (in the morning), once, and plan the
    next.
    """
    session, again = scene.session, wake(scene, scene.session)
    slot, day = _slot(scene.wall)
    if not may_send(scene) or slot in session.reminded or session.remind == "changes":
        return session, (again,)
    said = _first(scene, day)
    if said is None:
        return session, (again,)
    recent = {k: v for k, v in session.reminded.items() if k[:10] >= (scene.wall - KEPT).date().isoformat()}
    return replace(session, reminded={**recent, slot: said.item}), (Notify(said), again)


def _slot(wall: datetime) -> tuple[str, date]:
    if wall.time() >= NOON:
        return f"{wall.date().isoformat()}:evening", wall.date() + timedelta(days=1)
    return f"{wall.date().isoformat()}:morning", wall.date()


def _first(scene: Scene, day: date) -> Notice | None:
    if scene.facts is None:
        return None
    ahead = (n for n in _candidates(scene.facts) if n[0].date() == day and n[0] > scene.wall)
    found = min(ahead, default=None)
    if found is None:
        return None
    begins, key, version, screen = found
    return Notice(
        f"reminder:{key.split(':', 1)[1]}",
        version,
        screen,
        arg(key, version),
        Priority.REMINDER,
        allowed(scene.now, scene.tenant.stilte),
        instant(begins),
    )


def _candidates(facts: Facts) -> Iterator[tuple[datetime, str, int, str]]:
    for lesson in facts.lessons:
        if not lesson.cancelled and absence(facts, lesson.id) is None:
            yield lesson.starts, f"lesson:{lesson.id}", lesson.version, "push.lesson.reminder"
    for appointment in facts.snapshot.appointments:
        if appointment.open and appointment.answer != Choice.CANNOT:
            yield appointment.starts, f"appointment:{appointment.id}", appointment.version, "push.appointment"
