"""One process sends for a hundred bots at their full rate, and people tap meanwhile."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from bench.load.values import Call
from bench.scale.broadcast import TAPS
from bench.scale.machine import cpu
from bench.scale.running import LISTENERS, TAPPERS, Running
from bench.scale.section import Promise, Section
from bot.cases.model import Facts, Lesson, LessonStatus
from bot.clock import local
from bot.state.items import arg
from bot.state.turn import Notice, Priority

RATE = 30.0
SHARE = 0.95
"""Of the full rate: bursts and the ends of a window take the rest."""
MOST_MS = 50.0
PHONES = 40
WARM = 3.0
ENOUGH = 1.5
"""So many times more messages than the window needs."""
QUIET, STORING = 20.0, 1.0
"""Seconds for the process to start and phones to say /start before anything is due, and per bot to store."""
Say = Callable[[str], None]


async def measure(say: Say, bots: int = 100, seconds: float = 10.0) -> tuple[Section, ...]:
    """The section about many bots."""
    each = int(RATE * (seconds + WARM + 2.0) * ENOUGH)
    async with Running(tenants=bots) as run:
        due = run.clock() + timedelta(seconds=QUIET + bots * STORING)
        for number in range(bots):
            await _waiting(run, number, each, due)
            if number % 10 == 9:
                say(f"tokens: {number + 1} bots with {each:,} messages each stored")
        sent: Counter[str] = Counter()
        run.api.listeners.append(lambda call: sent.update(_pushes(call)))
        process = await run.serve("--rate", str(RATE), "--roles", "web,worker,sender")
        crowd = await run.phones(range(TAPPERS, TAPPERS + PHONES), seconds=120.0)
        await asyncio.sleep(max(0.0, (due - run.clock()).total_seconds()) + WARM)
        sent.clear()
        store = int((await run.store.db.redis.info("server"))["process_id"])
        before, kept = cpu(process.pid), cpu(store)
        taps = await crowd.open(TAPS, seconds)
        used, total = cpu(process.pid) - before, sum(sent.values())
        kept = cpu(store) - kept
    rate, least = total / seconds, min(sent.values(), default=0) / seconds
    say(f"tokens: {rate:,.0f} messages a second, taps p99 {taps.p99:.0f} ms")
    section = Section(
        f"One process for {bots} bots",
        (
            ("what", "figure"),
            ("messages a second, all bots", f"{rate:,.0f} of {bots * RATE:,.0f}"),
            ("the slowest bot", f"{least:.1f} a second"),
            ("processor", f"{100 * used / seconds:.0f}% of a core"),
            ("processor of the store", f"{100 * kept / seconds:.0f}% of a core"),
            ("taps: p50, p99", f"{taps.p50:.0f}, {taps.p99:.0f} ms ({taps.steps} taps)"),
        ),
        (
            Promise("share of the full rate", rate / (bots * RATE), SHARE, at_least=True),
            Promise("taps' p99", taps.p99, MOST_MS, "ms"),
        ),
        (
            f"Worker and sender for {bots} municipalities in one process on one core, {RATE:.0f} messages a "
            f"second allowed to each; notices of a cancelled lesson wait in every outbox. Taps, {TAPS:.0f} a "
            "second, on one of the bots. Store, Bot API and phones share the other core.",
        ),
    )
    return (section,)


def _pushes(call: Call) -> dict[str, int]:
    pushed = call.method == "sendMessage" and call.chat >= LISTENERS and not call.refused
    return {call.token: 1} if pushed else {}


async def _waiting(run: Running, number: int, each: int, due: datetime) -> None:
    """People of one municipality, each with a notice in the outbox; of the first also some who tap."""
    facts, lesson = cancelled(run.samira, run)
    hands = run.people(number)
    if number == 0:
        specimen = await hands.linked(run.samira, chat=TAPPERS - 1)
        await hands.copy(specimen, range(TAPPERS, TAPPERS + PHONES))
    key = f"lesson:{lesson.id}"
    shown = arg(key, lesson.version)
    notice = Notice(key, lesson.version, "push.lesson.cancelled", shown, Priority.REMINDER, due)
    specimen = await hands.linked(facts, notice=notice)
    await hands.copy(specimen, range(LISTENERS, LISTENERS + each))


def cancelled(facts: Facts, run: Running) -> tuple[Facts, Lesson]:
    """The same facts with the next lesson cancelled."""
    wall = local(run.clock())
    lesson = next(lesson for lesson in facts.lessons if lesson.starts > wall)
    off = replace(lesson, status=LessonStatus.CANCELLED, version=lesson.version + 1)
    groups = tuple(
        replace(group, lessons=tuple(off if one.id == off.id else one for one in group.lessons))
        for group in facts.groups
    )
    case = replace(facts.snapshot, case_uuid="cancelled", case_number="WV-9999")
    return replace(facts, snapshot=case, groups=groups), off
