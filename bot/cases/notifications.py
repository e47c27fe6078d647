"""The address that the case system calls when something changed (VNG consumer webhook, answer 204)."""

from __future__ import annotations

import hmac
import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final

from aiohttp import web

from bot.cases.port import Hint
from bot.errors import BadAnswer, StoreAway

LARGEST: Final = 64 * 1024
MOST_EVENTS: Final = 500
BATCH: Final = "application/cloudevents-batch+json"
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Decode = Callable[[object], Awaitable[Hint | None]]
Accept = Callable[[Hint], Awaitable[None]]


def _nobody(right: bool) -> None:
    """Nobody is told."""


def notification_handler(
    decode: Decode, accept: Accept, secret: str, told: Callable[[bool], None] = _nobody
) -> Handler:
    """Make the handler: `decode` is `CaseApi.hint`, `accept` keeps the hint, `secret` is the subscription's.

    At registration the server probes twice, without and with the secret: 401, then 204 (channel `test`).
    Foreign cases get 204 too, so that an answer tells nothing. Only where the store is away the answer is
    503, and the notification comes again (for 24 hours). `told` hears of right and wrong secrets.
    """

    async def handle(request: web.Request) -> web.StreamResponse:
        header = request.headers.get("Authorization", "")
        if not authorised(header, secret):
            if header:  # the probe of a registration brings none
                told(False)
            return problem(401, "not_authenticated", "Send the secret of the subscription.")
        told(True)
        text = await body_of(request, LARGEST)
        if text is None:
            return problem(413, "too_large", "A notification is never larger than 64 KiB.")
        try:
            bodies = _bodies(request.headers, text)
        except (ValueError, RecursionError):
            return problem(400, "parse_error", "The body is not JSON.")
        return await _take(bodies, decode, accept)

    return handle


def authorised(header: str, secret: str) -> bool:
    """Compare the header in constant time; an empty secret lets nobody in."""
    same = hmac.compare_digest(header.encode("utf-8", "surrogateescape"), f"Bearer {secret}".encode())
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


async def _take(bodies: list[Any], decode: Decode, accept: Accept) -> web.Response:
    broken = False
    for body in bodies:
        if isinstance(body, dict) and body.get("kanaal") == "test":
            continue
        try:
            hint = await decode(body)
            if hint is not None:
                await accept(hint)
        except BadAnswer:
            # It would be as wrong at every repeat: what comes with it in a batch must not be lost by it.
            broken = True
        except StoreAway:
            return problem(503, "try_again", "Nothing is lost; send it again.", {"Retry-After": "5"})
    return problem(400, "invalid", "The body is not a notification.") if broken else web.Response(status=204)


def _bodies(headers: Mapping[str, str], text: bytes) -> list[Any]:
    """The notifications of one call: one, a batch, or a CloudEvent whose attributes are headers."""
    body = json.loads(text) if text.strip() or "ce-specversion" not in headers else None
    if "ce-specversion" in headers:
        # Binary mode (CloudEvents HTTP binding 3.1): the body is the event's data.
        attributes = {k[3:].lower(): v for k, v in headers.items() if k.lower().startswith("ce-")}
        return [{**attributes, "data": body}]
    if isinstance(body, list) and headers.get("Content-Type", "").split(";")[0].strip().lower() == BATCH:
        if len(body) > MOST_EVENTS:
            raise ValueError("a batch of too many events")
        return body
    return [body]


async def body_of(request: web.Request, largest: int) -> bytes | None:
    """Read a body of at most `largest` bytes; None for a larger one, which is not read to its end."""
    if (request.content_length or 0) > largest:
        return None
    found = bytearray()
    async for piece in request.content.iter_chunked(8192):
        found += piece
        if len(found) > largest:
            return None
    return bytes(found)
