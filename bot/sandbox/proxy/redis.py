"""A proxy before one Redis server: it goes away, falls silent, or answers errors to writes or to all."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

READS = frozenset(
    {"CLIENT", "EXISTS", "GET", "HELLO", "HEXISTS", "HGET", "HGETALL", "HLEN", "HMGET", "INFO", "LRANGE"}
    | {"PING", "SCARD", "SELECT", "SMEMBERS", "XLEN", "XREAD", "ZCARD", "ZCOUNT", "ZRANGE", "ZSCORE"}
)
"""Commands that a server answers while it cannot write. A script writes, as far as a client can know."""
EVERYTHING: frozenset[str] = frozenset()


@dataclass
class RedisProxy:
    """Listens on a Unix socket. `error` (without the dash) is answered to all but `answered` commands."""

    upstream: Path
    path: Path
    error: str = ""
    answered: frozenset[str] = EVERYTHING
    silent: bool = False
    connections: int = field(default=0, init=False)
    _server: asyncio.Server | None = field(default=None, init=False, repr=False)
    _open: set[asyncio.StreamWriter] = field(default_factory=set, init=False, repr=False)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set, init=False, repr=False)

    @property
    def url(self) -> str:
        """Address for the store."""
        return f"unix://{self.path}"

    async def start(self) -> None:
        """Be there."""
        self.path.unlink(missing_ok=True)
        self._server = await asyncio.start_unix_server(self._serve, self.path)

    async def stop(self) -> None:
        """Be away: refuse connections, and end those that are open."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self.path.unlink(missing_ok=True)
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def drop(self) -> None:
        """End every connection; new ones are taken."""
        for writer in list(self._open):
            writer.transport.abort()

    def heal(self) -> None:
        """Pass everything on again."""
        self.error, self.answered, self.silent = "", EVERYTHING, False

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        self._open.add(writer)
        up: asyncio.StreamWriter | None = None
        try:
            up_reader, up = await asyncio.open_unix_connection(self.upstream)
            line = _Line(self, writer)
            back = asyncio.create_task(line.answers(up_reader))
            try:
                await line.commands(reader, up)
            finally:
                back.cancel()
        except (OSError, asyncio.IncompleteReadError, ValueError, asyncio.CancelledError):
            pass  # cancelled only by `stop`; asyncio would print it
        finally:
            self._open.discard(writer)
            self._tasks.discard(task)
            for one in filter(None, (writer, up)):
                one.close()


@dataclass
class _Line:
    """One connection. An error is put in only when no answer is under way, so that order is kept."""

    proxy: RedisProxy
    client: asyncio.StreamWriter
    waiting: int = field(default=0, init=False)
    quiet: asyncio.Event = field(default_factory=asyncio.Event, init=False)

    async def commands(self, reader: asyncio.StreamReader, up: asyncio.StreamWriter) -> None:
        """Pass commands on, one array at a time."""
        while True:
            name, raw = await read_command(reader)
            if self.proxy.silent:
                continue
            if self.proxy.error and name not in self.proxy.answered:
                while self.waiting:
                    self.quiet.clear()
                    await self.quiet.wait()
                self.client.write(f"-{self.proxy.error}\r\n".encode())
                await self.client.drain()
                continue
            self.waiting += 1
            up.write(raw)
            await up.drain()

    async def answers(self, reader: asyncio.StreamReader) -> None:
        """Pass answers back, one at a time."""
        with suppress(OSError, asyncio.IncompleteReadError, ValueError):
            while True:
                self.client.write(await read_reply(reader))
                await self.client.drain()
                self.waiting -= 1
                self.quiet.set()
        self.client.transport.abort()


async def read_command(reader: asyncio.StreamReader) -> tuple[str, bytes]:
    """Read one command: its name in capitals, and its bytes."""
    raw = await read_reply(reader)
    parts = raw.split(b"\r\n", 3)
    return (parts[2].decode("latin-1").upper() if len(parts) > 2 else ""), raw


async def read_reply(reader: asyncio.StreamReader) -> bytes:
    """Read one RESP value of either version with all that it holds."""
    line = await reader.readuntil(b"\r\n")
    kind, rest = line[:1], line[1:-2]
    if kind in b"$=!" and rest not in {b"-1", b"?"}:
        return line + await reader.readexactly(int(rest) + 2)
    if kind in b"*~>%|" and rest not in {b"-1", b"?"}:
        count = int(rest) * (2 if kind in b"%|" else 1)
        parts = [await read_reply(reader) for _ in range(count + (kind == b"|"))]
        return line + b"".join(parts)
    return line
