"""When something may be sent: urgency, quiet hours, settling, reminders (storyboards §1, design §4).

Everything is decided in local wall time and becomes an instant at the end, so that a change of the clocks
moves nothing.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta

from bot.clock import instant, local
from bot.tenant import Stilte

URGENT_WITHIN = timedelta(hours=24)
SETTLE = timedelta(seconds=120)
DAILY = time(17, 0)
EVENING = time(19, 0)
MORNING = time(7, 30)
NOON = time(12, 0)

SLOTS = {"evening": (EVENING,), "morning": (MORNING,), "both": (MORNING, EVENING), "changes": ()}
"""Times of day of the reminder, by the person's choice."""


def urgent(begins: datetime, wall: datetime) -> bool:
    """Whether this (naive local) begin is within a day from now, so that quiet hours do not hold."""
    return wall <= begins <= wall + URGENT_WITHIN


def allowed(at: datetime, quiet: Stilte) -> datetime:
    """Return the first instant from `at` on that lies outside the quiet hours."""
    wall = local(at)
    if not _quiet(wall.time(), quiet):
        return at
    end = datetime.combine(wall.date(), quiet.tot)
    return instant(end if end > wall else end + timedelta(days=1))


def _quiet(now: time, quiet: Stilte) -> bool:
    if quiet.van <= quiet.tot:
        return quiet.van <= now < quiet.tot
    return now >= quiet.van or now < quiet.tot


def soon(now: datetime, begins: datetime | None, quiet: Stilte, *, settled: bool = False) -> datetime:
    """Return when a change may leave: at once within a day of the event, else outside quiet hours.

    Unless it is `settled`, it rests before, so that a second change may join or undo it.
    """
    if begins is not None and urgent(begins, local(now)):
        return now
    return allowed(now if settled else now + SETTLE, quiet)


def bundled(now: datetime, quiet: Stilte) -> datetime:
    """Return the next moment of the day for what can wait."""
    wall = local(now)
    today = datetime.combine(wall.date(), DAILY)
    return allowed(instant(today if wall < today else today + timedelta(days=1)), quiet)


def next_reminder(now: datetime, remind: str) -> datetime | None:
    """Return the next instant at which a reminder may be due; None where the person wants none."""
    wall = local(now)
    times = SLOTS.get(remind, ())
    days = (wall.date(), wall.date() + timedelta(days=1))
    return next((instant(w) for d in days for t in times if (w := datetime.combine(d, t)) > wall), None)
