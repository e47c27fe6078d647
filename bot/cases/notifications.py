"""The address that the case system calls when something changed (VNG consumer webhook, answer 204)."""

from __future__ import annotations

import hmac
import json
from collections.abc import Awaitable, Callable
from typing import Any, Final

from aiohttp import web

from bot.cases.port import Hint
from bot.errors import BadAnswer, Retry

LARGEST: Final = 64 * 1024
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def notification_handler(
    decode: Callable[[object], Awaitable[Hint | None]], accept: Callable[[Hint], Awaitable[None]], secret: str
) -> Handler:
    """Make the handler: `decode` is `CaseApi.hint`, `accept` stores the hint, `secret` is the subscription's.

    At registration the server probes twice, without and with the secret: 401, then 204 (channel `test`).
    Foreign cases get 204 too, so that an answer tells nothing. Where the store or the case API is away the
    answer is 503, and the notification comes again.
    """

    async def handle(request: web.Request) -> web.StreamResponse:
        if not authorised(request.headers.get("Authorization", ""), secret):
            return problem(401, "not_authenticated", "Send the secret of the subscription.")
        text = await _body(request)
        if text is None:
            return problem(413, "too_large", "A notification is never larger than 64 KiB.")
        try:
            body = json.loads(text)
        except (ValueError, RecursionError):
            return problem(400, "parse_error", "The body is not JSON.")
        try:
            hint = await _test_or(decode, body)
            if hint is not None:
                await accept(hint)
        except BadAnswer:
            return problem(400, "invalid", "The body is not a notification.")
        except Retry:
            return problem(503, "try_again", "Nothing is lost; send it again.", {"Retry-After": "5"})
        return web.Response(status=204)

    return handle


def authorised(header: str, secret: str) -> bool:
    """Compare the header in constant time; an empty secret lets nobody in."""
    same = hmac.compare_digest(header.encode(), f"Bearer {secret}".encode())
    return same and bool(secret)


def problem(status: int, code: str, detail: str, headers: dict[str, str] | None = None) -> web.Response:
    """Make a refusal in the shape of RFC 9457."""
    body = {"type": "about:blank", "title": code, "code": code, "status": status, "detail": detail}
    more = {"WWW-Authenticate": "Bearer"} if status == 401 else {}
    return web.Response(
        status=status,
        text=json.dumps(body),
        content_type="application/problem+json",
        headers={**more, **(headers or {})},
    )


async def _test_or(decode: Callable[[object], Awaitable[Hint | None]], body: Any) -> Hint | None:
    if isinstance(body, dict) and body.get("kanaal") == "test":
        return None
    return await decode(body)


async def _body(request: web.Request) -> bytes | None:
    if (request.content_length or 0) > LARGEST:
        return None
    found = bytearray()
    async for piece in request.content.iter_chunked(8192):
        found += piece
        if len(found) > LARGEST:
            return None
    return bytes(found)
