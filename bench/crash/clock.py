"""A clock that all processes of a campaign share, and that may be moved forward."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from time import time

BEGINS = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
"""Monday 23 November 2026, 09:00 in Amsterdam: no quiet hours for a long while."""


@dataclass
class SharedClock:
    """Runs on from `begins` since `origin` (Unix seconds), which every process is told."""

    origin: float = field(default_factory=time)
    begins: datetime = BEGINS
    jumps: timedelta = timedelta()

    def __call__(self) -> datetime:
        return self.begins + self.jumps + timedelta(seconds=time() - self.origin)

    def forward(self, seconds: float) -> None:
        """Move on."""
        self.jumps += timedelta(seconds=seconds)
