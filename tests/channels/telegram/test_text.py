from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.text import clean


@given(st.text())
def test_a_cleaned_text_can_be_stored_and_sent(text: str) -> None:
    assert "\0" not in clean(text).encode().decode()


def test_joiners_of_persian_words_stay() -> None:
    assert clean("می\u200cخواهم\u200d") == "می\u200cخواهم\u200d"


@pytest.mark.parametrize(
    "sign", ["\u202a", "\u202e", "\u2066", "\u2069", "\u200f", "\0", "\ud83d", "\x1b", "\r"]
)
def test_what_disguises_or_breaks_a_text_goes(sign: str) -> None:
    assert clean(f"a{sign}b") == "ab"


def test_line_breaks_stay() -> None:
    assert clean("a\r\nb\tc ") == "a\nb\tc"
