"""One request and one answer: what all the case APIs have in common."""

from __future__ import annotations

import hashlib
import inspect
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from aiohttp import web
from multidict import MultiDict

from bot.sandbox.zgw.access import Application, ObjectKey
from bot.sandbox.zgw.faults import Fault, Faults, Kind
from bot.sandbox.zgw.fout import Fout, Speech, body
from bot.sandbox.zgw.journal import Entry, Journal
from bot.sandbox.zgw.register import Doc, Register

Sleep = Callable[[float], Awaitable[object]]
_WRITES = {"POST", "PUT", "PATCH"}
CRS = "EPSG:4326"


@dataclass(frozen=True, slots=True)
class Call:
    """A signed-in request; addresses in `query` and `body` are paths already, `asked` is the raw query."""

    method: str
    path: Mapping[str, str]
    query: MultiDict[str]
    body: Any
    client: Application | ObjectKey | None
    headers: Mapping[str, str]
    resource: str
    asked: tuple[tuple[str, str], ...] = ()

    @property
    def doc(self) -> Doc:
        """The body as an object; anything else is refused as the servers do."""
        if not isinstance(self.body, dict):
            raise Fout(400, "parse_error", "JSON parse error")
        return self.body


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer; `tagged` is what the ETag is made of, None where the API gives none."""

    doc: Any = None
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    tagged: Any = None


Handler = Callable[[Call], Reply | Awaitable[Reply]]


@dataclass(frozen=True, slots=True)
class Route:
    """A method and path of an API with what answers it; `crs` where the coordinate headers are compulsory."""

    method: str
    path: str
    handler: Handler
    crs: bool = False


@dataclass(frozen=True, slots=True)
class Api:
    """One of the case APIs; `sign_in` checks the Authorization header."""

    name: str
    root: str
    version: str
    speech: Speech
    sign_in: Callable[[str | None], Application | ObjectKey | None]
    routes: tuple[Route, ...]
    crs_on_writes: bool = False


class Exchange:
    """Turns routes into aiohttp handlers."""

    def __init__(self, register: Register, journal: Journal, faults: Faults, sleep: Sleep) -> None:
        self._register, self._journal, self._faults, self._sleep = register, journal, faults, sleep

    def application(self, api: Api) -> web.Application:
        """An aiohttp application for one API."""
        app = web.Application(client_max_size=1 << 20, middlewares=[self._unrouted(api)])
        allow: dict[str, list[str]] = {}
        for route in api.routes:
            allow.setdefault(route.path, []).append(route.method)
        for route in api.routes:
            methods = ", ".join(
                [*allow[route.path], *(["HEAD"] if "GET" in allow[route.path] else []), "OPTIONS"]
            )
            add = app.router.add_get if route.method == "GET" else partial(app.router.add_route, route.method)
            add(route.path, self._serve(api, route, methods))
        return app

    def _unrouted(self, api: Api) -> Any:
        @web.middleware
        async def answer(request: web.Request, handler: Any) -> web.StreamResponse:
            try:
                found: web.StreamResponse = await handler(request)
            except web.HTTPMethodNotAllowed:
                return self._answer(api, Fout(405, "method_not_allowed"), {})
            except web.HTTPNotFound:
                return self._answer(api, Fout(404, "not_found"), {})
            return found

        return answer

    def _serve(
        self, api: Api, route: Route, allow: str
    ) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        async def serve(request: web.Request) -> web.StreamResponse:
            path = api.root + request.path.split(api.root, 1)[-1]
            fault = self._faults.pick(api.name, request.method, path)
            raw = await request.read()
            response = await self._before(api, fault, request)
            if response is None:
                response = await self._run(api, route, request, raw)
                response.headers["Allow"] = allow
            lost = fault is not None and fault.kind in {Kind.CUT, Kind.REPLY_LOST}
            status = 0 if lost else response.status
            query = tuple((k, v) for k, v in request.query.items())
            self._journal.note(Entry(api.name, request.method, path, query, _readable(raw), status))
            if lost and request.transport is not None:
                request.transport.abort()
            return response

        return serve

    async def _before(self, api: Api, fault: Fault | None, request: web.Request) -> web.Response | None:
        if fault is None or fault.kind is Kind.REPLY_LOST:
            return None
        if fault.kind is Kind.SLOW:
            await self._sleep(fault.seconds)
            return None
        if fault.kind is Kind.GARBLED:
            return web.Response(text="<html><body>even geduld", content_type="text/html")
        if fault.kind is Kind.REFUSED:
            codes = {401: "authentication_failed", 429: "throttled"}
            headers = {"Retry-After": f"{fault.seconds or 1:g}"} if fault.status == 429 else {}
            return self._answer(
                api, Fout(fault.status, codes.get(fault.status, fault.code), headers=headers), {}
            )
        return web.Response(status=503, text="<h1>503 Service Unavailable</h1>", content_type="text/html")

    async def _run(self, api: Api, route: Route, request: web.Request, raw: bytes) -> web.Response:
        try:
            _check_accept(request.headers.get("Accept", "*/*"))
            client = api.sign_in(request.headers.get("Authorization"))
            _check_crs(request, route.crs, route.crs or api.crs_on_writes)
            call = Call(
                request.method,
                dict(request.match_info),
                MultiDict((k, self._register.inward(v)) for k, v in request.query.items()),
                self._register.inward(_parse(raw)) if request.method in _WRITES else None,
                client,
                request.headers,
                self._register.base_url + api.root + request.path.split(api.root, 1)[-1],
                tuple(request.query.items()),
            )
            found = route.handler(call)
            reply = await found if inspect.isawaitable(found) else found
        except Fout as fout:
            return self._answer(api, fout, self._common(api, route))
        return self._reply(reply, request, self._common(api, route))

    def _common(self, api: Api, route: Route) -> dict[str, str]:
        crs = {"Content-Crs": CRS} if route.crs or (api.crs_on_writes and "objects" in route.path) else {}
        return {"API-version": api.version, "Vary": "origin", **crs}

    def _reply(self, reply: Reply, request: web.Request, headers: dict[str, str]) -> web.Response:
        headers |= reply.headers
        if reply.tagged is not None and request.method in {"GET", "HEAD"}:
            text = json.dumps(reply.tagged, sort_keys=True).encode()
            headers["ETag"] = f'"{hashlib.md5(text, usedforsecurity=False).hexdigest()}"'
            if request.headers.get("If-None-Match") == headers["ETag"]:
                return web.Response(
                    status=304, headers={k: v for k, v in headers.items() if k != "API-version"}
                )
        if reply.status == 204:
            return web.Response(status=204, headers=headers)
        doc = self._register.outward(reply.doc)
        if reply.status == 201 and isinstance(doc, dict) and "url" in doc:
            headers["Location"] = doc["url"]
        return web.json_response(doc, status=reply.status, headers=headers)

    def _answer(self, api: Api, fout: Fout, headers: Mapping[str, str]) -> web.Response:
        content = body(fout, api.speech, self._register.base_url)
        return web.json_response(content, status=fout.status, headers={**headers, **fout.headers})


def _readable(raw: bytes) -> Any:
    try:
        return json.loads(raw) if raw else None
    except ValueError:
        return raw.decode("utf-8", "replace")


def _parse(raw: bytes) -> Any:
    if not raw.strip():
        return {}
    try:
        return json.loads(raw)
    except ValueError as fault:
        raise Fout(400, "parse_error", f"JSON parse error - {fault}") from fault


def _check_accept(accept: str) -> None:
    kinds = {part.split(";")[0].strip() for part in accept.split(",")}
    if not kinds & {"application/json", "application/*", "*/*"}:
        raise Fout(406, "not_acceptable")


def _check_crs(request: web.Request, reading: bool, writing: bool) -> None:
    needed = (["Accept-Crs"] if reading else []) + (
        ["Content-Crs"] if writing and request.method in _WRITES else []
    )
    for name in needed:
        given = request.headers.get(name)
        if given is None:
            raise Fout(412, "precondition_failed", f"'{name}' header ontbreekt")
        if given != CRS:
            raise Fout(406, "not_acceptable", f"CRS '{given}' is niet ondersteund")
