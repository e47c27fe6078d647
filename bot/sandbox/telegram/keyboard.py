"""Check the buttons under a message as Telegram does: one action each, and links that are links."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bot.sandbox.telegram.errors import bad_request

BUTTONS_PER_ROW = 8
BUTTONS_PER_MESSAGE = 100
_ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)
_URL = re.compile(r"(https?://[^\s/]+|tg://|[^\s/:]+\.[^\s/:]+)\S*", re.IGNORECASE)

Button = Mapping[str, Any]
Rows = tuple[tuple[Button, ...], ...]


def inline_rows(params: Mapping[str, Any]) -> Rows:
    """Return the rows of an inline keyboard; other keyboards are allowed and not shown by the sandbox."""
    markup = params.get("reply_markup") or {}
    rows = tuple(tuple(row) for row in markup.get("inline_keyboard", ()) if row)
    for row in rows:
        for button in row:
            _check(button)
    if any(len(row) > BUTTONS_PER_ROW for row in rows) or sum(map(len, rows)) > BUTTONS_PER_MESSAGE:
        raise bad_request("reply markup is too long")
    return rows


def _check(button: Button) -> None:
    if not str(button["text"]).strip():
        raise bad_request("inline keyboard button text must be non-empty")
    actions = [name for name in _ACTIONS if name in button]
    if not actions or button.get("callback_data") == "":
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if len(actions) > 1:
        raise bad_request(
            f"can't parse inline keyboard button: exactly one action is expected, found {', '.join(actions)}"
        )
    if "url" in button and not _URL.fullmatch(button["url"]):
        raise bad_request(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")
