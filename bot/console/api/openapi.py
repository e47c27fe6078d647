"""The OpenAPI 3.1 document, built from the operations and their models."""

from __future__ import annotations

import re
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from bot.console.api.operations import OPERATIONS
from bot.console.api.route import ApiRoute

PROBLEMS = {
    False: (401, 403, 404, 503),
    True: (400, 401, 403, 404, 409, 412, 413, 415, 422, 503),
}
"""Which problems an operation without and with a body may answer."""

PROBLEM: dict[str, Any] = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string", "format": "uri"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"field": {"type": "string"}, "message": {"type": "string"}},
            },
        },
    },
}


def document(base: str) -> dict[str, Any]:
    """Return the document; `base` is the path under which the API stands."""
    paths: dict[str, dict[str, Any]] = {}
    for route in OPERATIONS:
        paths.setdefault(route.path, {})[route.method.lower()] = _operation(route)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Wegwijs",
            "version": "1",
            "description": "Invitations, reminders and lessons. People are random ids; a BSN exists nowhere.",
            "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
        },
        "servers": [{"url": base}],
        "security": [{"key": []}],
        "paths": paths,
        "components": {
            "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
            "schemas": {**_schemas(), "Problem": PROBLEM},
        },
    }


def _schemas() -> dict[str, Any]:
    models: list[tuple[type[BaseModel], Any]] = []
    for route in OPERATIONS:
        models.append((route.gives, "serialization"))
        if route.takes:
            models.append((route.takes, "validation"))
    _, found = models_json_schema(list(dict.fromkeys(models)), ref_template="#/components/schemas/{model}")
    schemas: dict[str, Any] = found.get("$defs", {})
    return schemas


def _operation(route: ApiRoute) -> dict[str, Any]:
    operation: dict[str, Any] = {
        "operationId": route.name.removeprefix("api_"),
        "summary": route.summary,
        "tags": [route.guard.value.removeprefix("api_")],
        "parameters": _parameters(route),
        "responses": _responses(route),
    }
    if route.takes:
        operation["requestBody"] = {"required": True, "content": _json(route.takes)}
    return operation


def _parameters(route: ApiRoute) -> list[dict[str, Any]]:
    text = {"type": "string"}
    found = [
        {"name": n, "in": "path", "required": True, "schema": text}
        for n in re.findall(r"{(\w+)}", route.path)
    ]
    found += [{"name": n, "in": "query", "description": what, "schema": text} for n, what in route.query]
    if route.once:
        schema = {"type": "string", "minLength": 1, "maxLength": 255}
        found.append({"name": "Idempotency-Key", "in": "header", "required": True, "schema": schema})
    return found


def _responses(route: ApiRoute) -> dict[str, Any]:
    problem = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    answers: dict[str, Any] = {
        str(route.status): {"description": route.summary, "content": _json(route.gives)}
    }
    for status in PROBLEMS[route.takes is not None]:
        answers[str(status)] = {"description": "Problem", "content": problem}
    return answers


def _json(model: type[BaseModel]) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{model.__name__}"}}}
