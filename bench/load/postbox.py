"""Telegram's side of webhooks: at most 40 connections a bot, one queue of texts and one of taps per person.

The next of a queue leaves only after the 2xx of the one before; whatever was not answered 2xx is brought
again (after `Retry-After`, or soon and then more slowly). A call in the body of a 200 is carried out, its
result is lost.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic, time
from typing import Any, cast

from bench.load import text
from bench.load.botapi import BotApi, Webhook
from bench.load.forms import parameters
from bench.load.http import Message, Reader

CONNECTIONS = 40
SOONEST, LATEST = 0.05, 1.0
"""Seconds until the first repeat, and the most between later ones."""
Acknowledged = Callable[[int], None]


@dataclass(slots=True)
class Queue:
    """Updates of one kind from one person, oldest first; (id, body) each."""

    waiting: deque[tuple[int, bytes]] = field(default_factory=deque)
    busy: bool = False
    tries: int = 0


class Postbox:
    """Delivers the updates of one bot."""

    def __init__(self, api: BotApi, token: str, connections: int = CONNECTIONS) -> None:
        self._api = api
        self.token = token
        self._most = connections
        self._queues: dict[tuple[int, str], Queue] = {}
        self._ready: deque[Queue] = deque()
        self._idle: list[_Wire] = []
        self._open = 0
        self._connecting: set[asyncio.Future[None]] = set()
        self._ids = int(time()) % 100_000 * 10_000
        self._closed = False
        self.on_taken: list[Acknowledged] = []
        self.again = 0
        self.delivered = 0
        self.back_at = 0.0
        """When the bot first took an update again after it had been away."""
        self.away = False

    def post(self, person: int, kind: str, update: dict[str, Any]) -> int:
        """Queue an update ("text" or "tap"); returns its id."""
        self._ids += 1
        update["update_id"] = self._ids
        queue = self._queues.get((person, kind))
        if queue is None:
            queue = self._queues[person, kind] = Queue()
        queue.waiting.append((self._ids, text.write(update)))
        if not queue.busy:
            queue.busy = True
            self._ready.append(queue)
            self._pump()
        return self._ids

    @property
    def next_id(self) -> int:
        """The id of the next update."""
        return self._ids + 1

    @property
    def waiting(self) -> int:
        """Updates that the bot has not taken."""
        return sum(len(queue.waiting) for queue in self._queues.values())

    def close(self) -> None:
        """Deliver nothing more."""
        self._closed = True
        for wire in self._idle:
            wire.close()

    # -- connections

    def _pump(self) -> None:
        while self._ready and self._idle:
            self._idle.pop().carry(self._ready.popleft())
        hook = self._api.webhooks.get(self.token)
        if hook is None:
            if self._ready:
                asyncio.get_running_loop().call_later(SOONEST, self._pump)
            return
        for _ in range(min(len(self._ready), self._most - self._open)):
            self._open += 1
            task = asyncio.ensure_future(self._connect(hook, self._ready.popleft()))
            self._connecting.add(task)
            task.add_done_callback(self._connecting.discard)

    async def _connect(self, hook: Webhook, queue: Queue) -> None:
        loop = asyncio.get_running_loop()
        try:
            _, wire = await loop.create_connection(lambda: _Wire(self, hook), hook.host, hook.port)
        except OSError:
            self._open -= 1
            self.failed(queue, 0.0)
        else:
            wire.carry(queue)

    def closed(self, wire: _Wire) -> None:
        """A connection is gone."""
        self._open -= 1
        if wire in self._idle:
            self._idle.remove(wire)

    def taken(self, wire: _Wire, queue: Queue, answer: Message) -> None:
        """An update was answered."""
        if wire.keeps:
            self._idle.append(wire)
        if not 200 <= answer.status < 300:
            self.failed(queue, float(answer.header(b"retry-after") or 0))
            return self._pump()
        if self.away:
            self.away, self.back_at = False, monotonic()
        update, _ = queue.waiting.popleft()
        queue.tries = 0
        self.delivered += 1
        for listener in self.on_taken:
            listener(update)
        if answer.body:
            self._carried(answer)
        queue.busy = bool(queue.waiting)
        if queue.busy:
            self._ready.append(queue)
        self._pump()

    def _carried(self, answer: Message) -> None:
        params = parameters(answer.header(b"content-type"), answer.body)
        method = params.pop("method", "")
        if method:
            self._api.perform(self.token, method, params, self._api.rule(self.token, method, params))

    def failed(self, queue: Queue, seconds: float) -> None:
        """Bring the oldest of this queue again later."""
        if self._closed:
            return
        self.again += 1
        self.away = True
        pause = seconds or min(LATEST, SOONEST * 2.0**queue.tries)
        queue.tries += 1
        asyncio.get_running_loop().call_later(pause, self._retry, queue)

    def _retry(self, queue: Queue) -> None:
        self._ready.append(queue)
        self._pump()


class _Wire(asyncio.Protocol):
    """One keep-alive connection to the bot."""

    def __init__(self, postbox: Postbox, hook: Webhook) -> None:
        self._postbox = postbox
        self._reader = Reader()
        self.keeps = True
        self._queue: Queue | None = None
        self._transport: asyncio.Transport | None = None
        self._head = (
            f"POST {hook.path} HTTP/1.1\r\nHost: {hook.host}:{hook.port}\r\n"
            f"X-Telegram-Bot-Api-Secret-Token: {hook.secret}\r\nContent-Type: application/json\r\n"
            "Content-Length: "
        ).encode()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        # uvloop's are no subclasses of asyncio's.
        self._transport = cast(asyncio.Transport, transport)

    def connection_lost(self, exc: Exception | None) -> None:
        self._transport = None
        self._postbox.closed(self)
        queue, self._queue = self._queue, None
        if queue is not None:
            self._postbox.failed(queue, 0.0)

    def close(self) -> None:
        if self._transport is not None:
            self._transport.close()

    def carry(self, queue: Queue) -> None:
        """Bring the oldest update of a queue."""
        self._queue = queue
        if self._transport is None:
            # Closed while it was idle: `connection_lost` ran before it was given anything.
            self._queue = None
            return self._postbox.failed(queue, 0.0)
        body = queue.waiting[0][1]
        self._transport.write(b"%b%d\r\n\r\n%b" % (self._head, len(body), body))

    def data_received(self, data: bytes) -> None:
        for answer in self._reader.feed(data):
            queue, self._queue = self._queue, None
            self.keeps = answer.header(b"connection").lower() != b"close"
            if queue is not None:
                self._postbox.taken(self, queue, answer)
            if not self.keeps:
                self.close()
