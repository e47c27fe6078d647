"""One fetch per thing at a time; whoever asks while one waits to begin shares it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Outcome = TypeVar("Outcome")


@dataclass(slots=True)
class _Flight(Generic[Outcome]):
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    begun: int = 0
    asking: int = 0
    last: Outcome | None = None


class SingleFlight(Generic[Outcome]):
    """A result is shared only if its fetch began after one asked: an older one may miss what one knows of."""

    def __init__(self) -> None:
        self._flights: dict[str, _Flight[Outcome]] = {}

    async def fetch(self, key: str, work: Callable[[], Awaitable[Outcome]]) -> Outcome:
        """Run `work`, or take the result of one that began after this call."""
        flight = self._flights.setdefault(key, _Flight())
        seen = flight.begun
        flight.asking += 1
        try:
            async with flight.lock:
                if flight.begun > seen and flight.last is not None:
                    return flight.last
                flight.begun += 1
                flight.last = None
                flight.last = await work()
                return flight.last
        finally:
            flight.asking -= 1
            if not flight.asking:
                self._flights.pop(key, None)
