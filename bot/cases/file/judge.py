"""Compares a delivery with what stands, and holds it where it would take away too much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from bot.cases.file.lines import Broken, Checked, Line, check, unknown_columns
from bot.cases.file.stand import KEYS, OPTIONAL, SHAPES, Key, Stand, digest, key_of
from bot.cases.file.tables import CASES, LESSONS, PARTS, TABLES, TALKS, TASKS, Cells, Fault, Tables

MOST_GONE: Final = 0.2
"""Of the cases: more than this, and at least three, are not ended in one night."""
MOST_SHRUNK: Final = 0.5
FEW: Final = 3
CASELOAD: Final = 3
MOST_BROKEN: Final = 0.1
PART_OF: Final[Mapping[str, str]] = {PARTS: "plan", TASKS: "tasks", TALKS: "appointments", CASES: "facts"}
"""The part of a case that is not whole where a line of a table is broken and nothing older is known."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a delivery comes to. `stand` is what would stand; `held` says why it must not without a person."""

    stand: Stand
    new: int = 0
    changed: int = 0
    gone: int = 0
    same: int = 0
    faults: tuple[Fault, ...] = ()
    held: tuple[str, ...] = ()


@dataclass
class _Taking:
    """A delivery while its tables are gone through."""

    before: Stand | None
    rows: dict[str, dict[Key, Cells]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    held: list[str] = field(default_factory=list)
    incomplete: dict[str, set[str]] = field(default_factory=dict)
    broken_groups: set[str] = field(default_factory=set)
    broken: Counter[str] = field(default_factory=Counter)

    def table(self, name: str, tables: Tables) -> None:
        """Take one table; a broken line leaves what was known of it."""
        found: dict[Key, Cells] = {}
        seen: set[Key] = set()
        rows = tables.get(name, ())
        self.faults += unknown_columns(name, rows, SHAPES[name])
        for row, checked in zip(rows, check(name, rows, SHAPES[name]), strict=True):
            key, where = key_of(name, row.cells), f"{name}, line {row.line}"
            if not all(part or column in OPTIONAL for part, column in zip(key, KEYS[name], strict=True)):
                self._nobodys(name, key, where, checked)
            elif key in seen:
                self.faults.append(Fault(where, f"{' + '.join(KEYS[name])} stands there twice"))
                if not isinstance(checked, Checked) or checked.cells != found.get(key):
                    # Nobody knows which of the two is right.
                    found.pop(key, None)
                    self._broken(name, key, found)
            elif name not in {CASES, LESSONS} and (key[0],) not in self.rows[CASES]:
                self.faults.append(
                    Fault(where, "the case is not in the table 'zaken'; the line is passed over")
                )
            elif isinstance(checked, Checked):
                found[key] = checked.cells
            else:
                self.faults += checked.faults
                self._broken(name, key, found)
            seen.add(key)
        self.rows[name] = found

    def _nobodys(self, name: str, key: Key, where: str, checked: Checked[Line] | Broken) -> None:
        self.faults += (
            checked.faults if isinstance(checked, Broken) else (Fault(where, "the key is not whole"),)
        )
        if not key[0]:
            self.held.append(f"{where} does not say whose it is ({KEYS[name][0]} is empty)")
        else:
            self._broken(name, key, {})

    def _broken(self, name: str, key: Key, found: dict[Key, Cells]) -> None:
        self.broken[name] += 1
        old = self.before.rows.get(name, {}).get(key) if self.before else None
        if old is not None:
            found.setdefault(key, old)
        elif name == LESSONS:
            self.broken_groups.add(key[0])
        elif name != CASES:
            self.incomplete.setdefault(key[0], set()).add(PART_OF[name])


def judge(before: Stand | None, tables: Tables, now: datetime, source: str) -> Judgement:
    """Check a delivery and compare it with what stands; changes nothing."""
    taking = _Taking(before)
    for name in TABLES:
        taking.table(name, tables)
    stand = Stand(
        now,
        source,
        taking.rows,
        {name: _versions(before, name, taking.rows[name]) for name in TABLES},
        {number: frozenset(parts) for number, parts in taking.incomplete.items()},
        frozenset(taking.broken_groups),
    )
    old, new = _marks(before), _marks(stand)
    held = (*taking.held, *_too_much(before, stand), *_too_broken(taking.broken, tables))
    return Judgement(
        stand,
        new=len(new.keys() - old.keys()),
        changed=sum(new[number] != mark for number, mark in old.items() if number in new),
        gone=len(old.keys() - new.keys()),
        same=sum(new.get(number) == mark for number, mark in old.items()),
        faults=tuple(taking.faults),
        held=held,
    )


def _versions(before: Stand | None, table: str, rows: Mapping[Key, Cells]) -> dict[Key, int]:
    old = before.rows.get(table, {}) if before else {}
    found: dict[Key, int] = {}
    for key, cells in rows.items():
        version = before.version(table, key) if before and key in old else 1
        found[key] = version + (key in old and digest(old[key]) != digest(cells))
    return found


def _marks(stand: Stand | None) -> dict[str, tuple[str, ...]]:
    """A mark per case of everything that the delivery says of it."""
    if stand is None:
        return {}
    lines: dict[str, list[str]] = {key[0]: [] for key in stand.rows.get(CASES, {})}
    for table in TABLES:
        if table == LESSONS:
            continue
        for key, cells in stand.rows.get(table, {}).items():
            if key[0] in lines:
                lines[key[0]].append(digest(cells))
    return {number: tuple(sorted(marks)) for number, marks in lines.items()}


def _too_much(before: Stand | None, after: Stand) -> list[str]:
    """Say where the delivery takes away more than a night does."""
    if not after.rows[CASES]:
        return ["it holds no case that can be read"]
    if before is None:
        return []
    old, new = before.rows[CASES], after.rows[CASES]
    gone = old.keys() - new.keys()
    found = []
    if len(gone) >= FEW and len(gone) > MOST_GONE * len(old):
        found.append(f"{len(gone)} of {len(old)} cases would be gone")
    loads = Counter(cells.get("klantmanager", "") for cells in old.values())
    emptied = Counter(old[key].get("klantmanager", "") for key in gone)
    for colleague, count in sorted(emptied.items()):
        if colleague and count >= CASELOAD and count == loads[colleague]:
            found.append(f"the caseload of {colleague} ({count} cases) would be empty")
    for table in (PARTS, TASKS, TALKS, LESSONS):
        was, is_ = len(before.rows.get(table, {})), len(after.rows[table])
        if was >= 2 * FEW and is_ < (1 - MOST_SHRUNK) * was:
            found.append(f"the table '{table}' would shrink from {was} to {is_} lines")
    for table in TABLES:
        for column in sorted(_filled(before, table) - _filled(after, table, at_least=1)):
            if after.rows[table]:
                found.append(f"the column '{column}' of '{table}' would be empty everywhere")
    return found


def _filled(stand: Stand, table: str, at_least: int = 2 * FEW) -> set[str]:
    """Columns that this many lines or more have filled in."""
    lines = stand.rows.get(table, {}).values()
    counts = Counter(column for cells in lines for column, text in cells.items() if text)
    return {column for column, count in counts.items() if count >= at_least}


def _too_broken(broken: Counter[str], tables: Tables) -> Sequence[str]:
    return [
        f"{count} of {len(tables[name])} lines of '{name}' cannot be read"
        for name, count in broken.items()
        if count >= FEW and count > MOST_BROKEN * len(tables[name])
    ]
