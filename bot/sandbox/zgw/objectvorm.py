"""How objects and objecttypes are put on the wire: order, fields and merging."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from bot.sandbox.zgw import dataattr
from bot.sandbox.zgw.fout import invalid
from bot.sandbox.zgw.register import Doc


def merge(old: Any, new: Any) -> Any:
    """JSON merge patch as Open Object does it: `null` stays as a value and removes nothing."""
    if not isinstance(old, dict) or not isinstance(new, dict):
        return new
    return {**old, **{k: merge(old.get(k), v) for k, v in new.items()}}


def wire(row: Doc, record: Doc) -> Doc:
    """An object with one of its records."""
    return {"url": row["url"], "uuid": row["uuid"], "type": row["type"], "record": record}


def type_wire(row: Doc) -> Doc:
    """An objecttype as it is sent."""
    return {k: v for k, v in row.items() if not k.startswith("_")}


def contains(data: Doc, asked: Mapping[str, list[Any]]) -> bool:
    """`data_icontains`: whether all words stand somewhere in the data."""
    words = [str(w).lower() for w in asked.get("data_icontains", [])]
    return all(w in str(data).lower() for w in words)


def ordered(docs: list[Doc], ordering: str) -> list[Doc]:
    """`ordering`: by nested keys, `-` for backwards."""
    for name in reversed([n for n in ordering.split(",") if n]):
        path = name.lstrip("-").split("__")
        docs = sorted(docs, key=lambda d: str(dataattr.dig(d, path) or ""), reverse=name.startswith("-"))
    return docs


def only_fields(doc: Doc, fields: str) -> Doc:
    """`fields`: nothing but these nested keys."""
    found: Doc = {}
    for name in fields.split(","):
        path = name.strip().split("__")
        if path[0] not in doc:
            raise invalid(("fields", "invalid", "'fields' query parameter has invalid values"))
        target, value = found, dataattr.dig(doc, path)
        for key in path[:-1]:
            target = target.setdefault(key, {})
        target[path[-1]] = value
    return found


def check_uuid(text: str) -> None:
    """Refuse what is no UUID."""
    try:
        UUID(text)
    except ValueError as fault:
        raise invalid(("uuid", "invalid", "Must be a valid UUID.")) from fault
