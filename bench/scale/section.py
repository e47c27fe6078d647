"""What a measurement comes to: a table, and promises that are kept or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise of the issue. `value` is what was measured, `limit` the bound; both in `unit`."""

    text: str
    value: float
    limit: float
    unit: str = ""
    at_least: bool = False

    @property
    def kept(self) -> bool:
        """Whether the measured value is within its bound."""
        return self.value >= self.limit if self.at_least else self.value <= self.limit

    def line(self) -> str:
        """For a report or a terminal."""
        sign = "≥" if self.at_least else "≤"
        unit = f" {self.unit}" if self.unit else ""
        word = "kept" if self.kept else "NOT KEPT"
        return f"{word}: {self.text}: {shown(self.value)}{unit} ({sign} {shown(self.limit)}{unit})"


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report. The first row of the table is its head; `notes` say how it was measured."""

    title: str
    table: Sequence[Sequence[str]]
    promises: Sequence[Promise] = ()
    notes: Sequence[str] = ()

    def markdown(self) -> str:
        """The section as Markdown."""
        head, *rows = self.table
        lines = [f"## {self.title}", ""]
        lines += [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}"]
        lines += [f"| {' | '.join(row)} |" for row in rows]
        lines += ["", *(f"* {promise.line()}" for promise in self.promises)]
        lines += ["", *(f"{note}\n" for note in self.notes)] if self.notes else [""]
        return "\n".join(lines)


def shown(value: float) -> str:
    """A number as people read it."""
    if value == int(value) and abs(value) < 10**15:
        return f"{int(value):,}"
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"
