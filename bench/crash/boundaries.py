"""Puts failpoints around every I/O boundary of a running `App`, without a line in the product.

before  nothing has left the process yet
after   the other side has carried it out, and the process has not used the answer
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, TypeVar

from aiohttp import web

from bench.crash.points import Points
from bot.app import App
from bot.store.db import Db
from bot.store.line import Part

T = TypeVar("T")
SCRIPT = "_run"


class WatchedDb(Db):
    """The door to Redis with a failpoint on both sides."""

    points: Points

    async def __call__(self, call: Awaitable[T]) -> T:
        name = command_of(call)
        if name is None:
            return await super().__call__(call)
        try:
            await self.points.reach(f"redis {name} before")
        except BaseException:
            _drop(call)
            raise
        answer = await super().__call__(call)
        await self.points.reach(f"redis {name} after")
        return answer

    async def run(self, name: str, keys: Sequence[str], args: Sequence[Part]) -> Any:
        await self.points.reach(f"lua {name} before")
        answer = await super().run(name, keys, args)
        await self.points.reach(f"lua {name} after")
        return answer


def command_of(call: Awaitable[object]) -> str | None:
    """The command that a coroutine of redis-py is about to send; None for one inside `run`."""
    frame = getattr(call, "cr_frame", None)
    if frame is None or getattr(call, "__name__", "") == SCRIPT:
        return None
    if (within := frame.f_locals.get("response")) is not None:
        return command_of(within)
    args = frame.f_locals.get("args") or ()
    return str(args[0]).lower() if args else str(getattr(call, "__name__", "command"))


def _drop(call: object) -> None:
    """End a coroutine that will not be awaited, with the one inside it."""
    if inspect.iscoroutine(call):
        _drop(call.cr_frame.f_locals.get("response") if call.cr_frame else None)
        call.close()


def watch(app: App, inner: web.Application, points: Points) -> None:
    """Put failpoints around store, Bot API, case system and the answers of the web server."""
    db = app.store.db
    db.__class__ = WatchedDb
    setattr(db, "points", points)  # noqa: B010
    for town in app.municipalities.values():
        setattr(town.client, "call", _called(town.client.call, points))  # noqa: B010
    object.__setattr__(app._session, "_request", _requested(app._session._request, points))
    inner.middlewares.append(_answered(points))


def _called(call: Callable[..., Awaitable[Any]], points: Points) -> Callable[..., Awaitable[Any]]:
    async def watched(method: str, params: Mapping[str, Any] | None = None, **more: Any) -> Any:
        await points.reach(f"telegram {method} before")
        try:
            answer = await call(method, params, **more)
        except Exception:
            await points.reach(f"telegram {method} after")
            raise
        await points.reach(f"telegram {method} after")
        return answer

    return watched


def _requested(request: Callable[..., Awaitable[Any]], points: Points) -> Callable[..., Awaitable[Any]]:
    async def watched(method: str, url: Any, **more: Any) -> Any:
        name = f"case {method} {kind_of(str(url))}"
        await points.reach(f"{name} before")
        if points.woken:
            # The clock went on by a lease meanwhile, so the deadline of its work is over; the loop's own
            # time, by which deadlines are kept, did not move here.
            raise TimeoutError
        answer = await request(method, url, **more)
        await points.reach(f"{name} after")
        return answer

    return watched


def kind_of(url: str) -> str:
    """The kind of resource of an address of the case system."""
    parts = [part for part in url.split("?")[0].split("/") if part]
    named = [part for part in parts[3:] if not any(sign.isdigit() for sign in part)]
    return named[-1] if named else "root"


def _answered(points: Points) -> Any:
    @web.middleware
    async def answered(request: web.Request, handler: Any) -> web.StreamResponse:
        answer: web.StreamResponse = await handler(request)
        kind = "webhook" if request.path.startswith("/telegram/") else "notice"
        await points.reach(f"{kind} {answer.status} before")
        return answer

    return answered


def update_id_of(body: bytes) -> int:
    """The id of a posted update."""
    return int(json.loads(body)["update_id"])
