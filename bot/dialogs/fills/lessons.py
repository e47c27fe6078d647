"""What fills the screens of the lessons."""

from __future__ import annotations

from datetime import date, timedelta

from bot.cases.model import Appointment, Lesson
from bot.dialogs.fills.change import change_line
from bot.dialogs.fills.data import asof, facts_of, fresh
from bot.dialogs.fills.day import CALENDAR, Entry, day_line, day_of, days, item_line, monday, on
from bot.dialogs.fills.lesson import details, icon, next_lesson
from bot.dialogs.fills.lesson import lesson as find
from bot.dialogs.fills.moment import day as day_values
from bot.dialogs.fills.moment import moment
from bot.dialogs.fills.place import mappable
from bot.dialogs.fills.stand import first_line, sent_at
from bot.state import own
from bot.state.acks import TOGETHER, together
from bot.state.declare import Choice, Fill, Instead
from bot.state.items import arg, where
from bot.state.scene import Scene
from bot.state.session import Place
from bot.state.told import unanswered
from bot.state.values import At, Day, Dutch, Joined, Term, Value, Weekday

WEEK = 7
SCHOOL_WEEK = 5


def week(scene: Scene) -> Fill | Instead:
    """Fill a week; entered from home, unanswered changes come first."""
    facts = facts_of(scene)
    this = monday(scene.wall.date())
    if not scene.arg and unanswered(scene):
        return Instead(Place("lessons.changes", this.isoformat()))
    first = monday(day_of(scene)) if scene.arg else this
    found = tuple(days(facts, first, WEEK))
    last = max((d for d, _ in found), default=first + timedelta(days=SCHOOL_WEEK - 1))
    values: dict[str, Value] = {
        "from_date": Day(first),
        "to_date": Day(max(last, first + timedelta(days=SCHOOL_WEEK - 1))),
        "day_lines": Joined(tuple(day_line(scene, d, entries) for d, entries in found)) if found else None,
        "next": next_lesson(scene),
        **asof(scene),
    }
    buttons = {
        "day": tuple(
            Choice(d.isoformat(), {"weekday": Weekday(d.isoweekday(), short=True)}) for d, _ in found
        ),
        "this": (Choice(this.isoformat()),) if first != this else (),
        "next": _later(scene, first),
    }
    if not facts.groups and not found:
        return Fill(values, text="lessons-week--nogroup", each=buttons)
    return Fill(values, text=None if found else "lessons-week--none", each=buttons)


def _later(scene: Scene, first: date) -> tuple[Choice, ...]:
    """Offer the next week as long as anything is known beyond this one."""
    facts, following = facts_of(scene), first + timedelta(days=WEEK)
    every: tuple[Lesson | Appointment, ...] = (*facts.lessons, *facts.snapshot.appointments)
    known = any(entry.starts.date() >= following for entry in every)
    return (Choice(following.isoformat()),) if known else ()


def day(scene: Scene) -> Fill | Instead:
    """Fill one day."""
    that = day_of(scene)
    if scene.arg and scene.arg != that.isoformat():
        return Instead(Place("lessons.day", that.isoformat()))
    entries = on(facts_of(scene), that)
    lines = tuple(item_line(scene, entry) for entry in entries)
    values = {**day_values(that), "item_lines": Joined(lines) if lines else None, **fresh(scene)}
    return Fill(
        values,
        text=None if entries else "lessons-day--none",
        each={"item": _lessons(entries), "appointment": _appointments(entries)},
    )


def _lessons(entries: tuple[Entry, ...]) -> tuple[Choice, ...]:
    lessons = (entry for entry in entries if isinstance(entry, Lesson))
    return tuple(Choice(le.handle, {"icon": icon(le.part), "from": At(le.starts.time())}) for le in lessons)


def _appointments(entries: tuple[Entry, ...]) -> tuple[Choice, ...]:
    appointments = (entry for entry in entries if isinstance(entry, Appointment))
    return tuple(Choice(a.handle, {"icon": CALENDAR, "from": At(a.starts.time())}) for a in appointments)


