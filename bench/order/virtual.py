"""Time that stands still until it is moved: whoever sleeps is woken in order, and work is done in between."""

from __future__ import annotations

import asyncio
import heapq
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count

MONDAY = datetime(2026, 11, 23, 7, 10, tzinfo=UTC)
SETTLING = 4
"""Rounds of the event loop in which somebody who was woken gets to real work."""


@dataclass
class VirtualTime:
    """A clock and a sleep. `busy` tells whether real work is under way that must end before time goes on."""

    busy: Callable[[], bool] = lambda: False
    start: datetime = MONDAY
    seconds: float = 0.0
    _sleepers: list[tuple[float, int, asyncio.Future[None]]] = field(default_factory=list)
    _order: count[int] = field(default_factory=count)

    def clock(self) -> datetime:
        """The present."""
        return self.start + timedelta(seconds=self.seconds)

    async def sleep(self, seconds: float) -> None:
        """Sleep in this time."""
        waking: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self.seconds + max(seconds, 0.0), next(self._order), waking))
        await waking

    async def run_to(self, until: float) -> None:
        """Let everything happen that happens until this second."""
        await self.settle()
        while self._sleepers and self._sleepers[0][0] <= until:
            self.seconds = max(self.seconds, self._sleepers[0][0])
            while self._sleepers and self._sleepers[0][0] <= self.seconds:
                _, _, waking = heapq.heappop(self._sleepers)
                if not waking.done():
                    waking.set_result(None)
            await self.settle()
        self.seconds = max(self.seconds, until)

    async def settle(self) -> None:
        """Wait (in real time) until nobody works."""
        while True:
            for _ in range(SETTLING):
                await asyncio.sleep(0)
            if not self.busy():
                return
            await asyncio.sleep(0.0005)
