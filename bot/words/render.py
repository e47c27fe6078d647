"""Renders a screen or a push into a view: lines of text and rows of buttons, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from bot.channels.base import Button, View
from bot.state.declare import Choice, Edge, Fill, Instead, Screen
from bot.state.scene import Scene
from bot.state.session import Place
from bot.state.turn import Notice
from bot.state.values import Term, Value
from bot.words.bidi import begun
from bot.words.catalogues import Catalogues
from bot.words.rows import Group, layout
from bot.words.say import Speaker, speaker

SIGNAL = "push.signal"
FULL = "--full"

_HOME = "home.home"
_STEPS = 4
_OPEN_AT_EVERY_LEVEL = frozenset({"push.link.ready", "push.link.ended"})


class Screens(Protocol):
    """What is needed of the engine: its screens, and what one shows now."""

    def load(self, scene: Scene, place: Place) -> Fill | Instead: ...

    def screen(self, name: str) -> Screen: ...


def message_id(screen: str) -> str:
    """Return the Fluent message of a screen: `lessons.lesson` → `lessons-lesson`."""
    return screen.replace(".", "-")


def render(
    engine: Screens,
    catalogues: Catalogues,
    scene: Scene,
    place: Place,
    *,
    push: bool = False,
    values: Mapping[str, Value] | None = None,
) -> View:
    """Render what stands at this place now; `values` add to those of the screen.

    A place that a `push` left behind says no free Dutch text.
    """
    place, fill = _settled(engine, scene, place)
    screen = engine.screen(place.screen)
    words = speaker(catalogues, scene.session.language, free=not push)
    shown = {**fill.values, **(values or {})}
    lines = [words.say(first) for first in (place.first, fill.first)]
    lines.append(_text(words, (fill.text or "", message_id(screen.name)), shown))
    return View(
        "\n".join(str(line) for line in lines if line is not None),
        _rows(words, screen, place, fill, shown),
        protected=screen.sensitive or scene.session.level == "L0",
        rtl=words.catalogue.rtl,
    )


def render_push(
    engine: Screens, catalogues: Catalogues, scene: Scene, notice: Notice, level: str | None = None
) -> View | None:
    """Render a notice at the person's level; None where its facts are gone or its time is over.

    A push of which no line is left, for want of values, is the signal.
    """
    if notice.not_after is not None and notice.not_after <= scene.now:
        return None
    level = level or scene.session.level
    place, fill = _settled(engine, scene, Place(notice.screen, notice.arg))
    if place.screen != engine.screen(notice.screen).name:
        return None
    words = speaker(catalogues, scene.session.language, free=False)
    hidden = level == "L0" and place.screen not in _OPEN_AT_EVERY_LEVEL
    screen = engine.screen(SIGNAL if hidden else place.screen)
    shown = {**fill.values, **notice.values}
    full = fill.text or message_id(screen.name) + FULL
    rows = _rows(words, screen, place, Fill() if hidden else fill, shown)
    return View(
        _text(words, (full if level == "L2" else "", message_id(screen.name), message_id(SIGNAL)), shown),
        rows,
        protected=notice.protected or screen.sensitive or level == "L0",
        rtl=words.catalogue.rtl,
    )


def _settled(engine: Screens, scene: Scene, place: Place) -> tuple[Place, Fill]:
    for _ in range(_STEPS):
        found = engine.load(scene, place)
        if isinstance(found, Fill):
            return place, found
        place = found.place
    raise LookupError(f"The screens lead in a circle at '{place.screen}'.")


def _text(words: Speaker, keys: Sequence[str], values: Mapping[str, Value]) -> str:
    """Say the first of these texts of which something is left."""
    for key in keys:
        text = words.message(key, values) if key else None
        if text is not None:
            return begun(text, words.catalogue.tag)
    raise LookupError(f"There is no text '{keys[-1]}', or all its values are missing.")


def _rows(
    words: Speaker, screen: Screen, place: Place, fill: Fill, values: Mapping[str, Value]
) -> tuple[tuple[Button, ...], ...]:
    edges = sorted(screen.edges, key=lambda edge: edge.event != fill.front) if fill.front else screen.edges
    shown = (edge for edge in edges if edge.event not in fill.hidden)
    groups = [_group(words, screen, edge, place, fill, values) for edge in shown]
    rows = layout([group for group in groups if group.buttons])
    below = tuple(_footer(words, screen, place, fill)) if screen.footer else ()
    return (*rows, below) if below else rows


def _group(
    words: Speaker, screen: Screen, edge: Edge, place: Place, fill: Fill, values: Mapping[str, Value]
) -> Group:
    choices = fill.each.get(edge.event, ()) if edge.many else (Choice(place.arg),)
    buttons = []
    for choice in choices:
        label = words.message(message_id(screen.name), {**values, **choice.values}, edge.event)
        if label is not None:
            buttons.append(Button(label, screen.name, edge.event, choice.arg))
    return Group(tuple(buttons), edge.row)


def _footer(words: Speaker, screen: Screen, place: Place, fill: Fill) -> Iterator[Button]:
    event = "back" if screen.up is not None else "home"
    if event in fill.hidden or (event == "home" and screen.name == _HOME):
        return
    label = words.say(Term(f"footer-{event}"))
    yield Button(str(label), screen.name, event, place.arg)
