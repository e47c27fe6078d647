"""Screens and texts agree: every button has a label, every variable a value, and no value is for nothing."""

from __future__ import annotations

import string
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from bot.channels.base import Button
from bot.channels.telegram.callback import LONGEST, Callbacks
from bot.dialogs import DIALOGS
from bot.state.declare import Choice, Fill, Screen
from bot.words.catalogues import Catalogue, Catalogues
from bot.words.render import message_id, render
from tests.hand import ENGINE
from tests.shape.moments import Seen, everything
from tests.shape.screens import screens

CONTENT = Path(__file__).parents[2] / "content"
CATALOGUES = Catalogues(CONTENT)
LANGUAGES = tuple(CATALOGUES.languages)
SCREENS = screens(DIALOGS)


@cache
def seen() -> tuple[Seen, ...]:
    return everything()


@cache
def labels(language: str) -> Mapping[str, frozenset[str]]:
    """The attributes of every message of a language."""
    messages = CATALOGUES.of(language).messages
    return {key: frozenset(a.id.name for a in message.attributes) for key, message in messages.items()}


def unlabelled(screen: Screen, language: str) -> list[str]:
    """Buttons without a label, and labels without a button."""
    written = labels(language).get(message_id(screen.name), frozenset())
    return sorted({edge.event for edge in screen.edges} ^ written)


def unfilled(catalogue: Catalogue, screen: Screen, fill: Fill) -> list[str]:
    """Variables of the shown text and labels that the screen gives no value, not even a missing one."""
    given = set(fill.values)
    key = fill.text or message_id(screen.name)
    wanted = set(_variables(catalogue, key))
    for edge in screen.edges:
        if edge.event in fill.hidden:
            continue
        choices = fill.each.get(edge.event, ()) if edge.many else (Choice(""),)
        for choice in choices:
            wanted |= set(_variables(catalogue, message_id(screen.name), edge.event)) - set(choice.values)
    return sorted(wanted - given)


def unused(catalogue: Catalogue, screen: Screen, fill: Fill) -> list[str]:
    """Values that no text or label of this screen can show."""
    base = message_id(screen.name)
    keys = [key for key in catalogue.messages if key == base or key.startswith(f"{base}--")]
    shown = {name for key in keys for name in _variables(catalogue, key)}
    for edge in screen.edges:
        shown |= set(_variables(catalogue, base, edge.event))
    return sorted(set(fill.values) - shown)


def _variables(catalogue: Catalogue, key: str, attribute: str = "") -> frozenset[str]:
    phrase = catalogue.phrase(key, attribute)
    return phrase.variables if phrase else frozenset()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_screen_has_its_text_and_labels(language: str) -> None:
    missing = [s.name for s in SCREENS if message_id(s.name) not in labels(language)]
    wrong = {s.name: unlabelled(s, language) for s in SCREENS}
    assert missing == []
    assert {name: events for name, events in wrong.items() if events} == {}


def test_a_button_without_label_is_seen() -> None:
    broken = Screen("help.help", lambda scene: Fill())
    assert unlabelled(broken, "en") == ["ask", "tour"]


def test_every_variant_of_a_text_exists() -> None:
    english = CATALOGUES.of("en").messages
    assert {s.fill.text for s in seen() if s.fill.text} <= set(english)


def test_every_variable_has_a_value() -> None:
    english = CATALOGUES.of("en")
    faults = {(s.shown.screen.name, *unfilled(english, s.shown.screen, s.fill)) for s in seen()}
    assert {fault for fault in faults if len(fault) > 1} == set()


def test_no_value_is_for_nothing() -> None:
    english = CATALOGUES.of("en")
    faults = {(s.shown.screen.name, *unused(english, s.shown.screen, s.fill)) for s in seen()}
    assert {fault for fault in faults if len(fault) > 1} == set()


def test_a_forgotten_and_a_needless_value_are_seen() -> None:
    english = CATALOGUES.of("en")
    screen = next(s for s in SCREENS if s.name == "lessons.online")
    fill = Fill({"weekday": 1, "date": 1, "how": "", "teacher": ""})
    assert unfilled(english, screen, fill) == ["from"]
    assert unused(english, screen, fill) == ["teacher"]


def test_every_screen_is_shown_to_somebody() -> None:
    assert {s.name for s in SCREENS} - {s.shown.screen.name for s in seen()} == set()


def buttons() -> set[Button]:
    found = set()
    for one in seen():
        screen, fill = one.shown.screen, one.fill
        for edge in screen.edges:
            args = [c.arg for c in fill.each.get(edge.event, ())] if edge.many else [one.shown.place.arg]
            found |= {Button("", screen.name, edge.event, arg) for arg in args}
        found |= {Button("", screen.name, event, one.shown.place.arg) for event in ("home", "back")}
    return found


def test_callback_data_of_the_longest_names_fit_and_come_back() -> None:
    callbacks = Callbacks(b"k" * 32, "waterveen")
    for button in buttons():
        data = callbacks.encode(button, "link-1")
        back = callbacks.decode(data, "link-1")
        assert len(data.encode()) <= LONGEST
        assert (back.screen, back.event, back.arg, back.genuine) == (
            button.screen,
            button.event,
            button.arg,
            True,
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_screen_can_be_rendered_with_its_whole_text(language: str) -> None:
    shown = {(s.shown.screen.name, s.fill.text, s.who): s for s in seen()}
    for one in shown.values():
        scene = replace(one.scene, session=replace(one.scene.session, language=language))
        view = render(ENGINE, CATALOGUES, scene, one.shown.place)
        assert view.text
        assert "{" not in view.text


def test_there_is_room_for_versions_of_many_changes() -> None:
    callbacks = Callbacks(b"k" * 32, "waterveen")
    for screen in (s for s in SCREENS if s.name.startswith("push.")):
        for edge in screen.edges:
            data = callbacks.encode(Button("", screen.name, edge.event, "AbCdEfGh.9999"), "link-1")
            assert len(data.encode()) <= LONGEST


def test_names_and_events_are_plain_letters() -> None:
    fine = set(string.ascii_letters + string.digits + "._-")
    assert all(set(s.name) <= fine and all(set(e.event) <= fine for e in s.edges) for s in SCREENS)
