"""A clock that runs faster than the machine's, so that a minute of notifications takes seconds."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from time import monotonic

from bot.sandbox.clock import MONDAY_MORNING


@dataclass
class FastClock:
    """Runs on from a chosen moment, `times` as fast."""

    times: float = 1.0
    start: datetime = MONDAY_MORNING
    began: float = field(default_factory=monotonic)

    def __call__(self) -> datetime:
        """The present."""
        return self.start + timedelta(seconds=self.seconds)

    @property
    def seconds(self) -> float:
        """Seconds of this clock since it began."""
        return (monotonic() - self.began) * self.times
