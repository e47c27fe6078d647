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
from pydantic_core import from_json, to_json

from bot.channels.telegram.intake import Intake
from bot.channels.telegram.lane import Answer, Posted
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
        """Take one update from aiohttp."""
        tenant, secret = request.match_info["tenant"], request.headers.get(SECRET_HEADER, "")
        found = self._door(tenant, secret, request.content_type)
        if isinstance(found, Answer):
            return _response(found)
        try:
            body = await _body(request)
        except TimeoutError:
            return _response(_refused(tenant, 408, "slow"))
        if body is None:
            return _response(_refused(tenant, 413, "size"))
        return _response(await self._take(tenant, found, body))

    async def posted(self, head: Posted, body: bytes) -> Answer:
        """Take one update from the short way in (`lane.py`)."""
        found = self._door(head.tenant, head.secret, head.content_type)
        return found if isinstance(found, Answer) else await self._take(head.tenant, found, body)

    def _door(self, tenant: str, secret: str, content_type: str) -> Door | Answer:
        door = self._doors.get(tenant)
        if door is None:
            return Answer(404)
        if not _is_known(secret, door.secrets):
            return _refused(tenant, 403, "secret")
        return door if content_type == "application/json" else _refused(tenant, 415, "content type")

    async def _take(self, tenant: str, door: Door, body: bytes) -> Answer:
        update = _update(body)
        if update is None:
            return _refused(tenant, 400, "body")
        try:
            query = await door.intake.take(update)
        except Throttled as busy:
            return Answer(503, retry_after=math.ceil(busy.seconds))
        except Retry as away:
            log.warning("telegram_update_not_stored", cause=type(away).__name__)
            return Answer(503, retry_after=RETRY_AFTER)
        if query is None:
            return Answer()
        return Answer(body=to_json({"method": "answerCallbackQuery", "callback_query_id": query}))


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


def _refused(tenant: str, status: int, reason: str) -> Answer:
    log.warning("telegram_webhook_refused", tenant=tenant, reason=reason)
    return Answer(status)


def _response(answer: Answer) -> web.Response:
    headers = {"Retry-After": str(answer.retry_after)} if answer.retry_after else None
    if not answer.body:
        return web.Response(status=answer.status, headers=headers)
    return web.Response(
        status=answer.status, headers=headers, body=answer.body, content_type="application/json"
    )
