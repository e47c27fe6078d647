"""Reads a JSON body into a model, and says which field is wrong without repeating its value."""

from __future__ import annotations

import json
from typing import TypeVar

from aiohttp import web
from pydantic import BaseModel, ValidationError

from bot.console.api.problem import Problem

M = TypeVar("M", bound=BaseModel)


async def read_body(request: web.Request, model: type[M]) -> M:
    """Read the body; raises 415, 413, 400 or 422 as a problem."""
    if request.content_type != "application/json":
        raise Problem.of_status(415)
    raw = await request.read()
    try:
        return model.model_validate_json(raw)
    except ValidationError as fault:
        if not _is_json(raw):
            raise Problem.of_status(400) from None
        raise Problem.of_status(422, errors=_errors(fault)) from None


def _is_json(raw: bytes) -> bool:
    try:
        json.loads(raw)
    except (ValueError, RecursionError):
        return False
    return True


def _errors(fault: ValidationError) -> tuple[tuple[str, str], ...]:
    found = fault.errors(include_input=False, include_url=False, include_context=False)
    return tuple((".".join(map(str, one["loc"])) or "body", one["msg"]) for one in found)
