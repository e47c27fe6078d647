"""Words that no message may carry, from `content/forbidden.toml`: a lock screen is read by others too."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_JOINERS = re.compile("[\u0640\u200c\u200d\u200e\u200f\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Forbidden:
    """Per language: words forbidden everywhere, and those forbidden in pushes besides."""

    everywhere: dict[str, tuple[str, ...]]
    pushes: dict[str, tuple[str, ...]]

    def found(self, text: str, language: str, *, push: bool) -> tuple[str, ...]:
        """Return the entries that occur in a text."""
        entries = self.everywhere.get(language, ()) + (self.pushes.get(language, ()) if push else ())
        plain = _plain(text)
        return tuple(entry for entry in entries if _pattern(entry).search(plain))


def read_forbidden(path: Path) -> Forbidden:
    """Read the table; an entry matches whole words, `*` stands for any letters before or after."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return Forbidden(
        {language: tuple(words) for language, words in table["everywhere"].items()},
        {language: tuple(words) for language, words in table["pushes"].items()},
    )


@cache
def _pattern(entry: str) -> re.Pattern[str]:
    letters = re.escape(_plain(entry)).replace(r"\*", r"\w*").replace(r"\ ", r"\s+")
    return re.compile(rf"(?<!\w){letters}(?!\w)")


def _plain(text: str) -> str:
    """Compare without case, vowel signs, stretching and direction marks."""
    decomposed = unicodedata.normalize("NFKD", _JOINERS.sub("", text).casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))
