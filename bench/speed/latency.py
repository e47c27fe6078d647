"""Thirty steps a second, whatever comes: how long from when a tap was due to the right screen."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from bench.load.measure import Tally, percentile
from bench.scale.section import Promise, Section
from bench.speed.bots import CANDIDATES, FLOOR, MENU, Candidate
from bench.speed.ground import Ground

RATE = 30.0
PHONES = 60
LONG = 42.0
"""Times a throughput turn: how long the pair runs whose p99 is promised (5,000 samples by default)."""
SHORT = 1.5
PAIR = (MENU, FLOOR)
Latencies = Mapping[str, Tally]


async def measure(ground: Ground) -> Latencies:
    """The pair side by side in the same minutes, their taps half an interval apart; the others in turn."""
    found = {one.name: Tally() for one in CANDIDATES}
    for number in range(ground.rounds):
        seconds = ground.seconds * LONG / ground.rounds
        ground.say(
            f"latency, round {number + 1}: Wegwijs and the floor at {RATE:g} steps/s for {seconds:.0f} s"
        )
        for one, tally in zip(PAIR, await _together(ground, PAIR, seconds), strict=True):
            _add(found[one.name], tally)
    for one in CANDIDATES:
        if one not in PAIR:
            (tally,) = await _together(ground, (one,), ground.seconds * SHORT)
            _add(found[one.name], tally)
            ground.say(f"latency: {one.name}: p50 {tally.p50:.1f} ms")
    return found


async def _together(ground: Ground, candidates: tuple[Candidate, ...], seconds: float) -> list[Tally]:
    bots = [ground.ready(one) for one in candidates]
    try:
        for bot in bots:
            await bot.start(ground.generator)
            await ground.phones(bot, PHONES)
        runs = [
            ground.generator.run(
                "open", crowd=bot.token, rate=RATE, seconds=seconds, offset=at / RATE / len(bots)
            )
            for at, bot in enumerate(bots)
        ]
        tallies = await asyncio.gather(*runs)
    finally:
        for bot in bots:
            await bot.stop(ground.generator)
    for one, tally in zip(candidates, tallies, strict=True):
        ground.check(one, "latency", tally)
    return tallies


def _add(to: Tally, tally: Tally) -> None:
    to.seconds += tally.seconds
    to.steps += tally.steps
    to.wrong += tally.wrong
    to.unanswered += tally.unanswered
    to.latencies += tally.latencies


def section(found: Latencies) -> Section:
    """The table, and the promise about it."""
    rows = [("", "samples", "p50 ms", "p90 ms", "p99 ms", "slowest ms")]
    for one in CANDIDATES:
        tally = found[one.name]
        slowest = 1000 * max(tally.latencies, default=0.0)
        ninety = 1000 * percentile(tally.latencies, 0.9)
        rows.append(
            (
                one.title,
                f"{len(tally.latencies):,}",
                f"{tally.p50:.1f}",
                f"{ninety:.1f}",
                f"{tally.p99:.1f}",
                f"{slowest:.0f}",
            )
        )
    ours, floor = found[MENU.name], found[FLOOR.name]
    return Section(
        "From tap to screen at 30 steps/s",
        rows,
        (Promise("p99 with `always` ÷ the floor's", ours.p99 / (floor.p99 or 1.0), 1.5),),
        (
            "Open loop: a latency counts from when the step was due. The first row and the floor ran side by "
            "side on the same core in the same minutes, their taps half an interval apart; a p99 of few "
            "samples says little.",
        ),
    )
