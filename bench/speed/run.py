"""The whole comparison: one run, one list of sections."""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable, Sequence

from bench.load.remote import GeneratorFault
from bench.scale.section import Section
from bench.speed import far, kills, latency, memory, throughput
from bench.speed.ground import Ground, Say

SESSIONS = 100_000


async def compare(
    seconds: float, rounds: int, seed: int, say: Say, sessions: int = SESSIONS
) -> tuple[Sequence[Section], Sequence[str]]:
    """Measure everything; answers the sections, and what was wrong with any answer of ours."""
    async with Ground(seconds, rounds, random.Random(seed), say) as ground:
        parts: dict[str, Callable[[], Awaitable[Section]]] = {
            "throughput": lambda: _throughput(ground),
            "latency": lambda: _latency(ground),
            "kills": lambda: _kills(ground),
            "far": lambda: _far(ground),
            "spoilt chats": lambda: _spoilt(ground),
            "memory": lambda: _memory(ground, sessions),
        }
        sections: list[Section] = []
        for name, part in parts.items():
            try:
                sections.append(await part())
            except (OSError, TimeoutError, RuntimeError, GeneratorFault) as fault:
                # One part that cannot be measured does not take the others with it.
                ground.faults.append(f"{name} could not be measured: {fault}")
                say(ground.faults[-1])
        if ground.others:
            rows = [("where", "what"), *(tuple(said.split(": ", 1)) for said in ground.others)]
            notes = ("Checked like ours. Phones of a closed loop tap as soon as a screen is there.",)
            sections.append(Section("Wrong or missing answers of the others", rows, (), notes))
        return sections, tuple(ground.faults)


async def _throughput(ground: Ground) -> Section:
    return throughput.section(await throughput.measure(ground), ground.seconds)


async def _latency(ground: Ground) -> Section:
    return latency.section(await latency.measure(ground))


async def _kills(ground: Ground) -> Section:
    return kills.section(await kills.measure(ground))


async def _far(ground: Ground) -> Section:
    return far.far_section(await far.measure_far(ground))


async def _spoilt(ground: Ground) -> Section:
    return far.spoilt_section(await far.measure_spoilt(ground))


async def _memory(ground: Ground, sessions: int) -> Section:
    return memory.section(await memory.measure(ground, sessions), sessions)
