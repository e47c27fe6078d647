"""HTTP/1.1 connections that stay open: one POST at a time on each, answers parsed by httptools.

A general client (sessions, redirects, cookies, streams) costs five times the processor time for a call whose
body and answer are one small JSON text each.
"""

from __future__ import annotations

import asyncio
import ssl
from dataclasses import dataclass
from functools import cache, lru_cache
from urllib.parse import urlsplit

import httptools

IDLE_SECONDS = 50.0
LARGEST_ANSWER = 5 * 1024 * 1024
"""Bytes; Telegram's own answers are far smaller, and no files come this way."""


class NoConnection(OSError):
    """No connection came about: the other side never saw the request."""


class NoConnectionInTime(NoConnection):
    """No connection came about within the time allowed for it."""


class Broken(OSError):
    """The connection broke before the whole answer was here: the request may have been carried out."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a request goes."""

    host: str
    port: int
    tls: bool
    head: bytes
    """The request's first lines, up to the length."""

    @property
    def place(self) -> tuple[str, int, bool]:
        """What requests share connections by."""
        return self.host, self.port, self.tls


@lru_cache(maxsize=4096)
def target(url: str, agent: str) -> Target:
    """Read an address; raises `ValueError` for one that is not plain http(s) in ASCII."""
    parts = urlsplit(url)
    if (
        parts.scheme not in {"http", "https"}
        or not parts.hostname
        or not url.isascii()
        or not url.isprintable()
    ):
        raise ValueError("not an address")
    path = parts.path + (f"?{parts.query}" if parts.query else "")
    head = (
        f"POST {path} HTTP/1.1\r\nHost: {parts.netloc.rpartition('@')[2]}\r\nUser-Agent: {agent}\r\n"
        "Accept: application/json\r\nContent-Type: application/json\r\nContent-Length: "
    )
    tls = parts.scheme == "https"
    return Target(parts.hostname, parts.port or (443 if tls else 80), tls, head.encode("ascii"))


@cache
def _trust() -> ssl.SSLContext:
    """Whom we believe: one list of authorities for all bots of a process, read at first use (1 MB)."""
    return ssl.create_default_context()


class _Connection(asyncio.Protocol):
    """One connection, at most one request on its way."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._transport: asyncio.Transport | None = None
        self._answer: asyncio.Future[tuple[int, bytes]] | None = None
        self._parser = httptools.HttpResponseParser(self)
        self._body: list[bytes] = []
        self._size = 0
        self.idle_since = 0.0
        self.usable = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport  # type: ignore[assignment]
        self.usable = True

    def post(self, head: bytes, body: bytes) -> asyncio.Future[tuple[int, bytes]]:
        """Send one request; the answer's status and body."""
        assert self._transport is not None
        self._answer = self._loop.create_future()
        self._transport.write(b"%b%d\r\n\r\n%b" % (head, len(body), body))
        return self._answer

    def data_received(self, data: bytes) -> None:
        if self._answer is None:  # nobody asked: what comes can belong to no request
            self.close()
            return
        try:
            self._parser.feed_data(data)
        except (httptools.HttpParserError, httptools.HttpParserCallbackError):
            self.close()

    def on_body(self, part: bytes) -> None:
        self._size += len(part)
        if self._size > LARGEST_ANSWER:
            raise ValueError("too large")
        self._body.append(part)

    def on_message_complete(self) -> None:
        status = self._parser.get_status_code()
        if status < 200:  # an interim answer; the real one follows
            return
        answer, self._answer = self._answer, None
        self.usable = self._parser.should_keep_alive()
        self.idle_since = self._loop.time()
        body, self._body, self._size = b"".join(self._body), [], 0
        if answer is not None and not answer.done():
            answer.set_result((status, body))
        if not self.usable:
            self.close()

    def connection_lost(self, exc: Exception | None) -> None:
        self.usable = False
        answer, self._answer = self._answer, None
        if answer is not None and not answer.done():
            answer.set_exception(Broken("The connection broke."))

    def give_up(self) -> None:
        """The answer is late: whoever waits is told."""
        answer, self._answer = self._answer, None
        if answer is not None and not answer.done():
            answer.set_exception(TimeoutError("No answer in time."))
        self.close()

    def close(self) -> None:
        """Break the connection."""
        self.usable = False
        if self._transport is not None:
            self._transport.abort()


class Pool:
    """At most `connections` open connections, the one used last first."""

    def __init__(self, connections: int, agent: str) -> None:
        self._agent = agent
        self._free = asyncio.Semaphore(connections)
        self._idle: dict[tuple[str, int, bool], list[_Connection]] = {}
        self._closed = False

    async def post(
        self, url: str, body: bytes, *, seconds: float | None, connect_seconds: float | None
    ) -> tuple[int, bytes]:
        """Post a body; the status and body of the answer.

        Raises `NoConnection`, `Broken`, or `TimeoutError` after `seconds` in all.
        """
        goal, loop = target(url, self._agent), asyncio.get_running_loop()
        end = None if seconds is None else loop.time() + seconds
        if self._free.locked():
            await self._turn(connect_seconds)
        else:
            await self._free.acquire()
        try:
            connection = self._kept(goal) or await self._dial(goal, connect_seconds)
            return await self._exchange(connection, goal, body, end)
        finally:
            self._free.release()

    async def _turn(self, seconds: float | None) -> None:
        """Wait until a connection may be used."""
        try:
            async with asyncio.timeout(seconds):
                await self._free.acquire()
        except TimeoutError as cause:
            raise NoConnectionInTime("No free connection in time.") from cause

    async def _exchange(
        self, connection: _Connection, goal: Target, body: bytes, end: float | None
    ) -> tuple[int, bytes]:
        answer = connection.post(goal.head, body)
        # A timer by hand: `asyncio.timeout` costs as much as packing the request.
        timer = None if end is None else asyncio.get_running_loop().call_at(end, connection.give_up)
        try:
            return await answer
        except BaseException:
            connection.close()  # a late answer must not be taken for the next request's
            raise
        finally:
            if timer is not None:
                timer.cancel()
            if connection.usable and not self._closed:
                self._idle.setdefault(goal.place, []).append(connection)

    def _kept(self, goal: Target) -> _Connection | None:
        kept = self._idle.get(goal.place, [])
        while kept:
            connection = kept.pop()
            if connection.usable and asyncio.get_running_loop().time() - connection.idle_since < IDLE_SECONDS:
                return connection
            connection.close()
        return None

    async def _dial(self, goal: Target, seconds: float | None) -> _Connection:
        tls = _trust() if goal.tls else None
        try:
            async with asyncio.timeout(seconds):
                loop = asyncio.get_running_loop()
                _, made = await loop.create_connection(_Connection, goal.host, goal.port, ssl=tls)
        except TimeoutError as cause:
            raise NoConnectionInTime("No connection in time.") from cause
        except OSError as cause:
            raise NoConnection("No connection.") from cause
        return made

    def close(self) -> None:
        """Close every connection."""
        self._closed = True
        for kept in self._idle.values():
            while kept:
                kept.pop().close()
