"""Fills a text line by line: a line whose value is missing is left out, or replaced by its "| " line.

Values are put in after Fluent has chosen the plural forms, so that their length, lines and direction marks
are ours to handle: until then each stands as one private-use character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bot.words.bidi import FSI, PDI, isolate
from bot.words.catalogues import Phrase

ALTERNATIVE = "| "

_MISSING = "\ue000"
_FIRST = 0xE001
_MARKER = re.compile(f"{FSI}([\ue001-\uf8ff]){PDI}|([\ue001-\uf8ff])")


def fill(phrase: Phrase, values: Mapping[str, str | int | None]) -> str | None:
    """Put values into a text; None where no line is left."""
    texts: dict[str, str] = {}
    arguments = {name: _argument(values.get(name), texts) for name in phrase.variables}
    formatted, _ = phrase.bundle.format_pattern(phrase.pattern, arguments)
    lines = "\n".join(_kept(str(formatted)))
    return (_filled(lines, texts) if texts else lines) or None


def _argument(value: str | int | None, texts: dict[str, str]) -> str | int:
    if value is None or value == "":
        return _MISSING
    if isinstance(value, int):
        return value
    marker = chr(_FIRST + len(texts))
    texts[marker] = value
    return marker


def _kept(text: str) -> Iterator[str]:
    shown = False
    for line in text.split("\n"):
        other = line.startswith(ALTERNATIVE)
        if other and shown:
            continue
        shown = _MISSING not in line and bool(line.strip())
        if shown:
            yield line.removeprefix(ALTERNATIVE)


def _filled(lines: str, texts: Mapping[str, str]) -> str:
    def text(found: re.Match[str]) -> str:
        return isolate(texts[found[1]]) if found[1] else texts[found[2]]

    return _MARKER.sub(text, lines)
