"""The Bot API methods that this sandbox plays; a new one is a function and a line in its file's table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from bot.sandbox.telegram.account import Account
from bot.sandbox.telegram.errors import not_implemented
from bot.sandbox.telegram.methods import chats, edits, profile, send, taps, webhooks
from bot.sandbox.telegram.polling import get_updates

if TYPE_CHECKING:
    from bot.sandbox.telegram.service import Telegram

_PLAYED: Mapping[str, Callable[[Telegram, Account, Mapping[str, Any]], Any]] = {
    **chats.METHODS,
    **edits.METHODS,
    **profile.METHODS,
    **send.METHODS,
    **taps.METHODS,
    **webhooks.METHODS,
}

PLAYED = frozenset(_PLAYED) | {"getUpdates"}


async def play(method: str, telegram: Telegram, account: Account, params: Mapping[str, Any]) -> Any:
    """Carry out a call that fits the Bot API."""
    if method == "getUpdates":
        return await get_updates(account, params, telegram.now, telegram.sleep, telegram.closing)
    handler = _PLAYED.get(method)
    if handler is None:
        raise not_implemented(method)
    return handler(telegram, account, params)
