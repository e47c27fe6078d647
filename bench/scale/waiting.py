"""Ten thousand messages wait at Telegram's limits, and somebody taps."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from time import monotonic

from bench.scale.broadcast import PHONES, TAPS, cancel_lesson, stored
from bench.scale.limits import PER_SECOND, LimitedApi, Limits
from bench.scale.machine import rss
from bench.scale.running import TAPPERS, Running
from bench.scale.section import Promise, Section

SLOT_MS = 34.0
GROWTH_MB = 2.0
LOOK_SECONDS = 0.5
Say = Callable[[str], None]


async def measure(say: Say, messages: int = 10_000, seconds: float = 40.0) -> tuple[Section, ...]:
    """The section about a long queue."""
    async with Running(api=LimitedApi(Limits())) as run:
        await stored(run, messages)
        say(f"waiting: {messages:,} people stored")
        process = await run.serve()
        crowd = await run.phones(range(TAPPERS, TAPPERS + PHONES), seconds=300.0)
        idle = await crowd.open(TAPS, seconds)
        before = rss(process.pid)
        begun = monotonic()
        await cancel_lesson(run)
        await _looked(say, run)
        planned, queued = monotonic() - begun, await _queued(run)
        say(f"waiting: {queued:,} messages wait after {planned:.0f} s; idle taps p99 {idle.p99:.0f} ms")
        busy = await crowd.open(TAPS, seconds)
        grown, left = rss(process.pid) - before, await _queued(run)
        say(f"waiting: taps p99 {busy.p99:.0f} ms, memory {grown:+.1f} MB")
    section = Section(
        "A long queue of messages",
        (
            ("what", "figure"),
            ("messages waiting when the taps began, and ended", f"{queued:,}, {left:,}"),
            ("seconds until all were planned", f"{planned:.0f}"),
            ("taps idle: p50, p99", f"{idle.p50:.0f}, {idle.p99:.0f} ms ({idle.steps} taps)"),
            ("taps with the queue: p50, p99", f"{busy.p50:.0f}, {busy.p99:.0f} ms ({busy.steps} taps)"),
            ("RSS before, and more with the queue", f"{before:.0f} MB, {grown:+.1f} MB"),
        ),
        (
            Promise("taps' p99 above the p99 without the queue", busy.p99 - idle.p99, SLOT_MS, "ms"),
            Promise("memory grown by the queue", grown, GROWTH_MB, "MB"),
        ),
        (
            f"Notices of a cancelled lesson in the stored outbox, {PER_SECOND} a second at most (Wegwijs' "
            f"own rates), {TAPS:.0f} taps a second by others.",
        ),
    )
    return (section,)


async def _looked(say: Say, run: Running, seconds: float = 600.0) -> None:
    """Wait until the fan-out is over and everybody has looked."""
    redis, town = run.store.db.redis, run.town()
    until, seen, calm = monotonic() + seconds, 0, 0
    while monotonic() < until and calm < 3:
        await asyncio.sleep(LOOK_SECONDS)
        ready = await redis.xlen(f"{town.room.bucket}ready")
        fanout = [job for job in await redis.zrange(f"{town.room.prefix}jobs", 0, -1) if job[:6] == "fanout"]
        calm = calm + 1 if ready <= 1 and not fanout else 0
        if (seen := seen + 1) % 10 == 0:
            say(f"waiting: {ready:,} links are still to look")


async def _queued(run: Running) -> int:
    prefix = run.town().room.prefix
    return sum([int(await run.store.db.redis.zcard(f"{prefix}send:{pri}")) for pri in range(4)])
