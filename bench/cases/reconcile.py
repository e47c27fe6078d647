"""Reading everything: ten thousand cases in seven hundred groups, while people tap."""

from __future__ import annotations

import asyncio
import json
import sys
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import asdict, dataclass, field, replace
from time import monotonic
from typing import Any

import aiohttp

from bench.load.crowd import Crowd
from bench.load.measure import percentile
from bench.order.report import Outcome, stamp
from bench.order.say import Progress, Say
from bench.scale.installation import NOBODY, ROOT
from bench.scale.machine import cpu, rss
from bench.scale.running import TAPPERS, Running
from bot.store.records import Job, Person
from bot.store.store import TenantStore

PHONES = 100
TAPS = 5.0
"""Taps a second."""
LONG = 7200.0
MOST_REQUESTS = 5.1
RATIO = 1.2
GROWTH_MB = 15.0
WARM = 0.3
"""Share of the reading after which memory is expected to stay as it is: caches are full by then."""
GROUPS_EACH = 2


@dataclass(frozen=True, slots=True)
class Sizes:
    """Cases and groups; seconds of taps before and after, for comparison."""

    cases: int = 10_000
    groups: int = 700
    idle: float = 120.0


@dataclass
class Read:
    """One reading: its requests by what was asked, seconds, memory by time, and taps meanwhile."""

    requests: Counter[str]
    seconds: float
    processor: float
    memory: list[float]
    taps: list[float]
    tapped_wrong: int

    @property
    def total(self) -> int:
        """All requests."""
        return sum(self.requests.values())


@dataclass
class System:
    """The case system's process."""

    url: str
    tail: str
    http: aiohttp.ClientSession
    before: Counter[str] = field(default_factory=Counter)

    async def counts(self) -> Counter[str]:
        """Requests since the last time."""
        async with self.http.get(f"{self.url}/counts") as answer:
            now: Counter[str] = Counter(await answer.json())
        fresh, self.before = now - self.before, now
        fresh.pop("counts (list)", None)
        return fresh


