"""A breaker: when most calls to a service fail, it is left alone but for a probe now and then."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.clock import Clock

PAUSE = timedelta(seconds=15)
"""Between two probes: at most four a minute."""
DENIED_PAUSE = timedelta(seconds=60)
"""Between two calls while access is denied: no repeat mends a secret."""

Told = Callable[[bool], None]
"""Hears that a service is held off (True), or answers again (False)."""


class Probes:
    """When the next probe may go; the breakers of services behind one address share it."""

    def __init__(self) -> None:
        self.at: datetime | None = None


class Breaker:
    """Opens when `failures` of the last `window` calls failed; then one call per `pause` is let through."""

    def __init__(
        self,
        clock: Clock,
        failures: int = 5,
        window: int = 10,
        pause: timedelta = PAUSE,
        *,
        probes: Probes | None = None,
        told: Told | None = None,
    ) -> None:
        self._clock, self._failures, self._pause = clock, failures, pause
        self._outcomes: deque[bool] = deque(maxlen=window)
        self._probes = probes or Probes()
        self._told = told
        self._said: bool | None = None
        self._open = False
        self._quiet: datetime | None = None

    @property
    def open(self) -> bool:
        """Whether calls are held back but for probes."""
        return self._open

    def wait(self) -> float:
        """Seconds until a call may go; 0 lets this one through, as the probe where calls are held back."""
        now = self._clock()
        left = self._left(now)
        if left <= 0 and self._open:
            self._probes.at = now + self._pause
        return left

    def _left(self, now: datetime) -> float:
        moments = [self._quiet, self._probes.at if self._open else None]
        return max(0.0, *((at - now).total_seconds() for at in moments if at is not None), 0.0)

    def hold(self, seconds: float) -> None:
        """Let nothing through for so long: the other side asked for it."""
        until = self._clock() + timedelta(seconds=seconds)
        self._quiet = until if self._quiet is None else max(self._quiet, until)

    def succeeded(self) -> None:
        """Note an answer of any kind: the other side lives, and its neighbours may be tried at once."""
        if self._open:
            self._open = False
            self._outcomes.clear()
            self._probes.at = None
        self._outcomes.append(True)
        self._say(False)

    def failed(self) -> None:
        """Note a call without a useful answer."""
        self._outcomes.append(False)
        if not self._open and self._outcomes.count(False) >= self._failures:
            self._open = True
            self._probes.at = max(self._probes.at or self._clock(), self._clock() + self._pause)
            self._say(True)

    def _say(self, away: bool) -> None:
        if self._told is not None and self._said is not away:
            self._said = away
            self._told(away)
