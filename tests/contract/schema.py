"""Schemas of OpenAPI 3.0 as JSON Schema, for what is sent or for what is answered.

OpenAPI 3.0 is not JSON Schema: `nullable` stands beside the type, what is `readOnly` is not sent and what is
`writeOnly` not answered. Properties that a schema does not name are a fault, so that we invent none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, Final, Literal
from urllib.parse import urlsplit
from uuid import UUID

from jsonschema import Draft202012Validator, FormatChecker

Schema = dict[str, Any]
Direction = Literal["request", "response"]
_KEPT: Final = (
    "type",
    "enum",
    "format",
    "pattern",
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "uniqueItems",
    "minProperties",
    "maxProperties",
    "multipleOf",
)
_REF: Final = "#/components/schemas/"
_DURATION: Final = re.compile(r"P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?")


def _date(value: object) -> bool:
    return not isinstance(value, str) or bool(date.fromisoformat(value))


def _date_time(value: object) -> bool:
    return not isinstance(value, str) or datetime.fromisoformat(value).tzinfo is not None


def _uuid(value: object) -> bool:
    return not isinstance(value, str) or bool(UUID(value))


def _uri(value: object) -> bool:
    return not isinstance(value, str) or value == "" or bool(urlsplit(value).scheme)


def _duration(value: object) -> bool:
    return not isinstance(value, str) or bool(_DURATION.fullmatch(value))


FORMATS: Final = FormatChecker(formats=())
for name, check in (
    ("date", _date),
    ("date-time", _date_time),
    ("uuid", _uuid),
    ("uri", _uri),
    ("duration", _duration),
):
    FORMATS.checks(name, ValueError)(check)


class Schemas:
    """Validators made of the components of one OpenAPI file, for one direction."""

    def __init__(self, components: Schema, direction: Direction) -> None:
        self._components, self._direction = components, direction
        self._defs: Schema = {}
        self._validators: dict[int, tuple[Schema, Any]] = {}

    def faults(self, schema: Schema, value: object) -> list[str]:
        """What is wrong with a value, each with its place; a place never shows the value itself."""
        known = self._validators.get(id(schema))
        if known is None:
            root = {**self._closed(self._convert(schema), schema), "$defs": self._defs}
            known = schema, Draft202012Validator(root, format_checker=FORMATS)
            self._validators[id(schema)] = known
        validator = known[1]
        return sorted({_told(error) for fault in validator.iter_errors(value) for error in _deepest(fault)})

    def _convert(self, schema: Schema) -> Schema:
        """Translate without closing: what stands in an `allOf` must stay open for its neighbours."""
        if "$ref" in schema:
            # A schema of somebody else's file is not looked up: anything fits it.
            return {"$ref": self._define(schema["$ref"])} if schema["$ref"].startswith(_REF) else {}
        found: Schema = {key: schema[key] for key in _KEPT if key in schema}
        if self._direction == "response" and found.keys() & {"minLength", "pattern", "format", "enum"}:
            # Real servers answer an empty text where they have none, whatever length or pattern is written.
            found = {"anyOf": [found, {"const": ""}]} if schema.get("type") == "string" else found
        for key, other in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
            if key in schema:
                found[other if schema.get(other) is True else key] = schema[key]
        if "properties" in schema:
            found["properties"] = {
                name: self._property(part)
                for name, part in schema["properties"].items()
                if self._allowed(part)
            }
        if "required" in schema:
            parts = schema.get("properties", {})
            found["required"] = [n for n in schema["required"] if self._allowed(parts.get(n, {}))]
        if "items" in schema:
            found["items"] = self._property(schema["items"])
        if isinstance(schema.get("additionalProperties"), dict):
            found["additionalProperties"] = self._property(schema["additionalProperties"])
        if "allOf" in schema:
            found["allOf"] = [self._convert(part) for part in schema["allOf"]]
        for key in ("oneOf", "anyOf"):
            if key in schema:
                # Alternatives overlap in the official files (a blank text fits two), so one is enough.
                found["anyOf"] = [self._property(part) for part in schema[key]]
        return _nullable(found) if schema.get("nullable") else found

    def _property(self, schema: Schema) -> Schema:
        return self._closed(self._convert(schema), schema)

    def _closed(self, found: Schema, schema: Schema) -> Schema:
        if not self._has_properties(schema) or schema.get("additionalProperties") not in (None, False):
            return found
        return {**found, "unevaluatedProperties": False}

    def _has_properties(self, schema: Schema) -> bool:
        schema = self._resolved(schema)
        if any("additionalProperties" in self._resolved(part) for part in schema.get("allOf", ())):
            return False
        if "oneOf" in schema or "anyOf" in schema:
            return False
        return "properties" in schema or any(self._has_properties(part) for part in schema.get("allOf", ()))

    def _resolved(self, schema: Schema) -> Schema:
        while "$ref" in schema:
            schema = self._components.get(schema["$ref"].removeprefix(_REF), {"additionalProperties": True})
        return schema

    def _allowed(self, schema: Schema) -> bool:
        return not self._resolved(schema).get(
            "readOnly" if self._direction == "request" else "writeOnly", False
        )

    def _define(self, ref: str) -> str:
        name = ref.removeprefix(_REF)
        if name not in self._defs:
            self._defs[name] = {}  # a schema may contain itself
            self._defs[name] = self._convert(self._components[name])
        return f"#/$defs/{name}"


def _nullable(found: Schema) -> Schema:
    if "enum" in found:
        found = {**found, "enum": [*found["enum"], None]}
    return {"anyOf": [found, {"type": "null"}]}


def _deepest(error: Any) -> Iterator[Any]:
    """Of alternatives those faults that lie deepest: they tell what was meant."""
    if not error.context:
        yield error
        return
    depth = max(len(inner.absolute_path) for inner in error.context)
    for inner in error.context:
        if len(inner.absolute_path) == depth:
            yield from _deepest(inner)


def _told(error: Any) -> str:
    place = ".".join(str(part) for part in error.absolute_path) or "(all of it)"
    more = re.findall(r"'([\w-]+)'", error.message) if error.validator in _NAMING else []
    return f"{place}: {error.validator}" + (
        f" {', '.join(more)}" if more else f" {error.validator_value!r:.80}"
    )


_NAMING: Final = {"required", "unevaluatedProperties", "additionalProperties"}
