"""What Telegram saw: which process sent what, what was acknowledged, and in which order it had asked."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

from aiohttp import ClientError, ClientSession, web

from bot.sandbox.telegram import Telegram
from bot.sandbox.telegram.delivery import Answer, HttpPost
from bot.sandbox.telegram.errors import Refused
from bot.sandbox.telegram.server import BotApi
from bot.sandbox.telegram.webhook import Webhook

_CALLER: ContextVar[str] = ContextVar("caller", default="")
KINDS = ("message", "callback_query", "my_chat_member")


@dataclass(frozen=True, slots=True)
class Sent:
    """A new message of the bot: by which process, and when."""

    caller: str
    chat: int
    message: int
    at: float


@dataclass
class Witness:
    """Sees every call of every process. Each process calls below an address with its own name."""

    telegram: Telegram
    sent: list[Sent] = field(default_factory=list)
    edits: Counter[str] = field(default_factory=Counter)
    refusals: Counter[str] = field(default_factory=Counter)

    def add_routes(self, app: web.Application) -> None:
        """Serve the Bot API once more, below `/via/<name of the process>`."""
        api = BotApi(self.telegram)

        async def call(request: web.Request) -> web.Response:
            _CALLER.set(request.match_info["caller"])
            return await api.call(request)

        app.router.add_post("/via/{caller}/bot{token:[^/]+}/{method}", call)
        carry_out = self.telegram.call

        async def seen(token: str, method: str, params: Mapping[str, Any]) -> Any:
            try:
                result = await carry_out(token, method, params)
            except Refused as refused:
                self._refused(method, refused.description)
                raise
            self._done(method, params, result)
            return result

        setattr(self.telegram, "call", seen)  # noqa: B010

    def _done(self, method: str, params: Mapping[str, Any], result: Any) -> None:
        if method == "sendMessage":
            self.sent.append(Sent(_CALLER.get(), int(params["chat_id"]), result["message_id"], monotonic()))
        elif method.startswith("editMessage"):
            self.edits["changed"] += 1

    def _refused(self, method: str, words: str) -> None:
        if method.startswith("editMessage") and "not modified" in words:
            self.edits["not modified"] += 1
        else:
            self.refusals[f"{method}: {words}"] += 1


@dataclass
class Post:
    """Carries updates to webhooks, and notes which were offered, in which queue, and acknowledged when."""

    to: HttpPost = field(default_factory=HttpPost)
    offered: dict[int, str] = field(default_factory=dict)
    acknowledged: dict[int, float] = field(default_factory=dict)

    async def __call__(self, webhook: Webhook, body: dict[str, Any]) -> Answer:
        update = int(body["update_id"])
        self.offered[update] = next(kind for kind in KINDS if kind in body)
        answer = await self.carry(webhook, body)
        if not answer.fault:
            self.acknowledged.setdefault(update, monotonic())
        return answer

    async def carry(self, webhook: Webhook, body: dict[str, Any]) -> Answer:
        """Bring one update to a webhook."""
        return await self.to(webhook, body)


def forward(ports: list[int], rng: random.Random) -> Any:
    """A handler that brings notices of the case system to one of the web processes."""

    async def handler(request: web.Request) -> web.Response:
        url = f"http://127.0.0.1:{rng.choice(ports)}/cases/{request.match_info['tenant']}"
        names = ("Authorization", "Content-Type")
        headers = {name: request.headers[name] for name in names if name in request.headers}
        try:
            body = await request.read()
            async with ClientSession() as http, http.post(url, data=body, headers=headers) as answer:
                return web.Response(status=answer.status)
        except ClientError:
            return web.Response(status=503)

    return handler
