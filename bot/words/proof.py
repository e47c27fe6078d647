"""What can be said against a text as it is shown: too long, other digits, open isolates, forbidden words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from bot.words.bidi import balanced, bare
from bot.words.forbidden import Forbidden

MOST = 40
"""Words on a screen (storyboards §1); quoted texts of people do not count."""

_QUOTED = re.compile("“[^”]*”|«[^»]*»|„[^“”]*[“”]")


def words(text: str) -> int:
    """Count the words of a text: what holds a letter or a digit, without quoted texts of people."""
    return sum(any(char.isalnum() for char in token) for token in _QUOTED.sub("", bare(text)).split())


def foreign_digits(text: str) -> str:
    """Return the digits of a text that are not 0–9."""
    return "".join(char for char in text if unicodedata.category(char) == "Nd" and not char.isascii())


def faults(text: str, language: str, forbidden: Forbidden, *, push: bool = False) -> Iterator[str]:
    """Name every fault of a text as a phone would show it."""
    if (count := words(text)) > MOST:
        yield f"has {count} words, more than {MOST}"
    if digits := foreign_digits(text):
        yield f"has other digits than 0–9: {digits}"
    if not balanced(text):
        yield "leaves a direction isolate open"
    if any("\ue000" <= char <= "\uf8ff" for char in text) or "{" in text:
        yield "has a place that was not filled"
    if entries := forbidden.found(text, language, push=push):
        yield f"has a forbidden word: {', '.join(entries)}"
