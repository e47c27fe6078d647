"""A question on the phone: what became of it, the answer in both languages, and what is told of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.cases.model import Question, WriteKind
from bot.state.turn import Alarm, Mark, Withdraw, WriteCase
from bot.state.values import Raw, Term
from tests.clocks import NOW
from tests.hand import Hand, linked
from tests.people import LONG, YES, samira

OWN = "هل يمكن لابنتي أن تأتي؟"
TRANSLATED = "نعم، يمكنها."
ASKED = Question("tg:1:0", NOW, "Mag mijn dochter mee?", "nl", OWN, sent_at=NOW)
ANSWERED = replace(ASKED, answer=YES, by="A. Postma", answered_at=NOW, version=2)
PUSH = f"{ANSWERED.handle}.2"


def hand(*questions: Question, **session: Any) -> Hand:
    """Samira reads Arabic, knows all that was said so far, and has asked."""
    found = linked(samira, language="ar", **session)
    has(found, *questions)
    return found


def has(found: Hand, *questions: Question) -> None:
    assert found.facts is not None
    found.facts = replace(found.facts, questions=questions, questions_as_of=NOW)


def told(*questions: Question, **session: Any) -> Hand:
    """The same, who has been told how these questions stand."""
    found = hand(*questions, **session)
    found.looks()
    found.pending.clear()
    return found


def opens(found: Hand, question: Question = ANSWERED) -> Hand:
    found.taps("question", question.handle, screen="people.questions")
    return found


def test_an_answer_is_pushed_once() -> None:
    found = told(ASKED)
    has(found, ANSWERED)
    found.looks()
    assert [(n.screen, n.item, n.arg, n.protected) for n in found.notices] == [
        ("push.answer", "question:tg:1:0", PUSH, True)
    ]
    found.pending.clear()
    assert found.looks().effects == ()


def test_that_a_question_waits_is_no_news() -> None:
    found = hand()
    has(found, replace(ASKED, sent_at=None))
    assert found.looks().effects == ()
    has(found, ASKED)
    assert found.looks().effects == ()


def test_a_changed_answer_is_pushed_again() -> None:
    found = told(ANSWERED)
    has(found, replace(ANSWERED, answer="Nee.", version=3))
    found.looks()
    assert [(n.screen, n.version) for n in found.notices] == [("push.answer", 3)]


def test_an_answer_that_is_taken_back_before_it_was_told_is_silence() -> None:
    found = told(ASKED)
    has(found, ANSWERED)
    found.looks()
    has(found, replace(ASKED, version=3))
    found.looks()
    assert (found.notices, found.effects(Withdraw)) == ([], [Withdraw("question:tg:1:0")])


@pytest.mark.parametrize(
    "end", [{"dealt_at": NOW}, {"silent_at": NOW}, {"refused": True, "sent_at": None}], ids=str
)
def test_a_question_that_ends_without_an_answer_is_told_too(end: dict[str, Any]) -> None:
    found = told(ASKED)
    has(found, replace(ASKED, version=2, **end))
    found.looks()
    assert [n.screen for n in found.notices] == ["push.question"]


def test_no_push_holds_a_word_of_question_or_answer() -> None:
    found = told(ASKED, level="L2")
    has(found, ANSWERED)
    found.looks()
    (notice,) = found.notices
    assert not any(word in repr(notice) for word in (YES, OWN, ASKED.text))


def test_what_is_forgotten_is_told_no_more() -> None:
    found = told(ANSWERED)
    assert "question:tg:1:0" in found.session.told
    has(found)
    found.cancels("B1-2-2026-12-02-09:00")
    found.looks()
    assert "question:tg:1:0" not in found.session.told


def test_the_push_opens_the_answer() -> None:
    found = told(ANSWERED)
    found.taps("open", PUSH, screen="push.answer")
    assert (found.screen, found.effects(Mark)) == ("people.answer", [Mark("question:tg:1:0", 2, "seen")])


def test_the_signal_opens_the_answer_too() -> None:
    found = told(ANSWERED, level="L0")
    found.taps("open", PUSH, screen="push.signal")
    assert found.screen == "people.answer"


def test_a_translation_is_marked_and_the_dutch_stands_below() -> None:
    found = opens(hand(replace(ANSWERED, translations=(("ar", TRANSLATED),))))
    values = found.shown.fill.values
    assert (values["text"], values["dutch"]) == (Raw(TRANSLATED), Raw(YES))
    assert values["machine"] == Term("answer-machine")
    assert (values["question"], values["name"]) == (Raw(OWN), Raw("A. Postma"))


@pytest.mark.parametrize(
    ("translation", "changes", "note"),
    [
        (True, {}, "answer-follows"),
        (False, {}, "answer-dutch"),
        (True, {"translations": (("ar", ""),)}, "answer-unsure"),
    ],
    ids=["not yet", "none here", "not sure"],
)
def test_without_a_sure_translation_the_dutch_is_shown(
    translation: bool, changes: dict[str, Any], note: str
) -> None:
    found = hand(replace(ANSWERED, **changes))
    found.translation = translation
    opens(found)
    values = found.shown.fill.values
    assert (values["text"], values["dutch"], values["machine"]) == (Raw(YES), None, Term(note))


def test_a_dutch_reader_reads_the_dutch() -> None:
    found = opens(
        hand(
            ANSWERED,
        )
    )
    found.session = replace(found.session, language="nl")
    values = found.shown.fill.values
    assert (values["text"], values["machine"], values["dutch"]) == (Raw(YES), None, None)


def test_a_number_that_was_taken_out_is_said() -> None:
    found = opens(hand(replace(ANSWERED, withheld=True)))
    assert found.shown.fill.values["withheld"] == Term("answer-withheld")


def test_a_long_answer_has_pages_and_no_word_is_lost() -> None:
    found = opens(hand(replace(ANSWERED, answer=LONG)))
    read = []
    while True:
        text = found.shown.fill.values["text"]
        assert isinstance(text, Raw)
        read.append(text.text)
        more = found.buttons().get("more")
        if not more:
            break
        found.taps("more", more[0])
    assert ("".join(read), len(read)) == (LONG, 3)


def test_an_open_answer_changes_with_its_translation() -> None:
    found = opens(told(ANSWERED))
    has(found, replace(ANSWERED, translations=(("ar", TRANSLATED),)))
    turn = found.looks("facts", value="own")
    assert turn.place is not None
    assert found.notices == []


@pytest.mark.parametrize(
    ("question", "text", "buttons"),
    [
        (replace(ASKED, sent_at=None), "sending", {"callback"}),
        (ASKED, "waiting", {"ask", "callback"}),
        (replace(ASKED, dealt_at=NOW), "dealt", {"ask", "callback"}),
        (replace(ASKED, silent_at=NOW), "silent", {"ask", "callback"}),
        (replace(ASKED, refused=True, sent_at=None), "refused", {"ask", "callback"}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_question_without_an_answer_says_how_it_stands(
    question: Question, text: str, buttons: set[str]
) -> None:
    found = opens(hand(question))
    assert (found.shown.fill.text, set(found.buttons())) == (f"people-answer--{text}", buttons)


def test_a_question_that_has_not_left_yet_stands_in_the_list() -> None:
    found = hand()
    found.session = replace(found.session, language="nl")
    found.taps("ask", "caseworker", screen="people.person")
    found.types("Mag het?")
    found.taps("send")
    assert (found.screen, found.shown.fill.text) == ("people.sent", "people-sent--saved")
    found.taps("back")
    found.taps("questions", "caseworker")
    assert (found.screen, len(found.buttons()["question"])) == ("people.questions", 1)
    found.passed_on()
    opens_it = found.buttons()["question"][0]
    found.taps("question", opens_it)
    assert found.shown.fill.text == "people-answer--waiting"


def test_without_questions_there_is_no_button_for_them() -> None:
    found = hand()
    found.taps("caseworker", "", screen="people.list")
    assert "questions" not in found.buttons()


def test_clear_is_understood_and_not_asked_again() -> None:
    found = opens(told(ANSWERED))
    found.taps("ok")
    assert (found.first, found.effects(Mark)) == ("first-noted", [Mark("question:tg:1:0", 2, "understood")])
    assert "ok" not in found.buttons()


def test_not_clear_asks_for_a_call() -> None:
    found = opens(hand(ANSWERED))
    found.taps("unclear")
    assert [effect.write.kind for effect in found.effects(WriteCase)] == [WriteKind.CALLBACK]
    assert (found.screen, found.effects(Alarm)) == ("people.callback", [Alarm("callback")])


def test_asking_more_names_the_question_that_it_follows() -> None:
    found = opens(hand(ANSWERED))
    found.taps("ask")
    found.types("ومتى؟")
    found.taps("send")
    (write,) = (effect.write for effect in found.effects(WriteCase))
    assert (found.screen, write.follows) == ("people.sent", ANSWERED.id)


def test_a_question_that_is_gone_shows_the_list() -> None:
    found = hand(ANSWERED)
    found.taps("open", "AAAAAAAA.2", screen="push.answer")
    assert (found.screen, found.first) == ("people.questions", "first-gone")


def test_somebody_elses_question_is_not_found() -> None:
    found = hand()
    found.taps("open", PUSH, screen="push.answer")
    assert found.screen == "people.person"


def test_where_nobody_can_answer_here_no_answer_is_promised() -> None:
    found = hand(ASKED)
    assert opens(found).shown.fill.values["comes"] == Term("answer-comes")
    found.tenant = found.tenant.model_copy(update={"zaaksysteem": None})
    assert found.shown.fill.values["comes"] is None
