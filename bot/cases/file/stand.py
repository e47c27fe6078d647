"""What was last taken in, as it is kept: the lines of the delivery and the versions that changes make."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from bot.cases.file.lines import AfspraakRegel, LesRegel, Line, OnderdeelRegel, TaakRegel, ZaakRegel
from bot.cases.file.tables import CASES, LESSONS, PARTS, TABLES, TALKS, TASKS, Cells

SHAPES: Final[Mapping[str, type[Line]]] = {
    CASES: ZaakRegel,
    PARTS: OnderdeelRegel,
    TASKS: TaakRegel,
    TALKS: AfspraakRegel,
    LESSONS: LesRegel,
}
KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    CASES: ("zaaknummer",),
    PARTS: ("zaaknummer", "soort", "examen"),
    TASKS: ("zaaknummer", "taak"),
    TALKS: ("zaaknummer", "afspraak"),
    LESSONS: ("groep", "les"),
}
"""What makes a line the same line in the next delivery; the first is its owner."""
OPTIONAL: Final = frozenset({"examen"})
Key = tuple[str, ...]


def key_of(table: str, cells: Cells) -> Key:
    """The key of a line, as it is written."""
    return tuple(cells.get(column, "").strip() for column in KEYS[table])


def digest(cells: Cells) -> str:
    """A short mark of a line's content; the same content in another order of columns has the same mark."""
    text = json.dumps({k: v for k, v in cells.items() if v}, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Stand:
    """All lines by table and key. `versions` counts the contents that a line has had.

    `incomplete` names by case the parts of which a line could not be read; `broken_groups` likewise.
    """

    taken_at: datetime
    source: str
    rows: Mapping[str, Mapping[Key, Cells]]
    versions: Mapping[str, Mapping[Key, int]] = field(default_factory=dict)
    incomplete: Mapping[str, frozenset[str]] = field(default_factory=dict)
    broken_groups: frozenset[str] = frozenset()

    def version(self, table: str, key: Key) -> int:
        """How often this line has had a new content, from 1 on."""
        return self.versions.get(table, {}).get(key, 1)

    def dump(self) -> str:
        """Write as JSON."""
        return json.dumps(
            {
                "genomen": self.taken_at.isoformat(),
                "bron": self.source,
                "tabellen": {
                    table: [[self.version(table, key), cells] for key, cells in rows.items()]
                    for table, rows in self.rows.items()
                },
                "onvolledig": {number: sorted(parts) for number, parts in self.incomplete.items()},
                "groepen_onvolledig": sorted(self.broken_groups),
            },
            ensure_ascii=False,
        )


def load_stand(text: str) -> Stand:
    """Read what `dump` wrote."""
    document: dict[str, Any] = json.loads(text)
    tables: Mapping[str, list[tuple[int, Cells]]] = document["tabellen"]
    return Stand(
        datetime.fromisoformat(document["genomen"]),
        document["bron"],
        {t: {key_of(t, cells): cells for _, cells in tables.get(t, ())} for t in TABLES},
        {t: {key_of(t, cells): version for version, cells in tables.get(t, ())} for t in TABLES},
        {number: frozenset(parts) for number, parts in document["onvolledig"].items()},
        frozenset(document["groepen_onvolledig"]),
    )


def owners(rows: Iterable[Key]) -> dict[str, list[Key]]:
    """Put keys together by their owner: the case, or the group."""
    found: dict[str, list[Key]] = {}
    for key in rows:
        found.setdefault(key[0], []).append(key)
    return found
