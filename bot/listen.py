"""Listens on one port: Telegram's updates take the short way in, everything else goes through aiohttp."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from bot.channels.telegram.lane import Lanes
from bot.channels.telegram.webhook import Webhook

LAST_SECONDS = 5.0


@asynccontextmanager
async def listening(
    runner: web.AppRunner, webhook: Webhook | None, host: str, port: int
) -> AsyncIterator[None]:
    """Serve the runner's application until the context ends; requests under way are brought to their end."""
    await runner.setup()
    others = runner.server
    assert others is not None
    lanes = None if webhook is None else Lanes(webhook.posted, others)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lanes or others, host, port)
    try:
        yield
    finally:
        server.close()
        if lanes is not None:
            await lanes.close(LAST_SECONDS)
        await runner.cleanup()
