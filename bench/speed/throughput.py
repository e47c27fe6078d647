"""Everybody taps as fast as answers come: steps per second of one core, and the processor time of a step."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from bench.load.measure import Tally
from bench.scale.machine import cpu
from bench.scale.section import Promise, Section
from bench.speed.bots import AIOGRAM, CANDIDATES, FLOOR, MENU, MENU_NEVER, MENU_SECOND, PTB, Candidate
from bench.speed.ground import Ground

PHONES = 64
WARM = 1.0


@dataclass(frozen=True, slots=True)
class Round:
    """One candidate's turn. `cpu` and `load` are seconds of the bot and of the generator per 1,000 steps."""

    tally: Tally
    cpu: float
    load: float
    rss: float


Rounds = Mapping[str, Sequence[Round]]


async def measure(ground: Ground) -> Rounds:
    """Let the candidates in turn, in an order shuffled for each round."""
    rounds: dict[str, list[Round]] = {one.name: [] for one in CANDIDATES}
    for number in range(ground.rounds):
        for candidate in ground.chance.sample(CANDIDATES, len(CANDIDATES)):
            turn = await _turn(ground, candidate)
            rounds[candidate.name].append(turn)
            ground.say(
                f"throughput, round {number + 1}: {candidate.name}: {turn.tally.rate:,.0f} steps/s, "
                f"{turn.cpu:.2f} s CPU per 1,000"
            )
    return rounds


async def _turn(ground: Ground, candidate: Candidate) -> Round:
    running = ground.ready(candidate)
    try:
        await running.start(ground.generator)
        await asyncio.sleep(0.5)
        rest = running.rss
        await ground.phones(running, PHONES)
        under_way = asyncio.create_task(
            ground.generator.run("closed", crowd=running.token, seconds=ground.seconds, warm=WARM)
        )
        await asyncio.sleep(WARM)
        before, load = running.cpu, cpu(ground.generator.pid)
        await asyncio.sleep(ground.seconds)
        spent, load = running.cpu - before, cpu(ground.generator.pid) - load
        tally = await under_way
        ground.check(candidate, "throughput", tally)
        steps = max(tally.steps, 1) / 1000
        return Round(tally, spent / steps, load / steps, rest)
    finally:
        await running.stop(ground.generator)


def middle(rounds: Rounds, candidate: Candidate, what: str) -> float:
    """The median of a figure over the rounds."""
    turns = rounds[candidate.name]
    if what in ("cpu", "load", "rss"):
        return median(float(getattr(turn, what)) for turn in turns)
    return median(float(getattr(turn.tally, what)) for turn in turns)


def section(rounds: Rounds, seconds: float) -> Section:
    """The table, and the promises about it."""
    aiogram, ptb = middle(rounds, AIOGRAM, "cpu"), middle(rounds, PTB, "cpu")
    floor, never = middle(rounds, FLOOR, "rate"), middle(rounds, MENU_NEVER, "rate")
    rows = [
        (
            "",
            "steps/s",
            "p50 ms",
            "p99 ms",
            "CPU s per 1,000",
            "of aiogram's",
            "× floor",
            "RSS MB",
            "late",
            "wrong",
        )
    ]
    for one in CANDIDATES:
        late = sum(turn.tally.late for turn in rounds[one.name])
        wrong = sum(turn.tally.wrong + turn.tally.unanswered for turn in rounds[one.name])
        used, rate = middle(rounds, one, "cpu"), middle(rounds, one, "rate")
        rows.append(
            (
                one.title,
                f"{rate:,.0f}",
                f"{middle(rounds, one, 'p50'):.0f}",
                f"{middle(rounds, one, 'p99'):.0f}",
                f"{used:.2f}",
                f"1/{aiogram / used:.1f}" if used < aiogram else f"{used / aiogram:.1f}",
                f"{rate / floor:.2f}",
                f"{middle(rounds, one, 'rss'):.0f}",
                str(late),
                str(wrong),
            )
        )
    promises: list[Promise] = []
    for one, way in ((MENU, "always"), (MENU_SECOND, "everysec")):
        used, rate = middle(rounds, one, "cpu"), middle(rounds, one, "rate")
        promises += [
            Promise(f"CPU of a durable step (`{way}`) ÷ aiogram's, not durable", used / aiogram, 1 / 4),
            Promise(f"CPU of a durable step (`{way}`) ÷ python-telegram-bot's on httpx", used / ptb, 1 / 6),
            Promise(f"steps/s (`{way}`) ÷ the floor's, not durable", rate / floor, 1.3, at_least=True),
        ]
    kept = middle(rounds, MENU, "rate") / never
    promises.append(Promise("steps/s with `always` ÷ without append-only file", kept, 0.9, at_least=True))
    used, rate = middle(rounds, MENU, "cpu"), middle(rounds, MENU, "rate")
    ceiling = 1000 / min(middle(rounds, one, "load") for one in CANDIDATES)
    return Section(
        "Steps per second of one core",
        rows,
        promises,
        (
            f"{PHONES} phones, closed loop, the Bot API answers at once; {len(rounds[MENU.name])} rounds "
            f"of {seconds:g} s in shuffled order, medians. Late: answers after more than 5 s, in all.",
            f"Stretch goals: CPU {used / aiogram:.3f} of aiogram's (goal 1/8 = 0.125); "
            f"{rate / floor:.2f} × the floor's steps/s (goal 2).",
            f"The generator's own ceiling, by the CPU it needs for a step: {ceiling:,.0f} steps/s.",
        ),
    )
