"""Idempotency keys of the HTTP API: the same request gets the same answer for 24 hours."""

from __future__ import annotations

import json
from dataclasses import dataclass

from bot.store.base import Room

DAY_SECONDS = 86_400
RUNNING_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Remembered:
    """What is known of a key: `answer` is None while the first request still runs."""

    fingerprint: str
    status: int = 0
    body: str | None = None


class Idempotency:
    """Remembers answers by key."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def _key(self, key: str) -> str:
        return f"{self._room.prefix}idem:{self._room.vault.lookup(key)}"

    async def begin(self, key: str, fingerprint: str) -> Remembered | None:
        """Start a request; None where it is the first one, else what is remembered of the earlier one."""
        name = self._key(key)
        value = json.dumps({"fingerprint": fingerprint})
        if await self._room.db(self._room.db.redis.set(name, value, nx=True, ex=RUNNING_SECONDS)):
            return None
        stored = await self._room.db(self._room.db.redis.get(name))
        fields = json.loads(stored or value)
        body = fields.get("body")
        if body is not None:
            body = (await self._room.vault.open("idempotency", name, body)).decode()
        return Remembered(fields["fingerprint"], int(fields.get("status", 0)), body)

    async def finish(self, key: str, fingerprint: str, status: int, body: str) -> None:
        """Remember the answer."""
        name = self._key(key)
        sealed = await self._room.vault.seal("idempotency", name, body.encode())
        value = json.dumps({"fingerprint": fingerprint, "status": status, "body": sealed})
        await self._room.db(self._room.db.redis.set(name, value, ex=DAY_SECONDS))

    async def abandon(self, key: str) -> None:
        """Forget a request that failed before it did anything."""
        await self._room.db(self._room.db.redis.delete(self._key(key)))
