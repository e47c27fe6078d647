"""Tasks done and not done; questions and calls; appointments."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from bot.cases.model import TaskStatus, WriteKind
from bot.state.look import draft_mark
from bot.state.turn import Alarm, Translate, WriteCase
from bot.state.values import Raw, Term
from tests.hand import Hand, linked
from tests.people import filmon, laila, samira, task


def at_task(hand: Hand, number: int = 0) -> Hand:
    hand.taps("tasks", "", screen="home.home")
    hand.taps("task", hand.buttons()["task"][number])
    return hand


def kinds(hand: Hand) -> list[WriteKind]:
    return [effect.write.kind for effect in hand.effects(WriteCase)]


def test_did_it_writes_and_says_saved_until_it_is_passed_on() -> None:
    hand = at_task(linked(samira))
    hand.taps("did")
    assert (hand.screen, kinds(hand), hand.shown.fill.text) == (
        "tasks.done",
        [WriteKind.TASK_DONE],
        "tasks-done--saved",
    )
    hand.passed_on()
    hand.looks()
    assert (hand.shown.fill.text, hand.shown.fill.values) == (None, {"given_by": Raw("Anneke Postma")})


def test_not_done_yet_takes_it_back() -> None:
    hand = at_task(linked(samira))
    hand.taps("did")
    hand.taps("undo")
    assert (hand.screen, hand.first, kinds(hand)) == ("tasks.task", "first-undone", [WriteKind.TASK_UNDONE])
    assert "did" in hand.buttons()


def test_the_next_task_follows() -> None:
    hand = at_task(linked(samira))
    hand.taps("did")
    hand.taps("next", hand.buttons()["next"][0])
    assert (hand.screen, str(hand.shown.fill.values["task"]).count("bibliotheekpas")) == ("tasks.task", 1)


def test_after_the_last_one_there_is_no_next() -> None:
    hand = at_task(linked(filmon))
    hand.taps("did")
    assert "next" not in hand.buttons()


def test_a_closed_task_is_gone() -> None:
    hand = at_task(linked(samira))
    assert hand.facts is not None
    closed = tuple(type(t)(t.id, t.title, TaskStatus.CLOSED, t.index) for t in hand.facts.snapshot.tasks)
    hand.case(tasks=closed)
    hand.taps("did")
    assert (hand.screen, hand.first, kinds(hand)) == ("tasks.list", "first-task-gone", [])


def test_filmons_steps_carry_their_pictures() -> None:
    hand = at_task(linked(filmon))
    hand.taps("steps")
    assert "✉" in str(hand.shown.fill.values["step1"])
    assert hand.shown.fill.values["step4"] is None


def test_a_task_without_steps_has_no_such_button() -> None:
    assert "steps" not in at_task(linked(samira)).buttons()


def test_lists_come_three_at_a_time() -> None:
    hand = linked(samira)
    hand.case(tasks=tuple(task(f"t{n}", f"Taak {n}", date(2026, 12, n)) for n in range(1, 6)))
    hand.taps("tasks", "", screen="home.home")
    hand.taps("more", hand.buttons()["more"][0])
    assert (len(hand.buttons()["task"]), "more" in hand.buttons()) == (2, False)
    assert hand.shown.fill.values["line3"] is None


def test_back_from_a_task_finds_its_page() -> None:
    hand = linked(samira)
    hand.case(tasks=tuple(task(f"t{n}", f"Taak {n}", date(2026, 12, n)) for n in range(1, 6)))
    at_task(hand)
    hand.taps("back")
    hand.taps("more", hand.buttons()["more"][0])
    last = hand.buttons()["task"][1]
    hand.taps("task", last)
    hand.taps("back")
    assert last in hand.buttons()["task"]


def asks(hand: Hand, text: str) -> Hand:
    hand.taps("ask", "caseworker", screen="people.person")
    hand.types(text)
    return hand


def test_without_a_translator_the_question_goes_as_it_is() -> None:
    hand = asks(linked(samira, language="ar"), "سؤال")
    assert hand.screen == "people.asis"
    hand.taps("send")
    (write,) = (effect.write for effect in hand.effects(WriteCase))
    assert (write.kind, write.text, write.language) == (WriteKind.QUESTION, "سؤال", "ar")
    assert (hand.screen, hand.session.draft, hand.effects(Alarm)) == ("people.sent", "", [Alarm("question")])


def test_a_translation_is_shown_before_anything_is_sent() -> None:
    hand = linked(samira, language="ar")
    hand.translation = True
    asks(hand, "سؤال")
    assert hand.effects(Translate) == [Translate("سؤال", "ar")]
    assert (hand.screen, hand.shown.fill.text) == ("people.check", "people-check--wait")
    hand.looks("translated", of=draft_mark("سؤال"), dutch="Vraag", back="سؤال", sure=True)
    assert hand.shown.fill.values["dutch"] == Raw("Vraag")
    hand.taps("send")
    (write,) = (effect.write for effect in hand.effects(WriteCase))
    assert (write.text, write.language, write.original) == ("Vraag", "nl", "سؤال")


def test_an_unsure_translation_cannot_be_sent() -> None:
    hand = linked(samira, language="ar")
    hand.translation = True
    asks(hand, "17")
    hand.looks("translated", of=draft_mark("17"), dutch="71", back="71", sure=False)
    assert hand.shown.fill.text == "people-check--unsure"
    assert "send" not in hand.buttons()
    hand.taps("send")
    assert kinds(hand) == []


def test_a_failed_translation_offers_the_original() -> None:
    hand = linked(samira, language="ar")
    hand.translation = True
    asks(hand, "سؤال")
    hand.looks("translated", of=draft_mark("سؤال"))
    assert hand.screen == "people.asis"


def test_the_translation_of_an_earlier_draft_is_not_laid_beside_the_newer_one() -> None:
    hand = linked(samira, language="ar")
    hand.translation = True
    asks(hand, "سؤال")
    hand.looks("translated", of=draft_mark("17"), dutch="Zeventien", back="17", sure=True)
    assert (hand.screen, hand.shown.fill.text) == ("people.check", "people-check--wait")


def test_a_dutch_question_needs_no_translation() -> None:
    hand = asks(linked(samira, language="nl"), "Mag mijn dochter mee?")
    assert (hand.screen, hand.shown.fill.text) == ("people.check", "people-check--dutch")


def test_a_very_long_question_is_not_kept() -> None:
    hand = asks(linked(samira, language="nl"), "x" * 701)
    assert (hand.screen, hand.first, hand.session.draft) == ("people.ask", "first-too-long", "")


def test_stopping_sends_nothing() -> None:
    hand = asks(linked(samira, language="ar"), "سؤال")
    hand.taps("cancel")
    assert (hand.screen, hand.session.draft, kinds(hand)) == ("people.person", "", [])


@pytest.mark.parametrize("role", ["school", "duo"])
def test_only_the_caseworker_can_be_asked_here(role: str) -> None:
    hand = linked(samira)
    hand.taps(role, "", screen="people.list")
    assert hand.screen == "people.person"
    assert hand.buttons() == {}


def test_a_call_back_is_written_once_and_told_to_the_console() -> None:
    hand = linked(samira, language="ar")
    hand.taps("callback", "caseworker", screen="people.person")
    hand.taps("callback")
    assert (hand.screen, kinds(hand), hand.effects(Alarm)) == (
        "people.callback",
        [WriteKind.CALLBACK],
        [Alarm("callback")],
    )
    assert hand.shown.fill.values["language"] == Term("lang-ar", otherwise=Raw("ar"))


def test_lailas_caseworker_comes_from_the_municipality() -> None:
    hand = linked(laila)
    hand.taps("caseworker", "", screen="people.list")
    assert hand.shown.fill.values["phone"] == Raw("000 123 45 01")


def test_an_appointment_inside_a_lesson_says_that_it_is_known() -> None:
    hand = linked(samira)
    assert hand.facts is not None
    talk = next(a for a in hand.facts.snapshot.appointments if a.id == "talk")
    hand.taps("appointment", talk.handle, screen="lessons.day")
    assert (hand.screen, hand.first) == ("appointments.appointment", "first-clash")
    hand.taps("back")
    assert (hand.screen, hand.session.arg) == ("lessons.day", "2026-12-21")


def test_a_cancelled_appointment_says_do_not_come() -> None:
    hand = linked(laila)
    assert hand.facts is not None
    (talk,) = hand.facts.snapshot.appointments
    hand.case(appointments=(type(talk)(talk.id, talk.kind, datetime(2026, 12, 10, 10), "afgezegd", 2),))
    hand.taps("open", f"{talk.handle}.2", screen="push.appointment")
    assert hand.shown.fill.text == "appointments-appointment--cancelled"
