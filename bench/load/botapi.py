"""A fast Bot API on loopback: every method has a valid result, every call is seen by the listeners."""

from __future__ import annotations

import asyncio
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from time import time
from typing import Any, cast

from bench.load import text
from bench.load.forms import parameters
from bench.load.http import Message, Reader
from bench.load.results import result
from bench.load.values import Call, Params, Rule, Verdict, prompt

EDITS = ("editMessageText", "editMessageReplyMarkup", "editMessageCaption")
NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the "
    "same as a current content and reply markup of the message"
)
_REASONS = {200: b"200 OK", 400: b"400 Bad Request", 403: b"403 Forbidden", 429: b"429 Too Many Requests"}


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where a bot wants its updates."""

    host: str
    port: int
    path: str
    secret: str


class BotApi:
    """Answers calls of any bot. `listeners` get every call at the moment when it takes effect."""

    def __init__(self, rule: Rule = prompt) -> None:
        self.rule = rule
        self.listeners: list[Callable[[Call], None]] = []
        self.webhooks: dict[str, Webhook] = {}
        self.counts: Counter[str] = Counter()
        self.port = 0
        self._last: dict[tuple[str, int], tuple[int, Any, Any]] = {}
        self._ids: dict[tuple[str, int], int] = {}
        self._server: asyncio.Server | None = None
        self._lines: set[_Line] = set()

    @property
    def url(self) -> str:
        """The root for a bot's settings."""
        return f"http://127.0.0.1:{self.port}"

    async def start(self, port: int = 0) -> None:
        """Listen."""
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(
            lambda: _Line(self, self._lines), "127.0.0.1", port, backlog=1024
        )
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        """Close everything."""
        if self._server is not None:
            self._server.close()
        for line in tuple(self._lines):
            line.close()

    def fresh_id(self, token: str, chat: int) -> int:
        """The next message id of this chat."""
        number = self._ids[token, chat] = self._ids.get((token, chat), 0) + 1
        return number

    def perform(
        self, token: str, method: str, params: Params, verdict: Verdict
    ) -> tuple[int, dict[str, Any]]:
        """Let a call take effect; answers status and body."""
        chat = params.get("chat_id")
        number = chat if isinstance(chat, int) else int(chat) if chat else 0
        call = Call(time(), token, method, params, number, int(params.get("message_id") or 0))
        self.counts[method] += 1
        if verdict.code:
            return self._refuse(call, verdict)
        if method.startswith("send") and method != "sendChatAction":
            call = replace(call, message=self.fresh_id(token, number))
            self._last[token, number] = (call.message, params.get("text"), params.get("reply_markup"))
        elif method in EDITS and self._same(call):
            self._tell(replace(call, unchanged=True))
            return 400, {"ok": False, "error_code": 400, "description": NOT_MODIFIED}
        elif method == "setWebhook":
            self.webhooks[token] = _webhook(params)
        elif method == "deleteWebhook":
            self.webhooks.pop(token, None)
        self._tell(call)
        return 200, {"ok": True, "result": result(call, self.webhooks.get(token))}

    def _same(self, call: Call) -> bool:
        at = (call.token, call.chat)
        known, now = self._last.get(at), call.params
        if known is None or known[0] != call.message:
            return False
        words = now.get("text") if call.method == "editMessageText" else known[1]
        shown = (call.message, words, now.get("reply_markup"))
        self._last[at] = shown
        return shown == known

    def _refuse(self, call: Call, verdict: Verdict) -> tuple[int, dict[str, Any]]:
        self._tell(replace(call, refused=verdict.code))
        body: dict[str, Any] = {"ok": False, "error_code": verdict.code, "description": verdict.words}
        if verdict.retry_after is not None:
            body["parameters"] = {"retry_after": verdict.retry_after}
        return verdict.code, body

    def _tell(self, call: Call) -> None:
        for listener in self.listeners:
            listener(call)


def _webhook(params: Params) -> Webhook:
    rest = str(params["url"]).partition("://")[2]
    host, _, path = rest.partition("/")
    name, _, port = host.partition(":")
    return Webhook(name, int(port or 80), f"/{path}", str(params.get("secret_token") or ""))


class _Line(asyncio.Protocol):
    """One connection of a bot; its requests are answered one after another, as HTTP/1.1 wants."""

    def __init__(self, api: BotApi, lines: set[_Line]) -> None:
        self._api = api
        self._lines = lines
        self._reader = Reader()
        self._waiting: deque[Message] = deque()
        self._busy = False
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        # uvloop's are no subclasses of asyncio's.
        self._transport = cast(asyncio.Transport, transport)
        self._lines.add(self)

    def connection_lost(self, exc: Exception | None) -> None:
        self._transport = None
        self._lines.discard(self)

    def close(self) -> None:
        if self._transport is not None:
            self._transport.close()

    def data_received(self, data: bytes) -> None:
        self._waiting.extend(self._reader.feed(data))
        self._next()

    def _next(self) -> None:
        while self._waiting and not self._busy:
            self._take(self._waiting.popleft())

    def _take(self, request: Message) -> None:
        target = request.line.split(b" ")[1].partition(b"?")[0].decode()
        token, _, method = target.removeprefix("/bot").partition("/")
        params = parameters(request.header(b"content-type"), request.body)
        verdict = self._api.rule(token, method, params)
        if verdict.hang:
            self._busy = True
        elif verdict.delay > 0:
            self._busy = True
            asyncio.get_running_loop().call_later(verdict.delay, self._late, token, method, params, verdict)
        else:
            self._answer(*self._api.perform(token, method, params, verdict))

    def _late(self, token: str, method: str, params: Params, verdict: Verdict) -> None:
        self._busy = False
        self._answer(*self._api.perform(token, method, params, verdict))
        self._next()

    def _answer(self, status: int, body: dict[str, Any]) -> None:
        if self._transport is None:
            return
        payload = text.write(body)
        self._transport.write(
            b"HTTP/1.1 %b\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b"
            % (_REASONS.get(status, b"%d Error" % status), len(payload), payload)
        )
