"""The webhook: `POST /telegram/<tenant id>`. An update is stored before it is acknowledged (invariant 1).

200  stored (or stored before); the answer to a tap travels in the body, the one call that may get lost
400  not JSON or no update        403  wrong secret      404  no such tenant
408, 413, 415  too slow, too big, no JSON                503  not stored: Telegram brings it again
Never 410: after a day of them Telegram would remove the webhook.
"""

from __future__ import annotations

import asyncio
import hmac
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import structlog
from aiohttp import web
from pydantic_core import from_json

from bot.channels.telegram.intake import Intake
from bot.errors import Retry, Throttled

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
LARGEST_BODY = 1024 * 1024
READ_SECONDS = 10.0
RETRY_AFTER = 1

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Door:
    """One tenant's entrance. While a secret is changed, the old and the new one are both valid."""

    secrets: tuple[str, ...]
    intake: Intake


class Webhook:
    """Takes the updates of all tenants, by tenant id."""

    def __init__(self, doors: Mapping[str, Door]) -> None:
        self._doors = doors

    def add_routes(self, app: web.Application) -> None:
        """Serve the webhooks in this application."""
        app.router.add_post("/telegram/{tenant}", self.handle)

    async def handle(self, request: web.Request) -> web.Response:
        """Take one update."""
        door = self._doors.get(request.match_info["tenant"])
        if door is None:
            return web.Response(status=404)
        if not _is_known(request.headers.get(SECRET_HEADER, ""), door.secrets):
            return _refused(request, 403, "secret")
        if request.content_type != "application/json":
            return _refused(request, 415, "content type")
        try:
            body = await _body(request)
        except TimeoutError:
            return _refused(request, 408, "slow")
        if body is None:
            return _refused(request, 413, "size")
        update = _update(body)
        if update is None:
            return _refused(request, 400, "body")
        return await self._take(door, update)

    async def _take(self, door: Door, update: Mapping[str, Any]) -> web.Response:
        try:
            query = await door.intake.take(update)
        except Throttled as busy:
            return _again(math.ceil(busy.seconds))
        except Retry as away:
            log.warning("telegram_update_not_stored", cause=type(away).__name__)
            return _again(RETRY_AFTER)
        if query is None:
            return web.Response()
        return web.json_response({"method": "answerCallbackQuery", "callback_query_id": query})


def _is_known(given: str, secrets: tuple[str, ...]) -> bool:
    """Compare with every valid secret, each in constant time."""
    said = given.encode("utf-8", "surrogateescape")
    return any([hmac.compare_digest(said, secret.encode()) for secret in secrets if secret])


async def _body(request: web.Request) -> bytes | None:
    """Read the body; None where it is larger than 1 MiB, whatever its header or compression says."""
    if (request.content_length or 0) > LARGEST_BODY:
        return None
    if request.content.is_eof():  # all of it came with the head, as small updates do
        return request.content.read_nowait()
    body = bytearray()
    async with asyncio.timeout(READ_SECONDS):
        async for chunk in request.content.iter_any():
            body += chunk
            if len(body) > LARGEST_BODY:
                return None
    return bytes(body)


def _update(body: bytes) -> Mapping[str, Any] | None:
    try:
        update = from_json(body)
    except ValueError:
        return None
    known = isinstance(update, dict) and type(update.get("update_id")) is int
    return update if known else None


def _refused(request: web.Request, status: int, reason: str) -> web.Response:
    log.warning("telegram_webhook_refused", tenant=request.match_info["tenant"], reason=reason)
    return web.Response(status=status)


def _again(seconds: int) -> web.Response:
    return web.Response(status=503, headers={"Retry-After": str(seconds)})
