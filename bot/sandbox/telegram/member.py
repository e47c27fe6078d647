"""A bot's membership of a chat, as my_chat_member tells it."""

from __future__ import annotations

from typing import Any

from bot.sandbox.telegram.account import Account


def joined(account: Account) -> dict[str, Any]:
    """Return the membership of a bot that is in the chat."""
    return {"status": "member", "user": account.as_user()}


def left(account: Account) -> dict[str, Any]:
    """Return the membership of a bot that is not in the group."""
    return {"status": "left", "user": account.as_user()}


def banned(account: Account) -> dict[str, Any]:
    """Return the membership of a bot that the person blocked."""
    return {"status": "kicked", "user": account.as_user(), "until_date": 0}