def lesson(scene: Scene) -> Fill | Instead:
    """Fill one lesson; a cancelled one has its own screen."""
    found = find(scene)
    if found is None:
        return gone()
    if found.cancelled:
        return Instead(Place("lessons.cancelled", found.handle))
    told = own.absence(facts_of(scene), found.id) is not None
    begun = found.starts <= scene.wall
    place = where(facts_of(scene), found)
    hidden = {
        "map": not mappable(scene, place),
        "online": not place.online,
        "absence": told or begun,
        "withdraw": not told or begun,
    }
    values = {**details(scene, found), **fresh(scene)}
    if place.online:
        values = {name: value for name, value in values.items() if name not in {"address", "room"}}
    return Fill(
        values,
        text="lessons-lesson--online" if place.online else None,
        hidden=frozenset(event for event, away in hidden.items() if away),
        first=first_line(scene, found),
    )


def gone() -> Instead:
    """A lesson that is not there any more: the week instead."""
    return Instead(Place("lessons.week", first=Term("first-lesson-gone")))


def online(scene: Scene) -> Fill | Instead:
    """Fill how to join an online lesson."""
    found = find(scene)
    if found is None:
        return gone()
    place = where(facts_of(scene), found)
    if found.cancelled or not place.online:
        return Instead(Place("lessons.lesson", found.handle))
    note = Dutch(place.online_note) if place.online_note else None
    times = moment(found.starts)
    values = {"weekday": times["weekday"], "date": times["date"], "from": times["from"]}
    return Fill({**values, "how": Joined((Term("online-how"), note), "words")})


def changes(scene: Scene) -> Fill | Instead:
    """Fill the changes that were told and not acknowledged; without any, the week."""
    shown = unanswered(scene)[:TOGETHER]
    if not shown:
        return Instead(Place("lessons.week", scene.arg or monday(scene.wall.date()).isoformat()))
    lines = [change_line(scene, item) for item in shown] + [None] * (TOGETHER - len(shown))
    values = {**{f"line{n}": line for n, line in enumerate(lines, 1)}, **fresh(scene)}
    return Fill(values, each={"ack": (Choice(together(scene, shown)),)})


def absence(scene: Scene) -> Fill | Instead:
    """Fill the question before telling the school; what makes it needless says so instead."""
    found = find(scene)
    if found is None:
        return gone()
    if found.cancelled:
        return Instead(Place("lessons.cancelled", found.handle, Term("first-cancelled")))
    if own.absence(facts_of(scene), found.id) is not None:
        return Instead(Place("lessons.absent", found.handle))
    if found.starts <= scene.wall:
        return Instead(Place("lessons.lesson", found.handle, started(scene, found)))
    times = moment(found.starts)
    return Fill({"weekday": times["weekday"], "date": times["date"], "from": times["from"]})


def started(scene: Scene, found: Lesson) -> Term:
    """Say why an absence cannot be told any more (X39)."""
    return Term("first-over" if found.ends <= scene.wall else "first-started")


def absent(scene: Scene) -> Fill | Instead:
    """Fill what became of an absence: sent, or saved and passed on later (X13)."""
    found = find(scene)
    if found is None:
        return gone()
    if found.cancelled:
        return Instead(Place("lessons.cancelled", found.handle))
    if own.absence(facts_of(scene), found.id) is None:
        return Instead(Place("lessons.lesson", found.handle))
    at, done = sent_at(scene, found)
    values = {"time": at, "next": next_lesson(scene, but=found.id)}
    begun = frozenset({"withdraw"}) if found.starts <= scene.wall else frozenset[str]()
    return Fill(values, text=None if done else "lessons-absent--saved", hidden=begun)


def cancelled(scene: Scene) -> Fill | Instead:
    """Fill a cancelled lesson, with "I understand" of the version that was told until it is acknowledged."""
    found = find(scene)
    if found is None:
        return gone()
    if not found.cancelled:
        return Instead(Place("lessons.lesson", found.handle))
    key = f"lesson:{found.id}"
    told = scene.session.told.get(key)
    open_ = told is not None and bool(told.before) and scene.session.acks.get(key) != told.version
    asks = (Choice(arg(key, told.version)),) if open_ and told is not None else ()
    times = moment(found.starts)
    values = {"weekday": times["weekday"], "date": times["date"], "from": times["from"]}
    return Fill({**values, "next": next_lesson(scene, but=found.id)}, each={"ack": asks})
