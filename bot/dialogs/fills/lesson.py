"""Lessons and working days as values; how to find the one that an argument names."""

from __future__ import annotations

from datetime import datetime

from bot.cases.model import Facts, Lesson, PartKind, Place
from bot.dialogs.fills.moment import listed, moment, said
from bot.dialogs.fills.place import full, room, short
from bot.state.items import named, where
from bot.state.own import absence
from bot.state.scene import Scene
from bot.state.values import Dutch, Raw, Term, Value

ICONS = {PartKind.PARTICIPATION: "🛠", PartKind.KNM: "📗"}
LESSON = "📚"


def lesson(scene: Scene) -> Lesson | None:
    """Find the lesson that the place's argument names, among the own lessons only."""
    if scene.facts is None:
        return None
    handle, _ = named(scene.arg)
    return next((found for found in scene.facts.lessons if found.handle == handle), None)


def icon(part: PartKind) -> str:
    """Return {icon} of a lesson of this kind."""
    return ICONS.get(part, LESSON)


def place_of(scene: Scene, found: Lesson) -> Place:
    """Return where a lesson is, completed from its group."""
    return where(scene.facts, found) if scene.facts else found.place


def what(found: Lesson) -> Term:
    """Return {what}."""
    return Term(f"part-{found.part}")


def following(facts: Facts, after: datetime, but: str = "") -> Lesson | None:
    """Return the next lesson that is on after this moment, of any group."""
    ahead = (le for le in facts.lessons if le.starts > after and not le.cancelled and le.id != but)
    return min(ahead, key=lambda le: (le.starts, le.id), default=None)


def next_lesson(scene: Scene, but: str = "") -> Value:
    """Return {next}: day, time and place of the next lesson; missing where none is known."""
    if scene.facts is None:
        return None
    going = (le for le in scene.facts.lessons if le.starts > scene.wall and not le.cancelled and le.id != but)
    found = next((le for le in going if absence(scene.facts, le.id) is None), None)
    return said(found.starts, short(place_of(scene, found))) if found else None


def brief(scene: Scene, found: Lesson) -> dict[str, Value]:
    """Return the values that pushes and lists need: day, times, {icon}, {what}, short {place}, {room}."""
    place = place_of(scene, found)
    return {
        **moment(found.starts, found.ends),
        "icon": icon(found.part),
        "what": what(found),
        "place": short(place),
        "room": room(place),
    }


def details(scene: Scene, found: Lesson) -> dict[str, Value]:
    """Return the values of the lesson's own screen."""
    return {
        **moment(found.starts, found.ends),
        "icon": icon(found.part),
        "what": what(found),
        "title": Dutch(found.title) if found.title else None,
        "address": full(place_of(scene, found)),
        "room": room(place_of(scene, found)),
        "teacher": _teacher(scene, found),
        "bring": listed(bring(scene, found), Dutch(found.bring) if found.bring else None),
    }


def bring(scene: Scene, found: Lesson) -> Value:
    """Return {bring} from reviewed texts only, as a push may show it."""
    group = (
        next((g.group for g in scene.facts.groups if g.group.id == found.group), None)
        if scene.facts
        else None
    )
    keys = found.bring_keys or (group.bring_keys if group else ())
    return listed(*(Term(f"bring-{key}", otherwise=None) for key in keys))


def _teacher(scene: Scene, found: Lesson) -> Value:
    group = (
        next((g.group for g in scene.facts.groups if g.group.id == found.group), None)
        if scene.facts
        else None
    )
    name = found.teacher or (group.teacher if group else None)
    return Raw(name) if name else None
