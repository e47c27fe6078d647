"""The drawing shows every screen and every way."""

from __future__ import annotations

from bot.dialogs import DIALOGS
from bot.state.draw import draw
from tests.hand import ENGINE


def test_every_screen_is_drawn() -> None:
    page = draw(DIALOGS)
    assert all(f'"{screen.name}"' in page for screen in ENGINE.screens)


def test_acts_are_drawn_with_their_outcomes_and_back_is_dotted() -> None:
    page = draw(DIALOGS)
    assert 'lessons_absence -->|"yes [ok]"| lessons_absent["lessons.absent"]' in page
    assert "lessons_absence -.-> lessons_lesson" in page


def test_both_life_cycles_are_drawn() -> None:
    page = draw(DIALOGS)
    assert "sent --> seen: tap" in page
    assert "visitor --> linked: redeem" in page
