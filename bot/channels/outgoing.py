"""What leaves through a channel: one leased piece of work at a time, and the queue that hands it out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from bot.state.scene import Scene
from bot.state.session import Place
from bot.state.turn import Notice

OUTDATED = "outdated"
"""Reason of `Outbox.refused` for what need not be said any more: superseded, not failed."""


@dataclass(frozen=True, slots=True)
class Lease:
    """The right to send one revision of one entry of one link for 15 seconds; `token` proves it.

    `lane` is "screen", "notice", "erase" (messages to delete) or "strip" (messages whose buttons go).
    """

    tenant: str
    link: str
    chat: int
    lane: str
    key: str
    revision: int
    token: str


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One thing to bring to a phone.

    `message` is the message to edit; None sends a new one. `messages` are those of an erase or strip entry.
    `old_message` is, for a notice, an earlier message of the same item, to be edited to "Changed, see below";
    for a screen, the old screen that loses its buttons. `attempts` counts earlier tries.
    """

    lease: Lease
    place: Place | None
    notice: Notice | None
    message: int | None
    messages: tuple[int, ...] = ()
    old_message: int | None = None
    protected: bool = False
    attempts: int = 0
    scene: Scene | None = None
    """How things stand, where that is known; else it is to be looked up."""


class Courier(Protocol):
    """A sender in this process, to whom a screen may be handed that is leased to it already."""

    @property
    def free(self) -> bool:
        """Whether it takes another one now."""
        ...

    def carry(self, entry: Outgoing) -> None:
        """Bring this one."""
        ...

    def look(self) -> None:
        """Perhaps something waits that nobody was told of."""
        ...


class Outbox(Protocol):
    """One tenant's queue of what is to be sent; every answer about a lease is one script in the store."""

    async def next_send(self, most: int = 1) -> tuple[Outgoing, ...] | float:
        """Lease the best entries, one per link, or say how many seconds there is nothing to send."""
        ...

    @property
    def spacing(self) -> tuple[float, float]:
        """Seconds between two calls of this bot, and how far ahead of that a burst may go."""
        ...

    async def beat(self) -> None:
        """Say that this sender lives; one that falls silent loses its leases before they end."""
        ...

    async def sent(self, lease: Lease, message_id: int | None) -> str:
        """It is on the phone: "ok", "newer" (a newer revision waits), "more" (something else of this link
        waits), "ended" (delete it again).
        """
        ...

    async def later(self, lease: Lease, seconds: float) -> None:
        """Offer this entry again after so many seconds."""
        ...

    async def refused(self, lease: Lease, reason: str) -> None:
        """Never offer this revision again."""
        ...

    async def closed(self, lease: Lease) -> None:
        """The person blocked the bot or the chat is gone: nothing more of this link leaves."""
        ...

    async def freeze(self, scope: Literal["chat", "token"], lease: Lease, seconds: float) -> None:
        """Send nothing to this chat, or nothing of this bot, for so many seconds."""
        ...

    async def wait(self, seconds: float) -> None:
        """Return when something was put in, at most after so many seconds."""
        ...
