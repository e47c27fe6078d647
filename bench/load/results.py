"""Valid results for every method of the Bot API, as python-telegram-bot and aiogram demand them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bench.load.values import Call

if TYPE_CHECKING:
    from bench.load.botapi import Webhook

BOT = {
    "id": 1001,
    "is_bot": True,
    "first_name": "Bench",
    "username": "BenchBot",
    "can_join_groups": False,
    "can_read_all_group_messages": False,
    "supports_inline_queries": False,
}
_LISTS = ("getMyCommands", "getUpdates", "getChatAdministrators")
_PLAIN: dict[str, dict[str, Any]] = {
    "getMe": BOT,
    "getMyName": {"name": ""},
    "getMyDescription": {"description": ""},
    "getMyShortDescription": {"short_description": ""},
    "getChatMenuButton": {"type": "commands"},
    "getFile": {"file_id": "f", "file_unique_id": "f", "file_size": 1, "file_path": "f"},
}


def result(call: Call, webhook: Webhook | None) -> Any:
    """What Telegram answers to this call."""
    method = call.method
    if method == "sendChatAction":
        return True
    if method.startswith("send") or (method.startswith("editMessage") and call.chat):
        return message(call)
    if method in _PLAIN:
        return _PLAIN[method]
    if method in _LISTS:
        return []
    if method == "getWebhookInfo":
        return _info(webhook)
    return True


def message(call: Call) -> dict[str, Any]:
    """The message that was sent or edited."""
    at = int(call.at)
    shown = {
        "message_id": call.message,
        "date": at,
        "chat": {"id": call.chat, "type": "private", "first_name": "Phone"},
        "from": BOT,
        "text": call.params.get("text") or "·",
    }
    if call.method.startswith("edit"):
        shown["edit_date"] = at
    markup = call.params.get("reply_markup")
    if markup and "inline_keyboard" in markup:
        shown["reply_markup"] = markup
    return shown


def _info(webhook: Webhook | None) -> dict[str, Any]:
    plain = {"has_custom_certificate": False, "pending_update_count": 0}
    if webhook is None:
        return {"url": "", **plain}
    url = f"http://{webhook.host}:{webhook.port}{webhook.path}"
    return {"url": url, **plain, "allowed_updates": ["message", "callback_query", "my_chat_member"]}
