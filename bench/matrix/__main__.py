"""The command: `python -m bench.matrix`."""

from __future__ import annotations

import argparse
import multiprocessing
import random
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path
from time import monotonic

from bench.matrix.cell import Cell, Outcome
from bench.matrix.cells import CELLS, chosen
from bench.matrix.child import play_one, quietly
from bench.matrix.report import write

EXAMPLES = """examples:
  python -m bench.matrix                              every cell, about five minutes on two cores
  python -m bench.matrix --only case-api/slow         one cell
  python -m bench.matrix --only redis --only telegram two services
  python -m bench.matrix --seed 7 --report docs/reports/faults.md
"""


def main() -> int:
    """Play the cells; 1 where a promise was broken."""
    options = _options()
    if options.list:
        print("\n".join(cell.name for cell in CELLS))
        return 0
    try:
        cells = chosen(tuple(options.only))
    except ValueError as unknown:
        print(f"There is no cell or service named {unknown}; see --list.", file=sys.stderr)
        return 2
    seed = options.seed if options.seed is not None else random.randrange(1 << 31)
    print(f"Fault matrix: {len(cells)} cells, {options.jobs} at a time, seed {seed}", flush=True)
    begun = monotonic()
    try:
        outcomes = list(_all(cells, seed, options.jobs))
    except KeyboardInterrupt:
        print("Ended; no report is written.", file=sys.stderr)
        return 130
    seconds = monotonic() - begun
    outcomes.sort(key=lambda outcome: cells.index(next(c for c in cells if c.name == outcome.cell.name)))
    if options.report:
        write(options.report, outcomes, seed, seconds, options.jobs)
        print(f"Report: {options.report} and {options.report.with_suffix('.json')}")
    kept = sum(outcome.kept for outcome in outcomes)
    print(f"{kept} of {len(outcomes)} cells kept all their promises in {seconds:.0f} s (seed {seed})")
    return 0 if kept == len(outcomes) else 1


def _all(cells: tuple[Cell, ...], seed: int, jobs: int) -> Iterator[Outcome]:
    """Play the cells in several processes, and give each as it ends."""
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, context, initializer=quietly)
    try:
        waiting = [pool.submit(play_one, cell.name, seed) for cell in cells]
        for number, done in enumerate(as_completed(waiting), 1):
            outcome = done.result()
            print(_line(outcome, number, len(cells)), flush=True)
            yield outcome
    except KeyboardInterrupt:
        for process in multiprocessing.active_children():
            process.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _line(outcome: Outcome, number: int, of: int) -> str:
    mark = "✅" if outcome.kept else "❌"
    said = f"{number:3}/{of} {mark} {outcome.cell.name:28} {outcome.seconds:5.1f} s  {outcome.language}"
    broken = [f"\n        {c.about}: {c.promise} ({c.found[:120]!r})" for c in outcome.checks if not c.kept]
    return said + "".join(broken) + (f"\n        {outcome.crash}" if outcome.crash else "")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m bench.matrix",
        description="Let each service fail in each way, and look at what people and operators see.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--seed", type=int, help="the same again; chosen and printed where none is given")
    parser.add_argument("--only", action="append", default=[], metavar="CELL", help="a cell, or a service")
    parser.add_argument("--report", type=Path, metavar="FILE.md", help="write a report and its JSON twin")
    parser.add_argument("--jobs", type=int, default=3, help="cells at a time (3); most of a cell is waiting")
    parser.add_argument("--list", action="store_true", help="name every cell")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
