"""Server-sent events: tells the page which phones and chats changed, so that it never polls."""

from __future__ import annotations

import asyncio
import json
import logging

from aiohttp import web

from bot.sandbox.telegram.phone_view import phones_json
from bot.sandbox.telegram.service import Telegram

_log = logging.getLogger(__name__)
_QUIET_SECONDS = 20.0


class Events:
    """One stream per open page; a state is sent at once, and again after every change."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram
        self._streams: set[asyncio.Task[object]] = set()

    def add_routes(self, app: web.Application) -> None:
        """Serve the stream."""
        app.router.add_get("/phone/api/events", self.stream)

    async def close(self) -> None:
        """End all streams."""
        for stream in self._streams:
            stream.cancel()

    async def stream(self, request: web.Request) -> web.StreamResponse:
        """Send the phones with their chats' revisions whenever something changes."""
        response = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        await response.prepare(request)
        task = asyncio.current_task()
        assert task is not None
        self._streams.add(task)
        try:
            await self._run(response)
        except (ConnectionResetError, asyncio.CancelledError):
            _log.debug("page went away")
        finally:
            self._streams.discard(task)
        return response

    async def _run(self, response: web.StreamResponse) -> None:
        sent = ""

        def changed() -> str | None:
            state = json.dumps(phones_json(self._telegram))
            return state if state != sent else None

        while True:
            try:
                async with asyncio.timeout(_QUIET_SECONDS):
                    sent = await self._telegram.bell.until(changed)
                await response.write(f"data: {sent}\n\n".encode())
            except TimeoutError:
                await response.write(b": still here\n\n")
