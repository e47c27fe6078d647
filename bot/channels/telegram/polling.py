"""Long polling, for a machine that Telegram cannot reach: stores each update before it moves the offset."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Protocol

import structlog
from telegram.error import Conflict, RetryAfter, TelegramError

from bot.channels.telegram.failures import backoff, seconds_of
from bot.channels.telegram.intake import Intake
from bot.channels.telegram.wire import ALLOWED_UPDATES
from bot.errors import Retry

POLL_SECONDS = 50
SPARE_SECONDS = 10
CONFLICT_SECONDS = 30.0

Pause = Callable[[float], Awaitable[None]]

log = structlog.get_logger(__name__)


class PollCalls(Protocol):
    """Calls Bot API methods by name; `seconds` lets a call last longer than usual."""

    async def call(self, method: str, params: Mapping[str, Any], /, *, seconds: float | None = None) -> Any:
        """Call one method; raises `TelegramError`."""
        ...


class Polling:
    """Fetches one bot's updates until cancelled."""

    def __init__(
        self, client: PollCalls, intake: Intake, *, timeout: int = POLL_SECONDS, pause: Pause = asyncio.sleep
    ) -> None:
        self._client = client
        self._intake = intake
        self._timeout = timeout
        self._pause = pause
        self._offset = 0
        self._failures = 0
        self._answers: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Take the webhook away, then fetch."""
        try:
            await self._safely(self._leave_webhook)
            while True:
                await self._safely(self.fetch)
        finally:
            for answer in self._answers:
                answer.cancel()

    async def fetch(self) -> None:
        """Fetch once, store what came and answer taps; what could not be stored comes again."""
        params = {
            "offset": self._offset,
            "timeout": self._timeout,
            "allowed_updates": list(ALLOWED_UPDATES),
        }
        updates = await self._client.call("getUpdates", params, seconds=self._timeout + SPARE_SECONDS)
        for update in updates:
            query = await self._intake.take(update)
            self._offset = int(update["update_id"]) + 1
            if query is not None:
                self._answer(query)

    async def answered(self) -> None:
        """Wait until every tap so far is answered."""
        await asyncio.gather(*self._answers)

    async def _leave_webhook(self) -> None:
        await self._client.call("deleteWebhook", {"drop_pending_updates": False})

    def _answer(self, query: str) -> None:
        """Stop the spinner beside the work, so that no person waits for another one's."""
        task = asyncio.create_task(self._answer_tap(query))
        self._answers.add(task)
        task.add_done_callback(self._answers.discard)

    async def _answer_tap(self, query: str) -> None:
        try:
            await self._client.call("answerCallbackQuery", {"callback_query_id": query})
        except TelegramError as fault:
            log.info("telegram_tap_not_answered", fault=type(fault).__name__)

    async def _safely(self, step: Callable[[], Awaitable[None]]) -> None:
        try:
            await step()
            self._failures = 0
        except RetryAfter as busy:
            await self._pause(seconds_of(busy))
        except Conflict:
            log.error("telegram_other_program_polls_this_bot")
            await self._pause(CONFLICT_SECONDS)
        except (TelegramError, Retry) as fault:
            log.warning("telegram_polling_waits", fault=type(fault).__name__)
            self._failures += 1
            await self._pause(backoff(self._failures - 1, 0))
