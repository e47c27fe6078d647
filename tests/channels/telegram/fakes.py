"""Stand-ins for the store and for Telegram, with just the rules that the channel relies on."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.channels.base import Button, View
from bot.channels.outgoing import Lease, Outgoing
from bot.channels.telegram.callback import Callbacks
from bot.errors import StoreAway
from bot.sandbox.telegram.bell import Bell
from bot.state.events import Event
from bot.state.session import Place
from tests.own_telegram import MONDAY

TOKEN = "1001:CANARY-canary-CANARY-canary-CANARY1"
SECRET = "a-webhook-secret"
CALLBACKS = Callbacks(b"k" * 32, "waterveen")
HOME = View("Home", ((Button("📚 Lessons", "lessons.week", "open"),),))


def monday() -> datetime:
    """The clock of the storyboards."""
    return MONDAY


class Cabinet:
    """Links and mailboxes in memory; `away` makes it answer as a store whose Redis is down."""

    def __init__(self) -> None:
        self.events: list[tuple[str, Event]] = []
        self.away = 0
        self.ended: set[str] = set()
        self._opened: dict[int, int] = {}
        self._stored = Bell()

    async def holds(self, count: int) -> None:
        """Wait until so many events are stored."""
        async with asyncio.timeout(5):
            await self._stored.until(lambda: len(self.events) >= count or None)

    async def of_chat(self, chat: int, /) -> str:
        self._check()
        again = self._opened.get(chat, 0)
        return f"link-{chat}" + f"-{again}" * bool(again)

    def forget(self, chat: int, /) -> None:
        self._opened[chat] = self._opened.get(chat, 0) + 1

    async def take(self, link: str, event: Event, /) -> str:
        self._check()
        if link in self.ended:
            return "gone"
        if any(known.id == event.id for _, known in self.events):
            return "seen"
        self.events.append((link, event))
        self._stored.ring()
        return "new"

    def _check(self) -> None:
        if self.away:
            self.away -= 1
            raise StoreAway


class Doorkeeper:
    """Remembers the groups that were left."""

    def __init__(self) -> None:
        self.left: list[int] = []

    async def __call__(self, chat: int) -> None:
        self.left.append(chat)


class Line:
    """A line to Telegram that answers as told: by method a queue of results or errors, else success."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.answers: dict[str, deque[Any]] = {}
        self._message = 100

    def will(self, method: str, *answers: Any) -> None:
        self.answers.setdefault(method, deque()).extend(answers)

    @property
    def methods(self) -> list[str]:
        return [method for method, _ in self.calls]

    async def call(
        self, method: str, params: Mapping[str, Any] | None = None, /, *, seconds: float | None = None
    ) -> Any:
        self.calls.append((method, dict(params or {})))
        waiting = self.answers.get(method)
        answer = waiting.popleft() if waiting else None
        if isinstance(answer, Exception):
            raise answer
        if answer is not None:
            return answer
        if method == "sendMessage":
            self._message += 1
            return {"message_id": self._message}
        return True


class Tray:
    """An outbox that offers what was put in, once each, and remembers what it was told."""

    def __init__(self, *entries: Outgoing) -> None:
        self.waiting = deque(entries)
        self.told: list[tuple[Any, ...]] = []
        self.leases: list[Lease] = []
        self.link_state = "ok"
        self.away = 0
        self.beats = 0
        self.gap = 0.0
        self._put = asyncio.Event()
        self._heard = Bell()

    def put(self, entry: Outgoing) -> None:
        self.waiting.append(entry)
        self._put.set()

    async def hears(self, count: int) -> None:
        """Wait until so many results were told."""
        async with asyncio.timeout(5):
            await self._heard.until(lambda: len(self.told) >= count or None)

    async def next_send(self, most: int = 1) -> tuple[Outgoing, ...] | float:
        self._check()
        if not self.waiting:
            return 60.0
        entry = self.waiting.popleft()
        self.leases.append(entry.lease)
        return (entry,)

    @property
    def spacing(self) -> tuple[float, float]:
        return self.gap, 0.0

    async def beat(self) -> None:
        self.beats += 1

    async def sent(self, lease: Lease, message_id: int | None) -> str:
        self._check()
        self._tell("sent", message_id)
        return self.link_state

    async def later(self, lease: Lease, seconds: float) -> None:
        self._check()
        self._tell("later", seconds)

    async def refused(self, lease: Lease, reason: str) -> None:
        self._check()
        self._tell("refused", reason)

    async def closed(self, lease: Lease) -> None:
        self._check()
        self._tell("closed")

    async def freeze(self, scope: str, lease: Lease, seconds: float) -> None:
        self._tell("freeze", scope, seconds)

    async def wait(self, seconds: float) -> None:
        self._check()
        await self._put.wait()
        self._put.clear()

    def _tell(self, *what: Any) -> None:
        self.told.append(what)
        self._heard.ring()

    def _check(self) -> None:
        if self.away:
            self.away -= 1
            raise StoreAway


class Naps:
    """Pauses that take no time and are remembered."""

    def __init__(self) -> None:
        self.taken: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.taken.append(seconds)
        await asyncio.sleep(0)


def entry(lane: str = "screen", *, link: str = "link-7", chat: int = 7, **more: Any) -> Outgoing:
    """A leased entry of the outbox."""
    lease = Lease("waterveen", link, chat, lane, "screen", 1, "lease-token")
    place = Place("home.home") if lane == "screen" else None
    return Outgoing(lease, **{"place": place, "notice": None, "message": None, **more})
