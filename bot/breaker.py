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

PASSED_OVER = timedelta(seconds=60)
STILL_ASKS = timedelta(seconds=90)
MOMENT = 1.0

Told = Callable[[bool], None]
"""Hears that a service is held off (True), or answers again (False)."""


class Probes:
    """Who may probe, and when; the breakers of services behind one address share it, in turn."""

    def __init__(self) -> None:
        self._at: datetime | None = None
        self._asked: dict[int, datetime] = {}
        self._probed: dict[int, datetime] = {}

    def wait(self, who: int, now: datetime) -> float:
        """Seconds until this one may probe; one that was passed over for long goes first."""
        self._asked[who] = now
        if self._at is not None and now < self._at:
            return (self._at - now).total_seconds()
        others = any(self._starves(other, now) for other in self._asked if other != who)
        return MOMENT if others and not self._starves(who, now) else 0.0

    def take(self, who: int, now: datetime, pause: timedelta) -> None:
        """It probes now, or it has just failed."""
        self._at = now + pause
        self._probed[who] = now

    def clear(self, who: int) -> None:
        """It works again, so the others may be tried at once."""
        self._at = None
        self._asked.pop(who, None)
        self._probed.pop(who, None)

    def _starves(self, who: int, now: datetime) -> bool:
        waits = now - self._probed.get(who, now) >= PASSED_OVER
        return waits and now - self._asked[who] <= STILL_ASKS


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
        left = (self._quiet - now).total_seconds() if self._quiet is not None else 0.0
        if left > 0 or not self._open:
            return max(left, 0.0)
        left = self._probes.wait(id(self), now)
        if left <= 0:
            self._probes.take(id(self), now, self._pause)
        return left

    def hold(self, seconds: float) -> None:
        """Let nothing through for so long: the other side asked for it."""
        until = self._clock() + timedelta(seconds=seconds)
        self._quiet = until if self._quiet is None else max(self._quiet, until)

    def succeeded(self) -> None:
        """Note an answer of any kind: the other side lives, and its neighbours may be tried at once."""
        if self._open:
            self._open = False
            self._outcomes.clear()
            self._probes.clear(id(self))
        self._outcomes.append(True)
        self._say(False)

    def failed(self) -> None:
        """Note a call without a useful answer."""
        self._outcomes.append(False)
        if not self._open and self._outcomes.count(False) >= self._failures:
            self._open = True
            self._probes.take(id(self), self._clock(), self._pause)
            self._say(True)

    def _say(self, away: bool) -> None:
        if self._told is not None and self._said is not away:
            self._said = away
            self._told(away)
