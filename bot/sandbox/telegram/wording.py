"""Telegram's own words for a wrong field; a field that is not listed gets the sandbox's plain sentence.

Words: Telegram's open Bot API server (`Client.cpp`) and the answers that libraries record for it.
"""

from __future__ import annotations

MISSING: dict[str, str] = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "message_ids": "message identifiers are not specified",
    "document": "there is no document in the request",
    "photo": "there is no photo in the request",
    "voice": "there is no voice in the request",
    "action": "wrong parameter action in request",
    "InlineKeyboardButton.text": "can't parse inline keyboard button: Can't find field \"text\"",
    "InlineKeyboardMarkup.inline_keyboard": "object expected as reply markup",
}

MISTYPED: dict[str, str] = {
    "InlineKeyboardButton.text": 'can\'t parse inline keyboard button: Field "text" must be of type String',
    "InlineKeyboardButton.callback_data": (
        'can\'t parse inline keyboard button: Field "callback_data" must be of type String'
    ),
    "InlineKeyboardMarkup.inline_keyboard": (
        'can\'t parse inline keyboard: Field "inline_keyboard" must be of type Array'
    ),
    "reply_markup": "object expected as reply markup",
    "commands": "expected an Array of BotCommand",
}

LENGTH: dict[str, str] = {
    "InlineKeyboardButton.callback_data": "BUTTON_DATA_INVALID",
    "BotCommand.command": "BOT_COMMAND_INVALID",
    "BotCommand.description": "BOT_COMMAND_DESCRIPTION_INVALID",
    "answerCallbackQuery.text": "MESSAGE_TOO_LONG",
    "setWebhook.secret_token": "secret token is too long",
    "setMyName.name": "BOT_TITLE_INVALID",
    "setMyDescription.description": "description is too long",
    "setMyShortDescription.short_description": "short description is too long",
}


def missing(owner: str, field: str) -> str:
    """Return the words for a required field that is not there."""
    found = MISSING.get(f"{owner}.{field}") or (MISSING.get(field) if owner[0].islower() else None)
    return found or f'field "{field}" of {owner} is required'


def mistyped(owner: str, field: str, expected: str) -> str:
    """Return the words for a field of the wrong type."""
    found = MISTYPED.get(f"{owner}.{field}") or (MISTYPED.get(field) if owner[0].islower() else None)
    return found or f'field "{field}" of {owner} must be of type {expected}'


def wrong_length(owner: str, field: str, limits: str) -> str:
    """Return the words for a text or list that is too short or too long."""
    return LENGTH.get(f"{owner}.{field}") or f'field "{field}" of {owner} must have {limits}'
