"""Zaakeigenschappen: unvalidated texts with duplicates, read into checked values (case-api.md §1.6)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from bot.cases.zgw.edge import FIRST_YEAR, LAST_YEAR
from bot.cases.zgw.edge_zaak import Eigenschap
from bot.cases.zgw.reading import Reading

PART = "facts"


class Properties:
    """Values by our own names; the tenant's profile says how the municipality calls them."""

    def __init__(self, values: Mapping[str, str], names: Mapping[str, str], reading: Reading) -> None:
        self._values, self._names, self._reading = values, names, reading

    def text(self, name: str) -> str | None:
        """A text; None where it is not mapped, missing or empty."""
        return self._values.get(self._names.get(name, ""), "").strip() or None

    def day(self, name: str, part: str = PART) -> date | None:
        """A day written JJJJMMDD; anything else quarantines the part."""
        text = self.text(name)
        if text is None:
            return None
        try:
            if len(text) != 8 or not text.isascii() or not text.isdigit():
                raise ValueError
            found = datetime.strptime(text, "%Y%m%d").date()
            if not FIRST_YEAR <= found.year <= LAST_YEAR:
                raise ValueError
        except ValueError:
            self._reading.quarantine(part)
            return None
        return found

    def number(self, name: str) -> float | None:
        """A number of at least 0, with a point or a comma."""
        text = self.text(name)
        if text is None:
            return None
        digits = text.replace(",", ".", 1)
        if not digits.isascii() or not digits.replace(".", "", 1).isdigit() or len(digits) > 9:
            self._reading.quarantine(PART)
            return None
        return float(digits)


def read_properties(docs: Iterable[Any], names: Mapping[str, str], reading: Reading) -> Properties:
    """Read the properties of a case; they come in order of making, so the last of a name is the newest."""
    values: dict[str, str] = {}
    for doc in docs:
        found = reading.parse(Eigenschap, doc, PART)
        if found is None or not reading.own(found.zaak):
            continue
        if found.naam in values:
            reading.counts[f"duplicate:{found.naam}"] += 1
        values[found.naam] = found.waarde
    return Properties(values, names, reading)
