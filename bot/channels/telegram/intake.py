"""Brings an update into the mailbox of its link; only then may Telegram forget it (invariant 1)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

import structlog

from bot.channels.telegram.callback import Callbacks
from bot.channels.telegram.leave import Leaving
from bot.channels.telegram.wire import Ignored, Incoming, Leave, Tap, read
from bot.clock import Clock
from bot.errors import Retry
from bot.state.events import Event, Tapped

log = structlog.get_logger(__name__)


class Links(Protocol):
    """Finds the link of a chat; a new chat becomes a visitor."""

    async def of_chat(self, chat: int, /) -> str:
        """Return the id of this chat's link, perhaps from memory."""
        ...

    def forget(self, chat: int, /) -> None:
        """Remember no longer which link this chat had."""
        ...


class Mailbox(Protocol):
    """Keeps events durably."""

    async def take(self, link: str, event: Event, /) -> str:
        """Store an event: "new", "seen" before, or "gone" where this link takes nothing any more."""
        ...


class Intake:
    """Takes one tenant's updates, from webhook or polling."""

    def __init__(
        self, links: Links, mailbox: Mailbox, callbacks: Callbacks, leaving: Leaving, clock: Clock
    ) -> None:
        self._links = links
        self._mailbox = mailbox
        self._callbacks = callbacks
        self._leaving = leaving
        self._clock = clock

    async def take(self, raw: Mapping[str, Any]) -> str | None:
        """Store what an update says; returns the tap to answer, if it was one. Raises `Retry`: not stored."""
        received = read(raw, self._clock())
        match received:
            case Incoming(chat, event):
                await self._post(chat, lambda link: event)
            case Tap():
                await self._post(received.chat, lambda link: self._tapped(received, link))
                return received.query
            case Leave(chat):
                await self._leaving(chat)
            case Ignored(reason, query):
                log.info("telegram_update_ignored", reason=reason)
                return query
        return None

    async def _post(self, chat: int, event: Callable[[str], Event]) -> None:
        """Post to the link of this chat; a remembered one that has ended is looked up anew, once."""
        link = await self._links.of_chat(chat)
        if await self._mailbox.take(link, event(link)) == "gone":
            self._links.forget(chat)
            link = await self._links.of_chat(chat)
            if await self._mailbox.take(link, event(link)) == "gone":
                raise Retry("This chat's link ended at this very moment.")

    def _tapped(self, tap: Tap, link: str) -> Tapped:
        pressed = self._callbacks.decode(tap.data, link)
        return Tapped(
            tap.id, tap.at, tap.message, pressed.screen, pressed.event, pressed.arg, pressed.genuine
        )
