"""Waiting for something to be put into a tenant's queues, across processes."""

from __future__ import annotations

from bot.store.base import Room


class Wakes:
    """One reader of a tenant's wake stream; every waiting loop has its own."""

    def __init__(self, room: Room) -> None:
        self._read = room.db.waiting()
        self._stream = f"{room.prefix}wake"
        self._seen = "0-0"

    async def wait(self, seconds: float) -> None:
        """Return when something was put in since the last wait, at most after `seconds`."""
        block = max(1, int(min(seconds, 5.0) * 1000))
        command = ("XREAD", "COUNT", 100, "BLOCK", block, "STREAMS", self._stream, self._seen)
        for entry, _ in await self._read(*command):
            self._seen = entry
