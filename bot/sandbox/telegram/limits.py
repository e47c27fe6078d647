"""Telegram's sending limits: about 30 messages a second per bot, one a second per chat with a small burst."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Messages per second and bursts (core.telegram.org/bots/faq, "My bot is hitting limits")."""

    per_second: float = 30.0
    burst: int = 30
    chat_per_second: float = 1.0
    chat_burst: int = 5


class Pace:
    """A token bucket: `burst` at once, then `rate` a second."""

    __slots__ = ("_burst", "_rate", "_then", "_tokens")

    def __init__(self, rate: float, burst: int, now: float) -> None:
        self._rate = rate
        self._burst = burst
        self._tokens = float(burst)
        self._then = now

    def wait(self, now: float) -> float:
        """Return the seconds until one more may pass, 0 if now."""
        self._tokens = min(self._burst, self._tokens + max(0.0, now - self._then) * self._rate)
        self._then = now
        return 0.0 if self._tokens >= 1 else (1 - self._tokens) / self._rate

    def take(self) -> None:
        """Let one pass."""
        self._tokens -= 1


class Pacer:
    """The paces of one sandbox: one per bot, one per chat of a bot."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._paces: dict[tuple[int, int | None], Pace] = {}

    def seconds_to_wait(self, bot_id: int, chat_id: int, now: float) -> int:
        """Let a message pass (0), or return `retry_after` in whole seconds."""
        limits = self._limits
        paces = (
            self._pace((bot_id, None), limits.per_second, limits.burst, now),
            self._pace((bot_id, chat_id), limits.chat_per_second, limits.chat_burst, now),
        )
        wait = max(pace.wait(now) for pace in paces)
        if wait > 0:
            return math.ceil(wait)
        for pace in paces:
            pace.take()
        return 0

    def _pace(self, key: tuple[int, int | None], rate: float, burst: int, now: float) -> Pace:
        if key not in self._paces:
            self._paces[key] = Pace(rate, burst, now)
        return self._paces[key]
