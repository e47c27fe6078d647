"""`python -m bench.order`: run one campaign or all, write the report, exit 1 where a promise is broken."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Coroutine
from dataclasses import replace
from pathlib import Path
from typing import Any

from bench.order import reminders, shuffle, soak, store_away, store_kills
from bench.order.carry_out import carry_out
from bench.order.report import Outcome, write
from bench.order.say import Say

REPORT = Path("docs/reports/order.md")
EXAMPLES = """\
examples:
  python -m bench.order                          all campaigns in their short sizes (about 8 minutes)
  python -m bench.order all --full               the sizes of the published report (about 15 minutes)
  python -m bench.order store-kills --kills 1000 --seed 7
  python -m bench.order store-away --updates 20000 --people 2000 --away 600
  python -m bench.order shuffle --updates 100000 --people 2000 --processes 2
  python -m bench.order reminders --reminders 10000
  python -m bench.order soak --days 30
"""
Run = Callable[[argparse.Namespace, int, Say], Coroutine[Any, Any, Outcome]]


def _given(options: argparse.Namespace, *names: str) -> dict[str, Any]:
    """The sizes that were named on the command line."""
    return {name: value for name in names if (value := getattr(options, name)) is not None}


def _kills(options: argparse.Namespace, seed: int, say: Say) -> Coroutine[Any, Any, Outcome]:
    usual = {} if options.full else {"kills": 300}
    sizes = store_kills.Sizes(**usual | _given(options, "kills", "workers", "fsync"))
    return store_kills.store_kills(seed, sizes, say)


def _away(options: argparse.Namespace, seed: int, say: Say) -> Coroutine[Any, Any, Outcome]:
    usual = {} if options.full else {"updates": 10_000, "people": 1_000}
    sizes = store_away.Sizes(**usual | _given(options, "updates", "people", "away", "workers", "fsync"))
    return store_away.store_away(seed, sizes, say)


def _shuffle(options: argparse.Namespace, seed: int, say: Say) -> Coroutine[Any, Any, Outcome]:
    usual = {"updates": 100_000, "people": 2_000} if options.full else {}
    sizes = shuffle.Sizes(**usual | _given(options, "updates", "people", "processes"))
    return shuffle.shuffle(seed, sizes, say)


def _reminders(options: argparse.Namespace, seed: int, say: Say) -> Coroutine[Any, Any, Outcome]:
    usual = {} if options.full else {"reminders": 2_000}
    sizes = reminders.Sizes(**usual | _given(options, "reminders", "processes"))
    return reminders.reminders(seed, sizes, say)


def _soak(options: argparse.Namespace, seed: int, say: Say) -> Coroutine[Any, Any, Outcome]:
    return soak.soak(seed, soak.Sizes(**_given(options, "days")), say)


CAMPAIGNS: dict[str, Run] = {
    "store-kills": _kills,
    "store-away": _away,
    "shuffle": _shuffle,
    "reminders": _reminders,
    "soak": _soak,
}


def parser() -> argparse.ArgumentParser:
    """The command line."""
    made = argparse.ArgumentParser(
        prog="python -m bench.order",
        description="Nothing lost, nothing twice, nothing out of order: checked on a real store.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument("campaign", nargs="?", default="all", choices=["all", *CAMPAIGNS])
    made.add_argument("--seed", type=int, help="repeat a run (default: a fresh one, printed and reported)")
    made.add_argument("--report", type=Path, default=REPORT, help="Markdown; its JSON twin stands beside it")
    made.add_argument("--full", action="store_true", help="the sizes of the published report")
    made.add_argument("--kills", type=int, help="store-kills: kills of the server (300; full 1,000)")
    made.add_argument(
        "--updates", type=int, help="store-away (10,000; full 20,000), shuffle (20,000; full 100,000)"
    )
    made.add_argument("--people", type=int, help="store-away, shuffle: people with a phone")
    made.add_argument("--away", type=float, help="store-away: virtual seconds without the store (600)")
    made.add_argument(
        "--workers", type=int, help="store-kills, store-away: workers, each with a connection (3)"
    )
    made.add_argument("--fsync", choices=["always", "everysec"], help="store-kills, store-away (always)")
    made.add_argument(
        "--processes", type=int, help="shuffle: workers (2); reminders: two schedulers each (4)"
    )
    made.add_argument("--reminders", type=int, help="reminders in both nights (2,000; full 10,000); hundreds")
    made.add_argument("--days", type=int, help="soak: virtual days (30)")
    return made


def main(arguments: list[str]) -> int:
    """Run what is asked for; 0 where every promise was kept, 1 where one was broken, 130 after Ctrl-C."""
    options = parser().parse_args(arguments)
    return carry_out(
        list(CAMPAIGNS) if options.campaign == "all" else [options.campaign],
        options.seed,
        options.report,
        lambda name, seed, say: CAMPAIGNS[name](options, seed, say),
        lambda found, seed: write(options.report, [_with_command(found, arguments, seed)]),
    )


def _with_command(found: Outcome, arguments: list[str], seed: int) -> Outcome:
    sizes = [
        one
        for one, before in zip(arguments, ["", *arguments], strict=False)
        if one not in {"all", *CAMPAIGNS} and "--report" not in {one.split("=")[0], before}
    ]
    if "--seed" not in sizes:
        sizes += ["--seed", str(seed)]
    return replace(found, command=" ".join(["python -m bench.order", found.name, *sizes]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
