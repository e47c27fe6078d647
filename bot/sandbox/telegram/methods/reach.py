"""Find the chat or message that a call is about, or refuse as Telegram does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bot.sandbox.telegram.account import Account
from bot.sandbox.telegram.chat import Chat
from bot.sandbox.telegram.errors import bad_request, forbidden, too_many
from bot.sandbox.telegram.message import Message

if TYPE_CHECKING:
    from bot.sandbox.telegram.service import Telegram


def find_chat(account: Account, params: Mapping[str, Any]) -> Chat:
    """Return the chat of a call; a person who never spoke to the bot is as unknown as nobody."""
    chat_id = params["chat_id"]
    if isinstance(chat_id, str) and chat_id.lstrip("-").isdigit():
        chat_id = int(chat_id)
    chat = account.chats.get(chat_id) if isinstance(chat_id, int) else None
    if chat is None or not chat.started:
        raise bad_request("chat not found")
    return chat


def writable_chat(telegram: Telegram, account: Account, params: Mapping[str, Any]) -> Chat:
    """Return a chat that the bot may write to now: not blocked, not left, within the limits."""
    chat = find_chat(account, params)
    if chat.blocked:
        raise forbidden("bot was blocked by the user")
    if chat.left:
        raise forbidden("bot is not a member of the group chat")
    if seconds := telegram.pace(account, chat.id):
        raise too_many(seconds)
    return chat


def find_message(chat: Chat, message_id: int, purpose: str) -> Message:
    """Return a message of a chat; `purpose` is edit, delete or reply."""
    message = chat.messages.get(message_id)
    if message is None:
        raise bad_request(
            "message to be replied not found" if purpose == "reply" else f"message to {purpose} not found"
        )
    return message


def message_as_api(telegram: Telegram, account: Account, chat: Chat, message: Message) -> dict[str, Any]:
    """Return a message as the Bot API shows it."""
    phone = telegram.phones[chat.person]
    sender = account.as_user() if message.from_bot else phone.person.as_user()
    api = message.as_api(sender, chat_as_api(telegram, chat))
    replied = chat.messages.get(message.reply_to) if message.reply_to else None
    if replied is not None:
        api["reply_to_message"] = message_as_api(telegram, account, chat, replied)
    return api


def chat_as_api(telegram: Telegram, chat: Chat) -> dict[str, Any]:
    """Return a chat as the Bot API shows it."""
    if chat.kind == "private":
        return telegram.phones[chat.person].person.as_chat()
    return {"id": chat.id, "type": chat.kind, "title": chat.title}
