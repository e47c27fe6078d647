"""One operation of the HTTP API: who may, what it takes and gives; wrapped so that all behave alike."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from aiohttp import web
from pydantic import BaseModel

from bot.console.api.body import read_body
from bot.console.api.keys import visit_of_key
from bot.console.api.problem import Problem
from bot.console.roles import Guard
from bot.console.visit import Visit


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer; `location` is where the new thing stands."""

    model: BaseModel
    status: int = 200
    location: str = ""


Handler = Callable[[Visit, Any], Awaitable[Answer]]


@dataclass(frozen=True, slots=True)
class ApiRoute:
    """One operation. `once`: it needs an `Idempotency-Key`, and a repeat gets the same answer.

    `query` are pairs of parameter name and what it is for.
    """

    method: str
    path: str
    name: str
    guard: Guard
    handler: Handler
    summary: str
    gives: type[BaseModel]
    takes: type[BaseModel] | None = None
    status: int = 200
    once: bool = False
    query: tuple[tuple[str, str], ...] = ()


def wrapped(route: ApiRoute) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    """Wrap an operation: key, role, idempotency, body, answer."""

    async def guarded(request: web.Request) -> web.StreamResponse:
        visit = await visit_of_key(request, route.guard)
        if route.once:
            return await _once(visit, route)
        return _response(*_written(await _run(visit, route)))

    return guarded


async def _run(visit: Visit, route: ApiRoute) -> Answer:
    body = await read_body(visit.request, route.takes) if route.takes else None
    return await route.handler(visit, body)


def _written(answer: Answer) -> tuple[int, str]:
    return answer.status, json.dumps({"location": answer.location, "body": answer.model.model_dump_json()})


def _response(status: int, kept: str, *, again: bool = False) -> web.Response:
    parts = json.loads(kept)
    headers = {"Location": parts["location"]} if parts["location"] else {}
    if again:
        headers["Idempotency-Replayed"] = "true"
    return web.Response(text=parts["body"], status=status, content_type="application/json", headers=headers)


async def _once(visit: Visit, route: ApiRoute) -> web.Response:
    """Answer a repeat of the same request with the same answer, also where the first one was lost."""
    request, sent = visit.request, visit.request.headers.get("Idempotency-Key", "")
    if not 1 <= len(sent) <= 255:
        raise Problem.of_status(
            400, "no_idempotency_key", "Send an `Idempotency-Key` header of 1 to 255 characters."
        )
    store = visit.deps.store.idempotency
    key = f"{visit.tenant.id}:{visit.who}:{sent}"
    fingerprint = hashlib.sha256(
        f"{request.method} {request.path}\n".encode() + await request.read()
    ).hexdigest()
    known = await store.begin(key, fingerprint)
    if known is not None:
        if known.fingerprint != fingerprint:
            raise Problem.of_status(
                422, "other_request", "This idempotency key was used for another request."
            )
        if known.body is None:
            raise Problem.of_status(409)
        return _response(known.status, known.body, again=True)
    try:
        status, kept = _written(await _run(visit, route))
    except Exception:
        await store.abandon(key)
        raise
    await store.finish(key, fingerprint, status, kept)
    return _response(status, kept)
