"""A clock for the story: it runs on from a chosen moment, and can be moved forward."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from time import monotonic

MONDAY_MORNING = datetime(2026, 11, 23, 7, 10, tzinfo=UTC)
"""Monday 23 November 2026, 08:10 in Amsterdam: the day on which the example town's story begins."""


@dataclass
class MovedClock:
    """Real seconds go by underneath; `forward` adds to them, so that nobody waits for an undo time."""

    start: datetime = MONDAY_MORNING
    began: float = field(default_factory=monotonic)
    moved: timedelta = field(default=timedelta())

    def __call__(self) -> datetime:
        """The present."""
        return self.start + self.moved + timedelta(seconds=monotonic() - self.began)

    def forward(self, by: timedelta) -> None:
        """Move on; raises `ValueError` for a step back, which no clock of a store may take."""
        if by < timedelta():
            raise ValueError("A clock is never moved back.")
        self.moved += by
