"""What people see of a bot: name, descriptions, commands, menu button."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bot.sandbox.telegram.account import Account
from bot.sandbox.telegram.errors import bad_request
from bot.sandbox.telegram.methods.reach import find_chat

if TYPE_CHECKING:
    from bot.sandbox.telegram.service import Telegram

Params = Mapping[str, Any]

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"([a-z]{2})?")
_MOST_COMMANDS = 100


def get_me(telegram: Telegram, account: Account, params: Params) -> dict[str, Any]:
    """Tell the bot who it is."""
    return account.as_me()


def set_my_commands(telegram: Telegram, account: Account, params: Params) -> bool:
    """Set the commands of one scope and language."""
    commands = params["commands"]
    if len(commands) > _MOST_COMMANDS:
        raise bad_request("too many commands specified")
    for command in commands:
        if not _COMMAND.fullmatch(command["command"].removeprefix("/")):
            raise bad_request("BOT_COMMAND_INVALID")
    account.profile.commands[_commands_key(params)] = [
        {"command": one["command"].removeprefix("/"), "description": one["description"]} for one in commands
    ]
    telegram.bell.ring()
    return True


def get_my_commands(telegram: Telegram, account: Account, params: Params) -> list[dict[str, str]]:
    """Return the commands of one scope and language, without falling back."""
    return account.profile.commands.get(_commands_key(params), [])


def delete_my_commands(telegram: Telegram, account: Account, params: Params) -> bool:
    """Delete the commands of one scope and language."""
    account.profile.commands.pop(_commands_key(params), None)
    telegram.bell.ring()
    return True


def set_my_name(telegram: Telegram, account: Account, params: Params) -> bool:
    """Set the name in a language; an empty one takes a language's own name away."""
    language = _language(params)
    _set(account.profile.names, language, params.get("name", "") or ("" if language else account.username))
    telegram.bell.ring()
    return True


def set_my_description(telegram: Telegram, account: Account, params: Params) -> bool:
    """Set what an empty chat shows."""
    _set(account.profile.descriptions, _language(params), params.get("description", ""))
    telegram.bell.ring()
    return True


def set_my_short_description(telegram: Telegram, account: Account, params: Params) -> bool:
    """Set what the profile page shows."""
    _set(account.profile.short_descriptions, _language(params), params.get("short_description", ""))
    return True


def get_my_name(telegram: Telegram, account: Account, params: Params) -> dict[str, str]:
    """Return the name in a language, or the default one."""
    return {"name": _get(account.profile.names, params)}


def get_my_description(telegram: Telegram, account: Account, params: Params) -> dict[str, str]:
    """Return the description in a language, or the default one."""
    return {"description": _get(account.profile.descriptions, params)}


def get_my_short_description(telegram: Telegram, account: Account, params: Params) -> dict[str, str]:
    """Return the short description in a language, or the default one."""
    return {"short_description": _get(account.profile.short_descriptions, params)}


def set_chat_menu_button(telegram: Telegram, account: Account, params: Params) -> bool:
    """Set the menu button of one private chat or of all."""
    button = params.get("menu_button", {"type": "default"})
    if "chat_id" in params:
        find_chat(account, params).menu_button = button
    else:
        account.profile.menu_button = button
    telegram.bell.ring()
    return True


def get_chat_menu_button(telegram: Telegram, account: Account, params: Params) -> dict[str, Any]:
    """Return the menu button of one private chat, or the default one."""
    own = find_chat(account, params).menu_button if "chat_id" in params else None
    return own or account.profile.menu_button


def _language(params: Params) -> str:
    code = str(params.get("language_code", ""))
    if not _LANGUAGE.fullmatch(code):
        raise bad_request("invalid language code specified")
    return code


def _set(texts: dict[str, str], language: str, text: str) -> None:
    if text or not language:
        texts[language] = text
    else:
        texts.pop(language, None)


def _get(texts: Mapping[str, str], params: Params) -> str:
    return texts.get(_language(params)) or texts.get("", "")


def _commands_key(params: Params) -> tuple[str, str]:
    scope = params.get("scope", {"type": "default"})
    where = [str(scope[key]) for key in ("type", "chat_id", "user_id") if key in scope]
    return ":".join(where), _language(params)


METHODS = {
    "getMe": get_me,
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
    "setMyName": set_my_name,
    "getMyName": get_my_name,
    "setMyDescription": set_my_description,
    "getMyDescription": get_my_description,
    "setMyShortDescription": set_my_short_description,
    "getMyShortDescription": get_my_short_description,
    "setChatMenuButton": set_chat_menu_button,
    "getChatMenuButton": get_chat_menu_button,
}
