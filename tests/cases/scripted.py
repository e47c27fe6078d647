"""A tiny server that answers what a test tells it to, and remembers what it was asked."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer


@dataclass(frozen=True)
class Answer:
    """One answer; `body` is JSON unless it is bytes; `hangs` never answers."""

    body: Any = None
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    hangs: bool = False


class Scripted:
    """Gives its answers in order, the last one for ever."""

    def __init__(self, *answers: Answer) -> None:
        self.answers = list(answers)
        self.asked: list[str] = []
        self.headers: list[Mapping[str, str]] = []
        self.root = ""

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Answer the next request."""
        self.asked.append(f"{request.method} {request.path_qs}")
        self.headers.append(dict(request.headers))
        found = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if found.hangs:
            await asyncio.Event().wait()
        text = found.body if isinstance(found.body, bytes) else json.dumps(found.body).encode()
        return web.Response(status=found.status, body=text, headers=found.headers)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[Scripted]:
        """Serve on a free port; `root` ends with a slash."""
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", self.answer)
        async with TestServer(app) as server:
            self.root = str(server.make_url("/api/v1/"))
            yield self
