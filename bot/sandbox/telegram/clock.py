"""A clock that only moves when a test moves it."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

from bot.sandbox.telegram.bell import Bell


class StepClock:
    """Call it for the present instant; `sleep` returns once `advance` has moved far enough."""

    def __init__(self, start: datetime) -> None:
        self._now = start
        self._sleepers: list[tuple[datetime, asyncio.Future[None]]] = []
        self._bell = Bell()

    def __call__(self) -> datetime:
        return self._now

    async def sleep(self, seconds: float) -> None:
        """Wait until the clock has been moved by so many seconds."""
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        sleeper = (self._now + timedelta(seconds=seconds), waiter)
        self._sleepers.append(sleeper)
        self._bell.ring()
        try:
            await waiter
        finally:
            if sleeper in self._sleepers:
                self._sleepers.remove(sleeper)

    async def sleeper(self) -> float:
        """Wait until somebody sleeps, and return the seconds to the first one's waking."""
        return await self._bell.until(self.next_waking)

    def next_waking(self) -> float | None:
        """Return the seconds until the first sleeper wakes, None when nobody sleeps."""
        if not self._sleepers:
            return None
        return (min(wakes for wakes, _ in self._sleepers) - self._now).total_seconds()

    def advance(self, seconds: float) -> None:
        """Move the clock and wake whose time has come."""
        self._now += timedelta(seconds=seconds)
        for wakes, waiter in list(self._sleepers):
            if wakes <= self._now and not waiter.done():
                waiter.set_result(None)
                self._sleepers.remove((wakes, waiter))
