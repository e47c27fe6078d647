"""getUpdates: the other way to take updates, confirmed by the next call's offset."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import Any

from bot.sandbox.telegram.account import Account
from bot.sandbox.telegram.bell import Bell
from bot.sandbox.telegram.delivery import Sleep
from bot.sandbox.telegram.errors import conflict

_LONGEST_POLL = 50


async def get_updates(
    account: Account, params: Mapping[str, Any], now: Callable[[], float], sleep: Sleep, closing: Bell
) -> list[dict[str, Any]]:
    """Return waiting updates in order of ids, waiting up to `timeout` seconds for the first one."""
    if account.webhook is not None:
        raise conflict(
            "can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first"
        )
    if "allowed_updates" in params:
        account.allowed_updates = tuple(params["allowed_updates"])
    account.poll += 1
    turn = account.poll
    account.bell.ring()
    _confirm(account, params.get("offset", 0), now())
    limit = min(max(params.get("limit", 100), 1), 100)

    def look() -> list[dict[str, Any]] | None:
        if account.webhook is not None:
            raise conflict("terminated by setWebhook request")
        if account.poll != turn:
            raise conflict(
                "terminated by other getUpdates request; make sure that only one bot instance is running"
            )
        return [pending.body for pending in account.updates.all(now())[:limit]] or None

    timeout = min(max(params.get("timeout", 0), 0), _LONGEST_POLL)
    found = look()
    if found is None and timeout:
        found = await _first(account, look, timeout, sleep, closing)
    return found or []


async def _first(
    account: Account,
    look: Callable[[], list[dict[str, Any]] | None],
    seconds: float,
    sleep: Sleep,
    closing: Bell,
) -> list[dict[str, Any]] | None:
    looking = asyncio.ensure_future(account.bell.until(look))
    ends = {asyncio.ensure_future(sleep(seconds)), asyncio.ensure_future(closing.wait())}
    try:
        await asyncio.wait({looking, *ends}, return_when=asyncio.FIRST_COMPLETED)
        return looking.result() if looking.done() else None
    finally:
        for task in (looking, *ends):
            task.cancel()


def _confirm(account: Account, offset: int, now: float) -> None:
    if offset < 0:
        waiting = account.updates.all(now)
        offset = waiting[max(offset, -len(waiting))].id if waiting else 0
    account.updates.confirm(offset)
