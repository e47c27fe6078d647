"""The whole comparison: one run, one list of sections."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from bench.scale.section import Section
from bench.speed import far, kills, latency, memory, throughput
from bench.speed.ground import Ground

SESSIONS = 100_000


async def compare(
    seconds: float, rounds: int, seed: int, say: Callable[[str], None], sessions: int = SESSIONS
) -> tuple[Sequence[Section], Sequence[str]]:
    """Measure everything; answers the sections, and what was wrong with any answer."""
    async with Ground(seconds, rounds, random.Random(seed), say) as ground:
        fast = await throughput.measure(ground)
        timely = await latency.measure(ground)
        killed = await kills.measure(ground)
        distant = await far.measure_far(ground)
        spoilt = await far.measure_spoilt(ground)
        weighed = await memory.measure(ground, sessions)
        sections = (
            throughput.section(fast, seconds),
            latency.section(timely),
            kills.section(killed),
            far.far_section(distant),
            far.spoilt_section(spoilt),
            memory.section(weighed, sessions),
        )
        return sections, tuple(ground.faults)
