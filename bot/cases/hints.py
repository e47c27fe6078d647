"""Follows hints: what may have changed is fetched, but no thing more than once in five seconds."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Final, Protocol

import structlog

from bot.cases.port import Hint
from bot.cases.sync import AGAIN, Outcome, Sync
from bot.errors import Retry, StoreAway

GATHER: Final = timedelta(milliseconds=500)
"""A change in a case system is several notifications at once; one fetch answers them all."""
PACE: Final = timedelta(seconds=5)
"""Between the beginnings of two fetches of one case or group."""
AT_ONCE: Final = 8
MOST: Final = 1000
LATER: Final = timedelta(minutes=1)
log = structlog.get_logger()


class Thing(StrEnum):
    """What a waiting hint is about."""

    CASE = "case"
    GROUP = "group"
    OBJECT = "object"
    """Somebody's; whose must be looked up."""
    TYPES = "types"


@dataclass(frozen=True, slots=True)
class Noted:
    """A hint that was kept. `id` is a person's for a case; `kind` is the type of an object."""

    thing: Thing
    id: str
    kind: str = ""


class Queue(Protocol):
    """Where hints wait; what was put is not lost."""

    async def put(self, hint: Hint, /) -> bool: ...
    async def take(self, count: int, everything: bool = ..., /) -> tuple[Sequence[Noted], float]: ...
    async def done(self, noted: Noted, again: timedelta | None = ..., /) -> None: ...


class Finder(Protocol):
    """What is needed of the case system beside reading."""

    async def owner(self, kind: str, object_uuid: str, /) -> Hint | None:
        """Say whose an object is; None where it is gone, hidden or nobody's."""

    def forget_types(self) -> None:
        """Types of cases may have changed."""


class Follower:
    """Follows the hints of one tenant. Several may run: each hint is leased to one."""

    def __init__(self, queue: Queue, sync: Sync, finder: Finder, at_once: int = AT_ONCE) -> None:
        self._queue, self._sync, self._finder, self._at_once = queue, sync, finder, at_once

    async def hinted(self, hint: Hint) -> None:
        """Keep a hint; once this returns it may be acknowledged."""
        await self._queue.put(hint)

    async def work(self, everything: bool = False) -> float:
        """Follow what is due, or all that waits now; answers the seconds until the next is due."""
        taken, wait = await self._queue.take(MOST if everything else self._at_once, everything)
        while taken:
            await asyncio.gather(*map(self._follow, taken))
            taken, wait = await self._queue.take(self._at_once)
        return wait

    async def run(
        self,
        wait: Callable[[float], Awaitable[None]],
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """Follow hints until cancelled; a slow fetch holds up no other. `wait` returns when one was put."""
        running: set[asyncio.Task[None]] = set()
        woken: asyncio.Task[None] | None = None
        try:
            while True:
                try:
                    rest = await self._begin(running)
                except StoreAway:
                    log.warning("store away", role="hints")
                    await pause(0.5)
                    continue
                if woken is None or woken.done():
                    woken = asyncio.create_task(self._woken(wait))
                room = len(running) < self._at_once
                await asyncio.wait(
                    {*running, woken} if room else running,
                    timeout=rest if room else None,
                    return_when=asyncio.FIRST_COMPLETED,
                )
        finally:
            for task in (*running, *([woken] if woken else [])):
                task.cancel()
            await asyncio.gather(*running, *([woken] if woken else []), return_exceptions=True)

    async def _begin(self, running: set[asyncio.Task[None]]) -> float:
        room = self._at_once - len(running)
        if not room:
            return 0.0
        taken, rest = await self._queue.take(room)
        for noted in taken:
            task = asyncio.create_task(self._follow(noted))
            running.add(task)
            task.add_done_callback(running.discard)
        return rest

    async def _woken(self, wait: Callable[[float], Awaitable[None]]) -> None:
        try:
            await wait(5.0)
        except StoreAway:
            await asyncio.sleep(0.5)

    async def _follow(self, noted: Noted) -> None:
        """Follow one; what fails is tried again, and a hint whose store is away comes back by itself."""
        try:
            await self._queue.done(noted, AGAIN.get(await self._fetched(noted)))
        except StoreAway:
            log.warning("store away", role="hints")
        except Exception as fault:
            if not isinstance(fault, Retry):
                log.error("hint not followed", thing=noted.thing, error=type(fault).__name__, exc_info=fault)
            with suppress(StoreAway):
                await self._queue.done(noted, LATER)

    async def _fetched(self, noted: Noted) -> Outcome:
        if noted.thing is Thing.CASE:
            return await self._sync.refresh_case(noted.id)
        if noted.thing is Thing.GROUP:
            return await self._sync.refresh_group(noted.id)
        if noted.thing is Thing.OBJECT:
            owner = await self._finder.owner(noted.kind, noted.id)
            if owner is not None:
                await self._queue.put(owner)
            return Outcome.SAME
        self._finder.forget_types()
        return Outcome.SAME
