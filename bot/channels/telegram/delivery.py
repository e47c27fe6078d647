"""Brings one leased entry to a phone and says what became of it.

Order inside an entry: what can be repeated without harm goes first (edits of the old message); the one call
that cannot, a new message, goes last, right before it is recorded. So a failure on the way loses nothing, and
only a crash or an unanswered call in that last step can show a message twice.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Literal, Protocol

import structlog
from telegram.error import (
    BadRequest,
    ChatMigrated,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.channels.base import View
from bot.channels.outgoing import OUTDATED, Outgoing
from bot.channels.telegram.callback import Callbacks
from bot.channels.telegram.client import Resting
from bot.channels.telegram.failures import Refusal, backoff, refusal, seconds_of
from bot.channels.telegram.payload import edited_message, new_message
from bot.channels.telegram.transport import NotSent

DELETED_AT_ONCE = 100
"""Messages that one `deleteMessages` may name (Bot API)."""
EMPTIED = View("·")
TOKEN_FREEZE_SECONDS = 60.0

log = structlog.get_logger(__name__)


class Calls(Protocol):
    """Calls Bot API methods by name."""

    async def call(self, method: str, params: dict[str, Any], /) -> Any:
        """Call one method; raises `TelegramError`."""
        ...


Render = Callable[[Outgoing], Awaitable[View | None]]
"""Returns the view of a screen or notice as it stands now, or None where it need not be said any more."""
Changed = Callable[[Outgoing], Awaitable[View]]
"""Returns what the older message of the same item shows from now on: "Changed, see below", no buttons."""


@dataclass(frozen=True, slots=True)
class Done:
    """It is on the phone; `message` is its id, None where no message is shown."""

    message: int | None


@dataclass(frozen=True, slots=True)
class Later:
    """Not now. `freeze` says what else must keep still meanwhile: the chat, or the whole bot."""

    seconds: float
    freeze: Literal["chat", "token"] | None = None


@dataclass(frozen=True, slots=True)
class Never:
    """Never as it is."""

    reason: str


@dataclass(frozen=True, slots=True)
class Closed:
    """The person blocked the bot or is gone."""


Result = Done | Later | Never | Closed


class Delivery:
    """Shows, edits, strips and deletes messages of one bot."""

    def __init__(
        self,
        client: Calls,
        callbacks: Callbacks,
        render: Render,
        changed: Changed,
        chance: Callable[[], float],
    ) -> None:
        self._client = client
        self._callbacks = callbacks
        self._render = render
        self._changed = changed
        self._chance = chance

    async def bring(self, entry: Outgoing) -> Result:
        """Bring an entry to the phone; a failure at Telegram becomes a result, one of ours is raised."""
        try:
            match entry.lease.lane:
                case "erase":
                    return await self._erase(entry)
                case "strip":
                    for message in (*entry.messages, *filter(None, [entry.message])):
                        await self._strip(entry, message)
                    return Done(None)
                case _:
                    return await self._show(entry)
        except TelegramError as fault:
            return self._result(fault, entry)

    async def take_back(self, entry: Outgoing, message: int) -> None:
        """Delete what was sent to a link that ended meanwhile; raises `TelegramError`."""
        await self._tolerant("deleteMessage", {"chat_id": entry.lease.chat, "message_id": message})

    async def _show(self, entry: Outgoing) -> Result:
        view = await self._render(entry)
        if view is None:
            return Never(OUTDATED)
        if entry.message is not None and await self._edit(entry, entry.message, view):
            return Done(entry.message)
        if entry.old_message is not None:
            await self._fold(entry, entry.old_message)
        lease = entry.lease
        sent = await self._client.call(
            "sendMessage",
            new_message(lease.chat, view, self._callbacks, lease.link, protected=entry.protected),
        )
        return Done(_message_id(sent))

    async def _edit(self, entry: Outgoing, message: int, view: View) -> bool:
        """Edit a message; False where it can never be edited (X41)."""
        lease = entry.lease
        return await self._tolerant(
            "editMessageText", edited_message(lease.chat, message, view, self._callbacks, lease.link)
        )

    async def _fold(self, entry: Outgoing, message: int) -> None:
        """Take what is no longer true, or no longer the present screen, out of an older message."""
        if entry.notice is None:
            await self._strip(entry, message)
        elif not await self._edit(entry, message, await self._changed(entry)):
            log.info("telegram_old_notice_stays", link=entry.lease.link)

    async def _strip(self, entry: Outgoing, message: int) -> None:
        params = {"chat_id": entry.lease.chat, "message_id": message}
        await self._tolerant("editMessageReplyMarkup", params)

    async def _erase(self, entry: Outgoing) -> Result:
        chat, messages = entry.lease.chat, entry.messages
        left = 0
        for start in range(0, len(messages), DELETED_AT_ONCE):
            batch = messages[start : start + DELETED_AT_ONCE]
            params = {"chat_id": chat, "message_ids": list(batch)}
            # One message too old lets Telegram refuse the whole batch.
            if not await self._tolerant("deleteMessages", params):
                left += sum([not await self._erase_one(entry, message) for message in batch])
        return Never(f"{left} messages could not be deleted") if left else Done(None)

    async def _erase_one(self, entry: Outgoing, message: int) -> bool:
        """Delete a message, or empty it where it is older than 48 hours; False where neither is possible."""
        params = {"chat_id": entry.lease.chat, "message_id": message}
        return await self._tolerant("deleteMessage", params) or await self._edit(entry, message, EMPTIED)

    async def _tolerant(self, method: str, params: dict[str, Any]) -> bool:
        """Call a method that may be repeated: True where its aim is reached, False where it never can be."""
        try:
            await self._client.call(method, params)
        except BadRequest as fault:
            kind = refusal(fault)
            if kind is Refusal.CLOSED:
                raise
            return kind is Refusal.UNCHANGED
        return True

    def _result(self, fault: TelegramError, entry: Outgoing) -> Result:
        wait = backoff(entry.attempts, self._chance())
        match fault:
            case RetryAfter():
                return Later(seconds_of(fault), "chat")
            case Forbidden():
                return Closed()
            case InvalidToken() | EndPointNotFound():
                log.error("telegram_token_refused", tenant=entry.lease.tenant)
                return Later(TOKEN_FREEZE_SECONDS, "token")
            case BadRequest():
                return Closed() if refusal(fault) is Refusal.CLOSED else Never(fault.message)
            case ChatMigrated():
                return Never("the chat became a group")
            case Resting():
                return Later(fault.seconds, "token")
            case _:
                log.warning(
                    "telegram_call_failed",
                    link=entry.lease.link,
                    fault=type(fault).__name__,
                    unknown=not isinstance(fault, NotSent),
                )
                return Later(wait)


def _message_id(sent: object) -> int:
    """The id of a new message; an answer without one is as good as none."""
    found = sent.get("message_id") if isinstance(sent, dict) else None
    if type(found) is not int:
        raise NetworkError("Telegram's answer names no message.")
    return found
