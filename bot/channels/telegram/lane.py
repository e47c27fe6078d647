"""The short way in: `POST /telegram/<tenant>` as Telegram sends it is read by hand, all else goes to aiohttp.

In a general server, request, router and response cost more than storing the update does. Only what is as
simple as Telegram's own requests is read here; anything else (another path, chunks, an odd head) is handed
on with its connection, whole and with nothing consumed.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import structlog
from aiohttp import web

log = structlog.get_logger(__name__)
START = b"POST /telegram/"
LONGEST_HEAD = 4096
LARGEST_BODY = 1024 * 1024
BODY_SECONDS = 10.0
IDLE_SECONDS = 75.0
SECRET = b"x-telegram-bot-api-secret-token"
_LINE = re.compile(rb"POST /telegram/([a-z0-9_-]{1,64}) HTTP/1\.1")
_FIELD = re.compile(rb"([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([^\x00-\x08\x0a-\x1f\x7f]*)")
_READ = frozenset({b"content-length", b"content-type", SECRET})
_LENGTH = re.compile(rb"\d{1,7}")
_ODD = frozenset({b"transfer-encoding", b"content-encoding", b"expect", b"upgrade"})


@dataclass(frozen=True, slots=True)
class Posted:
    """The head of a simple request. `size` is its own length, `length` that of the body, in bytes."""

    tenant: str
    secret: str
    content_type: str
    length: int
    size: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What the webhook says. `retry_after` is in seconds, 0 for none."""

    status: int = 200
    body: bytes = b""
    retry_after: int = 0


class Odd(Exception):
    """Not one of the simple requests that are read here."""


def read_head(data: bytes) -> Posted | None:
    """Read the head of a request; None while it is incomplete. Raises `Odd`."""
    end = data.find(b"\r\n\r\n")
    if end < 0:
        if len(data) > LONGEST_HEAD or data[: len(START)] != START[: len(data)]:
            raise Odd
        return None
    first, *fields = data[:end].split(b"\r\n")
    line, found = _LINE.fullmatch(first), {}
    for field in fields:
        parts = _FIELD.fullmatch(field)
        if parts is None:
            raise Odd
        name = parts[1].lower()
        if name in found or name in _ODD or (name == b"connection" and parts[2].lower() != b"keep-alive"):
            raise Odd
        if name in _READ:
            found[name] = parts[2].strip()
    length = found.get(b"content-length", b"")
    if line is None or not _LENGTH.fullmatch(length) or int(length) > LARGEST_BODY:
        raise Odd
    kind = found.get(b"content-type", b"").split(b";")[0].strip().lower()
    return Posted(line[1].decode(), _text(found.get(SECRET, b"")), _text(kind), int(length), end + 4)


def _text(value: bytes) -> str:
    return value.decode("utf-8", "surrogateescape")


Take = Callable[[Posted, bytes], Awaitable[Answer]]


class Lane(asyncio.Protocol):
    """One connection, one request at a time."""

    def __init__(self, take: Take, others: web.Server, lanes: set[Lane]) -> None:
        self._take = take
        self._others = others
        self._lanes = lanes
        self._loop = asyncio.get_running_loop()
        self._buffer = b""
        self._heard = self._loop.time()
        self._waits: float | None = None
        self._task: asyncio.Task[None] | None = None
        self._transport: asyncio.Transport

    @property
    def busy(self) -> bool:
        """Whether an update is being stored."""
        return self._task is not None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport  # type: ignore[assignment]
        self._lanes.add(self)
        self._timer = self._loop.call_later(BODY_SECONDS, self._look)

    def connection_lost(self, exc: Exception | None) -> None:
        self._lanes.discard(self)
        self._timer.cancel()

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        self._heard = self._loop.time()
        if self._task is None:
            self._next()

    def _next(self) -> None:
        """Begin the request that stands in the buffer, if all of it is here."""
        if not self._buffer:
            self._waits = None
            return
        try:
            head = read_head(self._buffer)
        except Odd:
            self._hand_over()
            return
        if head is None or len(self._buffer) < head.size + head.length:
            self._waits = self._waits or self._loop.time()
            return
        end = head.size + head.length
        body, self._buffer, self._waits = self._buffer[head.size : end], self._buffer[end:], None
        self._task = self._loop.create_task(self._answer(head, body))

    async def _answer(self, head: Posted, body: bytes) -> None:
        try:
            answer = await self._take(head, body)
        except Exception as fault:
            log.error("telegram_update_failed", error=type(fault).__name__, exc_info=fault)
            answer = Answer(500)
        finally:
            self._task = None
        if not self._transport.is_closing():
            self._transport.write(_written(answer))
            self._next()

    def _hand_over(self) -> None:
        self._lanes.discard(self)
        self._timer.cancel()
        protocol = self._others()
        self._transport.set_protocol(protocol)
        protocol.connection_made(self._transport)
        protocol.data_received(self._buffer)

    def _look(self) -> None:
        """Close what dribbles, and what has been idle for long."""
        now = self._loop.time()
        slow = self._waits is not None and now - self._waits >= BODY_SECONDS
        if slow or (self._task is None and now - self._heard >= IDLE_SECONDS):
            self._transport.close()
        else:
            self._timer = self._loop.call_later(BODY_SECONDS, self._look)

    def close(self) -> None:
        """Close the connection."""
        self._transport.close()


def _written(answer: Answer) -> bytes:
    again = b"Retry-After: %d\r\n" % answer.retry_after if answer.retry_after else b""
    kind = b"Content-Type: application/json; charset=utf-8\r\n" if answer.body else b""
    reason = b"OK" if answer.status == 200 else b"No"
    head = b"HTTP/1.1 %d %b\r\n%b%bContent-Length: %d\r\n\r\n"
    return head % (answer.status, reason, again, kind, len(answer.body)) + answer.body


class Lanes:
    """Every open lane; makes one for each new connection."""

    def __init__(self, take: Take, others: web.Server) -> None:
        self._take = take
        self._others = others
        self._open: set[Lane] = set()

    def __call__(self) -> Lane:
        return Lane(self._take, self._others, self._open)

    async def close(self, seconds: float) -> None:
        """Close what is idle, and the rest when its update is stored, after so many seconds at the latest."""
        until = asyncio.get_running_loop().time() + seconds
        while self._open:
            late = asyncio.get_running_loop().time() >= until
            for lane in [lane for lane in self._open if late or not lane.busy]:
                self._open.discard(lane)
                lane.close()
            if self._open:
                await asyncio.sleep(0.02)
