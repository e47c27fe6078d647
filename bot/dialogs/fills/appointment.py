"""Personal appointments as values."""

from __future__ import annotations

from datetime import timedelta

from bot.cases.model import Appointment, Place
from bot.dialogs.fills.contact import language
from bot.dialogs.fills.moment import listed, moment
from bot.dialogs.fills.place import full
from bot.dialogs.fills.text import worded
from bot.state.items import named
from bot.state.own import absence
from bot.state.scene import Scene
from bot.state.values import Dutch, Raw, Term, Value

REMOTE = {"telefoon", "video"}
AN_HOUR = timedelta(hours=1)


def appointment(scene: Scene) -> Appointment | None:
    """Find the appointment that the place's argument names, among the own ones only."""
    if scene.facts is None:
        return None
    handle, _ = named(scene.arg)
    return next((found for found in scene.facts.snapshot.appointments if found.handle == handle), None)


def place_of(found: Appointment) -> Place:
    """Return where it is; by phone or video it is nowhere."""
    return Place(online=True) if found.form in REMOTE else found.place


def what(found: Appointment) -> Value:
    """Return {what}: the kind with its number or exam, or an own title."""
    if found.kind == "overig" and found.title is not None:
        return worded(found.title, "kind-title")
    kind = Term(f"kind-{found.kind}", otherwise=Term("kind-overig"))
    if found.number is not None:
        return Term("kind-numbered", {"kind": kind, "number": found.number})
    if found.exam is not None:
        exam = Term(f"exam-{found.exam}", otherwise=Raw(found.exam))
        return Term("kind-exam", {"kind": kind, "exam": exam})
    return kind


def person(found: Appointment) -> Value:
    """Return {person}."""
    return Raw(found.with_) if found.with_ else None


def details(scene: Scene, found: Appointment) -> dict[str, Value]:
    """Return the values of the appointment's own screen."""
    remote = found.form in REMOTE
    return {
        **moment(found.starts, found.ends),
        "what": what(found),
        "person": person(found),
        "place": Term(f"form-{found.form}") if remote else _spot(found.place),
        **_interpreter(scene, found),
        "bring": _bring(found),
    }


def _spot(place: Place) -> Value:
    return listed(full(place), Term("room", {"room": Raw(place.room)}) if place.room else None)


def _interpreter(scene: Scene, found: Appointment) -> dict[str, Value]:
    asked = found.interpreter
    if asked is None or not asked.needed:
        return {"language": None, "interpreter": None}
    state = "booked" if asked.booked else "asked" if asked.asked else "needed"
    return {
        "language": language(asked.language or scene.session.language),
        "interpreter": Term(f"interpreter-{state}"),
    }


def _bring(found: Appointment) -> Value:
    keyed = tuple(Term(f"bring-{key}", otherwise=None) for key in found.bring_keys)
    return listed(*keyed, Dutch(found.bring) if found.bring and not keyed else None)


def clashes(scene: Scene, found: Appointment) -> bool:
    """Whether it begins or ends inside a lesson that is on and that the school expects the person at."""
    if scene.facts is None or found.cancelled:
        return False
    begins, ends = found.starts, found.ends or found.starts + AN_HOUR
    return any(
        (lesson.starts <= begins < lesson.ends or lesson.starts < ends <= lesson.ends)
        and absence(scene.facts, lesson.id) is None
        for lesson in scene.facts.lessons
        if not lesson.cancelled
    )
