"""Whom a kill concerns: those whose update, turn or message the process had in its hands when it died."""

from __future__ import annotations

from typing import Any

from bench.crash.fleet import Process
from bench.crash.load import Spread
from bench.crash.people import Someone
from bench.crash.surroundings import Surroundings
from bot.store.base import GROUP

MANY = 500


class Hands:
    """Looks into the store, right after a process died, for what it held."""

    def __init__(self, around: Surroundings, post: Spread, links: dict[str, Someone]) -> None:
        self._around, self._post, self._links = around, post, links

    async def of(self, one: Process) -> set[str]:
        """Case numbers of those who were in this process's hands."""
        if one.role == "web":
            carried = self._post.carried(one.port)
            return {who.number for who in self._links.values() if who.phone.person.id in carried}
        if one.role == "worker":
            return await self._turns_of(one.name)
        if one.role == "sender":
            return await self._leased()
        return set()

    async def _turns_of(self, worker: str) -> set[str]:
        room = self._around.town.room
        redis, stream = room.db.redis, f"{room.bucket}ready"
        held = await redis.xpending_range(stream, GROUP, "-", "+", MANY, consumername=worker)
        found: list[tuple[str, dict[str, Any]]] = []
        for entry in held:
            found += await redis.xrange(stream, entry["message_id"], entry["message_id"])
        return {self._links[fields["l"]].number for _, fields in found if fields["l"] in self._links}

    async def _leased(self) -> set[str]:
        """Everybody whose link is leased now: a lease does not say by which process."""
        town = self._around.town
        async with town.room.db.redis.pipeline() as at_once:
            for link in self._links:
                at_once.hexists(town.links.key(link), "lease")
            leased = await at_once.execute()
        return {who.number for who, held in zip(self._links.values(), leased, strict=True) if held}
