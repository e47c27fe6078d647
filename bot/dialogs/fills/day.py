"""What is on on one day: lessons and appointments by time, each as one line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from bot.cases.model import Appointment, Facts, Lesson
from bot.dialogs.fills.appointment import place_of as place_of_appointment
from bot.dialogs.fills.appointment import what as what_of_appointment
from bot.dialogs.fills.lesson import brief, icon, lesson, place_of
from bot.dialogs.fills.moment import moment
from bot.dialogs.fills.place import short, short_with_room
from bot.state.own import absence
from bot.state.scene import Scene
from bot.state.values import At, Day, Joined, Term, Value, Weekday

CALENDAR = "📅"
CANCELLED = "❌"
TOLD = "🙋"

Entry = Lesson | Appointment


def on(facts: Facts, day: date) -> tuple[Entry, ...]:
    """Return what is registered on this day, cancelled lessons included, by time."""
    lessons: tuple[Entry, ...] = tuple(le for le in facts.lessons if le.starts.date() == day)
    appointments = tuple(a for a in facts.snapshot.appointments if a.starts.date() == day and not a.cancelled)
    return tuple(sorted((*lessons, *appointments), key=lambda entry: (entry.starts, entry.id)))


def days(facts: Facts, first: date, number: int) -> Iterator[tuple[date, tuple[Entry, ...]]]:
    """Yield the days from `first` on which something is registered."""
    for offset in range(number):
        day = first + timedelta(days=offset)
        if entries := on(facts, day):
            yield day, entries


def monday(day: date) -> date:
    """Return the Monday of that day's week."""
    return day - timedelta(days=day.weekday())


def day_of(scene: Scene) -> date:
    """Return the day that the place's argument names: a date, or the day of a lesson or appointment; else
    today.
    """
    try:
        return date.fromisoformat(scene.arg)
    except ValueError:
        found = lesson(scene) or _appointment(scene)
        return found.starts.date() if found else scene.wall.date()


def _appointment(scene: Scene) -> Appointment | None:
    appointments = scene.facts.snapshot.appointments if scene.facts else ()
    return next((a for a in appointments if a.handle == scene.arg), None)


def today_line(scene: Scene, entry: Entry) -> Value:
    """Return an item of home, e.g. "📚 09:00 Kade 4, room 2.1"."""
    if isinstance(entry, Appointment):
        at: dict[str, Value] = {"icon": CALENDAR, "from": At(entry.starts.time())}
        return Term("line-today", {**at, "place": short(place_of_appointment(entry))})
    at = {"icon": icon(entry.part), "from": At(entry.starts.time())}
    if entry.cancelled:
        return Term("line-today-cancelled", at)
    if _told(scene, entry):
        return Term("line-today-absent", at)
    return Term("line-today", {**at, "place": short_with_room(place_of(scene, entry))})


def day_line(scene: Scene, day: date, entries: tuple[Entry, ...]) -> Value:
    """Return a line of the week, e.g. "Thu 26: 📚 09:00, 📗 12:30"."""
    slots = tuple(
        Term("slot", {"icon": _mark(scene, entry), "from": At(entry.starts.time())}) for entry in entries
    )
    return Term(
        "line-day",
        {
            "weekday": Weekday(day.isoweekday(), short=True),
            "day": day.day,
            "date": Day(day, short=True),
            "items": Joined(slots, "list"),
        },
    )


def item_line(scene: Scene, entry: Entry) -> Value:
    """Return a line of one day, e.g. "📚 09:00–12:00 Dutch, Kade 4"."""
    if isinstance(entry, Appointment):
        values = {**moment(entry.starts, entry.ends), "icon": CALENDAR, "what": what_of_appointment(entry)}
        return Term("line-item", {**values, "place": short(place_of_appointment(entry))})
    values = brief(scene, entry)
    if entry.cancelled:
        return Term("line-item-cancelled", values)
    return Term("line-item-absent" if _told(scene, entry) else "line-item", values)


def _mark(scene: Scene, entry: Entry) -> str:
    if isinstance(entry, Appointment):
        return CALENDAR
    if entry.cancelled:
        return CANCELLED
    return TOLD if _told(scene, entry) else icon(entry.part)


def _told(scene: Scene, entry: Lesson) -> bool:
    return scene.facts is not None and absence(scene.facts, entry.id) is not None
