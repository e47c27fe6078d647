"""Look at a chat, leave a group."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bot.sandbox.telegram.account import Account
from bot.sandbox.telegram.errors import bad_request, forbidden
from bot.sandbox.telegram.methods.reach import chat_as_api, find_chat

if TYPE_CHECKING:
    from bot.sandbox.telegram.service import Telegram


def get_chat(telegram: Telegram, account: Account, params: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a bot may know of a chat."""
    chat = find_chat(account, params)
    gifts = {
        "unlimited_gifts": False,
        "limited_gifts": False,
        "unique_gifts": False,
        "premium_subscription": False,
        "gifts_from_channels": False,
    }
    return {
        **chat_as_api(telegram, chat),
        "accent_color_id": chat.id % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": gifts,
    }


def leave_chat(telegram: Telegram, account: Account, params: Mapping[str, Any]) -> bool:
    """Leave a group."""
    chat = find_chat(account, params)
    if chat.kind == "private":
        raise bad_request("chat member status can't be changed in private chats")
    if chat.left:
        raise forbidden("bot is not a member of the group chat")
    chat.left = True
    telegram.chat_changed(account, chat)
    return True


METHODS = {"getChat": get_chat, "leaveChat": leave_chat}
