"""One shared connection to a single server: commands of many tasks leave together, answers come in order.

redis-py takes a connection from its pool, writes and reads for every command; this costs a sixteenth of the
processor time (hiredis packs and parses). What blocks, scans or subscribes stays with redis-py, and so does a
cluster.
"""

from __future__ import annotations

import asyncio
from collections import deque
from typing import Any, cast

import hiredis
from redis.asyncio.connection import SSLConnection, UnixDomainSocketConnection, parse_url
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import ResponseError

CONNECT_SECONDS = 2.0
Part = str | bytes | int | float


class _Wire(asyncio.Protocol):
    """The connection itself. `patience`: seconds after which a silent server counts as away."""

    def __init__(self, patience: float) -> None:
        self._patience = patience
        self._loop = asyncio.get_running_loop()
        self._reader = hiredis.Reader(replyError=ResponseError, encoding="utf-8", errors="surrogateescape")
        self._waiting: deque[tuple[asyncio.Future[Any], float]] = deque()
        self._outgoing: list[bytes] = []
        self._transport: asyncio.Transport | None = None
        self._watch: asyncio.TimerHandle | None = None
        self.open = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport, self.open = cast(asyncio.Transport, transport), True

    def data_received(self, data: bytes) -> None:
        self._reader.feed(data)
        try:
            while (answer := self._reader.gets()) is not False:
                self._give(answer)
        except hiredis.HiredisError:
            # What follows cannot be told apart any more; whoever waits must not get another's answer.
            self.close()

    def _give(self, answer: object) -> None:
        future, _ = self._waiting.popleft()
        if not future.done():  # a task that was cancelled leaves its place in the row
            future.set_result(answer)

    def connection_lost(self, exc: Exception | None) -> None:
        self.open = False
        if self._watch is not None:
            self._watch.cancel()
        while self._waiting:
            future, _ = self._waiting.popleft()
            if not future.done():
                future.set_exception(RedisConnectionError("The connection broke."))
                future.exception()  # its task may be gone; then nobody is to be told

    def send(self, *parts: Part) -> asyncio.Future[Any]:
        """Send one command; all commands of one turn of the event loop leave in one packet."""
        future: asyncio.Future[Any] = self._loop.create_future()
        if not self._outgoing:
            self._loop.call_soon(self._flush)
        self._outgoing.append(hiredis.pack_command(parts))  # type: ignore[arg-type]
        self._waiting.append((future, self._loop.time()))
        if self._watch is None:
            self._watch = self._loop.call_later(self._patience, self._look)
        return future

    def _flush(self) -> None:
        packets, self._outgoing = self._outgoing, []
        if self._transport is not None and self.open:
            self._transport.write(b"".join(packets))

    def _look(self) -> None:
        self._watch = None
        if not self._waiting:
            return
        rest = self._waiting[0][1] + self._patience - self._loop.time()
        if rest <= 0:
            self.close()
        else:
            self._watch = self._loop.call_later(rest, self._look)

    def close(self) -> None:
        """Break the connection; what was sent may or may not have been carried out."""
        self.open = False
        if self._transport is not None:
            self._transport.abort()


class Line:
    """The shared connection to the server at `url`, opened at first use and again after it broke."""

    def __init__(self, url: str, patience: float) -> None:
        self._options = parse_url(url)
        self._patience = patience
        self._wire: _Wire | None = None
        self._opening = asyncio.Lock()

    async def __call__(self, *parts: Part) -> Any:
        """Carry out one command; raises redis' own errors. A broken connection is never retried here."""
        wire = self._wire
        if wire is None or not wire.open:
            wire = await self._connect()
        answer = await wire.send(*parts)
        if isinstance(answer, ResponseError):
            raise answer
        return answer

    async def _connect(self) -> _Wire:
        async with self._opening:
            if self._wire is None or not self._wire.open:
                async with asyncio.timeout(CONNECT_SECONDS):
                    self._wire = await self._dial()
        return self._wire

    async def _dial(self) -> _Wire:
        options, loop = self._options, asyncio.get_running_loop()
        kind = options.get("connection_class")

        def wire() -> _Wire:
            return _Wire(self._patience)

        if kind is UnixDomainSocketConnection:
            _, made = await loop.create_unix_connection(wire, options["path"])
        else:
            tls = SSLConnection(**_without_kind(options)).ssl_context.get() if kind is SSLConnection else None
            address = options.get("host", "localhost"), int(options.get("port", 6379))
            _, made = await loop.create_connection(wire, *address, ssl=tls)
        try:
            await self._introduce(made)
        except BaseException:
            made.close()
            raise
        return made

    async def _introduce(self, made: _Wire) -> None:
        options = self._options
        if options.get("password"):
            name = (options["username"],) if options.get("username") else ()
            await _checked(made, "AUTH", *name, options["password"])
        if options.get("db"):
            await _checked(made, "SELECT", options["db"])

    def close(self) -> None:
        """Close the connection."""
        if self._wire is not None:
            self._wire.close()


async def _checked(wire: _Wire, *parts: Part) -> None:
    answer = await wire.send(*parts)
    if isinstance(answer, ResponseError):
        raise RedisConnectionError("The server refuses the connection.") from answer


def _without_kind(options: Any) -> dict[str, Any]:
    return {name: value for name, value in options.items() if name != "connection_class"}
