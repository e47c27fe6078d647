"""A proxy before one HTTP service that lets requests meet with misfortunes."""

from __future__ import annotations

import asyncio
import hashlib
import socket
import struct
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from random import Random
from time import monotonic

from bot.sandbox.proxy import bodies
from bot.sandbox.proxy.fault import Effect, Fault
from bot.sandbox.proxy.message import Message, answer, read_message

Upstream = Callable[[], tuple[str, int]]
BROKEN = (ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, OSError)
AT_ONCE = 0.05


@dataclass(frozen=True, slots=True)
class Passage:
    """A request that came by and its misfortune, if any; `key` tells credentials apart, namelessly."""

    at: float
    method: str
    target: str
    effect: str
    key: str = ""


@dataclass
class HttpProxy:
    """Listens on a loopback port. `upstream` is asked at each request; `now` stamps the passages."""

    upstream: Upstream
    seed: int = 0
    now: Callable[[], float] = monotonic
    faults: list[Fault] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    port: int = field(default=0, init=False)
    busy: int = field(default=0, init=False)
    _server: asyncio.Server | None = field(default=None, init=False, repr=False)
    _held: set[asyncio.StreamWriter] = field(default_factory=set, init=False, repr=False)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set, init=False, repr=False)

    def __post_init__(self) -> None:
        self._random = Random(self.seed)

    @property
    def url(self) -> str:
        """Where it listens, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    async def start(self) -> None:
        """Listen, on the same port as before where it listened already."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        """Refuse connections from now on, and end those that are open."""
        if self._server is not None:
            self._server.close()
            self._server = None
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def heal(self) -> None:
        """No more misfortunes; what hangs is let go."""
        self.faults.clear()
        for writer in list(self._held):
            _abort(writer)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            request = await read_message(reader)
            if request is not None:
                await self._pass(request, reader, writer)
        except (*BROKEN, asyncio.CancelledError):
            pass  # cancelled only by `stop`; asyncio would print it
        finally:
            self._held.discard(writer)
            self._tasks.discard(task)
            writer.close()

    async def _pass(
        self, request: Message, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        fault = self._pick(request)
        met = fault.effect if fault else ""
        self.passages.append(Passage(self.now(), request.method, request.target, met, _key(request)))
        self.busy += 1
        try:
            if fault is None:
                await _send(writer, await self._ask(request))
            else:
                await self._misfortune(fault, request, reader, writer)
        finally:
            self.busy -= 1

    def _pick(self, request: Message) -> Fault | None:
        for fault in self.faults:
            if fault.concerns(request.method, request.target) and self._random.random() < fault.chance:
                if fault.times is not None:
                    fault.times -= 1
                return fault
        return None

    async def _misfortune(
        self, fault: Fault, request: Message, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        match fault.effect:
            case Effect.RESET:
                _abort(writer)
            case Effect.CLOSE:
                return
            case Effect.BLACK_HOLE:
                self._held.add(writer)
                await reader.read(-1)
            case Effect.STATUS:
                await _send(writer, answer(fault.status, fault.headers, fault.body))
            case Effect.DELAY:
                await asyncio.sleep(fault.seconds + fault.jitter * (2 * self._random.random() - 1))
                await _send(writer, await self._ask(request))
            case Effect.TWICE:
                first = await self._ask(request)
                await self._ask(request)
                await _send(writer, first)
            case Effect.DROP_REPLY:
                await self._ask(request)
                _abort(writer)
            case Effect.CUT | Effect.TRICKLE:
                await self._in_part(fault, await self._ask(request), writer)
            case _:
                found = await self._ask(request)
                body = self._changed(fault, found.body) if found.status < 300 else found.body
                await _send(writer, Message(found.start, found.headers, body))

    async def _in_part(self, fault: Fault, found: Message, writer: asyncio.StreamWriter) -> None:
        writer.write(found.head())
        if fault.effect is Effect.CUT:
            writer.write(found.body[: len(found.body) // 2])
            await writer.drain()
            return
        step = max(1, int(fault.rate * AT_ONCE))
        for start in range(0, len(found.body), step):
            writer.write(found.body[start : start + step])
            await writer.drain()
            await asyncio.sleep(step / fault.rate)

    def _changed(self, fault: Fault, body: bytes) -> bytes:
        match fault.effect:
            case Effect.NOT_JSON:
                return bodies.not_json(body)
            case Effect.WRONG_TYPES:
                return bodies.wrong_types(body, self._random)
            case Effect.SHORT_PAGE:
                return bodies.short_page(body, self._random)
            case Effect.FOREIGN:
                return bodies.foreign(body, self._random, fault.donors)
            case _:
                return bodies.huge(fault.size)

    async def _ask(self, request: Message) -> Message:
        host, port = self.upstream()
        reader, writer = await asyncio.open_connection(host, port)
        try:
            writer.write(request.whole)
            await writer.drain()
            found = await read_message(reader)
        finally:
            writer.close()
        if found is None:
            raise ConnectionError("the service closed without an answer")
        return found


def _key(request: Message) -> str:
    scheme, _, secret = request.header("authorization").partition(" ")
    return hashlib.sha256(secret.encode()).hexdigest()[:6] if scheme == "Token" else scheme


async def _send(writer: asyncio.StreamWriter, message: Message) -> None:
    writer.write(message.whole)
    await writer.drain()


def _abort(writer: asyncio.StreamWriter) -> None:
    """Reset instead of closing: the other side sees ECONNRESET."""
    held = writer.get_extra_info("socket")
    with suppress(OSError):
        held.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()
