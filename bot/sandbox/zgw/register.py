"""Everything one municipality's case servers hold, as on the wire, with paths in place of addresses."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from datetime import UTC, date
from typing import Any
from uuid import uuid4

from bot.clock import Clock, local
from bot.sandbox.zgw import roots
from bot.sandbox.zgw.lookup import Doc, Lookup

__all__ = ["Doc", "Register"]


class Register:
    """Rows by collection and UUID; `base_url` is where the servers are reached without a slash at the end.

    `fresh` gives the UUID of a new row; whoever fills the register twice in the same way replaces it.
    """

    def __init__(self, clock: Clock, base_url: str = "") -> None:
        self.clock = clock
        self.base_url = base_url
        self.fresh: Callable[[], str] = lambda: str(uuid4())
        self._rows: dict[str, dict[str, Doc]] = {}
        self._paths: dict[str, Doc] = {}
        self._lookup = Lookup()

    def rows(self, root: str) -> list[Doc]:
        """All rows of a collection, oldest first."""
        return list(self._rows.get(root, {}).values())

    def where(self, root: str, **fields: object) -> Iterator[Doc]:
        """Rows of a collection with exactly these values."""
        known = self._lookup.narrowed(root, fields)
        rows = self.rows(root) if known is None else list(known)
        return (r for r in rows if all(r.get(k) == v for k, v in fields.items()))

    def pointing(self, root: str, field: str, uuid: str) -> list[Doc]:
        """Rows of a collection whose reference in this field names this UUID, oldest first."""
        return self._lookup.pointing(root, field, uuid)

    def get(self, root: str, uuid: str) -> Doc | None:
        """One row, or None."""
        return self._rows.get(root, {}).get(uuid)

    def by_url(self, url: object) -> Doc | None:
        """The row behind a path, or None."""
        return self._paths.get(url) if isinstance(url, str) else None

    def add(self, root: str, doc: Doc, uuid: str | None = None, url: str | None = None) -> Doc:
        """Keep a new row, giving it a UUID and a path."""
        uuid = uuid or self.fresh()
        row: Doc = {"url": url or f"{root}/{uuid}", "uuid": uuid, **doc}
        self._rows.setdefault(root, {})[uuid] = row
        self._paths[row["url"]] = row
        self._lookup.add(root, row)
        return row

    def remove(self, root: str, uuid: str) -> None:
        """Drop a row."""
        row = self._rows[root].pop(uuid)
        del self._paths[row["url"]]
        self._lookup.remove(root, row)

    def inward(self, value: Any) -> Any:
        """Turn addresses of this sandbox into paths."""
        return _walk(value, self._strip)

    def outward(self, value: Any) -> Any:
        """Turn paths into addresses of this sandbox."""
        return _walk(value, lambda text: self.base_url + text if text.startswith(roots.ALL) else text)

    def now(self) -> str:
        """The present as the servers write it (UTC, microseconds)."""
        return self.clock().astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")

    def today(self) -> date:
        """The local day."""
        return local(self.clock()).date()

    def dump(self) -> str:
        """Everything as JSON, for a demo that keeps its data."""
        return json.dumps(self._rows, ensure_ascii=False)

    def restore(self, text: str) -> None:
        """Take over what `dump` gave."""
        self._rows = json.loads(text)
        self._paths = {row["url"]: row for rows in self._rows.values() for row in rows.values()}
        self._lookup = Lookup()
        for root, rows in self._rows.items():
            for row in rows.values():
                self._lookup.add(root, row)

    def _strip(self, text: str) -> str:
        if (
            self.base_url
            and text.startswith(self.base_url)
            and text[len(self.base_url) :].startswith(roots.ALL)
        ):
            return text[len(self.base_url) :]
        return text


def _walk(value: Any, change: Any) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {k: _walk(v, change) for k, v in value.items()}
    if isinstance(value, list):
        return [_walk(v, change) for v in value]
    return copy.copy(value)
