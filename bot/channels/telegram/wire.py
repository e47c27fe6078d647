"""Reads an update of the Bot API: pure, private chats only, and no more of a message than is needed.

The six fields that we need are read by hand: `telegram.Update` would build the old message and its keyboard
as well, at ten times the price.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

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
    sender = body.get("from")
    if sender is None or _number(sender["id"]) != chat or sender["is_bot"]:
        return Ignored("sender")
    at, message = datetime.fromtimestamp(_number(body["date"]), UTC), _number(body["message_id"])
    if "text" in body:
        language = sender.get("language_code")
        event = read_text(_text(body["text"]), _id(raw), at, message, language and _text(language))
        return Incoming(chat, event)
    kind = next((kind for kind in _ATTACHMENTS if kind in body), None)
    if kind is None:
        return Ignored("service")
    return Incoming(chat, Attached(_id(raw), at, message, kind))


def _tap(raw: Raw, body: Raw, now: datetime) -> Received:
    query, sender, message = _text(body["id"]), body["from"], body.get("message")
    if message is None or "data" not in body:
        return Ignored("inline", query)
    chat = _number(message["chat"]["id"])
    if message["chat"]["type"] != ChatType.PRIVATE:
        return Leave(chat)
    if _number(sender["id"]) != chat:
        return Ignored("sender", query)
    return Tap(chat, _id(raw), now, _number(message["message_id"]), _text(body["data"]), query)


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


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("a text is expected here")
    return value
