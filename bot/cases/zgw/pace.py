"""A bulkhead and a rate for all calls to the case system of one municipality: it has other users too."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager


class Pace:
    """At most `at_once` calls side by side, and `per_second` begun in a second, in this process.

    A burst of as many as may run at once is let through; what waits is served in the order of asking.
    """

    def __init__(
        self,
        at_once: int,
        per_second: float,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._room = asyncio.Semaphore(at_once)
        self._step, self._burst = 1 / per_second, at_once / per_second
        self._sleep, self._now = sleep, now
        self._full = 0.0

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Wait for a place, hold it, give it back."""
        async with self._room:
            wait = self._reserve()
            if wait > 0:
                await self._sleep(wait)
            yield

    def _reserve(self) -> float:
        """Take the next slot; returns how long it is until then."""
        now = self._now()
        slot = max(self._full, now - self._burst + self._step)
        self._full = slot + self._step
        return slot - now
