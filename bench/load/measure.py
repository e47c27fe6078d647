"""What a run showed: counts, and latencies with their percentiles."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

LATE = 5.0
"""Seconds after which nobody calls an answer quick."""


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least this share of all do not exceed (nearest rank); 0 of nothing."""
    if not values:
        return 0.0
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


@dataclass(slots=True)
class Tally:
    """One run. Latencies are seconds from when a step was due to the right screen on the phone.

    `wrong`: another screen than the one that the tap asks for. `twice`: the same screen once more (the person
    sees nothing). `again`: updates that Telegram had to bring again. `unanswered`: no right answer in time.
    `unqueried`: taps whose callback query got no answer. `behind`: steps of an open loop for which no phone
    was free when they were due. `unfinished`: under way when the run was over.
    """

    seconds: float = 0.0
    steps: int = 0
    wrong: int = 0
    unanswered: int = 0
    unqueried: int = 0
    twice: int = 0
    again: int = 0
    late: int = 0
    behind: int = 0
    unfinished: int = 0
    latencies: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    @property
    def rate(self) -> float:
        """Steps per second."""
        return self.steps / self.seconds if self.seconds else 0.0

    @property
    def p50(self) -> float:
        """Median latency in milliseconds."""
        return 1000 * percentile(self.latencies, 0.5)

    @property
    def p99(self) -> float:
        """99th percentile in milliseconds."""
        return 1000 * percentile(self.latencies, 0.99)

    def as_dict(self) -> dict[str, Any]:
        """For a JSON line."""
        return asdict(self)
