"""One cell: a service, a misfortune, the play, and what came of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from random import Random

from bench.matrix.checks import Check, Checks
from bench.matrix.stage import Stage


@dataclass
class Run:
    """What a play gets: the stage, where to note promises, chance, the person's language, captured logs."""

    stage: Stage
    checks: Checks
    random: Random
    language: str
    logs: list[dict[str, object]] = field(default_factory=list)
    facts: dict[str, object] = field(default_factory=dict)

    def logged(self, event: str) -> bool:
        """Whether such a line was logged."""
        return any(event == line.get("event") for line in self.logs)


Play = Callable[[Run], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Cell:
    """One service with one misfortune."""

    service: str
    fault: str
    play: Play

    @property
    def name(self) -> str:
        """How it is selected."""
        return f"{self.service}/{self.fault}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a cell came out."""

    cell: Cell
    language: str
    seconds: float
    checks: tuple[Check, ...]
    replies: tuple[float, ...]
    facts: dict[str, object]
    crash: str = ""

    @property
    def kept(self) -> bool:
        """Whether every promise was kept."""
        return not self.crash and bool(self.checks) and all(check.kept for check in self.checks)
