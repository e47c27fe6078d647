"""Questions of the person and their answers as values."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from bot.cases.model import Facts, Question, QuestionState, WriteKind, pieces
from bot.clock import instant, local
from bot.dialogs.fills.contact import caseworker
from bot.dialogs.fills.data import facts_of, stamp
from bot.dialogs.fills.hours import hours
from bot.state.scene import Scene
from bot.state.values import Day, Raw, Term, Value

DUTCH = "nl"
PAGE = 1200
"""Characters of an answer that are shown at once, in two languages: a message holds 4,096."""
SHOWN = 5
FOLLOWS = timedelta(days=1)
"""For so long after an answer a translation may still come."""


def questions(facts: Facts) -> tuple[Question, ...]:
    """Return all questions, oldest first, with those that have not left yet."""
    known = {question.id for question in facts.questions}
    mine = (o for o in facts.own if o.write.kind is WriteKind.QUESTION and o.write.id not in known)
    fresh = [
        Question(
            o.write.id,
            _aware(o.write.at),
            o.write.text,
            o.write.language,
            o.write.original,
            o.done_at,
            o.refused,
        )
        for o in mine
    ]
    return tuple(sorted((*facts.questions, *fresh), key=lambda q: q.asked_at))


def question(scene: Scene) -> Question | None:
    """Find the question that the place's argument names, or the newest one where it names none."""
    asked = questions(scene.facts) if scene.facts else ()
    if not scene.arg:
        return asked[-1] if asked else None
    return next((one for one in asked if one.handle == handle_in(scene.arg)), None)


def handle_in(argument: str) -> str:
    """Return the handle of an argument, which may go on with a version (".2") or a page (":2")."""
    return re.split("[.:]", argument, maxsplit=1)[0]


def page_in(argument: str) -> int:
    """Return the page that an argument names, from 0 on."""
    page = argument.partition(":")[2]
    return int(page) if page.isdecimal() and len(page) < 3 else 0


def line(found: Question) -> Term:
    """Return when a question was asked and how it stands, in a few words."""
    key = found.state.value.removesuffix("_with")
    return Term(f"question-{key}", {"date": Day(local(found.asked_at).date())})


def asof(scene: Scene) -> Value:
    """Return {asof}: when an answer was last looked for."""
    read = facts_of(scene).questions_as_of
    return stamp(scene, read) if read else None


def who(scene: Scene, found: Question) -> Value:
    """Return {name}: who answered, else the caseworker."""
    if found.by:
        return Raw(found.by)
    return caseworker(scene).shown_name or Term("your-contact-person")


def open_values(scene: Scene, found: Question) -> dict[str, Value]:
    """Return what the screens of a question without an answer need."""
    to = caseworker(scene)
    return {
        "date": Day(local(found.asked_at).date()),
        "question": Raw(found.words),
        "name": to.shown_name or Term("your-contact-person"),
        "hours": hours(to.reads if found.state is QuestionState.WAITING else to.calls),
        "phone": Raw(to.phone) if to.phone else None,
        "comes": comes(scene),
        "asof": asof(scene),
    }


def comes(scene: Scene) -> Value:
    """Say that the answer comes into the chat; where cases come from a file, nobody can answer there."""
    return Term("answer-comes") if scene.tenant.zaaksysteem is not None else None


def pages_of(scene: Scene, found: Question) -> int:
    """Return on how many pages the answer is shown."""
    translated = found.translation(scene.session.language) or ""
    return max(len(pieces(found.answer, PAGE)), len(pieces(translated, PAGE)))


def answer_values(scene: Scene, found: Question, page: int) -> dict[str, Value]:
    """Return one page of the answer: translated and marked as such with the Dutch below it, or the Dutch."""
    dutch = _piece(found.answer, page)
    translated = found.translation(scene.session.language)
    values: dict[str, Value] = {
        "name": who(scene, found),
        "text": Raw(dutch),
        "machine": None,
        "dutch": None,
        "withheld": Term("answer-withheld") if found.withheld else None,
        "part": None,
        "question": Raw(found.words) if page == 0 else None,
        "asof": asof(scene),
    }
    of = pages_of(scene, found)
    if of > 1:
        values["part"] = Term("answer-part", {"n": page + 1, "of": of})
    if scene.session.language == DUTCH:
        return values
    if translated:
        return {
            **values,
            "text": Raw(_piece(translated, page)),
            "machine": Term("answer-machine"),
            "dutch": Raw(dutch) if dutch else None,
        }
    return {**values, "machine": Term(f"answer-{_without(scene, found, translated)}")}


def _without(scene: Scene, found: Question, translated: str | None) -> str:
    if translated is not None:
        return "unsure"
    fresh = found.answered_at is not None and scene.now - found.answered_at < FOLLOWS
    return "follows" if scene.translation and fresh else "dutch"


def _piece(text: str, page: int) -> str:
    found = pieces(text, PAGE)
    return found[page] if page < len(found) else ""


def _aware(at: datetime) -> datetime:
    return at if at.tzinfo is not None else instant(at)
