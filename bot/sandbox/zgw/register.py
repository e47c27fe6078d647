"""Everything one municipality's case servers hold, as on the wire, with paths in place of addresses."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from datetime import UTC, date
from typing import Any
from uuid import uuid4

from bot.clock import Clock, local

_ROOTS = ("/autorisaties/", "/catalogi/", "/zaken/", "/objecten/", "/klantinteracties/", "/notificaties/")
Doc = dict[str, Any]


class Register:
    """Rows by collection and UUID; `base_url` is where the servers are reached without a slash at the end."""

    def __init__(self, clock: Clock, base_url: str = "") -> None:
        self.clock = clock
        self.base_url = base_url
        self._rows: dict[str, dict[str, Doc]] = {}
        self._paths: dict[str, Doc] = {}

    def rows(self, root: str) -> list[Doc]:
        """All rows of a collection, oldest first."""
        return list(self._rows.get(root, {}).values())

    def where(self, root: str, **fields: object) -> Iterator[Doc]:
        """Rows of a collection with exactly these values."""
        return (r for r in self.rows(root) if all(r.get(k) == v for k, v in fields.items()))

    def get(self, root: str, uuid: str) -> Doc | None:
        """One row, or None."""
        return self._rows.get(root, {}).get(uuid)

    def by_url(self, url: object) -> Doc | None:
        """The row behind a path, or None."""
        return self._paths.get(url) if isinstance(url, str) else None

    def add(self, root: str, doc: Doc, uuid: str | None = None, url: str | None = None) -> Doc:
        """Keep a new row, giving it a UUID and a path."""
        uuid = uuid or str(uuid4())
        row: Doc = {"url": url or f"{root}/{uuid}", "uuid": uuid, **doc}
        self._rows.setdefault(root, {})[uuid] = row
        self._paths[row["url"]] = row
        return row

    def remove(self, root: str, uuid: str) -> None:
        """Drop a row."""
        row = self._rows[root].pop(uuid)
        del self._paths[row["url"]]

    def inward(self, value: Any) -> Any:
        """Turn addresses of this sandbox into paths."""
        return _walk(value, self._strip)

    def outward(self, value: Any) -> Any:
        """Turn paths into addresses of this sandbox."""
        return _walk(value, lambda text: self.base_url + text if text.startswith(_ROOTS) else text)

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

    def _strip(self, text: str) -> str:
        if self.base_url and text.startswith(self.base_url) and text[len(self.base_url) :].startswith(_ROOTS):
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
