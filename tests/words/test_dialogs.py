"""Every screen of the dialogs has its text, and every button its label."""

from __future__ import annotations

import pytest

from bot.dialogs import DIALOGS
from bot.state.declare import Screen
from bot.words.catalogues import Catalogues
from bot.words.render import FULL, message_id
from bot.words.tags import SOURCE

SCREENS = [screen for dialog in DIALOGS for screen in dialog.screens]


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)
def test_a_screen_has_a_text_and_labels_for_exactly_its_buttons(
    catalogues: Catalogues, screen: Screen
) -> None:
    message = catalogues.of(SOURCE).messages.get(message_id(screen.name))
    assert message is not None
    assert message.value is not None
    assert {a.id.name for a in message.attributes} == {edge.event for edge in screen.edges}


def test_a_screen_without_labels_would_be_noticed(catalogues: Catalogues) -> None:
    assert catalogues.of(SOURCE).phrase("lessons-lesson", "fly") is None


SAME_AT_EVERY_LEVEL = {"push.signal", "push.superseded", "push.news", "push.link.ready", "push.link.ended"}


@pytest.mark.parametrize(
    "screen",
    [s for s in SCREENS if s.name.startswith("push.") and s.name not in SAME_AT_EVERY_LEVEL],
    ids=lambda s: s.name,
)
def test_a_push_has_a_fuller_text_for_level_2(catalogues: Catalogues, screen: Screen) -> None:
    assert catalogues.of(SOURCE).phrase(message_id(screen.name) + FULL) is not None
