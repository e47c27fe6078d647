"""The benchmark's command line: `python -m bench`."""

from __future__ import annotations

import argparse
import asyncio
import importlib
import importlib.util
import sys
from collections.abc import Sequence
from random import SystemRandom
from time import monotonic

from bench import report
from bench.scale.section import Section
from bench.speed.bots import PEERS_PYTHON
from bench.speed.run import SESSIONS, compare

EXAMPLES = """examples:
  python -m bench                       everything: speed beside the peers, then scale
  python -m bench speed                 only the comparison with the peers
  python -m bench scale                 only broadcast, growth, memory, start
  python -m bench speed --seconds 1 --rounds 1 --sessions 5000    a quick look (three minutes)

Writes docs/reports/bench.md and bench.json. Ends with 0 where every answer was right, also where a promise
was missed (the report says so), with 1 where an answer of Wegwijs was not.
"""
SCALE = "bench.scale.run"


def main(words: Sequence[str] | None = None) -> int:
    """Measure, write the report, print it."""
    parser = argparse.ArgumentParser(
        "python -m bench", description=__doc__, epilog=EXAMPLES, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("part", nargs="?", choices=("speed", "scale"), help="one part only")
    parser.add_argument(
        "--seconds", type=float, default=4.0, help="of a throughput turn; all else in proportion"
    )
    parser.add_argument("--rounds", type=int, default=3, help="rounds, of which medians are taken")
    parser.add_argument("--sessions", type=int, default=SESSIONS, help="stored sessions for the memory table")
    parser.add_argument("--seed", type=int, default=None, help="of the order of candidates and of the kills")
    given = parser.parse_args(words)
    seed = given.seed if given.seed is not None else SystemRandom().randrange(10**6)
    begun = monotonic()

    def say(line: str) -> None:
        print(f"{monotonic() - begun:5.0f} s  {line}", flush=True)

    say(f"seed {seed}")
    try:
        faults = asyncio.run(_measure(given, seed, say))
    except KeyboardInterrupt:
        print("\nstopped; no report was written", file=sys.stderr)
        return 130
    for fault in faults:
        print(f"WRONG: {fault}")
    return 1 if faults else 0


async def _measure(given: argparse.Namespace, seed: int, say: report.Say) -> list[str]:
    faults: list[str] = []
    if given.part != "scale":
        settings = {"seconds": given.seconds, "rounds": given.rounds, "peers": report.peers(PEERS_PYTHON)}
        facts = report.facts(seed, **settings)
        sections, wrong = await compare(given.seconds, given.rounds, seed, say, given.sessions)
        faults += wrong
        _finish(report.Part("speed", sections, {**facts, "answers": "; ".join(wrong) or "all right"}))
    if given.part != "speed" and importlib.util.find_spec(SCALE):
        facts = report.facts(seed)
        found: tuple[Sequence[Section], Sequence[str]] = await importlib.import_module(SCALE).measure(
            seed, say
        )
        faults += found[1]
        _finish(report.Part("scale", found[0], facts))
    return faults


def _finish(part: report.Part) -> None:
    path = report.write(part)
    for section in part.sections:
        print("\n" + section.markdown())
    print(f"written: {path.relative_to(report.ROOT)} and bench.json")


if __name__ == "__main__":
    sys.exit(main())
