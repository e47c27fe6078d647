"""On which line of a TOML text an entry stands: the standard library reads TOML, but gives no positions."""

from __future__ import annotations

import re
from typing import Final

Where = tuple[str | int, ...]
"""The way to an entry, e.g. `("profiel", "status", 2, "staat")`."""
_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")
_PLAIN: Final = re.compile(r"[^,\]}\n#]+")
_ESCAPE: Final = re.compile(r'\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(["\\btnfre/]))')
_SHORT: Final = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", "e": "\x1b"}


class Lines:
    """Lines by the way to an entry; made from a text that `tomllib` has read."""

    def __init__(self, text: str) -> None:
        self._found = _Walk(text.replace("\r\n", "\n")).walk()

    def of(self, where: Where) -> int:
        """The line of an entry; of the nearest that holds it where it is missing; 1 where nothing does."""
        for length in range(len(where), 0, -1):
            if where[:length] in self._found:
                return self._found[where[:length]]
        return 1

    def ways(self) -> frozenset[Where]:
        """Every entry that stands in the text."""
        return frozenset(self._found)


class _Walk:
    """One way through a valid text, from its beginning to its end."""

    def __init__(self, text: str) -> None:
        self._text, self._at, self._line = text, 0, 1
        self._found: dict[Where, int] = {}
        self._rows: dict[Where, int] = {}
        """How many tables each array of tables has so far."""

    def walk(self) -> dict[Where, int]:
        table: Where = ()
        while self._skip("\n"):
            if self._text[self._at] == "[":
                table = self._header()
            else:
                self._entry(table)
        return self._found

    def _header(self) -> Where:
        many = self._text.startswith("[[", self._at)
        self._go(2 if many else 1)
        names = self._names()
        self._go(2 if many else 1)
        table: Where = ()
        for name in names[:-1]:
            table = self._newest(self._note((*table, name)))
        table = self._note((*table, names[-1]))
        if many:
            self._rows[table] = self._rows.get(table, 0) + 1
            table = self._note((*table, self._rows[table] - 1))
        return table

    def _newest(self, table: Where) -> Where:
        return (*table, self._rows[table] - 1) if table in self._rows else table

    def _entry(self, table: Where) -> None:
        way = table
        for name in self._names():
            way = self._note((*way, name))
        self._go(1)  # the sign =
        self._skip("")
        self._value(way)

    def _names(self) -> list[str]:
        names = [self._name()]
        while self._text[self._at] == ".":
            self._go(1)
            names.append(self._name())
        return names

    def _name(self) -> str:
        self._skip("")
        bare = _BARE.match(self._text, self._at)
        if bare is None:
            name = self._string()
        else:
            name = bare[0]
            self._go(len(name))
        self._skip("")
        return name

    def _value(self, way: Where) -> None:
        first = self._text[self._at]
        if first == "[":
            self._array(way)
        elif first == "{":
            self._inline(way)
        elif first in "\"'":
            self._string()
        else:
            plain = _PLAIN.match(self._text, self._at)
            self._go(len(plain[0]) if plain else 1)

    def _array(self, way: Where) -> None:
        self._go(1)
        number = 0
        while self._skip("\n,") and self._text[self._at] != "]":
            self._value(self._note((*way, number)))
            number += 1
        self._go(1)

    def _inline(self, way: Where) -> None:
        self._go(1)
        while self._skip("\n,") and self._text[self._at] != "}":
            self._entry(way)
        self._go(1)

    def _string(self) -> str:
        mark = self._text[self._at]
        if self._text.startswith(mark * 3, self._at):
            return self._long(mark * 3)
        end = self._at + 1
        while self._text[end] != mark:
            end += 2 if self._text[end] == "\\" and mark == '"' else 1
        raw = self._text[self._at + 1 : end]
        self._go(end + 1 - self._at)
        return _ESCAPE.sub(_unescape, raw) if mark == '"' else raw

    def _long(self, mark: str) -> str:
        end = self._at + 3
        while not self._text.startswith(mark, end):
            end += 2 if self._text[end] == "\\" and mark == '"""' else 1
        end += 3
        while self._text.startswith(mark[0], end):  # one or two quotes may stand right before the end
            end += 1
        self._go(end - self._at)
        return ""

    def _note(self, way: Where) -> Where:
        self._found.setdefault(way, self._line)
        return way

    def _skip(self, more: str) -> bool:
        """Go past blanks, comments where a line may end, and the characters of `more`; False at the end."""
        while self._at < len(self._text):
            here = self._text[self._at]
            if here == "#" and "\n" in more:
                self._at = self._text.find("\n", self._at) % (len(self._text) + 1)
            elif here in " \t" or here in more:
                self._go(1)
            else:
                return True
        return False

    def _go(self, steps: int) -> None:
        self._line += self._text.count("\n", self._at, self._at + steps)
        self._at += steps


def _unescape(found: re.Match[str]) -> str:
    code = found[1] or found[2]
    return chr(int(code, 16)) if code else _SHORT.get(found[3], found[3])
