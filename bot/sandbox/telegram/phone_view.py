"""What the phone page and the main story see of phones and chats, as JSON."""

from __future__ import annotations

from typing import Any

from bot.sandbox.telegram.account import Account
from bot.sandbox.telegram.message import Message
from bot.sandbox.telegram.phone import Phone
from bot.sandbox.telegram.query import ANSWER_SECONDS, Query
from bot.sandbox.telegram.service import Telegram

_TOAST_SECONDS = 8.0


def phones_json(telegram: Telegram) -> list[dict[str, Any]]:
    """Return the phones that the page lists."""
    return [phone_json(telegram, phone) for phone in telegram.phones.values() if phone.person.shown]


def phone_json(telegram: Telegram, phone: Phone) -> dict[str, Any]:
    """Return a phone with a summary of each of its chats."""
    return {
        "name": phone.name,
        "id": phone.person.id,
        "first_name": phone.person.first_name,
        "language_code": phone.person.language_code,
        "current": phone.current,
        "chats": [_summary(telegram, phone, account) for account in telegram.accounts.values()],
    }


def _summary(telegram: Telegram, phone: Phone, account: Account) -> dict[str, Any]:
    language = (phone.person.language_code or "")[:2]
    profile = account.profile
    chat = phone.chat(account.username)
    button = chat.menu_button or profile.menu_button
    return {
        "bot": account.username,
        "title": profile.names.get(language) or profile.names[""],
        "description": profile.descriptions.get(language) or profile.descriptions.get("", ""),
        "commands": account.commands_for(language),
        "menu_button": button["type"] if button["type"] != "default" else "commands",
        "started": chat.started,
        "blocked": chat.blocked,
        "revision": chat.revision,
    }


def chat_json(telegram: Telegram, phone: Phone, bot: str) -> dict[str, Any]:
    """Return a chat: messages, taps that still spin, the newest toast, whether the bot is typing."""
    account = telegram.account(bot)
    chat = phone.chat(account.username)
    now = telegram.now()
    queries = [one for one in account.queries.values() if one.person_id == phone.person.id]
    return {
        "phone": phone.name,
        "bot": account.username,
        "revision": chat.revision,
        "started": chat.started,
        "blocked": chat.blocked,
        "typing_ms": max(0, int((chat.action[1] - now) * 1000)) if chat.action else 0,
        "messages": [message_json(telegram, message) for message in chat.visible()],
        "spinning": [
            {"message_id": one.message_id, "data": one.data, "for_ms": _left_ms(one, now)}
            for one in queries
            if not one.is_answered and not one.too_old(now)
        ],
        "toast": _toast(queries, now),
    }


def message_json(telegram: Telegram, message: Message) -> dict[str, Any]:
    """Return one message as the page shows it; a start payload stays hidden, as in Telegram's apps."""
    is_start = not message.from_bot and message.text.startswith("/start ")
    file = telegram.files.find(message.file_id) if message.file_id else None
    return {
        "id": message.id,
        "date": message.date,
        "from_bot": message.from_bot,
        "kind": message.kind,
        "text": "/start" if is_start else message.text,
        "entities": [] if is_start else list(message.entities),
        "rows": [[dict(button) for button in row] for row in message.rows],
        "media": dict(message.media),
        "file": {"id": file.id, "name": file.upload.name, "size": len(file.upload.content)} if file else None,
        "protected": message.protected,
        "silent": message.silent,
        "edited": message.text_edited,
        "revision": message.revision,
    }


def query_json(query: Query) -> dict[str, Any]:
    """Return a tap and what came of it."""
    return {
        "id": query.id,
        "message_id": query.message_id,
        "data": query.data,
        "answered": query.is_answered,
        "text": query.text,
        "alert": query.alert,
        "url": query.url,
    }


def _left_ms(query: Query, now: float) -> int:
    return max(0, int((query.asked + ANSWER_SECONDS - now) * 1000))


def _toast(queries: list[Query], now: float) -> dict[str, Any] | None:
    for query in reversed(queries):
        if query.is_answered and query.text and now - query.asked < _TOAST_SECONDS:
            return {"id": query.id, "text": query.text, "alert": query.alert}
    return None
