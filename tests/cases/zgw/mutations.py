"""Ways in which an answer can be wrong: types, nulls, missing, foreign, truncated."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, Final

UUID: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
JUNK: Final[tuple[Any, ...]] = (
    0,
    -1,
    7,
    3.5,
    True,
    False,
    "",
    "x",
    "9" * 400,
    "2026-02-31",
    [],
    [None],
    {},
    {"a": [1]},
    10**30,
)
_KINDS: Final = (
    "type",
    "null",
    "missing",
    "shorter",
    "swapped",
    "inserted",
    "replaced",
    "cut",
    "status",
    "unknown",
)
_STATUSES: Final = (204, 302, 400, 401, 403, 404, 410, 412, 429, 500, 503)
Path = tuple[Any, ...]


@dataclass(frozen=True)
class Mutation:
    """What was done, to say in a failure; `gone` are keys that are no longer there or hold null."""

    kind: str
    path: Path = ()

    @property
    def inside(self) -> bool:
        """Whether it is within the free data of an object, where a server checks nothing that it sends."""
        return "data" in self.path

    @property
    def undetectable(self) -> bool:
        """Whether what is left may be a whole and valid object: nobody can see that it said more."""
        return self.inside and self.kind in {"null", "missing", "type", "swapped"}


def mutated(
    body: bytes, others: Sequence[bytes], ids: Sequence[str], dice: Random
) -> tuple[bytes, int, Mutation]:
    """Make one answer wrong; returns body, status, and what was done."""
    kind = dice.choice(_KINDS)
    if kind == "cut":
        return body[: dice.randrange(len(body))], 200, Mutation(kind)
    if kind == "status":
        fault = json.dumps({"code": "permission_denied", "title": "Nee"}).encode()
        return dice.choice([fault, b"<html>", b""]), dice.choice(_STATUSES), Mutation(kind)
    if kind == "replaced" and others:
        return dice.choice(others), 200, Mutation(kind)
    doc = json.loads(body)
    path = _changed(kind, doc, others, ids, dice)
    if path is None:
        kind, path = "type", _put_at_random(doc, copy.deepcopy(dice.choice(JUNK)), dice)
    return json.dumps(doc).encode(), 200, Mutation(kind, path)


def _changed(kind: str, doc: Any, others: Sequence[bytes], ids: Sequence[str], dice: Random) -> Path | None:
    """Change a document in this way; None where there is nothing to change so."""
    if kind == "inserted":
        return _insert(doc, others, dice)
    if kind == "swapped":
        return _swap(doc, ids, dice)
    if kind == "shorter":
        return _shorten(doc, dice)
    if kind == "null":
        return _put_at_random(doc, None, dice)
    if kind == "unknown":
        path = dice.choice([p for p in [(), *_places(doc)] if isinstance(_at(doc, p), dict)])
        _at(doc, path)[f"nieuw{dice.randrange(99)}"] = dice.choice(JUNK)
        return path
    if kind == "missing":
        path = dice.choice(list(_places(doc)))
        del _at(doc, path[:-1])[path[-1]]
        return path
    return None


def _put_at_random(doc: Any, value: Any, dice: Random) -> Path:
    path = dice.choice(list(_places(doc)))
    _put(doc, path, value)
    return path


def _swap(doc: Any, ids: Sequence[str], dice: Random) -> Path | None:
    """Let a reference point to something of somebody else."""
    named = [p for p in _places(doc) if isinstance(_at(doc, p), str) and UUID.search(_at(doc, p))]
    if not named or not ids:
        return None
    path = dice.choice(named)
    _put(doc, path, UUID.sub(dice.choice(ids), _at(doc, path)))
    return path


def _shorten(doc: Any, dice: Random) -> Path | None:
    lists = [p for p in _places(doc) if isinstance(_at(doc, p), list) and _at(doc, p) and "data" not in p]
    if not lists:
        return None
    path = dice.choice(lists)
    del _at(doc, path)[dice.randrange(len(_at(doc, path)))]
    return path


def _insert(doc: Any, others: Sequence[bytes], dice: Random) -> Path | None:
    """Put something of another person into a list, as a server that forgot its filter would."""
    theirs = [row for other in others for row in _rows(json.loads(other))]
    lists = [
        p
        for p in _places(doc)
        if isinstance(_at(doc, p), list)
        and p[-1] in {"results", "zaakobjecten", "eigenschappen", "deelzaken", "zaakinformatieobjecten"}
    ]
    if not theirs or not lists:
        return None
    path = dice.choice(lists)
    into = _at(doc, path)
    into.insert(dice.randrange(len(into) + 1), copy.deepcopy(dice.choice(theirs)))
    if path == ("results",) and dice.random() < 0.7:
        doc["count"] += 1
    return path


def _rows(doc: Any) -> list[Any]:
    if isinstance(doc, dict) and isinstance(doc.get("results"), list):
        return list(doc["results"])
    expand = doc.get("_expand", {}) if isinstance(doc, dict) else {}
    return [row for part in expand.values() if isinstance(part, list) for row in part]


def _places(doc: Any, path: Path = ()) -> Iterator[Path]:
    items: Sequence[tuple[Any, Any]] = ()
    if isinstance(doc, dict):
        items = list(doc.items())
    elif isinstance(doc, list):
        items = list(enumerate(doc))
    for key, value in items:
        yield (*path, key)
        yield from _places(value, (*path, key))


def _at(doc: Any, path: Path) -> Any:
    for key in path:
        doc = doc[key]
    return doc


def _put(doc: Any, path: Path, value: Any) -> None:
    _at(doc, path[:-1])[path[-1]] = value


def texts(doc: Any) -> Iterator[str]:
    """Every text in a document that is a person's own: no ids, addresses or short codes."""
    leaves: Callable[[Any], Iterator[Any]] = lambda d: (_at(d, p) for p in _places(d))  # noqa: E731
    for value in leaves(doc):
        if isinstance(value, str) and len(value) >= 8 and not UUID.search(value):
            yield value
