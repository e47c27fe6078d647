"""One official OpenAPI file: finds the operation of an exchange and says what does not fit it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Final

import yaml

from tests.contract.schema import Schema, Schemas

_METHODS: Final = ("get", "post", "put", "patch", "delete", "head")


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its answer, with the path below the root of its API."""

    api: str
    method: str
    path: str
    query: tuple[tuple[str, str], ...]
    sent_headers: Mapping[str, str]
    sent: Any
    status: int
    headers: Mapping[str, str]
    answer: Any

    def __str__(self) -> str:
        return f"{self.api} {self.method} {self.path} → {self.status}"


@dataclass(frozen=True)
class Spec:
    """The parts of a file that are checked."""

    doc: Schema

    def request_faults(self, exchange: Exchange) -> list[str]:
        """What the file does not allow in a request."""
        found = self._operation(exchange)
        if found is None:
            return ["no such operation"]
        known = list(self._parameters(found))
        return [
            *self._query_faults(known, exchange.query),
            *(f"header {name} is missing" for name in _missing(known, exchange.sent_headers)),
            *self._body_faults(found, exchange),
        ]

    def answer_faults(self, exchange: Exchange) -> list[str]:
        """What the file does not allow in an answer."""
        found = self._operation(exchange)
        if found is None:
            return ["no such operation"]
        answers = found["responses"]
        answer = answers.get(str(exchange.status)) or answers.get("default")
        if answer is None:
            # Open Klant and Open Object describe no refusals at all; 304 stands nowhere.
            told = exchange.status == 304 or (exchange.status >= 400 and all(c < "400" for c in answers))
            return [] if told else [f"status {exchange.status} is not described"]
        answer = self._resolved(answer)
        content = answer.get("content") or {}
        if not content:
            return ["an answer has a body"] if exchange.answer is not None else []
        kind = content.get("application/json") or next(iter(content.values()))
        return self._answers.faults(kind.get("schema", {}), exchange.answer)

    @cached_property
    def _requests(self) -> Schemas:
        return Schemas(self.doc["components"].get("schemas", {}), "request")

    @cached_property
    def _answers(self) -> Schemas:
        return Schemas(self.doc["components"].get("schemas", {}), "response")

    @cached_property
    def _paths(self) -> list[tuple[re.Pattern[str], str, Schema]]:
        """Paths with the fewest variables first, so that `_zoek` is not taken for a UUID."""
        rows = sorted(self.doc["paths"].items(), key=lambda row: (row[0].count("{"), row[0]))
        return [(re.compile(re.sub(r"\\{.*?\\}", "[^/]+", re.escape(p))), p, doc) for p, doc in rows]

    def _operation(self, exchange: Exchange) -> Schema | None:
        for pattern, _, doc in self._paths:
            method = exchange.method.lower()
            if method in doc and pattern.fullmatch(exchange.path):
                return {**doc[method], "_shared": doc.get("parameters", [])}
        return None

    def _parameters(self, operation: Schema) -> Iterator[Schema]:
        for parameter in [*operation["_shared"], *operation.get("parameters", [])]:
            yield self._resolved(parameter)

    def _query_faults(self, known: list[Schema], query: tuple[tuple[str, str], ...]) -> Iterator[str]:
        by_name = {p["name"]: p for p in known if p["in"] == "query"}
        for name, text in query:
            if name not in by_name:
                yield f"query {name} is not known"
                continue
            schema = by_name[name].get("schema", {})
            values = text.split(",") if schema.get("type") == "array" else [text]
            schema = schema.get("items", {}) if schema.get("type") == "array" else schema
            for value in values:
                yield from (
                    f"query {name}: {f}" for f in self._requests.faults(schema, _typed(schema, value))
                )
        for name in by_name.keys() - dict(query).keys():
            if by_name[name].get("required"):
                yield f"query {name} is missing"

    def _body_faults(self, operation: Schema, exchange: Exchange) -> list[str]:
        body = self._resolved(operation.get("requestBody") or {})
        if exchange.sent is None:
            return ["a body is missing"] if body.get("required") else []
        if not body:
            return ["a body is not expected"]
        content = body["content"].get("application/json")
        return self._requests.faults(content["schema"], exchange.sent) if content else []

    def _resolved(self, part: Schema) -> Schema:
        while "$ref" in part:
            found: Any = self.doc
            for step in part["$ref"].removeprefix("#/").split("/"):
                found = found[step.replace("~1", "/")]
            part = found
        return part


@cache
def read_spec(file: Path) -> Spec:
    """Read a file; the large ones take a second, so each is read once."""
    text = file.read_text(encoding="utf-8")
    doc = json.loads(text) if file.suffix == ".json" else yaml.load(text, Loader=_LOADER)
    return Spec(doc)


_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _missing(known: list[Schema], headers: Mapping[str, str]) -> list[str]:
    there = {name.lower() for name in headers}
    return [
        p["name"]
        for p in known
        if p["in"] == "header" and p.get("required") and p["name"].lower() not in there
    ]


def _typed(schema: Schema, text: str) -> object:
    kind = schema.get("type")
    if kind in {"integer", "number"} and re.fullmatch(r"-?\d+(\.\d+)?", text):
        return int(text) if text.lstrip("-").isdigit() else float(text)
    if kind == "boolean" and text.lower() in {"true", "false"}:
        return text.lower() == "true"
    return text
