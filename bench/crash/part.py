"""A share of part A in a process of its own: rounds of in-process kills, each with a fresh town.

python -m bench.crash.part <kills> <seed>     (progress on standard error, JSON on standard output)
"""

from __future__ import annotations

import asyncio
import gc
import json
import logging
import random
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import structlog

from bench.crash.checks import Verdict, judge
from bench.crash.inprocess import Coverage, InProcess
from bench.crash.instance import Change, Words
from bench.crash.parent import die_with_parent
from bench.crash.people import HABITS
from bench.crash.surroundings import surroundings

ROUND = 300
"""Kills per town: the virtual clock moves on with each of them, and the town's term must not end."""
Say = Callable[[str], None]


@dataclass
class Share:
    """What a share of the kills came to."""

    kills: int = 0
    freezes: int = 0
    steps: int = 0
    towns: int = 0
    verdict: Verdict = field(default_factory=Verdict)
    coverage: Coverage = field(default_factory=Coverage)

    def add(self, other: Share) -> None:
        """Take another share in."""
        self.kills += other.kills
        self.freezes += other.freezes
        self.steps += other.steps
        self.towns += other.towns
        self.verdict.add(other.verdict)
        self.coverage.add(other.coverage)

    def text(self) -> str:
        """Write it as JSON."""
        cover = self.coverage
        pairs = [[*pair, n, cover.hits[pair], cover.crossed[pair]] for pair, n in cover.known.items()]
        return json.dumps(
            {
                "kills": self.kills,
                "freezes": self.freezes,
                "steps": self.steps,
                "towns": self.towns,
                "counts": self.verdict.counts,
                "broken": self.verdict.broken,
                "pairs": pairs,
                "kinds": cover.steps,
            }
        )


def read_share(text: str) -> Share:
    """Read what `text` wrote."""
    raw: dict[str, Any] = json.loads(text)
    cover = Coverage(steps=Counter(raw["kinds"]))
    for kind, point, most, hits, crossed in raw["pairs"]:
        cover.known[kind, point], cover.hits[kind, point] = most, hits
        cover.crossed[kind, point] = crossed
    verdict = Verdict(Counter(raw["counts"]), raw["broken"])
    return Share(raw["kills"], raw["freezes"], raw["steps"], raw["towns"], verdict, cover)


async def share_of(kills: int, seed: int, say: Say, *, spoil: Change | None = None) -> Share:
    """Kill instances in one town after the other."""
    share, words, rng = Share(), Words(), random.Random(seed)
    while share.kills < kills:
        wanted = min(ROUND, kills - share.kills)
        async with surroundings(len(HABITS), rng, fast=True, fsync="everysec") as around:
            town = InProcess(around, words, share.coverage, rng, spoil)
            found = await town.run(wanted, say)
            await judge(around, words, town.ended, share.verdict)
        share.kills += found.kills
        share.freezes += found.freezes
        share.steps += found.steps
        share.towns += 1
        gc.collect()  # instances hold on to each other in circles
        say(f"{share.kills} of {kills} kills in {share.towns} towns")
    return share


def quiet() -> None:
    """Nothing that dies on purpose needs a line in the log."""
    logging.disable(logging.CRITICAL)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))


def main() -> None:
    """One share."""
    die_with_parent()
    quiet()
    kills, seed = int(sys.argv[1]), int(sys.argv[2])
    try:
        share = asyncio.run(share_of(kills, seed, lambda text: print(text, file=sys.stderr, flush=True)))
    except KeyboardInterrupt:
        sys.exit(130)
    print(share.text())


if __name__ == "__main__":
    main()
