"""When nothing is left to do: updates delivered, turns taken, messages sent, writes passed on."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from bot.app import Municipality
from bot.store.codec import millis
from tests.town import TestTown

PATIENCE = 15.0
BEAT = 0.01
LANES = 4


async def at_rest(town: TestTown) -> None:
    """Wait until the whole town has nothing left to do at this moment of its clock."""

    async def left() -> list[str]:
        return [what for one in town.demo.app.municipalities.values() for what in await _left(town, one)]

    await until_nothing(left)


async def until_nothing(left: Callable[[], Awaitable[list[str]]]) -> None:
    """Wait until nothing of this is left; otherwise fail and say what."""
    found: list[str] = []
    try:
        async with asyncio.timeout(PATIENCE):
            # Redis tells nobody when its last queue becomes empty, so there is nothing to wait on.
            while found := await left():  # noqa: ASYNC110
                await asyncio.sleep(BEAT)
    except TimeoutError:
        raise AssertionError(f"Waited {PATIENCE:g} s; still left: {', '.join(found)}") from None


async def _left(town: TestTown, municipality: Municipality) -> list[str]:
    tenant = municipality.tenant
    updates = town.demo.telegram.accounts[tenant.bot.token].updates
    system = town.demo.systems[tenant.id]
    left = ["updates"] if updates.count(town.clock().timestamp()) else []
    left += ["notices"] if system.notices._tasks or system.notices.held else []
    await municipality.sync.work(everything=True)
    left += ["reading of cases"] if municipality.sync._flights._flights else []
    return left + await _queued(town, municipality)


async def _queued(town: TestTown, municipality: Municipality) -> list[str]:
    room = municipality.store.room
    redis, prefix, now = room.db.redis, room.prefix, millis(town.clock())
    left: list[str] = []
    if await redis.xlen(f"{room.bucket}ready"):
        left.append("turns")
    for lane in range(LANES):
        for link, due in await redis.zrange(f"{prefix}send:{lane}", 0, -1, withscores=True):
            if due <= now or await redis.hexists(f"{prefix}l:{link}", "lease"):
                left.append(f"messages of lane {lane}")
    for queue in ("writes", "lessonwrites"):
        if await redis.zcard(f"{prefix}{queue}"):
            left.append(queue)
    if await redis.zcount(f"{prefix}jobs", "-inf", now) or await redis.hlen(f"{prefix}jobtaken"):
        left.append("jobs")
    return left
