"""Time in tests is moved by hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

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
