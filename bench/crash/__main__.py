"""`python -m bench.crash`: the whole campaign, and its report."""

from __future__ import annotations

import argparse
import asyncio
import random
import signal
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

from bench.crash import report, sections
from bench.crash.checks import Verdict, judge
from bench.crash.instance import Words
from bench.crash.load import Spread
from bench.crash.nursery import Nursery
from bench.crash.part import Share, quiet, read_share
from bench.crash.processes import Battle
from bench.crash.surroundings import surroundings

EXAMPLES = """examples:
  python -m bench.crash                                    2,000 kills, seed 1
  python -m bench.crash --kills 10000 --seed 7 --report docs/reports/crash.md
  python -m bench.crash --kills 300 --real 30 --full 2     a short one
"""
PEOPLE = 28
GRACE = 8.0
Say = Callable[[str], None]


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.crash",
        description="Kill Wegwijs again and again; a sequential oracle says what was lost or came twice.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--kills", type=int, default=2000, help="all kills together (2000)")
    parser.add_argument("--real", type=int, help="real kill -9 among them (a tenth)")
    parser.add_argument("--full", type=int, help="processes that come back as fresh interpreters (100)")
    parser.add_argument("--seed", type=int, default=1, help="of everything that is left to chance (1)")
    parser.add_argument("--jobs", type=int, default=2, help="processes for the in-process kills (2)")
    parser.add_argument("--report", type=Path, help="where to write the report (*.md, and *.json beside it)")
    return parser.parse_args()


async def failpoints(kills: int, seed: int, jobs: int, say: Say) -> Share:
    """Part A, shared among a few processes."""
    whole = Share()
    counts = [kills // jobs + (number < kills % jobs) for number in range(jobs)]
    running: list[asyncio.Task[Share]] = []
    async with asyncio.TaskGroup() as group:
        for number, count in enumerate(counts):
            if count:
                part = _part(count, seed * 1000 + number, f"A{number + 1}", say)
                running.append(group.create_task(part))
    for one in running:
        whole.add(one.result())
    return whole


async def _part(kills: int, seed: int, name: str, say: Say) -> Share:
    pipe = asyncio.subprocess.PIPE
    command = ("-m", "bench.crash.part", str(kills), str(seed))
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *command,
        stdout=pipe,
        stderr=pipe,
        limit=1 << 26,
        # A Ctrl-C reaches us only; we then ask once, so that its cleaning up is not cut short.
        start_new_session=True,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    last: list[str] = []
    try:
        reading = asyncio.create_task(process.stdout.read())
        async for line in process.stderr:
            last = [*last[-30:], line.decode(errors="replace").rstrip()]
            say(f"{name}: {last[-1]}")
        text = await reading
        if await process.wait():
            raise RuntimeError("a part of the campaign failed:\n" + "\n".join(last))
        return read_share(text.decode())
    finally:
        await asyncio.shield(_end(process))


async def _end(process: asyncio.subprocess.Process) -> None:
    """Ask a part to end and to clean up; after a while it is killed."""
    if process.returncode is not None:
        return
    process.send_signal(signal.SIGINT)
    try:
        async with asyncio.timeout(GRACE):
            await process.wait()
    except TimeoutError:
        process.kill()
        await process.wait()


async def kill_processes(kills: int, full: int, seed: int, say: Say) -> report.Section:
    """Part B."""
    rng, ports = random.Random(seed), list[int]()
    post = Spread(rng=rng, ports=ports)
    nursery = await Nursery.open()
    try:
        async with surroundings(PEOPLE, rng, post=post, ports=ports) as around:
            words = Words()
            battle = Battle(around, nursery, rng, kills, full, post, words)
            await battle.run(say)
            say("asking the oracle")
            verdict = await judge(around, words, battle.fleet.ended, Verdict())
            return sections.processes(battle, verdict, post.twice, post.lost)
    finally:
        await nursery.close()


async def campaign(asked: argparse.Namespace, say: Say) -> bool:
    """Both parts, and the report; answers whether every promise was kept."""
    begun = monotonic()
    real = asked.kills // 10 if asked.real is None else asked.real
    full = min(100, real) if asked.full is None else asked.full
    found: list[report.Section] = []
    if asked.kills > real:
        found.append(sections.in_process(await failpoints(asked.kills - real, asked.seed, asked.jobs, say)))
    if real:
        found.append(await kill_processes(real, full, asked.seed, lambda text: say(f"B: {text}")))
    minutes = (monotonic() - begun) / 60
    with_what = sections.versions()
    head = (
        f"{asked.kills:,} kills, {real:,} of them real `kill -9` of processes under load. Seed {asked.seed}, "
        f"{datetime.now(UTC):%Y-%m-%d}, {minutes:.1f} minutes.",
        "",
        ", ".join(f"{name} {text}" for name, text in with_what.items()) + ".",
        "",
        "The history is the server's own append-only file. It is written, step by step, into a second "
        "server, and each committed turn is decided again there by the pure engine, alone: what the dying "
        "and interleaved processes committed must be the same. Then it is compared with what Telegram and "
        "the case system saw.",
        "",
        f"Again: `make crash KILLS={asked.kills} SEED={asked.seed}`.",
    )
    facts = {"kills": asked.kills, "real": real, "seed": asked.seed, "versions": with_what}
    if asked.report:
        report.write(asked.report, "Crash campaign", head, found, facts)
        say(f"report: {asked.report}")
    else:
        print(report.markdown("Crash campaign", head, found))
    for section in found:
        for promise in section.promises:
            print(f"{'kept  ' if promise.kept else 'BROKEN'}  {promise.text}  {promise.detail}")
    return report.kept(found)


def main() -> int:
    """Run; 1 where a promise was broken, 130 after Ctrl-C."""
    asked, begun = arguments(), monotonic()
    quiet()

    def say(text: str) -> None:
        print(f"{monotonic() - begun:6.0f} s  {text}", file=sys.stderr, flush=True)

    say(f"seed {asked.seed}, {asked.kills} kills")
    try:
        return 0 if asyncio.run(campaign(asked, say)) else 1
    except KeyboardInterrupt:
        say("ended")
        return 130


if __name__ == "__main__":
    sys.exit(main())
