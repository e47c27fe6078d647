"""What becomes of questions: from the wish to ask to the answer; and when the case system is asked again.

Changes of Klantinteracties are never told (its notifications are broken), so answers are polled: only for
people with open questions, in office hours more often than at other times, less often as a question grows
old, and not for ever.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Final

from bot.cases.model import Question, QuestionState, Reply, Write
from bot.cases.wall import wall
from bot.clock import instant, local

KEPT: Final = 8
"""Questions of one person that are kept; they are read with every turn."""
SILENT_AFTER: Final = timedelta(days=14)
FOLLOWED: Final = timedelta(days=2)
"""For so long an answer may still be changed."""
AGES: Final = (
    (timedelta(days=1), timedelta(minutes=2)),
    (timedelta(days=3), timedelta(minutes=10)),
    (timedelta(days=7), timedelta(minutes=30)),
    (SILENT_AFTER, timedelta(hours=2)),
)
"""How old a question is, and how often an answer is looked for in office hours."""
AFTER_ANSWER: Final = timedelta(minutes=15)
OUTSIDE: Final = timedelta(minutes=30)
OFFICE: Final = (time(7, 30), time(18, 0))
OPEN: Final = frozenset({QuestionState.SENDING, QuestionState.WAITING})


def asked(write: Write) -> Question:
    """Make the question of a wish to ask."""
    return Question(write.id, instant(wall(write.at)), write.text, write.language, write.original)


def followed(questions: tuple[Question, ...], write: Write) -> tuple[Question, ...]:
    """Take a question in before it is sent: from now on its answer is looked for."""
    if any(question.id == write.id for question in questions):
        return questions
    kept = (*questions, asked(write))
    closed = [question.id for question in kept if question.state not in OPEN]
    late = {*closed[: len(kept) - KEPT]} if len(kept) > KEPT else set()
    return tuple(question for question in kept if question.id not in late)[-KEPT:]


def sent(questions: tuple[Question, ...], id: str, at: datetime) -> tuple[Question, ...]:
    """The case system has confirmed a question."""
    return tuple(
        replace(q, sent_at=at, refused=False) if q.id == id and q.sent_at is None else q for q in questions
    )


def refused(questions: tuple[Question, ...], id: str) -> tuple[Question, ...]:
    """The case system will never take a question."""
    return tuple(replace(q, refused=True) if q.id == id and q.sent_at is None else q for q in questions)


def heard(questions: tuple[Question, ...], replies: Iterable[Reply], now: datetime) -> tuple[Question, ...]:
    """Take in what the case system holds; a question of which it says nothing stays as it was."""
    known = {reply.question: reply for reply in replies}
    return tuple(_heard(q, known.get(q.id), now) for q in questions)


def translated(
    questions: tuple[Question, ...], id: str, answer: str, language: str, text: str
) -> tuple[Question, ...]:
    """Lay a translation beside the answer of which it was made."""
    return tuple(
        replace(
            q, translations=(*((tag, t) for tag, t in q.translations if tag != language), (language, text))
        )
        if q.id == id and q.answer == answer
        else q
        for q in questions
    )


def task_number(question: str) -> str:
    """The number of the internal task of a question: ten digits, always the same.

    Notifications of tasks carry it; without a number they would not even be delivered.
    """
    return f"{int(hashlib.sha256(question.encode()).hexdigest()[:12], 16) % 10**10:010d}"


def next_look(questions: Iterable[Question], now: datetime) -> datetime | None:
    """When the case system is asked again; None where nobody waits for anything."""
    return min((at for q in questions if (at := _next_look(q, now)) is not None), default=None)


def in_office_hours(now: datetime) -> bool:
    """Whether colleagues are at work."""
    here = local(now)
    return here.isoweekday() <= 5 and OFFICE[0] <= here.time() < OFFICE[1]


def _heard(question: Question, reply: Reply | None, now: datetime) -> Question:
    found = question
    if reply is not None:
        found = replace(found, sent_at=found.sent_at or now, refused=False)
        if reply.text is not None and reply.text != found.answer:
            found = replace(
                found,
                answer=reply.text,
                by=reply.by,
                withheld=reply.numbers,
                answered_at=now if reply.text else None,
                translations=(),
            )
        dealt = now if reply.dealt_with else None
        found = replace(found, dealt_at=(found.dealt_at or dealt) if reply.dealt_with else None)
    if found.state in OPEN and now - found.asked_at >= SILENT_AFTER:
        found = replace(found, silent_at=now)
    told_before, told = (question.state, question.answer), (found.state, found.answer)
    return replace(found, version=found.version + 1) if told != told_before else found


def _next_look(question: Question, now: datetime) -> datetime | None:
    age = now - question.asked_at
    over = question.answered_at or question.dealt_at
    if over is not None:
        pause = AFTER_ANSWER if now - over < FOLLOWED else None
    elif question.state in OPEN:
        # The look that comes after the last day says that nobody looks any more.
        pause = next((pause for until, pause in AGES if age < until), timedelta())
    else:
        pause = None
    if pause is None:
        return None
    return now + (pause if in_office_hours(now) else max(pause, OUTSIDE))
