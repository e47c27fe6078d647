"""Send texts, files and "is typing"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from bot.sandbox.telegram.account import Account
from bot.sandbox.telegram.chat import Chat
from bot.sandbox.telegram.errors import bad_request
from bot.sandbox.telegram.files import StoredFile
from bot.sandbox.telegram.keyboard import inline_rows
from bot.sandbox.telegram.message import Message
from bot.sandbox.telegram.methods.reach import find_message, message_as_api, writable_chat
from bot.sandbox.telegram.text import FormattedText, caption, message_text

if TYPE_CHECKING:
    from bot.sandbox.telegram.service import Telegram

Params = Mapping[str, Any]

_ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)
ACTION_SECONDS = 5
"""How long a phone shows that a bot is typing."""


def send_message(telegram: Telegram, account: Account, params: Params) -> dict[str, Any]:
    """Send a text."""
    text = message_text(params)
    rows = inline_rows(params)
    chat = writable_chat(telegram, account, params)
    return _send(telegram, account, chat, params, text, rows=rows)


def send_document(telegram: Telegram, account: Account, params: Params) -> dict[str, Any]:
    """Send a file."""
    return _send_file(telegram, account, params, "document", _document)


def send_voice(telegram: Telegram, account: Account, params: Params) -> dict[str, Any]:
    """Send a voice message."""
    return _send_file(telegram, account, params, "voice", _voice)


def send_photo(telegram: Telegram, account: Account, params: Params) -> dict[str, Any]:
    """Send a picture."""
    return _send_file(telegram, account, params, "photo", _photo)


def send_chat_action(telegram: Telegram, account: Account, params: Params) -> bool:
    """Show for five seconds that the bot is busy."""
    if params["action"] not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = writable_chat(telegram, account, params)
    chat.action = (params["action"], int(telegram.now()) + ACTION_SECONDS)
    telegram.chat_changed(account, chat)
    return True


def _send_file(
    telegram: Telegram,
    account: Account,
    params: Params,
    kind: str,
    describe: Callable[[StoredFile, Params], Any],
) -> dict[str, Any]:
    text = caption(params)
    rows = inline_rows(params)
    chat = writable_chat(telegram, account, params)
    file = telegram.files.sent(params[kind])
    media = {kind: describe(file, params)}
    return _send(telegram, account, chat, params, text, rows=rows, kind=kind, media=media, file_id=file.id)


def _send(
    telegram: Telegram, account: Account, chat: Chat, params: Params, text: FormattedText, **more: Any
) -> dict[str, Any]:
    message = chat.put(
        Message(
            id=account.next_message_id(),
            chat_id=chat.id,
            date=int(telegram.now()),
            from_bot=True,
            text=text.text,
            entities=text.entities,
            protected=params.get("protect_content", False),
            silent=params.get("disable_notification", False),
            reply_to=_reply_to(chat, params),
            **more,
        )
    )
    chat.action = None
    telegram.bell.ring()
    return message_as_api(telegram, account, chat, message)


def _reply_to(chat: Chat, params: Params) -> int | None:
    reply = params.get("reply_parameters")
    if reply is None:
        return None
    if reply.get("allow_sending_without_reply") and reply["message_id"] not in chat.messages:
        return None
    return find_message(chat, reply["message_id"], "reply").id


def _document(file: StoredFile, params: Params) -> dict[str, Any]:
    return {
        "file_id": file.id,
        "file_unique_id": file.unique_id,
        "file_name": file.upload.name,
        "mime_type": file.upload.media_type,
        "file_size": len(file.upload.content),
    }


def _voice(file: StoredFile, params: Params) -> dict[str, Any]:
    return {
        "file_id": file.id,
        "file_unique_id": file.unique_id,
        "duration": params.get("duration", 0),
        "mime_type": file.upload.media_type,
        "file_size": len(file.upload.content),
    }


def _photo(file: StoredFile, params: Params) -> list[dict[str, Any]]:
    size = {"width": 800, "height": 600, "file_size": len(file.upload.content)}
    return [{"file_id": file.id, "file_unique_id": file.unique_id, **size}]


METHODS = {
    "sendMessage": send_message,
    "sendDocument": send_document,
    "sendVoice": send_voice,
    "sendPhoto": send_photo,
    "sendChatAction": send_chat_action,
}
