"""Lays buttons out: day buttons side by side, short labels in pairs, a long label in a row of its own."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.channels.base import Button
from bot.words.bidi import bare

PAIR = 18
"""Longest label, in characters, that still stands beside another one on a narrow phone."""

ROW = 36
"""Characters that fit in one row of several small buttons."""


@dataclass(frozen=True, slots=True)
class Group:
    """The buttons of one edge: one, or several like ones; groups with the same `row` number share a row."""

    buttons: tuple[Button, ...]
    row: int | None = None


def layout(groups: Sequence[Group]) -> tuple[tuple[Button, ...], ...]:
    """Return the rows, in logical order in every language (storyboards U21)."""
    rows: list[tuple[Button, ...]] = []
    pair: list[Button] = []
    for row, buttons in _runs(groups):
        if row is None and len(buttons) == 1:
            pair = _paired(rows, pair, buttons[0])
            continue
        rows += _flushed(pair) + _packed(buttons)
        pair = []
    return tuple(rows + _flushed(pair))


def _runs(groups: Sequence[Group]) -> Iterator[tuple[int | None, list[Button]]]:
    """Join neighbouring groups of the same row number."""
    waiting: tuple[int | None, list[Button]] | None = None
    for group in groups:
        if waiting and group.row is not None and waiting[0] == group.row:
            waiting[1].extend(group.buttons)
            continue
        if waiting:
            yield waiting
        waiting = (group.row, list(group.buttons))
    if waiting:
        yield waiting


def _paired(rows: list[tuple[Button, ...]], pair: list[Button], button: Button) -> list[Button]:
    if width(button.label) > PAIR:
        rows += [*_flushed(pair), (button,)]
        return []
    if pair:
        rows.append((pair[0], button))
        return []
    return [button]


def _packed(buttons: Sequence[Button]) -> list[tuple[Button, ...]]:
    """Put buttons into one row, or into as many even rows as their labels need."""
    for rows in range(1, len(buttons) + 1):
        size = -(-len(buttons) // rows)
        packed = [tuple(buttons[at : at + size]) for at in range(0, len(buttons), size)]
        if size == 1 or all(sum(width(b.label) + 1 for b in row) <= ROW for row in packed):
            return packed
    return []


def _flushed(pair: list[Button]) -> list[tuple[Button, ...]]:
    return [tuple(pair)] if pair else []


def width(label: str) -> int:
    """Count the characters of a label that take up room."""
    return sum(unicodedata.category(char) not in {"Mn", "Cf"} for char in bare(label))
