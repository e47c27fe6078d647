"""Kill -9 again and again under 40 phones: what is lost, what is wrong, what comes twice."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from time import monotonic

from bench.load.measure import Tally
from bench.scale.section import Promise, Section
from bench.speed.bots import AIOGRAM, DIALOGS, FLOOR, MENU, PTB, Candidate, Running
from bench.speed.ground import Ground

PHONES = 40
ALIVE = 2.5
"""Seconds of work between two kills."""
PATIENCE = 10.0
TIMES = 4.0
"""A candidate runs so many times as long as a throughput turn."""
VICTIMS = (MENU, FLOOR, AIOGRAM, DIALOGS, PTB)


@dataclass(frozen=True, slots=True)
class Killed:
    """What one candidate came to, and how many times it was killed."""

    tally: Tally
    kills: int
    back: float


async def measure(ground: Ground) -> Mapping[str, Killed]:
    """One candidate after the other."""
    found: dict[str, Killed] = {}
    for one in ground.chance.sample(VICTIMS, len(VICTIMS)):
        found[one.name] = killed = await _torment(ground, one)
        ground.say(
            f"kills: {one.name}: {killed.kills} kills, {killed.tally.steps:,} steps, "
            f"{killed.tally.unanswered} unanswered, {killed.tally.wrong} wrong"
        )
    return found


async def _torment(ground: Ground, candidate: Candidate) -> Killed:
    bot, seconds = ground.ready(candidate), TIMES * ground.seconds
    try:
        await bot.start(ground.generator)
        await ground.phones(bot, PHONES, patience=PATIENCE)
        under_way = asyncio.create_task(
            ground.generator.run("closed", crowd=bot.token, seconds=seconds, drain=PATIENCE + 20.0)
        )
        kills, away = await _kill_for(ground, bot, seconds)
        tally = await under_way
    finally:
        await bot.stop(ground.generator)
    if candidate.ours:
        ground.check(candidate, "kills", tally)
    return Killed(tally, kills, away / max(kills, 1))


async def _kill_for(ground: Ground, bot: Running, seconds: float) -> tuple[int, float]:
    """Kill and start until the time is over; answers kills and seconds until the bot listened again."""
    until, kills, away = monotonic() + seconds - ALIVE, 0, 0.0
    while monotonic() < until:
        await asyncio.sleep(ALIVE * (0.5 + ground.chance.random()))
        bot.kill()
        began = monotonic()
        kills += 1
        bot.launch()
        await bot.listening()
        away += monotonic() - began
        await _taken_again(ground, bot)
    return kills, away


async def _taken_again(ground: Ground, bot: Running) -> None:
    while await ground.generator.ask("away", token=bot.token):  # noqa: ASYNC110 (another process)
        await asyncio.sleep(0.02)


def section(found: Mapping[str, Killed]) -> Section:
    """The table, and the promises about it."""
    rows = [
        ("", "steps", "kills", "listens after s", "unanswered", "wrong", "late", "shown twice", "sent again")
    ]
    for one in VICTIMS:
        killed, tally = found[one.name], found[one.name].tally
        rows.append(
            (
                one.title,
                f"{tally.steps:,}",
                str(killed.kills),
                f"{killed.back:.1f}",
                str(tally.unanswered),
                str(tally.wrong),
                str(tally.late),
                str(tally.twice),
                str(tally.again),
            )
        )
    ours = found[MENU.name].tally
    return Section(
        "What survives kill -9",
        rows,
        (
            Promise("updates lost", ours.unanswered, 0),
            Promise("answers that are wrong", ours.wrong, 0),
        ),
        (
            f"{PHONES} phones, closed loop; killed after {ALIVE:g} s of work (half to one and a half of it), "
            f"started at once. Unanswered: no right screen within {PATIENCE:g} s of the 2xx, counted from "
            "when the bot takes updates again. Wrong: another screen or count of steps than the tap asks "
            "for. Shown twice: an edit that changes nothing. Only the bot is killed, never the store.",
        ),
    )
