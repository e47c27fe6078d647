"""What municipalities write into texts, read strictly: numbers, years that can be right, results."""

from __future__ import annotations

from typing import Final

FIRST_YEAR, LAST_YEAR = 1900, 2200
_FULFILLED: Final = frozenset({"voldaan"})


def number(text: str) -> float:
    """A number of at least 0, with a point or a comma; `ValueError` for anything else."""
    digits = text.replace(",", ".", 1)
    if not digits.isascii() or not digits.replace(".", "", 1).isdigit() or len(digits) > 9:
        raise ValueError("a number of 0 or more is expected")
    return float(digits)


def fulfils(result: str) -> bool:
    """Whether a result is a completion; any other end is shown as a closed case, never congratulated."""
    return result.strip().lower() in _FULFILLED
