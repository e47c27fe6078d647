"""The one door to Redis: connection, scripts, and errors put into our own words.

Two defaults of redis-py 8.1 are switched off. Its retry repeats commands whose answer was lost and so
executes them twice. Its socket timeout swallows the cancellation of a task that waits for an answer (tried:
9 of 10), so that a program cannot end; the deadline stands here instead. Every write that matters is one
script, and safe to repeat.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Awaitable, Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

from redis.asyncio import Redis, RedisCluster
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import (
    BusyLoadingError,
    ClusterError,
    NoScriptError,
    OutOfMemoryError,
    ReadOnlyError,
    RedisClusterException,
    RedisError,
    ResponseError,
)
from redis.exceptions import (
    ConnectionError as RedisConnectionError,
)
from redis.exceptions import (
    TimeoutError as RedisTimeoutError,
)

from bot.errors import StoreAway
from bot.store.codec import pairs
from bot.store.line import Line, Part

T = TypeVar("T")
PATIENCE = 10.0
"""Seconds for one command; longer than the longest blocking read (5 s)."""
LUA = Path(__file__).parent / "lua"
AWAY = (
    RedisConnectionError,
    RedisTimeoutError,
    BusyLoadingError,
    ReadOnlyError,
    OutOfMemoryError,
    ClusterError,
    RedisClusterException,
    OSError,
)
AWAY_WORDS = (
    "MISCONF",
    "LOADING",
    "READONLY",
    "OOM",
    "BUSY ",
    "MASTERDOWN",
    "NOREPLICAS",
    "CLUSTERDOWN",
    "NOAUTH",
)


@cache
def script_text(name: str) -> str:
    """A script with the common prelude in front."""
    return (LUA / "prelude.lua").read_text(encoding="utf-8") + (LUA / f"{name}.lua").read_text(
        encoding="utf-8"
    )


@cache
def script_sha(name: str) -> str:
    """The SHA-1 under which the server knows the script."""
    return hashlib.sha1(script_text(name).encode(), usedforsecurity=False).hexdigest()


def _ours(fault: Exception) -> Exception:
    """Redis' error in our own words, where it says that nothing can be stored now."""
    if isinstance(fault, (*AWAY, TimeoutError)):
        return StoreAway(f"The store is away ({type(fault).__name__}).")
    return StoreAway("The store cannot write now.") if str(fault).startswith(AWAY_WORDS) else fault


class Db:
    """A connection pool to one server or one cluster. Raises `StoreAway` where nothing can be stored now."""

    def __init__(self, redis: Redis | RedisCluster, url: str | None = None) -> None:
        self.redis: Any = redis
        self._url = url
        self._lines: list[Line] = []
        self._line = self._open()

    @classmethod
    def connect(cls, url: str) -> Db:
        """Connect to `redis://`, `rediss://`, `unix://` or `redis+cluster://`; nothing is sent yet."""
        never = Retry(NoBackoff(), 0)
        parts = urlsplit(url)
        if parts.scheme == "redis+cluster":
            return cls(
                RedisCluster(
                    host=parts.hostname or "127.0.0.1",
                    port=parts.port or 6379,
                    password=parts.password,
                    retry=never,
                    decode_responses=True,
                    socket_timeout=None,
                )
            )
        return cls(
            Redis.from_url(
                url, decode_responses=True, retry=never, socket_connect_timeout=2.0, socket_timeout=None
            ),
            url,
        )

    async def __call__(self, call: Awaitable[T]) -> T:
        """Await one command, with Redis' errors put into ours."""
        try:
            async with asyncio.timeout(PATIENCE):
                return await call
        except (*AWAY, TimeoutError, ResponseError) as fault:
            raise _ours(fault) from fault

    async def run(self, name: str, keys: Sequence[str], args: Sequence[Part]) -> Any:
        """Run a script of `bot/store/lua`; all keys share one bucket tag."""
        if self._line is None:
            return await self(self._run(self.redis.execute_command, name, keys, args))
        try:
            # The line has a deadline of its own, one timer for all that wait.
            return await self._run(self._line, name, keys, args)
        except (*AWAY, TimeoutError, ResponseError) as fault:
            raise _ours(fault) from fault

    async def _run(
        self, carry_out: Callable[..., Awaitable[Any]], name: str, keys: Sequence[str], args: Sequence[Part]
    ) -> Any:
        try:
            return await carry_out("EVALSHA", script_sha(name), len(keys), *keys, *args)
        except ResponseError as fault:
            if not isinstance(fault, NoScriptError) and not str(fault).startswith("NOSCRIPT"):
                raise
            return await carry_out("EVAL", script_text(name), len(keys), *keys, *args)

    def waiting(self) -> Waiting:
        """A reader for one loop that waits."""
        return Waiting(self, self._open())

    def _open(self) -> Line | None:
        """A connection of one's own to a single server; a cluster is redis-py's."""
        if self._url is None:
            return None
        line = Line(self._url, PATIENCE)
        self._lines.append(line)
        return line

    async def close(self) -> None:
        """Close every connection."""
        for line in self._lines:
            line.close()
        try:
            await self.redis.aclose()
        except (RedisError, OSError):
            return


class Waiting:
    """Waits for a stream on a connection of its own: on a shared one it would hold up all behind it."""

    def __init__(self, db: Db, line: Line | None) -> None:
        self._db = db
        self._line = line

    async def __call__(self, *command: Part) -> list[tuple[str, dict[str, str]]]:
        """Carry out an XREAD or XREADGROUP of one stream; its entries, none where the time was over."""
        answer = await self._carry_out(command)
        entries = answer[0][1] if answer else []
        return [(entry, fields if isinstance(fields, dict) else pairs(fields)) for entry, fields in entries]

    async def _carry_out(self, command: Sequence[Part]) -> Any:
        if self._line is None:
            return await self._db(self._db.redis.execute_command(*command))
        try:
            return await self._line(*command)
        except (*AWAY, TimeoutError, ResponseError) as fault:
            raise _ours(fault) from fault
