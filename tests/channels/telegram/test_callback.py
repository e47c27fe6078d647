"""Threat T7: a button counts only for the link that it was made for, and nothing breaks the reader."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.base import Button
from bot.channels.telegram.callback import LONGEST, Callbacks, Pressed
from tests.channels.telegram.fakes import CALLBACKS

LESSON = Button("📚", "lessons.lesson", "open", "a1b2c3d4")
NAMES = st.from_regex(r"[a-z][a-z0-9_]{0,7}", fullmatch=True)


@given(NAMES, NAMES, st.text(alphabet=st.characters(codec="ascii", categories=["L", "N", "P"]), max_size=12))
def test_what_was_sealed_comes_back(screen: str, event: str, arg: str) -> None:
    data = CALLBACKS.encode(Button("x", screen, event, arg), "link-1")

    assert CALLBACKS.decode(data, "link-1") == Pressed(screen, event, arg, True)


def test_data_fit_into_64_bytes() -> None:
    assert (
        len(CALLBACKS.encode(LESSON, "link-1").encode())
        == 12 + len("lessons.lesson/open/a1b2c3d4")
        <= LONGEST
    )


def test_too_long_a_place_is_refused_before_telegram_does() -> None:
    with pytest.raises(ValueError, match=r"lessons\.lesson/open"):
        CALLBACKS.encode(Button("x", "lessons.lesson", "open", "é" * 20), "link-1")


@pytest.mark.parametrize(
    ("reader", "link"),
    [
        (CALLBACKS, "link-2"),
        (Callbacks(b"k" * 32, "heuvelmeer"), "link-1"),
        (Callbacks(b"l" * 32, "waterveen"), "link-1"),
    ],
    ids=["another link", "another tenant", "another key"],
)
def test_anothers_button_is_not_genuine_but_names_its_screen(reader: Callbacks, link: str) -> None:
    data = CALLBACKS.encode(LESSON, "link-1")

    assert reader.decode(data, link) == Pressed("lessons.lesson", "open", "a1b2c3d4", False)


@given(st.data())
def test_no_changed_byte_is_accepted(data: st.DataObject) -> None:
    sealed = CALLBACKS.encode(LESSON, "link-1")
    place = data.draw(st.integers(0, len(sealed) - 1))
    other = data.draw(st.characters(codec="utf-8").filter(lambda sign: sign != sealed[place]))

    assert not CALLBACKS.decode(sealed[:place] + other + sealed[place + 1 :], "link-1").genuine


@given(st.text(max_size=80))
def test_no_text_breaks_the_reader(text: str) -> None:
    assert not CALLBACKS.decode(text, "link-1").genuine


@pytest.mark.parametrize("data", ["", "home", "v0:menu:12", "\ud800" * 13 + "a/b/", "x" * 500])
def test_unknown_formats_are_no_genuine_taps(data: str) -> None:
    assert CALLBACKS.decode(data, "link-1") == Pressed() or not CALLBACKS.decode(data, "link-1").genuine
