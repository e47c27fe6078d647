"""A breaker: when most calls fail, the case API is left alone but for a probe now and then."""

from __future__ import annotations

from collections import deque
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.errors import CaseApiAway


class Breaker:
    """Opens after `failures` of the last `window` calls failed; lets one probe through per `pause`."""

    def __init__(
        self, clock: Clock, failures: int = 5, window: int = 10, pause: timedelta = timedelta(seconds=15)
    ) -> None:
        self._clock, self._failures, self._pause = clock, failures, pause
        self._outcomes: deque[bool] = deque(maxlen=window)
        self._probe_at: datetime | None = None

    @property
    def open(self) -> bool:
        """Whether calls are held back now."""
        return self._probe_at is not None

    def admit(self) -> None:
        """Let a call through, or raise `CaseApiAway` at once."""
        if self._probe_at is None:
            return
        now = self._clock()
        if now < self._probe_at:
            raise CaseApiAway("The case API failed several times in a row; it is tried again soon.")
        self._probe_at = now + self._pause

    def succeeded(self) -> None:
        """Note an answer of any kind: the other side lives."""
        if self._probe_at is not None:
            self._outcomes.clear()
            self._probe_at = None
        self._outcomes.append(True)

    def failed(self) -> None:
        """Note a call without a useful answer."""
        self._outcomes.append(False)
        if self._probe_at is None and self._outcomes.count(False) >= self._failures:
            self._probe_at = self._clock() + self._pause
