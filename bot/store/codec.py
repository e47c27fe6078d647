"""Frozen values to JSON and back, strictly, by pydantic."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from bot.errors import BadAnswer

T = TypeVar("T")


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


def load(kind: type[T], data: bytes | str) -> T:
    """Read a frozen value; raises `BadAnswer` naming the type, never the content."""
    try:
        return adapter(kind).validate_json(data)  # type: ignore[no-any-return]
    except ValidationError as fault:
        raise BadAnswer(getattr(kind, "__name__", "stored value")) from fault


def millis(instant: datetime) -> int:
    """An aware instant as milliseconds since 1970."""
    return int(instant.timestamp() * 1000)


def from_millis(value: str | int | float) -> datetime:
    """Milliseconds since 1970 as an aware UTC instant."""
    return datetime.fromtimestamp(float(value) / 1000, UTC)
