"""A whole group is told that its lesson is cancelled, at Telegram's limits, while others tap."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from time import monotonic

from bench.load.crowd import Crowd
from bench.load.measure import Tally
from bench.load.values import Call
from bench.scale.limits import PER_SECOND, LimitedApi, Limits
from bench.scale.machine import cpu, rss
from bench.scale.running import LISTENERS, TAPPERS, Running
from bench.scale.section import Promise, Section
from bot.cases.model import LessonStatus
from bot.clock import local
from bot.schools.changes import Wish, make
from bot.schools.leave import leave_now, plan
from bot.store.base import new_id

PHONES = 200
TAPS = 5.0
"""Taps a second."""
MOST_IDLE = 60.0
RATIO = 1.5
FAULTS = 0.2
PUSHES = 17.0
"""Pushes a second that Wegwijs sends at most, for guesses of how long something takes."""
SPELL = 5.0
"""Seconds of taps between two looks at how far the broadcast is."""
REST = 2.0
"""Seconds in which somebody might still be told twice."""
Say = Callable[[str], None]


@dataclass
class Told:
    """What the members of the group got, and when."""

    expected: int
    counts: Counter[int] = field(default_factory=Counter)
    last: float = 0.0

    def hear(self, call: Call) -> None:
        """A call has taken effect."""
        if call.method == "sendMessage" and not call.refused and call.chat >= LISTENERS:
            self.counts[call.chat] += 1
            self.last = monotonic()

    @property
    def done(self) -> bool:
        """Whether everybody was told."""
        return len(self.counts) >= self.expected


async def measure(say: Say, people: int = 1000, seed: int = 1) -> tuple[Section, ...]:
    """The section about broadcasts: once undisturbed, once with failing calls and fewer people."""
    calm = await _broadcast(say, people, 0.0, seed)
    rough = await _broadcast(say, max(100, people // 4), FAULTS, seed)
    return (calm, rough)


async def _broadcast(say: Say, people: int, faults: float, seed: int) -> Section:
    limits, told = Limits(seed=seed), Told(people)
    async with Running(api=LimitedApi(limits)) as run:
        await stored(run, people)
        say(f"broadcast: {people:,} people stored")
        process = await run.serve()
        crowd = await run.phones(range(TAPPERS, TAPPERS + PHONES), seconds=300.0)
        idle = await crowd.open(TAPS, min(MOST_IDLE, max(20.0, people / PUSHES)))
        say(f"broadcast: idle taps p50 {idle.p50:.0f} ms, p99 {idle.p99:.0f} ms")
        run.api.listeners.append(told.hear)
        limits.most = limits.refused = 0
        limits.faults = faults
        before, begun = cpu(process.pid), monotonic()
        await cancel_lesson(run)
        beside = await taps_until(say, crowd, told, begun + (120.0 + people / PUSHES) * (8 if faults else 2))
        seconds, used, memory = told.last - begun, cpu(process.pid) - before, rss(process.pid)
        await asyncio.sleep(REST)
    say(f"broadcast: {len(told.counts):,} told in {seconds:.0f} s, taps p99 {beside.p99:.0f} ms")
    return _section(limits, told, idle, beside, (seconds, used, memory))


async def stored(run: Running, people: int) -> None:
    """People of one group, and others who tap."""
    hands = run.people()
    case = replace(run.samira.snapshot, case_uuid="without-lessons", case_number="WV-0000", groups=())
    alone = await hands.linked(replace(run.samira, snapshot=case, groups=()), chat=TAPPERS - 1)
    await hands.copy(alone, range(TAPPERS, TAPPERS + PHONES))
    specimen = await hands.linked(run.samira)
    await hands.leave(specimen)
    await hands.copy(specimen, range(LISTENERS, LISTENERS + people))


async def cancel_lesson(run: Running) -> None:
    """A planner cancels the next lesson of the group of Samira's first lesson, and lets it leave at once."""
    town, now = run.town(), run.clock()
    wall = local(now)
    lesson = next(lesson for lesson in run.samira.lessons if lesson.starts > wall)
    change = make(lesson, Wish(LessonStatus.CANCELLED), id=new_id(), by="bench", now=now)
    assert change is not None
    await plan(town, change)
    answer = await leave_now(town, change)
    if answer != "left":
        raise RuntimeError(f"The change of the lesson was answered {answer}.")


async def taps_until(say: Say, crowd: Crowd, told: Told, until: float) -> Tally:
    """Tap, so many a second, until everybody was told or it takes too long; all latencies together."""
    tally = Tally()
    while not told.done and monotonic() < until:
        found = await crowd.open(TAPS, SPELL)
        tally.seconds += found.seconds
        tally.steps += found.steps
        tally.latencies += found.latencies
        tally.wrong += found.wrong
        tally.unanswered += found.unanswered
        say(f"broadcast: {len(told.counts):,} of {told.expected:,} told, taps p99 {found.p99:.0f} ms")
    return tally


def _section(
    limits: Limits, told: Told, idle: Tally, beside: Tally, spent: tuple[float, float, float]
) -> Section:
    seconds, used, memory = spent
    people, rough = told.expected, bool(limits.faults)
    missing = people - len(told.counts)
    excess = sum(max(0, n - 1 - (chat in limits.unsure)) for chat, n in told.counts.items())
    twice = sum(n > 1 for n in told.counts.values())
    title = f"{people:,} people told of a cancelled lesson"
    injected = ", ".join(f"{n} × {code}" for code, n in sorted(limits.injected.items()))
    rows = [
        ("what", "figure"),
        ("people told", f"{len(told.counts):,} of {people:,}"),
        ("seconds until the last", f"{seconds:.0f} ({len(told.counts) / seconds:.1f} a second)"),
        ("most messages within any second, taps' answers included", f"{limits.most}"),
        ("429 because of a limit", f"{limits.refused}"),
        ("taps idle: p50, p99", f"{idle.p50:.0f}, {idle.p99:.0f} ms ({idle.steps} taps)"),
        ("taps meanwhile: p50, p99", f"{beside.p50:.0f}, {beside.p99:.0f} ms ({beside.steps} taps)"),
        ("processor", f"{used:.1f} s ({100 * used / seconds:.0f}% of a core)"),
        ("RSS afterwards", f"{memory:.0f} MB"),
    ]
    promises = [
        Promise("people who were not told", missing, 0),
        Promise("messages twice without an ambiguous failure", excess, 0),
        Promise("most messages within any sliding second", limits.most, PER_SECOND),
        Promise("429 because of a limit", limits.refused, 0),
    ]
    if rough:
        rows.insert(2, (f"failures injected ({FAULTS:.0%} of calls)", injected))
        rows.insert(
            3, ("told twice after a 502 that had taken effect", f"{twice} of {len(limits.unsure)} such")
        )
    else:
        promises.append(Promise("taps' p99 against idle", beside.p99 / max(idle.p99, 0.001), RATIO))
    promises.append(Promise("taps with a wrong or no answer", beside.wrong + beside.unanswered, 0))
    note = (
        "The planner's path from the change on; fan-out, worker, limiter, sender in one process; one group. "
        f"{TAPS:.0f} taps a second by others, open loop. The Bot API allows {PER_SECOND} messages in any "
        "second and one a second per chat (bursts of three), edits counted, and refuses what is beyond."
    )
    return Section(title + (f", {FAULTS:.0%} of calls failing" if rough else ""), rows, promises, (note,))
