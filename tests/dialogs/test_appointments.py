"""Appointments: come, another time, cannot come, an interpreter; what was answered, what did not arrive."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.cases.model import Appointment, Choice, Interpreter, Preference, Write, WriteKind
from bot.state.session import Place
from bot.state.turn import Alarm, Mark, WriteCase
from bot.state.values import Raw, Term
from tests.hand import ENGINE, Hand, linked
from tests.people import laila

SCREEN = "appointments.appointment"
ALL = (Choice.COME, Choice.OTHER, Choice.CANNOT)


def at_talk(answers: tuple[Choice, ...] = ALL, **more: Any) -> Hand:
    """Laila before her first talk, to which these answers are possible."""
    hand = linked(laila)
    change(hand, answers=answers, **{"interpreter": None, **more})
    hand.taps("appointment", talk(hand).handle, screen="lessons.day")
    return hand


def talk(hand: Hand) -> Appointment:
    assert hand.facts is not None
    return hand.facts.snapshot.appointments[0]


def change(hand: Hand, **values: Any) -> None:
    hand.case(appointments=(replace(talk(hand), **values),))


def press(hand: Hand, event: str, screen: str = "") -> None:
    """Tap a shown button with the argument that it carries."""
    (arg,) = hand.buttons()[event]
    hand.taps(event, arg, screen=screen)


def written(hand: Hand) -> list[Write]:
    return [effect.write for effect in hand.effects(WriteCase)]


def alarms(hand: Hand) -> list[str]:
    return [effect.kind for effect in hand.effects(Alarm)]


def answer_line(hand: Hand) -> str:
    line = hand.shown.fill.values["answer"]
    return line.key if isinstance(line, Term) else ""


def refuse(hand: Hand) -> None:
    assert hand.facts is not None
    hand.facts = replace(hand.facts, own=tuple(replace(o, refused=True) for o in hand.facts.own))
    hand.looks("facts", value="own")


def test_what_the_municipality_takes_is_offered_and_nothing_else() -> None:
    assert set(at_talk().buttons()) >= {"come", "other", "cannot", "interpreter"}
    assert not {"call", "cannot"} & set(at_talk((Choice.COME, Choice.OTHER)).buttons())


def test_without_an_answer_that_is_taken_there_is_only_the_telephone() -> None:
    buttons = set(at_talk(()).buttons())
    assert not buttons & {"come", "other", "cannot"}
    assert "call" in buttons


def test_i_come_is_written_for_the_version_that_was_shown() -> None:
    hand = at_talk()
    press(hand, "come")
    (write,) = written(hand)
    assert (write.kind, write.item, write.choice, write.version) == (
        WriteKind.APPOINTMENT_ANSWER,
        "intake",
        Choice.COME,
        1,
    )
    assert (hand.screen, hand.first, alarms(hand)) == (SCREEN, "first-noted", [])


def test_knows_is_said_only_after_the_case_system_confirmed_it() -> None:
    hand = at_talk()
    press(hand, "come")
    assert answer_line(hand) == "answer-come-saved"
    hand.passed_on()
    hand.looks("facts", value="own")
    assert hand.turn.place is not None
    assert answer_line(hand) == "answer-come-known"


def test_the_same_tap_twice_writes_once() -> None:
    hand = at_talk()
    (arg,) = hand.buttons()["come"]
    hand.taps("come", arg)
    hand.taps("come", arg)
    assert (written(hand), hand.first) == ([], "first-noted")


@pytest.mark.parametrize(("event", "preference"), [("am", Preference.MORNING), ("pm", Preference.AFTERNOON)])
def test_another_time_says_which_is_better_and_tells_a_colleague(event: str, preference: Preference) -> None:
    hand = at_talk()
    hand.taps("other")
    assert hand.screen == "appointments.other"
    press(hand, event)
    (write,) = written(hand)
    assert (write.choice, write.preference) == (Choice.OTHER, preference)
    assert (hand.screen, alarms(hand)) == (SCREEN, ["appointment_answer"])
    assert "other" not in hand.buttons()


def test_call_me_asks_for_another_time_and_for_a_call() -> None:
    hand = at_talk()
    hand.taps("other")
    press(hand, "callback")
    answer, call = written(hand)
    assert (answer.preference, call.kind) == (Preference.CALL, WriteKind.CALLBACK)
    assert answer.id != call.id
    assert hand.screen == "people.callback"


def test_i_cannot_come_asks_first_and_never_why() -> None:
    hand = at_talk()
    hand.taps("cannot")
    assert (hand.screen, written(hand)) == ("appointments.cannot", [])
    press(hand, "yes")
    (write,) = written(hand)
    assert (write.choice, write.text, alarms(hand)) == (Choice.CANNOT, "", ["appointment_answer"])
    assert answer_line(hand) == "answer-cannot-saved"


def test_the_answer_can_be_changed() -> None:
    hand = at_talk()
    hand.taps("cannot")
    press(hand, "yes")
    hand.passed_on()
    press(hand, "come")
    assert [w.choice for w in written(hand)] == [Choice.COME]
    assert answer_line(hand) == "answer-come-saved"


def test_an_answer_to_a_moment_that_was_moved_since_is_asked_again() -> None:
    hand = at_talk()
    (arg,) = hand.buttons()["come"]
    change(hand, version=2)
    hand.taps("come", arg)
    assert (written(hand), hand.first, hand.screen) == ([], "first-again", SCREEN)
    press(hand, "come")
    assert [w.version for w in written(hand)] == [2]


def test_what_has_begun_takes_no_answer_but_a_call() -> None:
    hand = at_talk()
    (arg,) = hand.buttons()["come"]
    hand.now = hand.now.replace(month=12, day=10, hour=9, minute=30)
    hand.taps("come", arg)
    assert (written(hand), hand.first) == ([], "first-started-call")
    assert "call" in hand.buttons()


def test_an_interpreter_is_asked_for_in_the_language_of_the_chat() -> None:
    hand = at_talk()
    hand.session = replace(hand.session, language="tr")
    press(hand, "interpreter")
    (write,) = written(hand)
    assert (write.kind, write.language) == (WriteKind.INTERPRETER, "tr")
    assert (hand.first, alarms(hand)) == ("first-interpreter-asked", ["appointment_answer"])
    assert hand.shown.fill.values["interpreter"] == Term("interpreter-asked")
    assert "interpreter" not in hand.buttons()


@pytest.mark.parametrize(
    "more",
    [
        {"interpreter": Interpreter(True, "tr", booked=True)},
        {"interpreter": Interpreter(True, "tr", asked=True)},
        {"kind": "examen"},
    ],
    ids=["booked", "asked for", "exam"],
)
def test_an_interpreter_is_not_offered_where_there_is_none_to_ask_for(more: dict[str, Any]) -> None:
    assert "interpreter" not in at_talk(**more).buttons()


def test_a_refused_answer_is_said_with_whom_to_call_and_can_be_given_again() -> None:
    hand = at_talk()
    press(hand, "come")
    refuse(hand)
    first = hand.shown.fill.first
    assert first is not None
    assert (first.key, first.values["phone"]) == ("first-not-sent", Raw("000 123 45 01"))
    assert {"come", "call"} <= set(hand.buttons())
    assert answer_line(hand) == ""
    hand.now = hand.now.replace(minute=hand.now.minute + 1)
    press(hand, "come")
    assert "first-not-sent" not in hand.first


def test_a_refusal_for_a_moment_that_was_moved_since_is_old_news() -> None:
    hand = at_talk()
    press(hand, "come")
    refuse(hand)
    change(hand, version=2)
    assert hand.shown.fill.first is None


def test_from_the_message_i_come_answers_and_acknowledges_at_once() -> None:
    hand = linked(laila)
    change(hand, answers=ALL, starts=talk(hand).starts.replace(hour=11), version=2)
    hand.looks()
    (notice,) = hand.notices
    hand.taps("come", notice.arg, screen=notice.screen)
    assert [w.choice for w in written(hand)] == [Choice.COME]
    assert [(m.item, m.state) for m in hand.effects(Mark)][-1] == ("appointment:intake", "understood")
    assert (hand.screen, hand.session.arg) == (SCREEN, talk(hand).handle)


def test_from_an_old_message_i_come_never_answers_for_the_new_moment() -> None:
    hand = linked(laila)
    change(hand, answers=ALL, version=2)
    hand.taps("come", f"{talk(hand).handle}.1", screen="push.appointment")
    assert (written(hand), hand.first) == ([], "first-again")


def test_a_message_offers_to_read_and_understand_where_nothing_can_be_answered() -> None:
    hand = linked(laila)
    change(hand, starts=talk(hand).starts.replace(hour=11), version=2)
    hand.looks()
    (notice,) = hand.notices
    assert {"come", "other"} <= push_hidden(hand, notice.arg)
    change(hand, answers=ALL)
    assert {"open", "ack"} <= push_hidden(hand, notice.arg)


def push_hidden(hand: Hand, arg: str) -> frozenset[str]:
    return ENGINE.show(hand.scene, Place("push.appointment", arg)).fill.hidden


def test_nobody_is_reminded_of_an_appointment_to_which_they_cannot_come() -> None:
    hand = at_talk(answer=Choice.CANNOT)
    hand.now = hand.now.replace(month=12, day=9, hour=18)
    hand.looks("reminder")
    assert hand.notices == []


def test_what_was_answered_is_not_asked_again_by_what_now() -> None:
    hand = at_talk(status="voorgesteld")
    hand.taps("now", "", screen="home.home")
    assert "go" in hand.buttons()
    change(hand, answer=Choice.COME)
    assert "go" not in hand.buttons()
