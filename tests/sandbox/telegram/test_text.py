"""Texts are parsed, cleaned and measured as Telegram does."""

from __future__ import annotations

from typing import Any

import pytest

from bot.sandbox.telegram.errors import Refused
from bot.sandbox.telegram.html import HtmlReader
from bot.sandbox.telegram.text import caption, message_text, typed_text


@pytest.mark.parametrize(
    ("markup", "text", "entities"),
    [
        ("plain &lt;b&gt; &amp; &quot;", 'plain <b> & "', []),
        ("&ge;&#65;&#x42;", "&ge;AB", []),
        ("➡️ <i>➡️ ➡️</i>", "➡️ ➡️ ➡️", [{"type": "italic", "offset": 3, "length": 5}]),
        ("😀<b>x</b>", "😀x", [{"type": "bold", "offset": 2, "length": 1}]),
        ("<strong>a</strong><ins>b</ins>", "ab", [("bold", 0, 1), ("underline", 1, 1)]),
        (
            '<a href="https://kade.example">map</a>',
            "map",
            [{"type": "text_link", "offset": 0, "length": 3, "url": "https://kade.example"}],
        ),
        (
            '<pre><code class="language-python">x</code></pre>',
            "x",
            [{"type": "pre", "offset": 0, "length": 1, "language": "python"}],
        ),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ("<b></b>a", "a", []),
    ],
)
def test_html_becomes_text_and_entities(markup: str, text: str, entities: list[Any]) -> None:
    expected = [
        one if isinstance(one, dict) else {"type": one[0], "offset": one[1], "length": one[2]}
        for one in entities
    ]
    assert HtmlReader(markup).read() == (text, expected)


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("🏟 🏟&lt;<abac>", 'Unsupported start tag "abac" at byte offset 13'),
        ("🏟 🏟&lt;<i    aba>", 'Can\'t find end tag corresponding to start tag "i"'),
        ("🏟 🏟&lt;<i    aba  ", 'Unclosed start tag "i" at byte offset 13'),
        ("🏟 🏟&lt;<b></b></", "Unexpected end tag at byte offset 20"),
        ("🏟 🏟&lt;<i>a</i   ", "Unclosed end tag at byte offset 17"),
        ("🏟 🏟&lt;<i>a</em   >", 'Unmatched end tag at byte offset 17, expected "</i>", found "</em>"'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
    ],
)
def test_broken_html_is_refused_in_telegrams_words(markup: str, words: str) -> None:
    with pytest.raises(Refused) as refused:
        message_text({"text": markup, "parse_mode": "HTML"})
    assert refused.value.description == f"Bad Request: can't parse entities: {words}"


def test_the_length_counts_after_parsing() -> None:
    assert message_text({"text": f"<b>{'x' * 4096}</b>", "parse_mode": "HTML"}).text == "x" * 4096


def test_a_caption_longer_than_1024_is_refused() -> None:
    with pytest.raises(Refused, match="caption is too long"):
        caption({"caption": "x" * 1025})


def test_spaces_around_a_text_go_and_entities_move_along() -> None:
    found = message_text({"text": "  Kade 4  ", "entities": [{"type": "bold", "offset": 2, "length": 6}]})
    assert (found.text, found.entities) == ("Kade 4", ({"type": "bold", "offset": 0, "length": 6},))


def test_old_bidi_controls_are_dropped_and_isolates_stay() -> None:
    raw = "\u202bع\u202c \u2068Kade 4\u2069"
    found = message_text({"text": raw, "entities": [{"type": "bold", "offset": 4, "length": 8}]})
    assert (found.text, found.entities) == (
        "ع \u2068Kade 4\u2069",
        ({"type": "bold", "offset": 2, "length": 8},),
    )


def test_commands_in_a_typed_text_are_marked() -> None:
    assert typed_text("😀 /start abc").entities == ({"type": "bot_command", "offset": 3, "length": 6},)


def test_a_path_is_no_command() -> None:
    assert typed_text("and/or 1/2").entities == ()
