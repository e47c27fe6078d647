"""Virtual minutes of demand on a dead service, and of healing afterwards."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

from bench.matrix.stage import HOME, Stage
from bot.cases.port import Hint
from bot.sandbox.proxy import HttpProxy

STEP = 5.0
LONGEST_CALL = 4.0
Want = Callable[[], Awaitable[None]]
Well = Callable[[], Awaitable[bool]]


async def minutes_of(stage: Stage, proxies: list[HttpProxy], minutes: float, want: Want) -> None:
    """Let virtual minutes pass in steps of five seconds, wanting something at each."""
    for _ in range(int(minutes * 60 / STEP)):
        stage.clock.forward(timedelta(seconds=STEP))
        await want()
        await stage.stir()
        await settled(proxies)


async def settled(proxies: list[HttpProxy], moment: float = 0.05) -> None:
    """Let what is on its way come to its end."""
    await asyncio.sleep(moment)
    for _ in range(int(LONGEST_CALL / 0.02)):
        if not any(proxy.busy for proxy in proxies):
            return
        await asyncio.sleep(0.02)


async def healed(stage: Stage, proxies: list[HttpProxy], well: Well, most: float) -> float:
    """Let virtual time pass until all is well; the seconds it took, or -1 where `most` minutes do not do."""
    begun = stage.clock()
    while (stage.clock() - begun).total_seconds() < most * 60:
        await stage.stir()
        await settled(proxies, 0.1)
        if await well():
            return (stage.clock() - begun).total_seconds()
        stage.clock.forward(timedelta(seconds=STEP))
    return -1.0


async def hints(stage: Stage, case_uuid: str, groups: tuple[str, ...]) -> None:
    """The case system says that something changed."""
    follower = stage.town(HOME).follower
    await follower.hinted(Hint(case_uuid=case_uuid))
    for group in groups:
        await follower.hinted(Hint(group=group))
