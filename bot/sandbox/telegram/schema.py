"""Check every call, result and update against the Bot API as data (`spec/api.json`)."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from bot.sandbox.telegram import wording
from bot.sandbox.telegram.errors import bad_request, not_found
from bot.sandbox.telegram.upload import Upload

_LENGTH = re.compile(r"(\d+)-(\d+) (characters|bytes|identifiers)(?! after entit)")
_CONSTANT = re.compile(r'(?:must be (\w+)$|always "(\w+)")')

Check = Callable[[object], bool]

_SIMPLE: dict[str, Check] = {
    "Integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "Float": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "String": lambda value: isinstance(value, str),
    "Boolean": lambda value: isinstance(value, bool),
    "True": lambda value: value is True,
    "InputFile": lambda value: isinstance(value, Upload),
}


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a method or type; length counts characters (UTF-16 units), bytes or list items."""

    name: str
    types: tuple[str, ...]
    required: bool
    length: tuple[int, int, str] | None
    constant: str | None


@dataclass(frozen=True, slots=True)
class Shape:
    """A method's parameters or an object's fields; `choices` names the types that a union stands for."""

    name: str
    fields: Mapping[str, Field]
    choices: tuple[str, ...] = ()


def utf16_length(text: str) -> int:
    """Return the length of a text as Telegram counts it, in UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _field(raw: Mapping[str, Any]) -> Field:
    found = _LENGTH.search(raw["description"])
    constant = _CONSTANT.search(raw["description"])
    return Field(
        name=raw["name"],
        types=tuple(raw["types"]),
        required=raw["required"],
        length=(int(found[1]), int(found[2]), found[3]) if found else None,
        constant=(constant[1] or constant[2]) if constant else None,
    )


def _shape(raw: Mapping[str, Any]) -> Shape:
    fields = {field["name"]: _field(field) for field in raw.get("fields", ())}
    return Shape(raw["name"], fields, tuple(raw.get("subtypes", ())))


class Schema:
    """The Bot API: knows every method and type, and refuses what does not fit them."""

    def __init__(self, spec: Mapping[str, Any]) -> None:
        self.version: str = spec["version"]
        self._methods = {name.lower(): _shape(raw) for name, raw in spec["methods"].items()}
        self._types = {name: _shape(raw) for name, raw in spec["types"].items()}
        self.update_kinds = frozenset(self._types["Update"].fields) - {"update_id"}
        self.entity_kinds = frozenset(
            re.findall(r'"(\w+)" \(', spec["types"]["MessageEntity"]["fields"][0]["description"])
        )

    def method(self, name: str) -> Shape:
        """Return a method's shape (names are case-insensitive, as at Telegram), or refuse with 404."""
        try:
            return self._methods[name.lower()]
        except KeyError:
            raise not_found() from None

    def check_call(self, method: str, params: Mapping[str, object]) -> None:
        """Refuse a call with a missing, unknown, mistyped, too short or too long field."""
        self._check_object(self.method(method), params)

    def check_type(self, name: str, value: object) -> None:
        """Refuse a value that is not of this Bot API type; tests hold results and updates against it."""
        if not self._fits(name, value):
            raise bad_request(f"{value!r:.80} is no {name}")

    def _check_object(self, shape: Shape, value: Mapping[str, object]) -> None:
        for name in value:
            if name not in shape.fields:
                raise bad_request(f'unknown field "{name}" in {shape.name} ({self.version})')
        for field in shape.fields.values():
            if field.name in value:
                self._check_field(shape.name, field, value[field.name])
            elif field.required:
                raise bad_request(wording.missing(shape.name, field.name))

    def _check_field(self, owner: str, field: Field, value: object) -> None:
        if not any(self._fits(kind, value, field.types) for kind in field.types):
            raise bad_request(wording.mistyped(owner, field.name, " or ".join(field.types)))
        if field.constant is not None and value != field.constant:
            raise bad_request(f'field "{field.name}" of {owner} must be {field.constant}')
        if field.length is not None:
            self._check_length(owner, field, field.length, value)

    def _check_length(self, owner: str, field: Field, length: tuple[int, int, str], value: object) -> None:
        low, high, unit = length
        if isinstance(value, str):
            size = len(value.encode()) if unit == "bytes" else utf16_length(value)
        elif isinstance(value, list):
            size = len(value)
        else:
            return
        # An empty optional text means "not given" to Telegram's server.
        if not (low <= size <= high or (size == 0 and not field.required)):
            raise bad_request(wording.wrong_length(owner, field.name, f"{low}-{high} {unit}"))

    def _fits(self, kind: str, value: object, among: tuple[str, ...] = ()) -> bool:
        simple = _SIMPLE.get(kind)
        if simple is not None:
            return simple(value)
        if kind.startswith("Array of "):
            if not isinstance(value, list):
                return False
            return all(self._fits(kind[len("Array of ") :], item) for item in value)
        if not isinstance(value, dict):
            return False
        if len(among) > 1 and self._closest(among, value).name != kind:
            return False
        self._check_object(self._closest((kind,), value), value)
        return True

    def _closest(self, kinds: tuple[str, ...], value: Mapping[str, object]) -> Shape:
        """Pick the type that was most likely meant, so that a refusal speaks about that one."""
        shapes: list[Shape] = []
        queue = [kind for kind in kinds if kind in self._types]
        while queue:
            shape = self._types[queue.pop(0)]
            queue.extend(shape.choices)
            if not shape.choices:
                shapes.append(shape)
        return shapes[0] if len(shapes) == 1 else min(shapes, key=lambda shape: _distance(shape, value))


def _distance(shape: Shape, value: Mapping[str, object]) -> tuple[int, int]:
    fields = shape.fields.values()
    wrong = sum(1 for one in fields if one.constant and value.get(one.name) != one.constant)
    unknown = sum(1 for name in value if name not in shape.fields)
    absent = sum(1 for one in fields if one.required and one.name not in value)
    return wrong, unknown + absent


@cache
def bot_api() -> Schema:
    """Return the Bot API that this sandbox carries, read once."""
    path = Path(__file__).parent / "spec" / "api.json"
    return Schema(json.loads(path.read_text(encoding="utf-8")))
