"""What fills a digest, as a push and as a screen; and how what it tells is opened."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogs.fills.appointment import appointment
from bot.dialogs.fills.appointment import place_of as place_of_talk
from bot.dialogs.fills.change import change_line
from bot.dialogs.fills.lesson import lesson, place_of
from bot.dialogs.fills.moment import moment
from bot.dialogs.fills.place import short as short_place
from bot.dialogs.fills.task import task, title
from bot.state.acks import key_of
from bot.state.declare import Choice, Fill, Instead
from bot.state.digest import LINES, REMINDER, Cover, ahead, subject
from bot.state.items import NEWS, arg, named, short
from bot.state.own import absence
from bot.state.scene import Scene
from bot.state.session import Place
from bot.state.told import unanswered
from bot.state.turn import Outcome
from bot.state.values import Day, Joined, Term, Value

Told = tuple[Cover, Value]


def pushed(scene: Scene) -> Fill | Instead:
    """Fill the push: how many things are new, and the first of them; what is over is not counted."""
    told = _told(scene)
    if not told:
        return Instead(Place("push.superseded"))
    lines = Joined(tuple(line for _, line in told[:LINES]))
    return Fill({"n": len(told), "lines": lines, "more": len(told[LINES:]) or None})


def listed(scene: Scene) -> Fill | Instead:
    """Fill the screen: each line with a button to its own screen."""
    told = _told(scene)
    if not told:
        return Instead(Place("home.home", first=Term("first-newest")))
    values: dict[str, Value] = {f"line{n}": None for n in range(1, LINES + 1)}
    buttons: list[Choice] = []
    for n, ((key, version), line) in enumerate(told[:LINES], 1):
        values[f"line{n}"] = Term("line-digest", {"n": n, "what": line})
        buttons.append(Choice(arg(key, version), {"n": n}))
    return Fill({**values, "more": len(told[LINES:]) or None}, each={"item": tuple(buttons)})


def opened(scene: Scene) -> Outcome:
    """Find what a signal or a line of a digest is about; its own screen is named by the outcome."""
    handle, _ = named(scene.arg)
    key = key_of(scene, handle)
    if key is None:
        return Outcome("link" if not scene.arg else "unavailable", scene.session, arg="")
    kind = key.split(":", 1)[0]
    if kind == "lesson":
        return _opened_lesson(scene, key, handle)
    return Outcome(kind, scene.session, arg=scene.arg if kind == "campaign" else handle if ":" in key else "")


def _opened_lesson(scene: Scene, key: str, handle: str) -> Outcome:
    found = lesson(scene)
    if found is not None and not found.cancelled and any(item.key == key for item in unanswered(scene)):
        return Outcome("changes", scene.session, arg=scene.wall.date().isoformat())
    return Outcome("lesson", scene.session, arg=handle)


def _told(scene: Scene) -> list[Told]:
    found = ((cover, _line(scene, cover[0])) for cover in ahead(scene))
    return [(cover, line) for cover, line in found if line is not None]


def _line(scene: Scene, key: str) -> Value:
    """Return the line of one item; missing where there is nothing left to say of it."""
    here = replace(scene, arg=short(key))
    kind = key.split(":", 1)[0]
    if kind == REMINDER[:-1]:
        return _reminder(here)
    if kind in {"lesson", "appointment"}:
        item = subject(scene, key)
        return change_line(scene, item) if item is not None else None
    if kind == "task":
        found = task(here)
        until = Day(found.due) if found is not None and found.due else None
        open_ = found is not None and found.open
        return Term("digest-task", {"task": title(found), "date": until}) if found and open_ else None
    if kind == "campaign":
        return Term("digest-message")
    return Term("digest-term" if kind in NEWS else f"digest-{kind}")


def _reminder(scene: Scene) -> Value:
    found = lesson(scene)
    if found is not None and scene.facts is not None:
        away = found.cancelled or absence(scene.facts, found.id) is not None
        place = short_place(place_of(scene, found))
        return None if away else Term("digest-reminder", {**moment(found.starts), "place": place})
    talk = appointment(scene)
    if talk is None or talk.cancelled:
        return None
    spot = place_of_talk(talk)
    place = Term(f"form-{talk.form}") if spot.online else short_place(spot)
    return Term("digest-reminder", {**moment(talk.starts), "place": place})
