"""What became of each message: states that only move forward, never written to the case."""

from __future__ import annotations

import json
from datetime import datetime

from bot.store.base import Room
from bot.store.codec import from_millis, millis
from bot.store.records import Delivery, DeliveryState


class Deliveries:
    """The delivery records of one tenant, by item and person."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def of(self, item: str) -> tuple[Delivery, ...]:
        """Every person's delivery of this item."""
        stored = await self._room.db(self._room.db.redis.hgetall(f"{self._room.prefix}d:{item}"))
        return tuple(self._parse(item, person, text) for person, text in sorted(stored.items()))

    async def of_person(self, person: str) -> tuple[Delivery, ...]:
        """The person's deliveries, newest first."""
        room = self._room
        items = await room.db(room.db.redis.smembers(f"{room.prefix}p:{person}:items"))
        found = []
        for item in items:
            if text := await room.db(room.db.redis.hget(f"{room.prefix}d:{item}", person)):
                found.append(self._parse(item, person, text))
        return tuple(sorted(found, key=lambda one: one.at, reverse=True))

    @staticmethod
    def _parse(item: str, person: str, text: str) -> Delivery:
        fields = json.loads(text)
        return Delivery(
            item,
            person,
            int(fields["version"]),
            DeliveryState(fields["state"]),
            from_millis(fields["at"]),
            fields["reason"],
        )

    async def forget_before(self, old: datetime) -> int:
        """Remove records that have not moved since `old`; answers how many."""
        room, gone = self._room, 0
        async for key in room.keys("d:*"):
            stored = await room.db(room.db.redis.hgetall(key))
            for person, text in stored.items():
                if json.loads(text)["at"] < millis(old):
                    await room.script("forget_delivery", key[len(f"{room.prefix}d:") :], person)
                    gone += 1
        return gone

    async def record(self, delivery: Delivery) -> None:
        """Record a state; where a later state or a newer version stands already, nothing changes."""
        await self._room.script(
            "deliver",
            delivery.item,
            delivery.person,
            delivery.version,
            delivery.state.value,
            millis(delivery.at),
            delivery.reason,
        )
