"""All measurements of Wegwijs at scale, one after the other."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from bench.scale import broadcast, engine, growth, memory, poison, start, tokens, waiting
from bench.scale.section import Section

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large everything is. `full` is what the issue asks for; the default takes about ten minutes."""

    people: int = 1_000
    sessions: int = 200_000
    steps: int = 200_000
    waiting: int = 3_000
    bots: int = 100
    growth: tuple[int, ...] = (1_000, 10_000, 100_000)
    seconds: float = 20.0
    starts: int = 5

    @classmethod
    def of(cls, environ: Mapping[str, str] = os.environ) -> Sizes:
        """By `PEOPLE`: 5000 and more is the full size, below 1000 a quick look."""
        people = int(environ.get("PEOPLE", USUAL.people))
        if people >= FULL.people:
            return replace(FULL, people=people)
        return replace(USUAL if people >= USUAL.people else QUICK, people=people)


QUICK = Sizes(200, 10_000, 10_000, 300, 5, (200, 2_000), 5.0, 2)
USUAL = Sizes()
FULL = Sizes(5_000, 1_000_000, 1_000_000, 10_000, seconds=60.0, starts=9)


async def measure(
    seed: int, say: Say, sizes: Sizes | None = None, only: Sequence[str] = ()
) -> tuple[tuple[Section, ...], tuple[str, ...]]:
    """Measure everything, or the named parts; answers sections and what went wrong."""
    of = sizes or Sizes.of()
    parts: dict[str, Callable[[], Awaitable[tuple[Section, ...]]]] = {
        "engine": lambda: engine.measure(say, of.steps),
        "memory": lambda: memory.measure(say, of.sessions, min(of.people, 5_000)),
        "start": lambda: start.measure(say, of.starts),
        "broadcast": lambda: broadcast.measure(say, of.people, seed),
        "waiting": lambda: waiting.measure(say, of.waiting, of.seconds),
        "tokens": lambda: tokens.measure(say, of.bots, min(of.seconds, 15.0)),
        "growth": lambda: growth.measure(say, of.growth, seconds=min(of.seconds, 8.0)),
        "poison": lambda: poison.measure(say, of.seconds),
    }
    sections: list[Section] = []
    faults: list[str] = []
    for name in only or parts:
        try:
            sections += await parts[name]()
        except (OSError, TimeoutError, RuntimeError) as fault:
            # One part that cannot be measured does not take the others with it.
            faults.append(f"{name}: {type(fault).__name__} {fault}")
            say(f"{name} could not be measured: {type(fault).__name__} {fault}")
    return tuple(sections), tuple(faults)
