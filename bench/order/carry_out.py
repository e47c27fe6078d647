"""What every program of campaigns does: run them one by one, say what came of each, keep the report."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from typing import Any

from bench.order.report import MOST_SHOWN, Outcome
from bench.order.say import Say
from bench.order.site import quiet_logs

Begin = Callable[[str, int, Say], Coroutine[Any, Any, Outcome]]
"""Begins the campaign of this name with this seed."""


def carry_out(
    names: Sequence[str],
    seed: int | None,
    report: Path,
    begin: Begin,
    keep: Callable[[Outcome, int], None],
    *,
    run: Callable[[Coroutine[Any, Any, Outcome]], Outcome] = asyncio.run,
) -> int:
    """Run campaigns and `keep` each outcome as soon as it is there.

    0 where every promise was kept, 1 where one was broken, 130 after Ctrl-C.
    """
    quiet_logs()
    seed = seed if seed is not None else secrets.randbelow(10**6)
    print(f"seed {seed}", flush=True)
    kept = True
    try:
        for name in names:
            found = run(begin(name, seed, _say))
            kept = kept and found.kept
            _tell(found)
            keep(found, seed)
    except (KeyboardInterrupt, asyncio.CancelledError):
        print("stopped; campaigns that were finished are in the report", flush=True)
        return 130
    print(f"report: {report} and {report.with_suffix('.json')}", flush=True)
    return 0 if kept else 1


def _tell(found: Outcome) -> None:
    print(f"{found.name}: {'kept' if found.kept else 'BROKEN'} in {found.seconds:.0f} s", flush=True)
    for what, value in found.figures.items():
        shown = (
            f"{value:,.3f}" if isinstance(value, float) else f"{value:,}" if isinstance(value, int) else value
        )
        print(f"    {what}: {shown}", flush=True)
    for what in found.broken[:MOST_SHOWN]:
        print(f"    BROKEN {what}", flush=True)


def _say(text: str) -> None:
    print(text, flush=True)
