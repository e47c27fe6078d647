"""A clock for stories: it runs for half a minute after each jump, then almost stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from time import monotonic

from tests.clocks import Running

RUNS = 30.0
SLOWLY = 100


@dataclass
class StoryClock(Running):
    """However slow the machine is, no minute passes between two jumps; so transcripts stay the same."""

    def __call__(self) -> datetime:
        passed = monotonic() - self.began
        return self.start + timedelta(seconds=min(passed, RUNS) + max(passed - RUNS, 0) / SLOWLY)

    def jump_to(self, wall: str) -> None:
        super().jump_to(wall)
        self._settle()

    def forward(self, **by: float) -> None:
        super().forward(**by)
        self._settle()

    def _settle(self) -> None:
        self.start, self.jumps, self.began = self() + self.jumps, timedelta(), monotonic()
