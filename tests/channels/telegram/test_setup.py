from __future__ import annotations

from bot.channels.telegram.client import Client
from bot.channels.telegram.commands import COMMANDS
from bot.channels.telegram.setup import Profile, set_menu, set_up
from bot.sandbox.telegram import Phone, Telegram


def profile_of(language: str) -> Profile:
    return Profile(
        f"Wegwijs ({language})",
        f"Your days and tasks ({language})",
        f"Days ({language})",
        tuple((command, f"{command} in {language}") for command in COMMANDS),
    )


async def test_every_language_gets_its_texts_and_its_menu(client: Client, telegram: Telegram) -> None:
    await set_up(client, ["en", "ar"], "nl", profile_of)

    profile = telegram.account().profile
    assert profile.names == {"": "Wegwijs (nl)", "en": "Wegwijs (en)", "ar": "Wegwijs (ar)"}
    assert profile.descriptions["ar"] == "Your days and tasks (ar)"
    assert profile.short_descriptions[""] == "Days (nl)"
    assert profile.menu_button == {"type": "commands"}
    menu = profile.commands["all_private_chats", "ar"]
    assert menu[0] == {"command": "today", "description": "today in ar"}
    assert [line["command"] for line in menu] == list(COMMANDS)


async def test_what_is_right_already_is_not_set_again(client: Client, telegram: Telegram) -> None:
    await set_up(client, ["en"], "nl", profile_of)
    telegram.calls.clear()
    await set_up(client, ["en"], "nl", profile_of)

    assert [call.method for call in telegram.calls if call.method.startswith("setMy")] == []


async def test_a_language_that_telegram_does_not_know_is_left_out(client: Client, telegram: Telegram) -> None:
    await set_up(client, ["fa-AF"], "nl", profile_of)

    assert set(telegram.account().profile.names) == {""}


async def test_a_chat_gets_the_menu_of_the_language_chosen_in_it(
    client: Client, telegram: Telegram, samira: Phone
) -> None:
    await samira.start()
    await set_menu(client, samira.person.id, profile_of("fa-AF").commands)

    menu = telegram.account().profile.commands[f"chat:{samira.person.id}", ""]
    assert menu[0]["description"] == "today in fa-AF"
