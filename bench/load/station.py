"""Everything that one generator process plays: the Bot API and the phones of each bot."""

from __future__ import annotations

import sys
from typing import Any

from bench.load.botapi import BotApi
from bench.load.crowd import PATIENCE, Crowd
from bench.load.postbox import Postbox
from bench.load.rules import Road
from bench.load.walks import MenuWalk, PlacesWalk, Walk


class Station:
    """Carries out commands by name; results are plain values."""

    def __init__(self) -> None:
        self.road = Road()
        self.api = BotApi(self.road)
        self.postboxes: dict[str, Postbox] = {}
        self.crowds: dict[str, Crowd] = {}

    async def do(self, do: str, **given: Any) -> Any:
        """Carry out one command."""
        return await getattr(self, f"do_{do}")(**given)

    async def do_api(self, port: int = 0) -> dict[str, Any]:
        """Serve the Bot API."""
        await self.api.start(port)
        return {"url": self.api.url, "python": sys.version.split()[0]}

    async def do_hooked(self, token: str) -> bool:
        """Whether this bot has set its webhook."""
        return token in self.api.webhooks

    async def do_forget(self, token: str) -> None:
        """Close the bot's connections and forget its phones and webhook."""
        if postbox := self.postboxes.pop(token, None):
            postbox.close()
        if crowd := self.crowds.pop(token, None):
            crowd.leave()
        self.api.webhooks.pop(token, None)

    async def do_road(
        self,
        seconds: float = 0.0,
        slow: tuple[int, ...] = (),
        slow_seconds: float = 5.0,
        blocked: tuple[int, ...] = (),
        silent: tuple[int, ...] = (),
    ) -> None:
        """Set how far away Telegram is, and which chats are slow, blocked or hang."""
        road = self.road
        road.seconds, road.slow_seconds = seconds, slow_seconds
        road.slow, road.blocked, road.silent = frozenset(slow), frozenset(blocked), frozenset(silent)

    async def do_phones(
        self,
        token: str,
        first: int,
        count: int,
        walk: dict[str, Any] | None = None,
        patience: float = PATIENCE,
        seconds: float = 60.0,
    ) -> int:
        """Give the bot phones and let each see its first screen. `walk`: start and route of `PlacesWalk`."""
        postbox = self.postboxes.get(token)
        if postbox is None:
            postbox = self.postboxes[token] = Postbox(self.api, token)
        if old := self.crowds.pop(token, None):
            old.leave()
        walks: list[Walk] = [
            PlacesWalk(chat, walk["start"], walk["route"]) if walk else MenuWalk(chat)
            for chat in range(first, first + count)
        ]
        self.crowds[token] = crowd = Crowd(self.api, postbox, walks, patience)
        await crowd.begin(seconds)
        return len(crowd.phones)

    async def do_closed(self, token: str, seconds: float, warm: float = 0.0) -> dict[str, Any]:
        """Run a closed loop."""
        return (await self.crowds[token].closed(seconds, warm)).as_dict()

    async def do_open(self, token: str, rate: float, seconds: float, offset: float = 0.0) -> dict[str, Any]:
        """Run an open loop."""
        return (await self.crowds[token].open(rate, seconds, offset)).as_dict()

    async def do_counts(self) -> dict[str, int]:
        """Calls so far, by method."""
        return dict(self.api.counts)
