"""Frozen values to JSON and back, strictly, by pydantic."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, TypeVar

from pydantic import TypeAdapter

from bot.errors import BadAnswer

T = TypeVar("T")
Upgrade = Callable[[dict[str, Any]], dict[str, Any]]

_ADAPTERS: dict[Any, TypeAdapter[Any]] = {}
"""Building an adapter costs milliseconds, using one microseconds."""


def adapter(kind: Any) -> TypeAdapter[Any]:
    """The adapter of a type, built once."""
    known = _ADAPTERS.get(kind)
    if known is None:
        known = _ADAPTERS[kind] = TypeAdapter(kind)
    return known


def dump(value: object, kind: Any = None) -> bytes:
    """Write a frozen value as JSON."""
    return bytes(adapter(kind or type(value)).dump_json(value))


def load(kind: type[T], data: bytes | str, upgrade: Upgrade | None = None) -> T:
    """Read a frozen value; raises `BadAnswer` naming the type, never the content.

    `upgrade` brings what an earlier release stored to the present shape.
    """
    try:
        if upgrade is not None:
            data = json.dumps(upgrade(json.loads(data)))
        return adapter(kind).validate_json(data)  # type: ignore[no-any-return]
    except ValueError as fault:
        raise BadAnswer(getattr(kind, "__name__", "stored value")) from fault


def millis(instant: datetime) -> int:
    """An aware instant as milliseconds since 1970."""
    return int(instant.timestamp() * 1000)


def from_millis(value: str | int | float) -> datetime:
    """Milliseconds since 1970 as an aware UTC instant."""
    return datetime.fromtimestamp(float(value) / 1000, UTC)


def pairs(flat: list[str]) -> dict[str, str]:
    """A hash as a script answers it: field, value, field, value…"""
    each = iter(flat)
    return dict(zip(each, each, strict=True))
