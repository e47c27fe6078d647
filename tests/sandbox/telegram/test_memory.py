"""A demo that starts again shows what was said before."""

from __future__ import annotations

from pathlib import Path

from bot.sandbox.telegram import Phone, Telegram
from bot.sandbox.telegram.caller import Caller
from bot.sandbox.telegram.memory import load, save


def _again(path: Path) -> Telegram:
    telegram = Telegram()
    telegram.add_bot("1001:AAA", "WaterveenWegwijsBot", "Wegwijs")
    assert load(telegram, path)
    return telegram


async def test_chats_people_and_what_waits_come_back(
    api: Caller, samira: Phone, telegram: Telegram, tmp_path: Path
) -> None:
    await samira.start("abc")
    keyboard = {"inline_keyboard": [[{"text": "Open", "callback_data": "open"}]]}
    await api(
        "sendMessage", chat_id=samira.person.id, text="<b>hi</b>", parse_mode="HTML", reply_markup=keyboard
    )
    samira.is_renamed("Samira A.", "en")
    save(telegram, tmp_path / "telegram.json")
    again = _again(tmp_path / "telegram.json")
    phone = again.phone("samira")
    assert phone.person == samira.person
    assert phone.messages() == samira.messages()
    assert again.account().updates.all(telegram.now()) == telegram.account().updates.all(telegram.now())


async def test_new_messages_get_new_ids(samira: Phone, telegram: Telegram, tmp_path: Path) -> None:
    old = await samira.start()
    save(telegram, tmp_path / "telegram.json")
    fresh = await _again(tmp_path / "telegram.json").phone("samira").says("again")
    assert fresh.id == old.id + 1


def test_without_a_file_nothing_is_read(telegram: Telegram, tmp_path: Path) -> None:
    assert not load(telegram, tmp_path / "none.json")


async def test_the_file_is_its_owners_only(samira: Phone, telegram: Telegram, tmp_path: Path) -> None:
    save(telegram, tmp_path / "telegram.json")
    assert (tmp_path / "telegram.json").stat().st_mode & 0o077 == 0
