"""Progress for whoever watches: one line every few seconds."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

Say = Callable[[str], None]
EVERY = 3.0


class Progress:
    """Says something at most every few seconds."""

    def __init__(self, say: Say, name: str) -> None:
        self._say, self._name = say, name
        self._began = self._last = monotonic()

    @property
    def seconds(self) -> float:
        """Seconds since the beginning."""
        return monotonic() - self._began

    @property
    def due(self) -> bool:
        """Whether it is time to say something (for texts that cost something to make)."""
        return monotonic() - self._last >= EVERY

    def __call__(self, text: str, *, now: bool = False) -> None:
        """Say this if it is time, or now."""
        if now or self.due:
            self._last = monotonic()
            self._say(f"{self._name:<12} {self.seconds:5.0f} s  {text}")
