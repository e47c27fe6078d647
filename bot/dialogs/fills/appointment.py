"""Personal appointments as values."""

from __future__ import annotations

from datetime import timedelta

from bot.cases.model import Appointment, Choice, Place, WriteKind
from bot.dialogs.fills import contact
from bot.dialogs.fills.contact import caseworker, language
from bot.dialogs.fills.moment import listed, moment
from bot.dialogs.fills.place import full
from bot.dialogs.fills.text import worded
from bot.state.items import named
from bot.state.own import absence, last_write, refused
from bot.state.scene import Scene
from bot.state.values import Dutch, Raw, Term, Value

REMOTE = {"telefoon", "video"}
TESTS = {"examen", "leerbaarheidstoets"}
"""Kinds at which no interpreter can be asked for."""
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
        "answer": _answer(scene, found),
    }


def begun(scene: Scene, found: Appointment) -> bool:
    """Whether it is too late to answer here."""
    return found.starts <= scene.wall


def may_answer(scene: Scene, found: Appointment) -> bool:
    """Whether the municipality takes any answer to it, and it is still to come."""
    return bool(found.answers) and found.open and not begun(scene, found)


def may_choose(scene: Scene, found: Appointment, choice: Choice) -> bool:
    """Whether the municipality takes this answer now."""
    return choice in found.answers and may_answer(scene, found)


def may_ask_interpreter(scene: Scene, found: Appointment) -> bool:
    """Whether an interpreter can still be asked for."""
    known = found.interpreter
    there = known is not None and (known.asked or known.booked)
    wanted = scene.session.language != "nl" and found.kind not in TESTS
    return wanted and not there and found.open and not begun(scene, found)


def _answer(scene: Scene, found: Appointment) -> Value:
    """Say what was answered, and "knows" only after the case system confirmed it."""
    if found.answer is None or scene.facts is None:
        return None
    mine = last_write(scene.facts, found.id, WriteKind.APPOINTMENT_ANSWER)
    state = "saved" if mine is not None and mine.done_at is None else "known"
    return Term(f"answer-{Choice(found.answer).name.lower()}-{state}", {"person": person(found)})


def not_sent(scene: Scene, found: Appointment) -> Term | None:
    """Say that an answer or a wish did not arrive, and whom to call; nothing where it was moved since."""
    if scene.facts is None:
        return None
    mine = refused(scene.facts, found.id, WriteKind.APPOINTMENT_ANSWER, WriteKind.INTERPRETER)
    if mine is None or mine.write.version not in {0, found.version}:
        return None
    return contact.not_sent(caseworker(scene))


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
