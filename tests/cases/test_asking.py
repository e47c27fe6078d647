"""What becomes of a question, and when the case system is asked again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.cases import asking
from bot.cases.model import Question, QuestionState, Reply, Write, WriteKind
from tests.clocks import NOW

MONDAY_TEN = datetime(2026, 11, 23, 9, tzinfo=UTC)
MONDAY_NIGHT = datetime(2026, 11, 23, 22, tzinfo=UTC)
SATURDAY = datetime(2026, 11, 28, 9, tzinfo=UTC)
ASKED = Question("q", MONDAY_TEN, "Mag het?")
SENT = replace(ASKED, sent_at=MONDAY_TEN)


def heard(question: Question, now: datetime = MONDAY_TEN, **reply: object) -> Question:
    (found,) = asking.heard((question,), [Reply(question.id, **reply)], now)  # type: ignore[arg-type]
    return found


def test_a_question_is_followed_once_however_often_it_is_tried() -> None:
    write = Write("q", WriteKind.QUESTION, "q", NOW, "Mag het?", "nl", "May I?")
    questions = asking.followed(asking.followed((), write), write)
    assert [(q.state, q.words) for q in questions] == [(QuestionState.SENDING, "May I?")]


def test_of_many_questions_those_without_an_answer_are_kept_first() -> None:
    old = (
        replace(SENT, id="open"),
        *(replace(SENT, id=f"a{n}", answer="Ja.") for n in range(asking.KEPT - 1)),
    )
    kept = asking.followed(old, Write("new", WriteKind.QUESTION, "new", NOW, "x"))
    assert [q.id for q in kept] == ["open", *(f"a{n}" for n in range(1, asking.KEPT - 1)), "new"]


def test_what_the_case_system_holds_was_sent() -> None:
    assert heard(ASKED).state is QuestionState.WAITING


def test_an_answer_is_new_once() -> None:
    first = heard(SENT, text="Ja.", by="A. Postma")
    assert (first.state, first.version, first.answered_at) == (QuestionState.ANSWERED, 2, MONDAY_TEN)
    assert heard(first, text="Ja.", by="A. Postma") == first


def test_a_changed_answer_is_new_again_and_loses_its_translation() -> None:
    first = replace(heard(SENT, text="Ja."), translations=(("ar", "نعم"),))
    second = heard(first, text="Nee.")
    assert (second.answer, second.version, second.translations) == ("Nee.", 3, ())


def test_an_answer_that_is_taken_back_is_forgotten() -> None:
    assert heard(heard(SENT, text="Ja."), text="").state is QuestionState.WAITING


def test_a_look_that_was_not_thorough_takes_no_answer_away() -> None:
    assert heard(heard(SENT, text="Ja."), text=None).answer == "Ja."


def test_a_task_that_is_done_and_then_answered_is_both_told() -> None:
    dealt = heard(SENT, text="", dealt_with=True)
    answered = heard(dealt, text="Ja.", dealt_with=True)
    assert [(q.state, q.version) for q in (dealt, answered)] == [
        (QuestionState.DEALT_WITH, 2),
        (QuestionState.ANSWERED, 3),
    ]


def test_an_answer_whose_task_is_done_later_is_no_news() -> None:
    first = heard(SENT, text="Ja.")
    assert heard(first, text="Ja.", dealt_with=True).version == first.version


def test_what_nobody_says_anything_of_stays_as_it_is() -> None:
    assert asking.heard((SENT,), [], MONDAY_TEN) == (SENT,)


def test_after_two_weeks_nobody_looks_any_more_and_it_is_said() -> None:
    late = MONDAY_TEN + asking.SILENT_AFTER
    (silent,) = asking.heard((SENT,), [Reply("q", "")], late)
    assert (silent.state, silent.version) == (QuestionState.SILENT, 2)
    assert asking.next_look((silent,), late) is None
    assert heard(silent, late, text="Toch nog: ja.").state is QuestionState.ANSWERED


@pytest.mark.parametrize(
    ("now", "question", "minutes"),
    [
        (MONDAY_TEN, SENT, 2),
        (MONDAY_NIGHT, SENT, 30),
        (MONDAY_TEN + timedelta(days=2), SENT, 10),
        (MONDAY_TEN + timedelta(days=4), SENT, 30),
        (SATURDAY, SENT, 30),
        (MONDAY_TEN + timedelta(days=9), SENT, 120),
        (MONDAY_TEN, replace(SENT, answer="Ja.", answered_at=MONDAY_TEN), 15),
        (MONDAY_TEN, replace(SENT, dealt_at=MONDAY_TEN), 15),
    ],
    ids=["fresh", "at night", "two days", "four days", "Saturday", "nine days", "answered", "dealt with"],
)
def test_it_is_asked_less_often_as_a_question_grows_old(
    now: datetime, question: Question, minutes: int
) -> None:
    assert asking.next_look((question,), now) == now + timedelta(minutes=minutes)


def test_two_days_after_an_answer_nothing_is_asked_any_more() -> None:
    answered = replace(SENT, answer="Ja.", answered_at=MONDAY_TEN)
    assert asking.next_look((answered,), MONDAY_TEN + asking.FOLLOWED) is None


def test_a_question_without_an_answer_costs_less_than_a_thousand_looks_in_all() -> None:
    now, looks = MONDAY_TEN, 0
    questions: tuple[Question, ...] = (SENT,)
    while (due := asking.next_look(questions, now)) is not None:
        now, looks = max(due, now + timedelta(seconds=1)), looks + 1
        questions = asking.heard(questions, [], now)
    assert (questions[0].state, looks < 1000) == (QuestionState.SILENT, True), looks


def test_a_refused_question_is_refused_unless_it_had_left() -> None:
    assert [q.state for q in asking.refused((ASKED,), "q")] == [QuestionState.REFUSED]
    assert [q.state for q in asking.refused((SENT,), "q")] == [QuestionState.WAITING]


def test_a_translation_is_laid_beside_the_answer_of_which_it_was_made() -> None:
    answered = heard(SENT, text="Ja.")
    (right,) = asking.translated((answered,), "q", "Ja.", "ar", "نعم")
    (wrong,) = asking.translated((answered,), "q", "Nee.", "ar", "لا")
    assert (right.translation("ar"), wrong.translation("ar")) == ("نعم", None)
