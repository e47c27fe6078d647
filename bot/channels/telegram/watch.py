"""Watches that Telegram brings its updates to us: a webhook can be overwritten, a token revoked."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import structlog
from telegram.error import InvalidToken, NetworkError, TelegramError

from bot.channels.telegram.delivery import Calls
from bot.channels.telegram.wire import ALLOWED_UPDATES
from bot.clock import Clock

EVERY_SECONDS = 60.0
MAX_CONNECTIONS = 40
REMEMBERED = timedelta(hours=1)
"""Repairs within this time count together: a program that takes our bot away does it again and again."""

AlarmCall = Callable[[str, str], Awaitable[None]]
"""Tells the operator: a kind (webhook_taken, webhook_failing, token_refused) and a detail without secrets."""
Pause = Callable[[float], Awaitable[None]]

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Registration:
    """What Telegram says about our webhook; `pending` are updates that wait there."""

    url: str
    pending: int
    allowed: frozenset[str]
    last_error: str = ""
    last_error_at: datetime | None = None


class Watch:
    """Keeps one bot's webhook registered."""

    def __init__(
        self,
        client: Calls,
        url: str,
        secret: str,
        alarm: AlarmCall,
        clock: Clock,
        pause: Pause = asyncio.sleep,
    ) -> None:
        self._client = client
        self._url = url
        self._secret = secret
        self._alarm = alarm
        self._clock = clock
        self._pause = pause
        self._repairs: tuple[datetime, ...] = ()
        self._failures = 0
        self._seen_error: datetime | None = None
        self._raised: set[str] = set()
        self.state: Registration | None = None

    async def run(self) -> None:
        """Register, then look every minute until cancelled."""
        await self._safely(self.register)
        while True:
            await self._pause(EVERY_SECONDS)
            await self._safely(self.check)

    async def register(self) -> None:
        """Set the webhook, whatever it is now: a changed secret cannot be seen from outside."""
        await self._client.call(
            "setWebhook",
            {
                "url": self._url,
                "secret_token": self._secret,
                "allowed_updates": list(ALLOWED_UPDATES),
                "max_connections": MAX_CONNECTIONS,
            },
        )

    async def check(self) -> Registration:
        """Look once; set the webhook again where it is not ours, and tell the operator the second time."""
        state = self.state = _read(await self._client.call("getWebhookInfo", {}))
        self._raised.discard("token_refused")
        if state.url != self._url or state.allowed != frozenset(ALLOWED_UPDATES):
            await self._repair()
        await self._judge_errors(state)
        return state

    async def _repair(self) -> None:
        now = self._clock()
        self._repairs = (*(at for at in self._repairs if now - at < REMEMBERED), now)
        log.warning("telegram_webhook_repaired", times=len(self._repairs))
        await self.register()
        if len(self._repairs) >= 2:
            await self._raise("webhook_taken", f"set again {len(self._repairs)} times within an hour")
        else:
            self._raised.discard("webhook_taken")

    async def _judge_errors(self, state: Registration) -> None:
        """A new error in two looks on end, with updates waiting, is more than a hiccup."""
        fresh = (
            state.last_error_at is not None and state.last_error_at != self._seen_error and state.pending > 0
        )
        self._seen_error = state.last_error_at
        self._failures = self._failures + 1 if fresh else 0
        if self._failures >= 2:
            await self._raise("webhook_failing", f"{state.pending} updates wait: {state.last_error}")
        elif not fresh:
            self._raised.discard("webhook_failing")

    async def _raise(self, kind: str, detail: str) -> None:
        if kind not in self._raised:
            self._raised.add(kind)
            await self._alarm(kind, detail)

    async def _safely(self, look: Callable[[], Awaitable[object]]) -> None:
        try:
            await look()
        except InvalidToken:
            await self._raise("token_refused", "Telegram does not know the token of this bot any more")
        except TelegramError as fault:
            log.warning("telegram_webhook_not_seen", fault=type(fault).__name__)


def _read(info: object) -> Registration:
    if not isinstance(info, dict):
        raise NetworkError("Telegram's answer is no registration.")
    at = info.get("last_error_date")
    allowed = info.get("allowed_updates")
    pending = info.get("pending_update_count")
    return Registration(
        url=str(info.get("url", "")),
        pending=pending if isinstance(pending, int) else 0,
        allowed=frozenset(map(str, allowed)) if isinstance(allowed, list) else frozenset(),
        last_error=str(info.get("last_error_message", "")),
        last_error_at=datetime.fromtimestamp(at, tz=UTC) if isinstance(at, int) else None,
    )
