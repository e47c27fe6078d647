"""What the buttons of the lessons do: tell the school, come after all, understand a change, call, map."""

from __future__ import annotations

from dataclasses import replace

from bot.cases.model import Lesson, Write, WriteKind
from bot.dialogs.fills.contact import call, school_of
from bot.dialogs.fills.day import monday
from bot.dialogs.fills.lesson import lesson, place_of
from bot.dialogs.fills.lessons import started
from bot.dialogs.fills.place import show_map
from bot.state import acks, own
from bot.state.items import named
from bot.state.scene import Scene
from bot.state.turn import Outcome, WriteCase
from bot.state.values import Term

NEWEST = Term("first-newest")


def tell(scene: Scene) -> Outcome:
    """Tell the school that this person cannot come; once, and never why.

    Outcomes: ok, cancelled (nothing needs doing, X10), started (X39), gone, unavailable.
    """
    found = lesson(scene)
    if scene.facts is None:
        return Outcome("unavailable", scene.session, first=Term("first-unavailable"))
    if found is None:
        return Outcome("gone", scene.session, arg="", first=Term("first-lesson-gone"))
    if found.cancelled:
        return Outcome("cancelled", scene.session, first=Term("first-cancelled"))
    if own.absence(scene.facts, found.id) is not None:
        return Outcome("ok", scene.session)
    if found.starts <= scene.wall:
        return Outcome("started", scene.session, first=started(scene, found))
    return Outcome("ok", scene.session, effects=(_write(scene, found, WriteKind.ABSENCE),))


def come(scene: Scene) -> Outcome:
    """Take an absence back. Outcomes: ok, started, gone, unavailable."""
    found = lesson(scene)
    if scene.facts is None:
        return Outcome("unavailable", scene.session, first=Term("first-unavailable"))
    if found is None:
        return Outcome("gone", scene.session, arg="", first=Term("first-lesson-gone"))
    if own.absence(scene.facts, found.id) is None:
        return Outcome("ok", scene.session)
    if found.starts <= scene.wall:
        return Outcome("started", scene.session, first=started(scene, found))
    return Outcome("ok", scene.session, effects=(_write(scene, found, WriteKind.ABSENCE_WITHDRAWN),))


def _write(scene: Scene, found: Lesson, kind: WriteKind) -> WriteCase:
    return WriteCase(Write(f"{scene.event_id}:0", kind, found.id, scene.now))


def understood(scene: Scene) -> Outcome:
    """Acknowledge the version of a lesson's change that the button carries, and say that the school knows.

    Outcomes: ok (it is cancelled), lesson (it is on), changed (the newest is asked again), unavailable.
    """
    outcome = acks.acknowledge(scene)
    if outcome.name == "changed":
        return replace(outcome, arg=monday(scene.wall.date()).isoformat(), first=NEWEST)
    found = lesson(replace(scene, arg=named(scene.arg)[0]))
    if outcome.name != "ok" or found is None:
        return replace(outcome, name="unavailable", arg="", first=Term("first-gone"))
    first = Term("first-understood", {"school": school_of(scene, found.group).shown_name})
    return replace(outcome, name="ok" if found.cancelled else "lesson", first=first)


def understood_all(scene: Scene) -> Outcome:
    """Acknowledge all changes that were shown together. Outcomes: ok, more (others wait), changed (asked
    again).
    """
    outcome = acks.acknowledge_all(scene)
    first = NEWEST if outcome.name == "changed" else Term("first-noted")
    return replace(outcome, arg=monday(scene.wall.date()).isoformat(), first=first)


def call_school(scene: Scene) -> Outcome:
    """Say the school's number."""
    found = lesson(scene)
    return call(scene, school_of(scene, found.group if found else None))


def show_on_map(scene: Scene) -> Outcome:
    """Say address and map link."""
    found = lesson(scene)
    return show_map(scene, place_of(scene, found) if found else None)
