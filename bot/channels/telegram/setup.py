"""What people see of the bot: neutral name and description, and the command menus."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.channels.telegram.delivery import Calls

_LANGUAGE = re.compile(r"[a-z]{2}")


@dataclass(frozen=True, slots=True)
class Profile:
    """The bot's texts in one language; `commands` are pairs of command and description, in menu order."""

    name: str
    description: str
    short: str
    commands: tuple[tuple[str, str], ...]


ProfileOf = Callable[[str], Profile]


async def set_up(client: Calls, languages: Sequence[str], default: str, profile_of: ProfileOf) -> None:
    """Set the bot's profile in every language; changes only what differs, for Telegram limits it sharply.

    Telegram knows languages of two letters only: for others (fa-AF) `set_menu` sets the menu of a chat.
    """
    await client.call("setChatMenuButton", {"menu_button": {"type": "commands"}})
    await _set_language(client, {}, profile_of(default))
    for language in languages:
        if _LANGUAGE.fullmatch(language):
            await _set_language(client, {"language_code": language}, profile_of(language))


async def set_menu(client: Calls, chat: int, commands: Sequence[tuple[str, str]]) -> None:
    """Set the command menu of one chat, in the language that its person chose here."""
    scope = {"type": "chat", "chat_id": chat}
    await client.call("setMyCommands", {"commands": _menu(commands), "scope": scope})


async def _set_language(client: Calls, where: Mapping[str, str], profile: Profile) -> None:
    menu = {**where, "scope": {"type": "all_private_chats"}}
    wanted = _menu(profile.commands)
    if await client.call("getMyCommands", dict(menu)) != wanted:
        await client.call("setMyCommands", {**menu, "commands": wanted})
    texts = (
        ("Name", "name", profile.name),
        ("Description", "description", profile.description),
        ("ShortDescription", "short_description", profile.short),
    )
    for method, field, text in texts:
        now: Mapping[str, Any] = await client.call(f"getMy{method}", dict(where))
        if now[field] != text:
            await client.call(f"setMy{method}", {**where, field: text})


def _menu(commands: Sequence[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"command": command, "description": description} for command, description in commands]
