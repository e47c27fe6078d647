"""Telegram far away, and single chats whose line is spoilt: who waits for whom."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from bench.load.measure import Tally
from bench.scale.section import Promise, Section
from bench.speed.bots import AIOGRAM, MENU, PTB, Candidate, Running
from bench.speed.ground import FIRST_CHAT, PEOPLE, SPECIALS, Ground

AWAY = 0.04
CROWD = 400
TRAVELLERS = (MENU, AIOGRAM, PTB)
NEIGHBOURS = 60
NEIGHBOUR_RATE = {MENU.name: 100.0, AIOGRAM.name: 100.0, PTB.name: 30.0}
SLOW = 2.0
SPECIAL = FIRST_CHAT + PEOPLE - SPECIALS
DRAIN = 2.0


async def measure_far(ground: Ground) -> Mapping[str, Tally]:
    """400 people, every call takes 40 ms."""
    found: dict[str, Tally] = {}
    for one in ground.chance.sample(TRAVELLERS, len(TRAVELLERS)):
        bot = ground.ready(one)
        try:
            await bot.start(ground.generator)
            await ground.phones(bot, CROWD, patience=120.0)
            await ground.generator.ask("road", seconds=AWAY)
            found[one.name] = tally = await ground.generator.run(
                "closed", crowd=bot.token, seconds=2 * ground.seconds, warm=2.0, drain=DRAIN
            )
        finally:
            await ground.generator.ask("road")
            await bot.stop(ground.generator)
        ground.check(one, "far", tally)
        ground.say(f"far: {one.name}: {tally.rate:,.0f} steps/s with the Bot API {AWAY * 1000:g} ms away")
    return found


async def measure_spoilt(ground: Ground) -> Mapping[str, tuple[Tally, Tally]]:
    """The same people without and with three neighbours: one slow, one silent, one who blocked the bot."""
    found: dict[str, tuple[Tally, Tally]] = {}
    for one in ground.chance.sample(TRAVELLERS, len(TRAVELLERS)):
        bot = ground.ready(one)
        try:
            await bot.start(ground.generator)
            await ground.phones(bot, NEIGHBOURS, patience=60.0)
            await ground.phones(bot, 3, first=SPECIAL, crowd="spoilt", patience=60.0)
            found[one.name] = pair = await _pair(ground, one, bot)
        finally:
            await ground.generator.ask("road")
            await bot.stop(ground.generator)
        for tally in pair:
            ground.check(one, "spoilt chats", tally)
        ground.say(
            f"spoilt chats: {one.name}: p99 {pair[0].p99:.1f} ms without, {pair[1].p99:.1f} ms with them"
        )
    return found


async def _pair(ground: Ground, one: Candidate, bot: Running) -> tuple[Tally, Tally]:
    seconds, rate = 2 * ground.seconds, NEIGHBOUR_RATE[one.name]
    without, beside = Tally(), Tally()
    for _ in range(2):
        await ground.generator.ask("road")
        _add(
            without,
            await ground.generator.run("open", crowd=bot.token, rate=rate, seconds=seconds / 2, drain=DRAIN),
        )
        await ground.generator.ask(
            "road", slow=[SPECIAL], slow_seconds=SLOW, silent=[SPECIAL + 1], blocked=[SPECIAL + 2]
        )
        _, tally = await asyncio.gather(
            ground.generator.run("closed", crowd="spoilt", seconds=seconds / 2, drain=0.0),
            ground.generator.run("open", crowd=bot.token, rate=rate, seconds=seconds / 2, drain=DRAIN),
        )
        _add(beside, tally)
    return without, beside


def _add(to: Tally, tally: Tally) -> None:
    to.seconds += tally.seconds
    to.steps += tally.steps
    to.wrong += tally.wrong
    to.unanswered += tally.unanswered
    to.unfinished += tally.unfinished
    to.latencies += tally.latencies


def far_section(found: Mapping[str, Tally]) -> Section:
    """The table of 40 ms, and the promise about it."""
    rows = [("", "steps/s", "p50 ms", "p99 ms", "late", "unfinished")]
    for one in TRAVELLERS:
        t = found[one.name]
        rows.append(
            (one.title, f"{t.rate:,.0f}", f"{t.p50:,.0f}", f"{t.p99:,.0f}", str(t.late), str(t.unfinished))
        )
    times = found[MENU.name].rate / max(found[PTB.name].rate, 0.1)
    return Section(
        "The Bot API 40 ms away, 400 people",
        rows,
        (Promise("× python-telegram-bot's steps/s", times, 50.0, at_least=True),),
        (
            f"Closed loop with {CROWD} phones; a call takes effect, and is answered, after "
            f"{AWAY * 1000:g} ms. Unfinished: under way {DRAIN:g} s after the end.",
        ),
    )


def spoilt_section(found: Mapping[str, tuple[Tally, Tally]]) -> Section:
    """The table of spoilt chats, and the promise about it."""
    rows = [("", "steps/s asked", "p50 / p99 ms without", "p50 / p99 ms beside them", "unfinished")]
    for one in TRAVELLERS:
        a, b = found[one.name]
        rows.append(
            (
                one.title,
                f"{NEIGHBOUR_RATE[one.name]:g}",
                _spread(a),
                _spread(b),
                str(b.unfinished),
            )
        )
    without, beside = found[MENU.name]
    return Section(
        "One slow, one silent and one blocked chat",
        rows,
        (Promise("p99 of everybody else ÷ without them", beside.p99 / (without.p99 or 1.0), 1.25),),
        (
            f"Open loop of {NEIGHBOURS} people; beside them three who tap too: calls for the first take "
            f"{SLOW:g} s, those for the second are never answered, the third has blocked the bot.",
        ),
    )


def _spread(tally: Tally) -> str:
    return f"{tally.p50:,.1f} / {tally.p99:,.1f}" if tally.latencies else "nobody was answered"
