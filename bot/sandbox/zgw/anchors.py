"""Objects by the case or lesson group that their data names, so that a list does not walk all of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

from bot.sandbox.zgw import dataattr, roots
from bot.sandbox.zgw.register import Doc, Register

_PATHS: Final = (("zaak",), ("koppeling", "uuid"), ("lesgroep",))


class Anchors:
    """Finds the objects among which those that were asked for are; the caller still tests each of them."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._found: dict[tuple[tuple[str, ...], str], dict[str, Doc]] | None = None

    def add(self, row: Doc) -> None:
        """Take in what a row's records name; an older one is kept, as it may still be asked for by date."""
        if self._found is None:
            return
        for path in _PATHS:
            for record in row["_records"]:
                value = dataattr.dig(record["data"], path)
                if isinstance(value, str):
                    self._found.setdefault((path, value), {})[row["uuid"]] = row

    def among(self, kinds: Collection[str], tests: Iterable[dataattr.Test]) -> list[Doc]:
        """Rows to test for a query with these types (UUIDs; none = all) and these tests, oldest first."""
        for test in tests:
            if isinstance(test, dataattr.Exact) and test.path in _PATHS:
                return self._anchored(test.path, test.value)
        if not kinds:
            return self._register.rows(roots.OBJECTS)
        urls = [f"{roots.OBJECTTYPES}/{kind}" for kind in kinds]
        return [row for url in urls for row in self._register.where(roots.OBJECTS, type=url)]

    def _anchored(self, path: tuple[str, ...], value: str) -> list[Doc]:
        if self._found is None:
            self._found = {}
            for row in self._register.rows(roots.OBJECTS):
                self.add(row)
        rows = self._found.get((path, value), {})
        return [row for uuid, row in rows.items() if self._register.get(roots.OBJECTS, uuid) is row]
