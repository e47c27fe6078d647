"""Who leaves by themselves: silent visitors, people of closed cases, people whose link ended long ago."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.store.base import Room
from bot.store.codec import millis
from bot.store.links import Links
from bot.store.persons import Persons
from bot.tenant import Bewaren

CLOSED = "closed"
"""Reason of a link that ends because its case is closed."""


class Departures:
    """Ends and forgets, of one tenant, who has no reason to be here any more."""

    def __init__(self, room: Room, links: Links, persons: Persons) -> None:
        self._room = room
        self._links = links
        self._persons = persons

    async def sweep(self, periods: Bewaren, now: datetime) -> int:
        """End and forget whose period is over; answers how many."""
        gone = await self._visitors(now - timedelta(days=periods.gesprek), now)
        async for person in self._persons.each():
            gone += await self._person(person, now - timedelta(days=periods.na_afsluiten), now)
        return gone

    async def _visitors(self, old: datetime, now: datetime) -> int:
        """Forget chats that never linked and have been silent since `old`."""
        room, gone = self._room, 0
        async for link in room.values("chats"):
            gone += int(await room.script("forget_visitor", link, millis(old), millis(now)))
        return gone

    async def _person(self, person: str, old: datetime, now: datetime) -> bool:
        """End the link of a case that was closed before `old`; forget who has been without a link since."""
        closed = await self._closed(person, now)
        room, key = self._room, self._persons.key(person)
        channel, since, *links = await room.db(
            room.db.redis.hmget(key, "channel", "since", "link", "waiting_link")
        )
        over = closed is not None and closed < millis(old)
        if over:
            for link in filter(None, links):
                await self._links.end(link, CLOSED)
        left = over or (channel == "ended" and float(since or 0) < millis(old))
        if not left or any(links) or await room.db(room.db.redis.exists(f"{key}:writes")):
            return False
        items = await room.db(room.db.redis.smembers(f"{key}:items"))
        await room.script("purge", "", person, *sorted(items))
        room.vault.forget_cached(person)
        return True

    async def _closed(self, person: str, now: datetime) -> float | None:
        """Since when this case has been seen closed; None where it is open."""
        room, key = self._room, self._persons.key(person)
        stored = await self._persons.snapshot(person)
        if stored is None or not stored.snapshot.silent:
            await room.db(room.db.redis.hdel(key, "closed_at"))
            return None
        await room.db(room.db.redis.hsetnx(key, "closed_at", millis(now)))
        return float(await room.db(room.db.redis.hget(key, "closed_at")) or millis(now))
