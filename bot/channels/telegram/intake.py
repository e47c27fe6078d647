"""Brings an update into the mailbox of its link; only then may Telegram forget it (invariant 1)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

import structlog

from bot.channels.telegram.callback import Callbacks
from bot.channels.telegram.leave import Leaving
from bot.channels.telegram.wire import Ignored, Incoming, Leave, Tap, read
from bot.clock import Clock
from bot.state.events import Event, Tapped
from bot.store.records import Link

log = structlog.get_logger(__name__)


class Links(Protocol):
    """Finds the link of a chat; a new chat becomes a visitor."""

    async def for_chat(self, chat: int, /) -> Link:
        """Return the link of this chat."""
        ...


class Mailbox(Protocol):
    """Keeps events durably; False where this event was seen before."""

    async def ingest(self, link: str, event: Event, /) -> bool:
        """Store an event."""
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
                link = await self._links.for_chat(chat)
                await self._mailbox.ingest(link.id, event)
            case Tap():
                link = await self._links.for_chat(received.chat)
                await self._mailbox.ingest(link.id, self._tapped(received, link.id))
                return received.query
            case Leave(chat):
                await self._leaving(chat)
            case Ignored(reason, query):
                log.info("telegram_update_ignored", reason=reason)
                return query
        return None

    def _tapped(self, tap: Tap, link: str) -> Tapped:
        pressed = self._callbacks.decode(tap.data, link)
        return Tapped(
            tap.id, tap.at, tap.message, pressed.screen, pressed.event, pressed.arg, pressed.genuine
        )
