"""What a campaign came to, and the report of all of them as Markdown with a JSON twin."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

Figure = int | float | str
MOST_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Outcome:
    """One campaign: its sizes, what was measured, and every promise that was broken, in words."""

    name: str
    title: str
    seed: int
    sizes: dict[str, Figure]
    figures: dict[str, Figure]
    broken: tuple[str, ...]
    seconds: float
    command: str = ""
    at: str = ""
    note: str = ""

    @property
    def kept(self) -> bool:
        """Whether every promise was kept."""
        return not self.broken


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which this share (0 to 1) of the values lies; 0 where there are none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0


def write(
    report: Path,
    outcomes: Sequence[Outcome],
    title: str = "Order and loss",
    program: str = "python -m bench.order",
) -> None:
    """Write the report; campaigns of an earlier run that were not run now keep their part."""
    twin = report.with_suffix(".json")
    known: dict[str, Any] = json.loads(twin.read_text(encoding="utf-8")) if twin.exists() else {}
    parts: dict[str, Any] = known.get("campaigns", {})
    parts |= {one.name: asdict(one) for one in outcomes}
    report.parent.mkdir(parents=True, exist_ok=True)
    system = f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
    machine = f"{os.cpu_count()} cores, {system}"
    whole = {"machine": machine, "campaigns": parts}
    twin.write_text(json.dumps(whole, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    lines = [
        f"# {title}",
        "",
        f"Written by `{program}`; do not edit. The same as data: the JSON file beside this one.",
    ]
    campaigns = [Outcome(**part) for part in parts.values()]
    report.write_text("\n".join([*lines, _markdown(machine, campaigns)]), encoding="utf-8")


def stamp() -> str:
    """Now, for the report."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _markdown(machine: str, outcomes: Sequence[Outcome]) -> str:
    lines = [
        f"Machine: {machine}.",
        "",
        "| Campaign | Promise | Seed | Seconds | Run |",
        "|---|---|---|---|---|",
        *(
            f"| {one.title} | {_verdict(one)} | {one.seed} | {one.seconds:.0f} | {one.at} |"
            for one in outcomes
        ),
    ]
    for one in outcomes:
        lines += [
            "",
            f"## {one.title}",
            "",
            one.note,
            "",
            f"`{one.command}`",
            "",
            "| What | Figure |",
            "|---|---|",
        ]
        lines += [f"| {what} | {_figure(value)} |" for what, value in (one.sizes | one.figures).items()]
        if one.broken:
            more = len(one.broken) - MOST_SHOWN
            lines += ["", "Broken:", "", *(f"- {what}" for what in one.broken[:MOST_SHOWN])]
            lines += [f"- … and {more} more"] if more > 0 else []
    return "\n".join(lines) + "\n"


def _verdict(one: Outcome) -> str:
    return "kept" if one.kept else "**broken**"


def _figure(value: Figure) -> str:
    if isinstance(value, float):
        return f"{value:,.3f}".rstrip("0").rstrip(".")
    return f"{value:,}" if isinstance(value, int) else value
