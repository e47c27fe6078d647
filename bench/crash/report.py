"""The report: sections with lines and promises, as Markdown and as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Promise:
    """Something that was promised, and whether it was kept; `detail` says what was counted or seen."""

    text: str
    kept: bool
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report."""

    title: str
    lines: tuple[str, ...] = ()
    promises: tuple[Promise, ...] = ()
    data: dict[str, Any] = field(default_factory=dict)


def markdown(title: str, head: Sequence[str], sections: Sequence[Section]) -> str:
    """The report as it is read."""
    found = [f"# {title}", "", *head]
    for section in sections:
        found += ["", f"## {section.title}", ""]
        if section.promises:
            found += ["| Promise | Kept | |", "|---|---|---|"]
            found += [
                f"| {one.text} | {'yes' if one.kept else '**NO**'} | {one.detail} |"
                for one in section.promises
            ]
        if section.promises and section.lines:
            found.append("")
        found += section.lines
    return "\n".join(found) + "\n"


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> tuple[str, ...]:
    """A table."""
    lines = [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}"]
    return (*lines, *(f"| {' | '.join(map(str, row))} |" for row in rows))


def write(
    file: Path, title: str, head: Sequence[str], sections: Sequence[Section], facts: dict[str, Any]
) -> None:
    """Write the report, and its twin for machines beside it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(markdown(title, head, sections), encoding="utf-8")
    twin = {**facts, "kept": kept(sections), "sections": [asdict(section) for section in sections]}
    text = json.dumps(twin, indent=1, ensure_ascii=False, sort_keys=True)
    file.with_suffix(".json").write_text(text + "\n", encoding="utf-8")


def kept(sections: Sequence[Section]) -> bool:
    """Whether every promise was kept."""
    return all(promise.kept for section in sections for promise in section.promises)
