"""The processes of the reminder campaign: schedulers that fall asleep anywhere, and workers."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from bench.order.children import begin
from bench.order.shared_clock import SharedClock
from bench.order.site import MUNICIPALITY
from bot.dialogs import DIALOGS
from bot.sandbox.town import tenant_of
from bot.scheduler import Scheduler
from bot.state.engine import Engine
from bot.store.db import Db
from bot.store.store import Store
from bot.worker import Worker

T = TypeVar("T")
MASTER = bytes(32)
SLEEPS = 0.02
LONGEST_SLEEP = 0.4


class SleepyDb(Db):
    """A connection whose user falls asleep now and then, before a command or between it and its answer."""

    rng = random.Random(1)

    async def __call__(self, call: Awaitable[T]) -> T:
        """Await one command, with Redis' errors put into ours."""
        await self._doze()
        found = await super().__call__(call)
        await self._doze()
        return found

    async def run(self, name: str, keys: Sequence[str], args: Sequence[Any]) -> Any:
        """Run a script."""
        await self._doze()
        found = await super().run(name, keys, args)
        await self._doze()
        return found

    async def _doze(self) -> None:
        if self.rng.random() < SLEEPS:
            await asyncio.sleep(self.rng.uniform(0.0, LONGEST_SLEEP))


def schedule(parent: int, url: str, clock: str, seed: int) -> None:
    """A process with two schedulers, each on a connection of its own; the second one dozes."""
    begin(parent)
    asyncio.run(_schedule(url, SharedClock(Path(clock)), seed))


async def _schedule(url: str, clock: SharedClock, seed: int) -> None:
    sleepy = SleepyDb.connect(url)
    assert isinstance(sleepy, SleepyDb)
    sleepy.rng = random.Random(seed)
    tenant = tenant_of(MUNICIPALITY)
    stores = (Store(Db.connect(url), MASTER, clock), Store(sleepy, MASTER, clock))
    await asyncio.gather(*(_always(Scheduler(store.tenant(tenant), {})) for store in stores))


async def _always(scheduler: Scheduler) -> None:
    while True:
        with suppress(Exception):
            await scheduler.run()
        await asyncio.sleep(0.1)


def work(parent: int, url: str, clock: str, name: str) -> None:
    """A worker process."""
    begin(parent)
    asyncio.run(_work(url, SharedClock(Path(clock)), name))


async def _work(url: str, clock: SharedClock, name: str) -> None:
    store, tenant = Store.open(url, MASTER, clock), tenant_of(MUNICIPALITY)
    await Worker(Engine(DIALOGS), store, {tenant.id: store.tenant(tenant)}, clock, name).run(tenant.bucket)