async def reconcile(seed_number: int, sizes: Sizes, say: Say) -> Outcome:
    """Run the campaign."""
    progress = Progress(say, "reconcile")
    async with AsyncExitStack() as stack:
        system = await stack.enter_async_context(_case_system(sizes.groups // GROUPS_EACH))
        run = await stack.enter_async_context(Running(tenants=2))
        town = _point(run, system)
        await _know(town, system, sizes.cases, progress)
        crowd = await _crowd(run)
        reader = await run.serve("--roles", "scheduler", "--reads", name="reader", core=1, wait=False)
        first = await _reading(town, system, reader.pid, None, progress, "first reading")
        before = await _taps(crowd, sizes.idle, progress)
        again = await _reading(town, system, reader.pid, crowd, progress, "reading again")
        after = await _taps(crowd, sizes.idle, progress)
        alarms = len(await town.alarms.all())
    return _outcome(seed_number, sizes, first, again, [*before, *after], alarms, progress.seconds)


@asynccontextmanager
async def _case_system(copies: int) -> AsyncIterator[System]:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bench.cases.copies", "--groups", str(copies)),
        cwd=ROOT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    try:
        line = json.loads(await process.stdout.readline())
        async with aiohttp.ClientSession() as http:
            yield System(line["url"], line["case"], http)
    finally:
        process.kill()
        await process.wait()


def _point(run: Running, system: System) -> TenantStore:
    """Let the second municipality's file name the case system; the first one's people tap."""
    file = sorted(run.here.files.glob("*.toml"))[1]
    file.write_text(file.read_text(encoding="utf-8").replace(NOBODY, system.url), encoding="utf-8")
    return run.town(1)


async def _know(town: TenantStore, system: System, cases: int, progress: Progress) -> None:
    for number in range(cases):
        uuid = f"{number:08x}{system.tail}"
        await town.persons.save(
            Person(f"p{number:05d}", uuid, f"N-{number:05d}", "A", "en", channel="linked")
        )
        progress(f"{number:,} of {cases:,} people are stored")


async def _crowd(run: Running) -> Crowd:
    hands = run.people(0)
    case = replace(run.samira.snapshot, case_uuid="without-lessons", case_number="WV-0000", groups=())
    alone = await hands.linked(replace(run.samira, snapshot=case, groups=()), chat=TAPPERS - 1)
    await hands.copy(alone, range(TAPPERS, TAPPERS + PHONES))
    await run.serve("--roles", "web,worker,sender", "--unlimited", name="town")
    return await run.phones(range(TAPPERS, TAPPERS + PHONES), seconds=300.0)


async def _taps(crowd: Crowd, seconds: float, progress: Progress) -> list[float]:
    found = await crowd.open(TAPS, seconds)
    progress(f"taps with nothing else: p50 {found.p50:.1f}, p99 {found.p99:.1f} ms", now=True)
    return list(found.latencies)


async def _reading(
    town: TenantStore, system: System, pid: int, crowd: Crowd | None, progress: Progress, what: str
) -> Read:
    """Let the scheduler read everything, as it does at night; phones tap meanwhile."""
    await system.counts()
    used, begun = cpu(pid), monotonic()
    await town.jobs.plan(Job("reconcile", "all", town.room.clock()))
    read = Read(Counter(), 0.0, 0.0, [], [], 0)
    tapping = asyncio.create_task(_tap_on(crowd, read)) if crowd is not None else None
    try:
        while await _is_on(town):
            read.memory.append(rss(pid))
            progress(f"{what}, {read.memory[-1]:.0f} MB")
            await asyncio.sleep(0.5)
        read.seconds, read.processor = monotonic() - begun, cpu(pid) - used
    finally:
        if tapping is not None:
            tapping.cancel()
            await asyncio.gather(tapping, return_exceptions=True)
    read.requests = await system.counts()
    progress(f"{what}: {read.total:,} requests in {read.seconds:.0f} s", now=True)
    return read


async def _is_on(town: TenantStore) -> bool:
    """Whether the reading is still to be done: afterwards it is planned for the next night."""
    due = await town.room.db(town.room.db.redis.zscore(f"{town.room.prefix}jobs", "reconcile\x1fall"))
    return due is not None and float(due) - town.room.now() < 60_000


async def _tap_on(crowd: Crowd, read: Read) -> None:
    try:
        await crowd.open(TAPS, LONG)
    finally:
        read.taps = list(crowd.tally.latencies)
        read.tapped_wrong = crowd.tally.unanswered + sum(phone.wrong for phone in crowd.phones)


def _outcome(
    seed_number: int,
    sizes: Sizes,
    first: Read,
    again: Read,
    idle: list[float],
    alarms: int,
    seconds: float,
) -> Outcome:
    lessons = {name: n for name, n in again.requests.items() if "lesgroep" in name}
    warm = again.memory[int(WARM * len(again.memory)) :] or [0.0]
    grown = max(warm) - warm[0]
    calm, busy = (1000 * percentile(taps, 0.99) for taps in (idle, again.taps))
    ratio = busy / calm if calm else 0.0
    each = max(first.total, again.total) / sizes.cases
    said = (
        (each > MOST_REQUESTS, f"{each:.2f} requests per case, more than {MOST_REQUESTS}"),
        (sum(lessons.values()) != sizes.groups, f"lessons were fetched {sum(lessons.values())} times"),
        ("unknown" in again.requests, f"{again.requests['unknown']} requests were not understood"),
        (grown > GROWTH_MB, f"memory grew by {grown:.1f} MB"),
        (bool(again.taps) and ratio > RATIO, f"taps' p99 rose by {100 * (ratio - 1):.0f}%"),
        (again.tapped_wrong > 0, f"{again.tapped_wrong} taps had a wrong answer or none"),
        (alarms > 0, f"{alarms} alarms"),
    )
    figures: dict[str, Any] = {
        "requests of the first reading": first.total,
        "seconds of the first reading": first.seconds,
        "requests of the reading that finds nothing new": again.total,
        "seconds of it": again.seconds,
        "requests per case, everything included": each,
        **{f"  {name}": count for name, count in sorted(again.requests.items())},
        "seconds of processor of the reading process": again.processor,
        "memory at its beginning, MB": again.memory[0] if again.memory else 0.0,
        "memory at its end, MB": again.memory[-1] if again.memory else 0.0,
        "growth after its first third, MB": grown,
        "taps meanwhile": len(again.taps),
        "taps' median with nothing else, ms": 1000 * percentile(idle, 0.5),
        "taps' median meanwhile, ms": 1000 * percentile(again.taps, 0.5),
        "taps' p99 with nothing else, ms": calm,
        "taps' p99 meanwhile, ms": busy,
        "taps' p99, meanwhile against nothing else": ratio,
    }
    return Outcome(
        "reconcile",
        f"Reading {sizes.cases:,} cases in {sizes.groups} groups",
        seed_number,
        asdict(sizes),
        figures,
        tuple(words for fault, words in said if fault),
        seconds,
        at=stamp(),
        note="The scheduler's own nightly job in a process of its own, at its own pace (25 cases a second),"
        f" against a case system that answers at once. People of another municipality tap ({TAPS:g} a second,"
        " open loop) in a process with web, worker and sender; both share one store.",
    )
