"""Zaakeigenschappen: unvalidated texts with duplicates, read into checked values (case-api.md §1.6)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final

from bot.cases.written import FIRST_YEAR, LAST_YEAR, number
from bot.cases.zgw.edge_zaak import Eigenschap
from bot.cases.zgw.reading import Reading
from bot.tenant import EigenschapRegel
from bot.tenant.names import Dagvorm

PART = "facts"
_FORMS: Final[Mapping[Dagvorm, tuple[str, str]]] = {
    "JJJJMMDD": (r"\d{8}", "%Y%m%d"),
    "JJJJ-MM-DD": (r"\d{4}-\d\d-\d\d", "%Y-%m-%d"),
    "DD-MM-JJJJ": (r"\d\d-\d\d-\d{4}", "%d-%m-%Y"),
}


class Properties:
    """Values by our own names; the tenant's profile says how the municipality calls and writes them."""

    def __init__(
        self, values: Mapping[str, str], rules: Mapping[str, EigenschapRegel], reading: Reading
    ) -> None:
        self._values, self._rules, self._reading = values, rules, reading

    def text(self, name: str) -> str | None:
        """A text; None where it is not mapped, missing or empty.

        Where the profile lists values, one that it does not list quarantines the facts.
        """
        rule = self._rules.get(name)
        text = self._values.get(rule.naam, "").strip() if rule else ""
        if rule is None or not text:
            return None
        if rule.waarden and text not in rule.waarden:
            self._reading.quarantine(PART)
            return None
        return rule.waarden.get(text, text)

    def day(self, name: str, part: str = PART) -> date | None:
        """A day in the form of the profile; anything else quarantines the part."""
        text, rule = self.text(name), self._rules.get(name)
        if text is None or rule is None:
            return None
        pattern, form = _FORMS[rule.formaat]
        try:
            if re.fullmatch(pattern, text, re.ASCII) is None:
                raise ValueError
            found = datetime.strptime(text, form).date()
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
        try:
            return number(text)
        except ValueError:
            self._reading.quarantine(PART)
            return None


def doubled(docs: Iterable[Any]) -> frozenset[str]:
    """Names that come more than once with different values: for these it matters which is the newest."""
    values: dict[str, set[str]] = {}
    for doc in docs:
        if isinstance(doc, dict) and isinstance(doc.get("naam"), str):
            values.setdefault(doc["naam"], set()).add(str(doc.get("waarde")))
    return frozenset(name for name, found in values.items() if len(found) > 1)


def read_properties(
    docs: Iterable[Any],
    rules: Mapping[str, EigenschapRegel],
    reading: Reading,
    newest_first: Sequence[str] | None = None,
) -> Properties:
    """Read the properties of a case. No property has a date: the real server expands them in order of making.

    Its list without `expand` has them the other way round (`newest_first`, UUIDs). Where both do not name the
    same newest one, or only the list was cut short, nobody knows which counts: then none does.
    """
    found: dict[str, list[Eigenschap]] = {}
    for doc in docs:
        one = reading.parse(Eigenschap, doc, PART)
        if one is not None and reading.own(one.zaak, PART):
            found.setdefault(one.naam, []).append(one)
    values: dict[str, str] = {}
    used = {rule.naam for rule in rules.values()}
    for name, those in found.items():
        newest = those[-1]
        if len(those) > 1:
            reading.counts[f"duplicate:{name}"] += 1
        if any(one.waarde != newest.waarde for one in those) and name in used:
            reading.doubled.add(name)
            if newest_first is not None and not _agreed(those, newest_first):
                reading.quarantine(PART)
                continue
        values[name] = newest.waarde
    return Properties(values, rules, reading)


def _agreed(those: Sequence[Eigenschap], newest_first: Sequence[str]) -> bool:
    mine = [one.uuid for one in those]
    return [uuid for uuid in newest_first if uuid in mine] == mine[::-1]
