"""Change and delete messages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bot.sandbox.telegram.account import Account
from bot.sandbox.telegram.chat import Chat
from bot.sandbox.telegram.errors import bad_request
from bot.sandbox.telegram.keyboard import inline_rows
from bot.sandbox.telegram.message import Message
from bot.sandbox.telegram.methods.reach import find_chat, find_message, message_as_api, writable_chat
from bot.sandbox.telegram.text import message_text

if TYPE_CHECKING:
    from bot.sandbox.telegram.service import Telegram

Params = Mapping[str, Any]

DELETE_SECONDS = 48 * 3600
"""The age after which a message can't be deleted any more (Bot API, deleteMessage)."""

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)


def edit_message_text(telegram: Telegram, account: Account, params: Params) -> dict[str, Any]:
    """Replace the text and the buttons; without `reply_markup` the buttons go."""
    text = message_text(params)
    rows = inline_rows(params)
    chat, message = _editable(telegram, account, params)
    if message.kind != "text":
        raise bad_request("there is no text in the message to edit")
    same_text = message.text == text.text and message.entities == text.entities
    if same_text and message.rows == rows:
        raise bad_request(NOT_MODIFIED)
    edited = replace(
        message,
        text=text.text,
        entities=text.entities,
        rows=rows,
        text_edited=message.text_edited or not same_text,
    )
    return _keep(telegram, account, chat, edited)


def edit_message_reply_markup(telegram: Telegram, account: Account, params: Params) -> dict[str, Any]:
    """Replace the buttons only."""
    rows = inline_rows(params)
    chat, message = _editable(telegram, account, params)
    if message.rows == rows:
        raise bad_request(NOT_MODIFIED)
    return _keep(telegram, account, chat, replace(message, rows=rows))


def delete_message(telegram: Telegram, account: Account, params: Params) -> bool:
    """Delete one message for both sides, the person's own ones included."""
    chat = find_chat(account, params)
    message = find_message(chat, params["message_id"], "delete")
    _delete(telegram, chat, [message])
    return True


def delete_messages(telegram: Telegram, account: Account, params: Params) -> bool:
    """Delete several messages; those that are not there are skipped."""
    chat = find_chat(account, params)
    found = [chat.messages[one] for one in params["message_ids"] if one in chat.messages]
    _delete(telegram, chat, found)
    return True


def _editable(telegram: Telegram, account: Account, params: Params) -> tuple[Chat, Message]:
    if "inline_message_id" in params:
        raise bad_request("MESSAGE_ID_INVALID")
    if "chat_id" not in params:
        raise bad_request("chat_id is empty")
    if "message_id" not in params:
        raise bad_request("message identifier is not specified")
    find_message(find_chat(account, params), params["message_id"], "edit")
    chat = writable_chat(telegram, account, params)
    message = chat.messages[params["message_id"]]
    if not message.from_bot:
        raise bad_request("message can't be edited")
    return chat, message


def _keep(telegram: Telegram, account: Account, chat: Chat, message: Message) -> dict[str, Any]:
    kept = chat.put(replace(message, edit_date=int(telegram.now())))
    telegram.bell.ring()
    return message_as_api(telegram, account, chat, kept)


def _delete(telegram: Telegram, chat: Chat, messages: list[Message]) -> None:
    now = telegram.now()
    if any(now - message.date > DELETE_SECONDS for message in messages):
        raise bad_request("message can't be deleted for everyone")
    for message in messages:
        chat.drop(message.id)
    telegram.bell.ring()


METHODS = {
    "editMessageText": edit_message_text,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
}
