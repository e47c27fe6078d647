"""Reads an update of the Bot API: pure, private chats only, and no more of a message than is needed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from telegram import Update
from telegram.constants import ChatMemberStatus, ChatType

from bot.channels.telegram.typed import read_text
from bot.state.events import Attached, Blocked, Event

Raw = Mapping[str, Any]

ALLOWED_UPDATES = ("message", "callback_query", "my_chat_member")
_FOREIGN = (
    "forward_origin",
    "forward_date",
    "is_automatic_forward",
    "via_bot",
    "sender_chat",
    "sender_business_bot",
    "business_connection_id",
    "edit_date",
)
"""Fields of messages that the person did not write here (X30)."""
# Before their likes: an animation comes with a document, a venue with a location.
_ATTACHMENTS = (
    "voice",
    "photo",
    "sticker",
    "animation",
    "document",
    "contact",
    "venue",
    "location",
    "video",
    "video_note",
    "audio",
    "story",
    "poll",
    "dice",
    "paid_media",
    "checklist",
    "game",
)
_ELSEWHERE = ("channel_post", "edited_channel_post", "edited_message", "message_reaction")
_PRESENT = (ChatMemberStatus.MEMBER, ChatMemberStatus.ADMINISTRATOR, ChatMemberStatus.RESTRICTED)
_AWAY = (ChatMemberStatus.BANNED, ChatMemberStatus.LEFT)


@dataclass(frozen=True, slots=True)
class Incoming:
    """An event of a private chat."""

    chat: int
    event: Event


@dataclass(frozen=True, slots=True)
class Tap:
    """A tap whose data are still sealed: only the link's id opens them. `query` is to be answered at once."""

    chat: int
    id: str
    at: datetime
    message: int
    data: str
    query: str


@dataclass(frozen=True, slots=True)
class Leave:
    """A group or channel, where we must not be (X29)."""

    chat: int


@dataclass(frozen=True, slots=True)
class Ignored:
    """Nothing for us; `reason` is a constant word. `query` is a tap to be answered all the same."""

    reason: str
    query: str | None = None


Received = Incoming | Tap | Leave | Ignored


def read(raw: Raw, now: datetime) -> Received:
    """Read one update; never raises, for an update that we cannot read must not come again and again."""
    try:
        return _read(raw, now)
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError, OSError):
        return Ignored("unreadable")


def _read(raw: Raw, now: datetime) -> Received:
    if "message" in raw:
        return _message(raw, raw["message"])
    if "callback_query" in raw:
        return _tap(raw, raw["callback_query"], now)
    if "my_chat_member" in raw:
        return _member(raw, raw["my_chat_member"])
    body = next((raw[kind] for kind in _ELSEWHERE if kind in raw), None)
    if body is not None and body["chat"]["type"] != ChatType.PRIVATE:
        return Leave(_number(body["chat"]["id"]))
    return Ignored("kind")


def _message(raw: Raw, body: Raw) -> Received:
    chat = _number(body["chat"]["id"])
    if body["chat"]["type"] != ChatType.PRIVATE:
        return Leave(chat)
    if any(mark in body for mark in _FOREIGN):
        return Ignored("foreign")
    # The light way: PTB reads only what we need (a whole message costs it three times as much).
    needed = ("message_id", "date", "chat", "from", "text")
    update = Update.de_json(
        {"update_id": raw["update_id"], "message": {field: body[field] for field in needed if field in body}},
        None,
    )
    message, sender = update.effective_message, update.effective_user
    if message is None or sender is None or sender.id != chat or sender.is_bot:
        return Ignored("sender")
    at = message.date.astimezone(UTC)
    if message.text is not None:
        event = read_text(message.text, _id(raw), at, _number(message.message_id), sender.language_code)
        return Incoming(chat, event)
    kind = next((kind for kind in _ATTACHMENTS if kind in body), None)
    if kind is None:
        return Ignored("service")
    return Incoming(chat, Attached(_id(raw), at, _number(message.message_id), kind))


def _tap(raw: Raw, body: Raw, now: datetime) -> Received:
    # Without the old message and its keyboard, which cost PTB most of the time.
    light = {field: body[field] for field in ("id", "from", "chat_instance", "data") if field in body}
    update = Update.de_json({"update_id": raw["update_id"], "callback_query": light}, None)
    query = update.callback_query
    message = body.get("message")
    if query is None or message is None or query.data is None:
        return Ignored("inline", query.id if query else None)
    chat = _number(message["chat"]["id"])
    if message["chat"]["type"] != ChatType.PRIVATE:
        return Leave(chat)
    if query.from_user.id != chat:
        return Ignored("sender", query.id)
    return Tap(chat, _id(raw), now, _number(message["message_id"]), query.data, query.id)


def _member(raw: Raw, body: Raw) -> Received:
    chat = _number(body["chat"]["id"])
    status = body["new_chat_member"]["status"]
    if body["chat"]["type"] != ChatType.PRIVATE:
        return Leave(chat) if status in _PRESENT else Ignored("left")
    if body["from"]["id"] != chat:
        return Ignored("sender")
    at = datetime.fromtimestamp(_number(body["date"]), UTC)
    return Incoming(chat, Blocked(_id(raw), at, status in _AWAY))


def _id(raw: Raw) -> str:
    return f"tg:{_number(raw['update_id'])}"


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError("a number is expected here")
    return value
