"""What was found: lines in plain words, each with its weight, and for faults what to do and who can."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, Final


class Level(StrEnum):
    """How serious a line is."""

    OK = "ok"
    UNKNOWN = "not checked"
    WARNING = "warning"
    WRONG = "wrong"


class By(StrEnum):
    """Who can mend it."""

    HOST = "whoever runs Wegwijs"
    CASES = "the functional administrator of the case system"
    OBJECTS = "the functional administrator of the Objects API"
    NETWORK = "the network administrators"
    NOBODY = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One finding."""

    level: Level
    text: str
    fix: str = ""
    by: By = By.NOBODY


@dataclass(frozen=True, slots=True)
class Section:
    """The findings of one step."""

    title: str
    lines: tuple[Line, ...]


def ok(text: str) -> Line:
    """All is well here."""
    return Line(Level.OK, text)


def unknown(text: str, fix: str = "", by: By = By.NOBODY) -> Line:
    """It could not be looked at."""
    return Line(Level.UNKNOWN, text, fix, by)


def warning(text: str, fix: str, by: By) -> Line:
    """It works, but not as it should."""
    return Line(Level.WARNING, text, fix, by)


def wrong(text: str, fix: str, by: By) -> Line:
    """It does not work, or is not safe."""
    return Line(Level.WRONG, text, fix, by)


def count(sections: Iterable[Section], level: Level) -> int:
    """How many lines are of a level."""
    return sum(line.level is level for section in sections for line in section.lines)


_WIDTH: Final = max(len(level.value) for level in Level)


def plain(section: Section) -> str:
    """A section for people."""
    rows = [section.title]
    for line in section.lines:
        rows.append(f"  {line.level.value:<{_WIDTH}}  {line.text}")
        if line.fix:
            who = f" ({line.by.value})" if line.by.value else ""
            rows.append(f"  {'':<{_WIDTH}}  → {line.fix}{who}")
    return "\n".join(rows)


def summary(sections: tuple[Section, ...]) -> str:
    """The end result in plain words."""
    faults, doubts = count(sections, Level.WRONG), count(sections, Level.WARNING)
    unseen = count(sections, Level.UNKNOWN)
    more = f" {unseen} could not be checked." if unseen else ""
    look = f" {_things(doubts, 'thing', 'things')} to look at." if doubts else ""
    if faults:
        return f"{_things(faults, 'thing is', 'things are')} wrong.{look}{more}"
    return f"{'Nothing is wrong.' if doubts else 'All is well.'}{look}{more}"


def document(tenant: str, sections: tuple[Section, ...]) -> dict[str, Any]:
    """The same for machines."""
    return {
        "tenant": tenant,
        "ok": count(sections, Level.WRONG) == 0,
        "counts": {level.name.lower(): count(sections, level) for level in Level},
        "steps": [
            {"title": section.title, "lines": [asdict(line) for line in section.lines]}
            for section in sections
        ],
    }


def _things(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
