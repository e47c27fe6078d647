"""Time in tests is moved by hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from time import monotonic

from bot.clock import AMSTERDAM

NOW = datetime(2026, 11, 23, 7, 10, tzinfo=UTC)
"""Monday 23 November 2026, 08:10 in Amsterdam: the clock of the storyboards."""


@dataclass
class Hands:
    """A clock moved by hand."""

    now: datetime = field(default=NOW)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **by: float) -> None:
        """Move on, e.g. `forward(minutes=2)`."""
        self.now += timedelta(**by)


@dataclass
class Running:
    """A clock that runs on from a chosen moment and can be moved forward: for tests of the whole program."""

    start: datetime = field(default=NOW)
    began: float = field(default_factory=monotonic)
    jumps: timedelta = field(default=timedelta())

    def __call__(self) -> datetime:
        return self.start + self.jumps + timedelta(seconds=monotonic() - self.began)

    def jump_to(self, wall: str) -> None:
        """Move on to a local moment, e.g. `2026-11-24 19:00`; never back."""
        wanted = datetime.fromisoformat(wall).replace(tzinfo=AMSTERDAM).astimezone(UTC)
        if wanted < self():
            raise ValueError(f"It is later than {wall} already.")
        self.jumps += wanted - self()

    def forward(self, **by: float) -> None:
        """Move on, e.g. `forward(minutes=2)`."""
        self.jumps += timedelta(**by)
