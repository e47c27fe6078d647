"""A bare webhook, for tests of Telegram's delivery."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from bot.sandbox.telegram.bell import Bell
from bot.sandbox.telegram.delivery import SECRET_HEADER


@dataclass(slots=True)
class Hook:
    """Notes what it gets and answers as told: the next of `answers`, else what `behaviour` says, else 200."""

    answers: list[web.Response] = field(default_factory=list)
    updates: list[dict[str, Any]] = field(default_factory=list)
    secrets: list[str | None] = field(default_factory=list)
    behaviour: Callable[[dict[str, Any]], Awaitable[web.Response]] | None = None
    url: str = ""
    bell: Bell = field(default_factory=Bell)

    async def receive(self, request: web.Request) -> web.Response:
        """Take one update."""
        update = await request.json()
        self.updates.append(update)
        self.secrets.append(request.headers.get(SECRET_HEADER))
        self.bell.ring()
        if self.answers:
            return self.answers.pop(0)
        return await self.behaviour(update) if self.behaviour else web.Response()

    async def has(self, count: int) -> list[dict[str, Any]]:
        """Wait until so many updates have come, and return all."""
        return await self.bell.until(lambda: self.updates if len(self.updates) >= count else None)
