"""The report: one table per service, what each fault did, and every promise that was broken."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import Any

from bench.matrix.cell import Outcome

TITLES = {
    "case-api": "The case API of one municipality",
    "telegram": "Telegram, for one municipality's bot",
    "translator": "The translator",
    "redis": "Redis",
}
PROMISES = {
    "case-api": "Replies within 1.5 s with the age of the data in the person's language; acts are saved and "
    "passed on once; no lesson disappears silently; at most four calls a minute.",
    "telegram": "Acts count although nothing can be shown; screen and news arrive when it is back; nobody is "
    "cut off by mistake; a message comes twice only where the answer to sending it was lost.",
    "translator": "A question waits 6 s at most, then it can be sent as it was written.",
    "redis": "Nothing is acknowledged that is not stored: Telegram and the planner's program are told 503. "
    "It is our own server, so it is looked for without a limit of four a minute.",
}
ABOUT = ("person", "operator", "writes", "probes", "others", "healing")


def markdown(outcomes: Sequence[Outcome], seed: int, seconds: float, jobs: int) -> str:
    """The report for people."""
    kept = sum(outcome.kept for outcome in outcomes)
    checks = sum(len(outcome.checks) for outcome in outcomes)
    replies = sorted(reply for outcome in outcomes for reply in outcome.replies)
    lines = [
        "# Fault matrix",
        "",
        f"{kept} of {len(outcomes)} cells kept all their promises: {checks} promises, seed {seed}, "
        f"{seconds:.0f} s with {jobs} cells at a time. Made by `make faults SEED={seed}`.",
        "",
        "Each cell is a town of its own: the whole bot in one process, two municipalities, a real server of "
        "the Redis protocol, real HTTP through a proxy that lets one service fail, and a clock to move.",
        f"{len(replies)} replies to people were measured: median {_at(replies, 0.5):.2f} s, "
        f"p99 {_at(replies, 0.99):.2f} s, longest {_at(replies, 1):.2f} s.",
    ]
    for service, of_service in groupby(outcomes, key=lambda outcome: outcome.cell.service):
        lines += ["", f"## {TITLES[service]}", "", PROMISES[service], ""]
        lines += [
            f"| Fault | Language | {' | '.join(ABOUT)} | Longest reply | Calls a minute | Well again after |",
            "|---|---|" + "---|" * (len(ABOUT) + 3),
            *(_row(outcome) for outcome in of_service),
        ]
    broken = [outcome for outcome in outcomes if not outcome.kept]
    lines += ["", "## Broken promises", "", *([] if broken else ["None."])]
    for outcome in broken:
        early = f": the play ended early: {outcome.crash}" if outcome.crash else ""
        lines.append(f"* `{outcome.cell.name}`{early}")
        lines += [
            f"  * {check.about}: {check.promise}. Found: {' / '.join(check.found.splitlines())[:300]}"
            for check in outcome.checks
            if not check.kept
        ]
    lines += [
        "",
        "A figure says how many promises about this were kept; “–” means that none was made.",
        "",
    ]
    return "\n".join(lines)


def twin(outcomes: Sequence[Outcome], seed: int, seconds: float) -> dict[str, Any]:
    """The same for programs."""
    return {
        "seed": seed,
        "seconds": round(seconds, 1),
        "kept": all(outcome.kept for outcome in outcomes),
        "cells": [
            {
                "name": outcome.cell.name,
                "kept": outcome.kept,
                "language": outcome.language,
                "seconds": round(outcome.seconds, 1),
                "replies": [round(reply, 3) for reply in outcome.replies],
                "facts": outcome.facts,
                "crash": outcome.crash,
                "checks": [asdict(check) for check in outcome.checks],
            }
            for outcome in outcomes
        ],
    }


def write(path: Path, outcomes: Sequence[Outcome], seed: int, seconds: float, jobs: int) -> None:
    """Write the report and its twin beside it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(markdown(outcomes, seed, seconds, jobs), encoding="utf-8")
    text = json.dumps(twin(outcomes, seed, seconds), ensure_ascii=False, indent=1, default=str)
    path.with_suffix(".json").write_text(text + "\n", encoding="utf-8")


def _row(outcome: Outcome) -> str:
    cells = []
    for about in ABOUT:
        mine = [check for check in outcome.checks if check.about == about]
        good = sum(check.kept for check in mine)
        cells.append("–" if not mine else f"✅ {good}" if good == len(mine) else f"❌ {good} of {len(mine)}")
    longest = f"{max(outcome.replies):.2f} s" if outcome.replies else "–"
    calls = outcome.facts.get("calls a minute while away", "–")
    well = outcome.facts.get("all well again after (s)")
    again = "–" if well is None else f"{well} s"
    name = outcome.cell.fault + (" (ended early)" if outcome.crash else "")
    return f"| {name} | {outcome.language} | {' | '.join(cells)} | {longest} | {calls} | {again} |"


def _at(values: Sequence[float], share: float) -> float:
    return values[min(len(values) - 1, int(share * len(values)))] if values else 0.0
