"""The recorded exchanges: 130 requests with their answers and 29 notifications that were delivered."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from tests.shared import AWAY, case_api


@cache
def recordings() -> dict[str, dict[str, Any]]:
    """Exchanges by file, then by name; a test that asks is skipped where they are not at hand."""
    folder = case_api()
    if folder is None:
        pytest.skip(AWAY)
    files = {f.stem: json.loads(f.read_text(encoding="utf-8")) for f in (folder / "recorded").glob("*.json")}
    return {name: entries for name, entries in files.items() if isinstance(entries, dict)}


@cache
def delivered() -> list[dict[str, Any]]:
    """Notifications in the order in which they arrived."""
    folder = case_api()
    if folder is None:
        pytest.skip(AWAY)
    found: list[dict[str, Any]] = json.loads(
        (folder / "recorded" / "notificaties-delivered.json").read_text(encoding="utf-8")
    )
    return found


def every() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """File, name and exchange."""
    for file, entries in recordings().items():
        for name, entry in entries.items():
            yield file, name, entry
