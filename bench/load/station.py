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
        for name in [name for name, crowd in self.crowds.items() if crowd.token == token]:
            self.crowds.pop(name).leave()
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
        crowd: str = "",
    ) -> int:
        """Give the bot phones and let each see its first screen. `walk`: start and route of `PlacesWalk`.

        A bot may have several crowds, by name.
        """
        postbox = self.postboxes.get(token)
        if postbox is None:
            postbox = self.postboxes[token] = Postbox(self.api, token)
        name = crowd or token
        if old := self.crowds.pop(name, None):
            old.leave()
        walks: list[Walk] = [
            PlacesWalk(chat, walk["start"], walk["route"]) if walk else MenuWalk(chat)
            for chat in range(first, first + count)
        ]
        self.crowds[name] = made = Crowd(self.api, postbox, walks, patience)
        await made.begin(seconds)
        return len(made.phones)

    async def do_away(self, token: str) -> bool:
        """Whether the bot did not take the last update that was brought to it."""
        return self.postboxes[token].away

    async def do_closed(self, crowd: str, seconds: float, **more: float) -> dict[str, Any]:
        """Run a closed loop."""
        return (await self.crowds[crowd].closed(seconds, **more)).as_dict()

    async def do_open(self, crowd: str, rate: float, seconds: float, **more: float) -> dict[str, Any]:
        """Run an open loop."""
        return (await self.crowds[crowd].open(rate, seconds, **more)).as_dict()

    async def do_counts(self) -> dict[str, int]:
        """Calls so far, by method."""
        return dict(self.api.counts)
