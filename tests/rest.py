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
QUEUES = ("writes", "lessonwrites", "hintstaken")
COUNTED = ("turns", *QUEUES, "questions", "answers looked for", "jobs that are due", "jobs that were taken")


async def at_rest(town: TestTown) -> None:
    """Wait until the whole town has nothing left to do at this moment of its clock."""

    async def left() -> list[str]:
        # Two looks: what moves on while one looks may be seen nowhere.
        return await _anything(town) or await _anything(town)

    await until_nothing(left)


async def _anything(town: TestTown) -> list[str]:
    return [what for one in town.demo.app.municipalities.values() for what in await _left(town, one)]


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
    await municipality.follower.work(everything=True)
    left += ["reading of cases"] if municipality.sync._flights._flights else []
    return left + await _queued(town, municipality)


async def _queued(town: TestTown, municipality: Municipality) -> list[str]:
    room = municipality.store.room
    prefix, now = room.prefix, millis(town.clock())
    async with room.db.redis.pipeline(transaction=True) as at_once:
        at_once.xlen(f"{room.bucket}ready")
        for queue in QUEUES:
            at_once.zcard(f"{prefix}{queue}")
        at_once.zcount(f"{prefix}questions", "-inf", now)
        at_once.hlen(f"{prefix}questionstaken")
        at_once.zcount(f"{prefix}jobs", "-inf", now)
        at_once.hlen(f"{prefix}jobtaken")
        for lane in range(LANES):
            at_once.zrange(f"{prefix}send:{lane}", 0, -1, withscores=True)
        found = await at_once.execute()
    left = [what for what, count in zip(COUNTED, found, strict=False) if count]
    for link, due in (one for lane in found[-LANES:] for one in lane):
        if due <= now or await room.db.redis.hexists(f"{prefix}l:{link}", "lease"):
            left.append("messages")
    return left
