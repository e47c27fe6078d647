"""`data_attr` of the Objects API: what it compares, and what it refuses (recorded from Open Object 4.0.0)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from bot.sandbox.zgw.fout import Fout, invalid

Test = Callable[[Any], bool]
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "gt": lambda a, b: a > b,
    "gte": lambda a, b: a >= b,
    "lt": lambda a, b: a < b,
    "lte": lambda a, b: a <= b,
}


@dataclass(frozen=True, slots=True)
class Exact:
    """`exact`: the value behind these nested keys is this one."""

    path: tuple[str, ...]
    value: str

    def __call__(self, data: Any) -> bool:
        found = dig(data, self.path)
        return found is not None and _same(found, self.value)


def parse(text: str) -> Test:
    """Turn `key__operator__value` (nested keys with `__`) into a test on a record's data."""
    pieces = text.rsplit("__", 2)
    if len(pieces) != 3 or not pieces[0]:
        raise _refused(f"'{text}' doesn't have the shape 'key__operator__value'")
    path, operator, value = tuple(pieces[0].split("__")), pieces[1], pieces[2]
    if operator == "exact":
        return Exact(path, value)
    test = _operator(operator, value)
    return lambda data: test(dig(data, path))


def dig(data: Any, path: Sequence[str]) -> Any:
    """Follow nested keys; None where there is nothing."""
    for key in path:
        data = data.get(key) if isinstance(data, dict) else None
    return data


def _operator(operator: str, value: str) -> Test:
    if operator == "in":
        return lambda found: found is not None and any(_same(found, v) for v in value.split("|"))
    if operator == "icontains":
        return lambda found: isinstance(found, str) and value.lower() in found.lower()
    compare = _COMPARISONS.get(operator)
    if compare is None:
        raise _refused(f"Comparison operator `{operator}` is unknown")
    number = _number(value)
    if number is None and not _DATE.fullmatch(value):
        raise _refused(f"Operator `{operator}` supports only dates and/or numeric values")
    if number is not None:
        return lambda found: isinstance(found, int | float) and compare(found, number)
    return lambda found: isinstance(found, str) and compare(found, value)


def _same(found: Any, value: str) -> bool:
    if isinstance(found, bool):
        return str(found).lower() == value.lower()
    if isinstance(found, int | float):
        return _number(value) == found
    return bool(found == value)


def _number(value: str) -> float | None:
    try:
        return float(value)
    except ValueError:
        return None


def _refused(reason: str) -> Fout:
    return invalid(("", "invalid-data-attr-query", reason))
