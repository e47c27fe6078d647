"""The person's questions in a list, and one of them with what became of it."""

from __future__ import annotations

from dataclasses import replace

from bot.cases.model import QuestionState
from bot.dialogs.fills.data import facts_of
from bot.dialogs.fills.question import (
    SHOWN,
    answer_values,
    asof,
    handle_in,
    line,
    open_values,
    page_in,
    pages_of,
    question,
    questions,
)
from bot.state.acks import UNDERSTOOD, key_of
from bot.state.declare import Choice, Fill, Instead
from bot.state.scene import Scene
from bot.state.session import Place
from bot.state.turn import Mark, Outcome
from bot.state.values import Term, Value

BUTTONS = frozenset({"ask", "ok", "unclear", "callback"})
OPEN_BUTTONS = frozenset({"ask", "callback"})
"""Of a question without an answer; while it is being sent only a call can be asked for."""


def listed(scene: Scene) -> Fill | Instead:
    """Fill the list, newest first."""
    asked = questions(facts_of(scene))[::-1][:SHOWN]
    if not asked:
        return Instead(Place("people.person", "caseworker"))
    values: dict[str, Value] = {f"line{n}": None for n in range(1, SHOWN + 1)}
    for n, one in enumerate(asked, 1):
        values[f"line{n}"] = Term("line-digest", {"n": n, "what": line(one)})
    choices = tuple(Choice(one.handle, {"n": n}) for n, one in enumerate(asked, 1))
    return Fill({**values, "asof": asof(scene)}, each={"question": choices})


def thread(scene: Scene) -> Fill | Instead:
    """Fill one question: being sent, waiting, answered, dealt with, or without an answer."""
    found = question(scene)
    if found is None:
        return Instead(Place("people.questions", first=Term("first-gone")))
    if found.state is not QuestionState.ANSWERED:
        shown = OPEN_BUTTONS - {"ask"} if found.state is QuestionState.SENDING else OPEN_BUTTONS
        text = f"people-answer--{found.state.value.removesuffix('_with')}"
        return Fill(open_values(scene, found), text=text, hidden=BUTTONS - shown)
    page = min(page_in(scene.arg), pages_of(scene, found) - 1)
    more = range(page + 1, min(page + 2, pages_of(scene, found)))
    key = f"question:{found.id}"
    told = scene.session.told.get(key)
    clear = told is not None and scene.session.acks.get(key) == told.version
    return Fill(
        answer_values(scene, found, page),
        hidden=frozenset({"callback", "ok"} if clear else {"callback"}),
        each={"more": tuple(Choice(f"{found.handle}:{n}", {"n": n + 1}) for n in more)},
    )


def clear(scene: Scene) -> Outcome:
    """The person understood the answer that was told."""
    key = key_of(scene, handle_in(scene.arg))
    told = scene.session.told.get(key) if key else None
    if key is None or told is None:
        return Outcome("unavailable", scene.session)
    session = replace(scene.session, acks={**scene.session.acks, key: told.version})
    return Outcome("ok", session, first=Term("first-noted"), effects=(Mark(key, told.version, UNDERSTOOD),))
