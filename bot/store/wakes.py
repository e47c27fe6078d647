"""Waiting for something to be put into a tenant's queues, across processes."""

from __future__ import annotations

from bot.store.base import Room


class Wakes:
    """One reader of a tenant's wake stream; every waiting loop has its own."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._seen = "0-0"

    async def wait(self, seconds: float) -> None:
        """Return when something was put in since the last wait, at most after `seconds`."""
        block = max(1, int(min(seconds, 5.0) * 1000))
        stream = f"{self._room.prefix}wake"
        found = await self._room.db(self._room.db.redis.xread({stream: self._seen}, block=block, count=100))
        for _, entries in found or []:
            self._seen = entries[-1][0]
