"""`python -m bench.writes`: pass on thousands of writes, lose answers, count the effects; exit 1 if wrong."""

from __future__ import annotations

import argparse
import asyncio
import secrets
import sys
from time import monotonic

from bench.order.site import quiet_logs
from bench.writes.people import EACH
from bench.writes.run import Result, round_of

ROUND = 50
"""People in one case system; the sandbox searches its contacts one by one."""
EXAMPLES = """\
examples:
  python -m bench.writes                       5,000 writes, 30% of the answers lost after the work was done
  python -m bench.writes --writes 500 --lost 0.6 --seed 7
"""


async def campaign(writes: int, lost: float, seed: int) -> list[Result]:
    """Play as many rounds as these writes need, and say how each went."""
    people, results, began = -(-writes // EACH), [], monotonic()
    for first in range(0, people, ROUND):
        async with round_of(seed + first, lost) as one:
            results.append(await one.play(first, min(ROUND, people - first)))
        done = sum(result.writes for result in results)
        print(f"{monotonic() - began:6.0f} s  {done} of {people * EACH} writes passed on", flush=True)
    return results


def main() -> int:
    """Run the campaign and say what it came to."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.writes",
        description=__doc__,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--writes", type=int, default=5000, help="how many (10 for each person)")
    parser.add_argument(
        "--lost", type=float, default=0.3, help="share of the answers to writes that are lost"
    )
    parser.add_argument("--seed", type=int, default=None, help="repeat a run")
    given = parser.parse_args()
    seed = secrets.randbelow(10**6) if given.seed is None else given.seed
    print(f"seed {seed}")
    quiet_logs()
    results = asyncio.run(campaign(given.writes, given.lost, seed))
    faults = [fault for result in results for fault in result.faults]
    writes, lost = sum(r.writes for r in results), sum(r.lost for r in results)
    tries = sum(r.tries for r in results)
    print(f"{writes} writes, {tries} tries, {lost} answers lost after the work was done.")
    for fault in faults[:20]:
        print(f"  wrong: {fault}")
    print(f"{len(faults)} faults." if faults else f"Exactly {writes} effects in the case system.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
