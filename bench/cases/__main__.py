"""`python -m bench.cases`: run one campaign or all, write the report, exit 1 where a promise is broken."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Coroutine
from dataclasses import replace
from pathlib import Path
from typing import Any

from bench.cases import arrival, flood, lossy, reconcile
from bench.order.carry_out import carry_out
from bench.order.report import Outcome, write
from bench.order.say import Say
from bot.loop import run as run_loop

REPORT = Path("docs/reports/cases.md")
EXAMPLES = """\
examples:
  python -m bench.cases                          all campaigns (about 20 minutes, most of it for `reconcile`)
  python -m bench.cases arrival --seed 7
  python -m bench.cases reconcile --cases 1000 --groups 70
"""
Run = Callable[[argparse.Namespace, int, Say], Coroutine[Any, Any, Outcome]]


def _given(options: argparse.Namespace, *names: str) -> dict[str, Any]:
    """The sizes that were named on the command line."""
    return {name: value for name in names if (value := getattr(options, name)) is not None}


CAMPAIGNS: dict[str, Run] = {
    "arrival": lambda o, seed, say: arrival.arrival(seed, arrival.Sizes(**_given(o, "rounds")), say),
    "lossy": lambda o, seed, say: lossy.lossy(seed, lossy.Sizes(**_given(o, "changes")), say),
    "flood": lambda o, seed, say: flood.flood(seed, flood.Sizes(**_given(o, "a_minute", "seconds")), say),
    "reconcile": lambda o, seed, say: reconcile.reconcile(
        seed, reconcile.Sizes(**_given(o, "cases", "groups", "turns")), say
    ),
}


def parser() -> argparse.ArgumentParser:
    """The command line."""
    made = argparse.ArgumentParser(
        prog="python -m bench.cases",
        description="The municipality's case system: what arrives, what is lost, and what reading costs.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument("campaign", nargs="?", default="all", choices=["all", *CAMPAIGNS])
    made.add_argument("--seed", type=int, help="repeat a run (default: a fresh one, printed and reported)")
    made.add_argument("--report", type=Path, default=REPORT, help="Markdown; its JSON twin stands beside it")
    made.add_argument("--rounds", type=int, help="arrival: changes (40)")
    made.add_argument("--changes", type=int, help="lossy: changes (60)")
    made.add_argument("--a-minute", type=int, help="flood: notifications a minute (10,000)")
    made.add_argument("--seconds", type=float, help="flood: how long (60)")
    made.add_argument("--cases", type=int, help="reconcile: cases (10,000)")
    made.add_argument("--groups", type=int, help="reconcile: groups (700)")
    made.add_argument("--turns", type=int, help="reconcile: turns of taps with and without a reading (12)")
    return made


def main(arguments: list[str]) -> int:
    """Run what is asked for; 0 where every promise was kept, 1 where one was broken, 130 after Ctrl-C."""
    options = parser().parse_args(arguments)

    def keep(found: Outcome, seed: int) -> None:
        part = replace(found, command=f"python -m bench.cases {found.name} --seed {seed}")
        write(options.report, [part], "The municipality's case system", "python -m bench.cases")

    return carry_out(
        list(CAMPAIGNS) if options.campaign == "all" else [options.campaign],
        options.seed,
        options.report,
        lambda name, seed, say: CAMPAIGNS[name](options, seed, say),
        keep,
        run=run_loop,
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
