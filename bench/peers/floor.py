"""The floor: aiohttp on both sides, orjson, one pipeline to Redis a step; no framework, and not durable."""

from __future__ import annotations

from typing import Any

import aiohttp
import orjson
import uvloop
from aiohttp import web
from menu import BOT_API, PORT, SCREENS, SECRET, STORE, TARGETS, TOKEN, plan_key, text_of
from redis.asyncio import Redis


class Floor:
    """Webhook, state and answers in forty lines."""

    def __init__(self, redis: Redis, session: aiohttp.ClientSession) -> None:
        self.redis = redis
        self.session = session

    async def call(self, method: str, **params: Any) -> Any:
        """One call of the Bot API."""
        url = f"{BOT_API}/bot{TOKEN}/{method}"
        body = orjson.dumps(params)
        async with self.session.post(url, data=body, headers={"Content-Type": "application/json"}) as answer:
            return orjson.loads(await answer.read())

    async def update(self, request: web.Request) -> web.Response:
        """Take one update; 200 after the answer has left."""
        if request.headers.get("X-Telegram-Bot-Api-Secret-Token") != SECRET:
            return web.Response(status=403)
        update = orjson.loads(await request.read())
        query = update.get("callback_query")
        chat = (query or update)["message"]["chat"]["id"]
        pipe = self.redis.pipeline(transaction=False)
        pipe.get(f"floor:{chat}")
        pipe.get(plan_key(chat))
        state, stored = await pipe.execute()
        screen, step = orjson.loads(state) if state else ("home", 0)
        if query is None:
            screen, step = "home", 0
        elif target := TARGETS.get((screen, query["data"])):
            screen, step = target, step + 1
        shown = {
            "chat_id": chat,
            "text": text_of(screen, orjson.loads(stored), step),
            "reply_markup": {
                "inline_keyboard": [
                    [{"text": label, "callback_data": event}] for label, event, _ in SCREENS[screen][1]
                ]
            },
        }
        await self.redis.set(f"floor:{chat}", orjson.dumps((screen, step)))
        if query is None:
            await self.call("sendMessage", **shown)
        else:
            await self.call("editMessageText", message_id=query["message"]["message_id"], **shown)
            await self.call("answerCallbackQuery", callback_query_id=query["id"])
        return web.Response()


async def main() -> web.Application:
    """Connect, and tell Telegram where we are."""
    session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=100))
    floor = Floor(Redis(unix_socket_path=STORE), session)
    app = web.Application()
    app.router.add_post("/hook", floor.update)

    async def register(_: web.Application) -> None:
        await floor.call("setWebhook", url=f"http://127.0.0.1:{PORT}/hook", secret_token=SECRET)

    app.on_startup.append(register)
    return app


if __name__ == "__main__":
    uvloop.install()
    web.run_app(main(), host="127.0.0.1", port=PORT, access_log=None, print=lambda *_: None)
