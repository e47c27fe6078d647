"""What a step costs with a thousand or a hundred thousand people stored, and with one to four workers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bench.load.measure import Tally
from bench.scale.machine import cpu
from bench.scale.running import TAPPERS, Running
from bench.scale.section import Promise, Section

PHONES = 64
STEP = 20_000
SAME = 1.2
Say = Callable[[str], None]
UNWRITTEN = ("--auto-aof-rewrite-percentage", "0")


async def measure(
    say: Say,
    sizes: Sequence[int] = (1_000, 10_000, 100_000),
    workers: Sequence[int] = (1, 2, 4),
    seconds: float = 8.0,
) -> tuple[Section, ...]:
    """The sections about growth."""
    rows = [("people stored", "steps/s", "CPU s per 1,000 steps", "p50 ms", "p99 ms")]
    costs: list[float] = []
    async with Running(extra=UNWRITTEN) as run:
        specimen, there = await run.people().linked(run.samira), 0
        for size in sizes:
            for start in range(there, size, STEP):
                await run.people().copy(specimen, range(TAPPERS + start, TAPPERS + min(start + STEP, size)))
            there = size
            tally, cost = await _steps(run, there, seconds, 0)
            costs.append(cost)
            rows.append((f"{size:,}", *_figures(tally, cost)))
            say(f"growth: {size:,} people, {tally.rate:.0f} steps/s, {cost:.2f} s per 1,000")
        more = [("worker processes", "steps/s", "CPU s per 1,000 steps", "p50 ms", "p99 ms")]
        for number in workers:
            tally, cost = await _steps(run, there, seconds, number)
            more.append((f"{number}", *_figures(tally, cost)))
            say(f"growth: {number} workers, {tally.rate:.0f} steps/s, {cost:.2f} s per 1,000")
    promise = Promise(
        f"cost of a step with {sizes[-1]:,} people against {sizes[0]:,}", costs[-1] / costs[0], SAME
    )
    note = (
        f"{PHONES} phones of stored people, closed loop of {seconds:.0f} s, all roles in one process on one "
        "core, encryption on, `appendfsync always`, limiter on with its rates unlimited."
    )
    beside = (
        "One process receives and sends, the others are workers; all on the two cores that store, Bot API "
        "and phones use too, so a lower bound."
    )
    return (
        Section("From 1,000 to 100,000 people", rows, (promise,), (note,)),
        Section("From 1 to 4 workers", more, (), (beside,)),
    )


def _figures(tally: Tally, cost: float) -> tuple[str, str, str, str]:
    return (f"{tally.rate:.0f}", f"{cost:.2f}", f"{tally.p50:.0f}", f"{tally.p99:.0f}")


async def _steps(run: Running, people: int, seconds: float, workers: int) -> tuple[Tally, float]:
    """Steps of phones spread over all people; 0 workers means everything in one process."""
    if workers:
        processes = [await run.serve("--unlimited", "--roles", "web,sender,scheduler", core=None)]
        for number in range(workers):
            one = await run.serve(
                "--unlimited", "--roles", "worker", name=f"w{number}", core=None, wait=False
            )
            processes.append(one)
    else:
        processes = [await run.serve("--unlimited")]
    try:
        crowd = await run.phones(range(TAPPERS, TAPPERS + people, people // PHONES)[:PHONES])
        await crowd.closed(1.0)
        before = sum(cpu(one.pid) for one in processes)
        tally = await crowd.closed(seconds)
        used = sum(cpu(one.pid) for one in processes) - before
        crowd.leave()
    finally:
        for one in processes:
            run.here.end(one)
        run.api.webhooks.clear()
    return tally, 1000 * used / max(1, tally.steps)
