"""Answer taps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bot.sandbox.telegram.account import Account
from bot.sandbox.telegram.errors import bad_request

if TYPE_CHECKING:
    from bot.sandbox.telegram.service import Telegram

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def answer_callback_query(telegram: Telegram, account: Account, params: Mapping[str, Any]) -> bool:
    """Stop the spinner on a button, with a toast, an alert or nothing."""
    query = account.queries.get(params["callback_query_id"])
    if query is None or query.too_old(telegram.now()):
        raise bad_request(TOO_OLD)
    query.answer(params.get("text", ""), params.get("show_alert", False), params.get("url", ""))
    telegram.chat_changed(account, account.chats[query.person_id])
    return True


METHODS = {"answerCallbackQuery": answer_callback_query}
