"""Leaves groups and channels without a word: personal data belong into private chats only (X29)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Protocol

import structlog
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot.channels.telegram.failures import seconds_of
from bot.errors import Retry, Throttled

Leaving = Callable[[int], Awaitable[None]]
LEAVE_SECONDS = 5.0

log = structlog.get_logger(__name__)


class LeaveCalls(Protocol):
    """Calls Bot API methods by name; `seconds` bounds a call more tightly than usual."""

    async def call(self, method: str, params: Mapping[str, Any], /, *, seconds: float | None = None) -> Any:
        """Call one method; raises `TelegramError`."""
        ...


class Leaver:
    """Leaves a chat of one tenant's bot; raises `Retry` so that Telegram tells us of the group again."""

    def __init__(self, client: LeaveCalls) -> None:
        self._client = client

    async def __call__(self, chat: int) -> None:
        """Leave this group or channel."""
        try:
            await self._client.call("leaveChat", {"chat_id": chat}, seconds=LEAVE_SECONDS)
        except (Forbidden, BadRequest, ChatMigrated):
            log.info("telegram_group_was_left_before")
        except RetryAfter as busy:
            raise Throttled(seconds_of(busy)) from None
        except TelegramError as fault:
            raise Retry("Telegram cannot be reached to leave a group.") from fault
        else:
            log.info("telegram_group_left")
