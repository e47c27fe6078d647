"""The Bot API over HTTP: `/bot<token>/<method>`."""

from __future__ import annotations

import json

from aiohttp import web

from bot.sandbox.telegram.body import read_params
from bot.sandbox.telegram.errors import Refused, ReplyLost
from bot.sandbox.telegram.schema import Shape
from bot.sandbox.telegram.service import Telegram

_SAID = {
    "setWebhook": "Webhook was set",
    "deleteWebhook": "Webhook was deleted",
}


class BotApi:
    """Answers calls as Telegram's server does."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram

    def add_routes(self, app: web.Application) -> None:
        """Serve every token and method of this Telegram."""
        app.router.add_route("GET", "/bot{token:[^/]+}/{method}", self.call)
        app.router.add_route("POST", "/bot{token:[^/]+}/{method}", self.call)

    async def call(self, request: web.Request) -> web.Response:
        """Carry out one call."""
        token, method = request.match_info["token"], request.match_info["method"]
        try:
            shape = self._telegram.schema.method(method)
            params = await read_params(request, shape)
            result = await self._telegram.call(token, method, params)
        except Refused as refusal:
            return _answer(refusal.as_answer(), refusal.code)
        except ReplyLost:
            if request.transport is not None:
                request.transport.abort()
            return web.Response()
        return _answer(_success(shape, result))


def _success(shape: Shape, result: object) -> dict[str, object]:
    answer: dict[str, object] = {"ok": True, "result": result}
    if shape.name in _SAID:
        answer["description"] = _SAID[shape.name]
    return answer


def _answer(body: dict[str, object], status: int = 200) -> web.Response:
    return web.Response(
        body=json.dumps(body, ensure_ascii=False).encode(), status=status, content_type="application/json"
    )
