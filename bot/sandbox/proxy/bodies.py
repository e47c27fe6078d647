"""Bodies that are not what was promised: broken, mistyped, short, mixed, huge. The same again by seed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from random import Random
from typing import Any

OTHERS: tuple[Any, ...] = (None, 7, "zeven", [], {}, True, 1e308, "31-02-2026", [None])
ENVELOPE = ("ok", "count", "next", "previous", "results")


def not_json(body: bytes) -> bytes:
    """Cut in the middle, with a byte that no encoding knows."""
    return body[: max(1, len(body) // 2)] + b"\xff}"


def huge(size: int) -> bytes:
    """Valid JSON of about so many bytes."""
    return b'{"count": 0, "next": null, "results": [], "vulling": "' + b"x" * size + b'"}'


def wrong_types(body: bytes, random: Random) -> bytes:
    """Change the type of one in four values, and of at least one; the envelope's own keys stay."""
    document = _read(body)
    if document is None:
        return body
    spots = list(_spots(document))
    for holder, key in [spot for spot in spots if random.random() < 0.25] or spots[:1]:
        holder[key] = random.choice([value for value in OTHERS if type(value) is not type(holder[key])])
    return json.dumps(document).encode()


def short_page(body: bytes, random: Random) -> bytes:
    """Take half of the results out of a page, and at least one; its count keeps saying more."""
    document = _read(body)
    if isinstance(document, dict) and isinstance(document.get("results"), list):
        rows = document["results"]
        document["results"] = [row for row in rows if random.random() < 0.5][: max(0, len(rows) - 1)]
    return body if document is None else json.dumps(document).encode()


def foreign(body: bytes, random: Random, donors: tuple[object, ...]) -> bytes:
    """Mix somebody else's objects into every list of results, counted along."""
    document = _read(body)
    if isinstance(document, dict) and isinstance(document.get("results"), list):
        document["results"] += donors
        random.shuffle(document["results"])
        if isinstance(document.get("count"), int):
            document["count"] += len(donors)
    return body if document is None else json.dumps(document).encode()


def _spots(node: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in a document that holds a value: a mapping's key or a list's index."""
    for key, value in list(node.items() if isinstance(node, dict) else enumerate(node)):
        if key not in ENVELOPE:
            yield node, key
        if isinstance(value, dict | list):
            yield from _spots(value)


def _read(body: bytes) -> Any:
    try:
        found = json.loads(body)
    except ValueError:
        return None
    return found if isinstance(found, dict | list) else None
