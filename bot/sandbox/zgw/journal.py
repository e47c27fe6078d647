"""What was asked of the sandbox, for assertions and for the demo's curious eye; never a credential."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Entry:
    """One request; `api` is the name of the API, `status` 0 = no answer left."""

    api: str
    method: str
    path: str
    query: tuple[tuple[str, str], ...]
    body: Any
    status: int


class Journal:
    """The newest 5,000 requests, oldest first."""

    def __init__(self) -> None:
        self._entries: deque[Entry] = deque(maxlen=5000)

    def note(self, entry: Entry) -> None:
        """Add a request."""
        self._entries.append(entry)

    def entries(self, api: str | None = None, method: str | None = None, path: str = "") -> list[Entry]:
        """Requests of an API and method whose path contains a text."""
        return [
            e
            for e in self._entries
            if (api is None or e.api == api) and (method is None or e.method == method) and path in e.path
        ]

    def clear(self) -> None:
        """Forget everything so far."""
        self._entries.clear()
