"""Values that dialogs hand to the renderer: data without a language, put into words only in `bot.words`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from datetime import time as clock_time
from types import MappingProxyType
from typing import Literal

EMPTY: Mapping[str, Value] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar day: day and month in the reader's language, always Gregorian, Western digits."""

    on: date
    weekday: bool = False
    year: bool = False
    short: bool = False
    kind: Literal["day"] = "day"


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday by name, 1 = Monday; `short` for buttons."""

    number: int
    short: bool = False
    kind: Literal["weekday"] = "weekday"


@dataclass(frozen=True, slots=True)
class At:
    """A clock time, 24 hours, Western digits."""

    time: clock_time
    kind: Literal["at"] = "at"


@dataclass(frozen=True, slots=True)
class Raw:
    """Something shown exactly as registered: a name, an address, a number (isolated by the renderer)."""

    text: str
    kind: Literal["raw"] = "raw"


@dataclass(frozen=True, slots=True)
class Dutch:
    """Free Dutch text of the case without a reviewed key: shown as Dutch, or translated and labelled."""

    text: str
    translations: tuple[tuple[str, str], ...] = ()
    kind: Literal["dutch"] = "dutch"


@dataclass(frozen=True, slots=True)
class Term:
    """Another message of the catalogue, e.g. Term("part-pvt"); `otherwise` stands in for an unknown key."""

    key: str
    values: Mapping[str, Value] = field(default_factory=dict)
    otherwise: Value = None
    kind: Literal["term"] = "term"


@dataclass(frozen=True, slots=True)
class Joined:
    """Several values in a row: `how` is "lines", "list" (a, b), "and" (a, b and c), "words" (a b); items that
    are missing are left out, and when all are, the whole is missing.
    """

    items: tuple[Value, ...]
    how: str = "lines"
    kind: Literal["joined"] = "joined"


Value = str | int | Day | Weekday | At | Raw | Dutch | Term | Joined | None
"""What can stand in a text. None (or an empty Joined) is missing: the line it stands in is left out (screen-
data).
"""
