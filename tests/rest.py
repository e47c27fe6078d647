"""When nothing is left to do: every update delivered, every turn taken, every message sent, every write passed on."""

from __future__ import annotations

import asyncio

from bot.app import Municipality
from bot.store.codec import millis
from tests.town import TestTown

PATIENCE = 8.0
LANES = 4


async def at_rest(town: TestTown) -> None:
    """Wait until the whole town has nothing left to do at this moment of its clock."""
    left: list[str] = []
    try:
        async with asyncio.timeout(PATIENCE):
            while left := [what for one in town.demo.app.municipalities.values() for what in await _left(town, one)]:
                await asyncio.sleep(0.005)  # Redis tells nobody when its last queue becomes empty.
    except TimeoutError:
        raise AssertionError(f"The town does not come to rest; left to do: {', '.join(left)}") from None


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
