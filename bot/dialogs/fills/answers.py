"""What the buttons of appointments do: come, another time, cannot come, ask for an interpreter."""

from __future__ import annotations

from dataclasses import replace

from bot.cases.model import Appointment, Choice, Preference, Write, WriteKind
from bot.dialogs.fills.appointment import appointment, begun, may_ask_interpreter, may_choose
from bot.dialogs.fills.contact import language
from bot.state.acks import acknowledge
from bot.state.items import named
from bot.state.scene import Scene
from bot.state.turn import Alarm, Effect, Outcome, WriteCase
from bot.state.values import Term

GONE = Term("first-appointment-gone")
AGAIN = Term("first-again")
NOTED = Term("first-noted")


def come(scene: Scene) -> Outcome:
    """Say that this person comes. Outcomes: ok, changed (it is another moment now), unavailable."""
    return _answer(scene, Choice.COME)


def mornings(scene: Scene) -> Outcome:
    """Ask for another time, in a morning. Outcomes as `come`."""
    return _answer(scene, Choice.OTHER, Preference.MORNING)


def afternoons(scene: Scene) -> Outcome:
    """Ask for another time, in an afternoon. Outcomes as `come`."""
    return _answer(scene, Choice.OTHER, Preference.AFTERNOON)


def call_me(scene: Scene) -> Outcome:
    """Ask for another time and to be called about it. Outcomes as `come`."""
    outcome = _answer(scene, Choice.OTHER, Preference.CALL)
    if outcome.name != "ok":
        return outcome
    tongue = scene.session.language or "nl"
    wish = Write(f"{scene.event_id}:1", WriteKind.CALLBACK, scene.event_id, scene.now, language=tongue)
    effects = (*outcome.effects, WriteCase(wish), Alarm("callback"))
    return replace(outcome, arg="caseworker", first=None, effects=effects)


def cannot(scene: Scene) -> Outcome:
    """Say that this person cannot come; never why. Outcomes as `come`."""
    return _answer(scene, Choice.CANNOT)


def ask_interpreter(scene: Scene) -> Outcome:
    """Ask for an interpreter in the language of the chat. Outcomes: ok, unavailable."""
    found = appointment(scene)
    if found is None or not may_ask_interpreter(scene, found):
        return Outcome("unavailable", scene.session, first=Term("first-unavailable"))
    tongue = (found.interpreter.language if found.interpreter else None) or scene.session.language
    write = Write(f"{scene.event_id}:0", WriteKind.INTERPRETER, found.id, scene.now, language=tongue)
    first = Term("first-interpreter-asked", {"language": language(tongue)})
    return Outcome("ok", scene.session, first=first, effects=(WriteCase(write), Alarm("appointment_answer")))


def _answer(scene: Scene, choice: Choice, preference: Preference | None = None) -> Outcome:
    """Answer the version that the button carries, and no other."""
    handle, version = named(scene.arg)
    found = appointment(scene)
    if scene.facts is None or found is None:
        return Outcome("unavailable", scene.session, arg="", first=GONE)
    if begun(scene, found):
        return Outcome("changed", scene.session, arg=handle, first=Term("first-started-call"))
    if version != found.version or not may_choose(scene, found, choice):
        return Outcome("changed", scene.session, arg=handle, first=AGAIN)
    understood = acknowledge(scene)
    session = understood.session if understood.name == "ok" else scene.session
    marks = understood.effects if understood.name == "ok" else ()
    if (found.answer, found.preference) == (choice, preference):
        return Outcome("ok", session, arg=handle, first=NOTED, effects=marks)
    effects = (*marks, *_written(scene, found, choice, preference))
    return Outcome("ok", session, arg=handle, first=NOTED, effects=effects)


def _written(
    scene: Scene, found: Appointment, choice: Choice, preference: Preference | None
) -> tuple[Effect, ...]:
    write = Write(
        f"{scene.event_id}:0",
        WriteKind.APPOINTMENT_ANSWER,
        found.id,
        scene.now,
        choice=choice,
        preference=preference,
        version=found.version,
    )
    if choice is Choice.COME:
        return (WriteCase(write),)
    # Somebody must act: the appointment stays as it is until a colleague changes it.
    return (WriteCase(write), Alarm("appointment_answer"))
