"""Turns a finished view into what the Bot API takes: plain text, no markup, no link previews."""

from __future__ import annotations

from typing import Any

from bot.channels.base import Button, View
from bot.channels.telegram.callback import Callbacks
from bot.channels.telegram.text import LONGEST

Payload = dict[str, Any]


def new_message(chat: int, view: View, callbacks: Callbacks, link: str, *, protected: bool) -> Payload:
    """Return the parameters of `sendMessage`."""
    payload = {"chat_id": chat, **_content(view, callbacks, link)}
    if protected or view.protected:
        payload["protect_content"] = True
    return payload


def edited_message(chat: int, message: int, view: View, callbacks: Callbacks, link: str) -> Payload:
    """Return the parameters of `editMessageText`; an edit can neither add nor take away protection."""
    return {"chat_id": chat, "message_id": message, **_content(view, callbacks, link)}


def _content(view: View, callbacks: Callbacks, link: str) -> Payload:
    content: Payload = {"text": _fitting(view.text), "link_preview_options": {"is_disabled": True}}
    rows = [[_button(button, callbacks, link) for button in row] for row in view.rows if row]
    if rows:
        content["reply_markup"] = {"inline_keyboard": rows}
    return content


def _button(button: Button, callbacks: Callbacks, link: str) -> dict[str, str]:
    return {"text": button.label, "callback_data": callbacks.encode(button, link)}


def _fitting(text: str) -> str:
    """Cut what only an endless quoted text can reach: a refused message would say nothing at all."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
