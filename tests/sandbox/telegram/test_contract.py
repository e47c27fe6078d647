"""python-telegram-bot, the library of the real bot, works against the sandbox as against Telegram."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from telegram import Bot, BotCommand, InlineKeyboardButton, InlineKeyboardMarkup, MenuButtonCommands
from telegram.constants import ParseMode
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter, TimedOut
from telegram.request import HTTPXRequest

from bot.sandbox.telegram import Phone, Telegram
from bot.sandbox.telegram.hook import Hook

OPEN = InlineKeyboardMarkup([[InlineKeyboardButton("Open", callback_data="open")]])


def _bot(base: str, token: str) -> Bot:
    return Bot(
        token,
        base_url=f"{base}/bot",
        request=HTTPXRequest(connection_pool_size=4, read_timeout=0.3),
        get_updates_request=HTTPXRequest(),
    )


@pytest.fixture
async def ptb(base: str) -> AsyncIterator[Bot]:
    async with _bot(base, "1001:AAA") as bot:
        yield bot


async def test_a_dialog_from_start_to_edit(ptb: Bot, samira: Phone) -> None:
    assert (ptb.username, ptb.first_name) == ("WaterveenWegwijsBot", "Wegwijs")
    await samira.start("code")
    [started] = await ptb.get_updates()
    assert started.message is not None
    assert started.message.text == "/start code"
    assert started.effective_user is not None
    chat_id = started.effective_user.id
    sent = await ptb.send_message(chat_id, "أهلاً", reply_markup=OPEN, protect_content=True)
    tap = await samira.taps("Open")
    [tapped] = await ptb.get_updates(offset=started.update_id + 1)
    assert tapped.callback_query is not None
    assert tapped.callback_query.data == "open"
    await tapped.callback_query.answer("Saved")
    assert (await tap.answered()).text == "Saved"
    await ptb.edit_message_text("<b>Kade 4</b>", chat_id, sent.message_id, parse_mode=ParseMode.HTML)
    shown = samira.messages()[-1]
    assert (shown.text, shown.entities[0]["type"], shown.rows) == ("Kade 4", "bold", ())


async def test_refusals_become_the_librarys_errors(ptb: Bot, samira: Phone, telegram: Telegram) -> None:
    await samira.start()
    chat_id = samira.person.id
    sent = await ptb.send_message(chat_id, "hi")
    with pytest.raises(BadRequest, match="not modified"):
        await ptb.edit_message_text("hi", chat_id, sent.message_id)
    with pytest.raises(BadRequest, match="Chat not found"):
        await ptb.send_message(5, "hi")
    telegram.faults.too_many(retry_after=4)
    with pytest.raises(RetryAfter) as late:
        await ptb.send_message(chat_id, "hi")
    assert "4" in str(late.value)
    telegram.faults.server_error(code=502)
    with pytest.raises(NetworkError):
        await ptb.send_message(chat_id, "hi")
    await samira.blocks()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await ptb.send_message(chat_id, "hi")


async def test_a_silent_server_times_out(ptb: Bot, samira: Phone, telegram: Telegram) -> None:
    await samira.start()
    telegram.faults.hang()
    with pytest.raises(TimedOut):
        await ptb.send_message(samira.person.id, "hi")
    assert len(samira.messages()) == 1


async def test_a_lost_reply_is_ambiguous(ptb: Bot, samira: Phone, telegram: Telegram) -> None:
    await samira.start()
    telegram.faults.drop_reply()
    with pytest.raises(NetworkError):
        await ptb.send_message(samira.person.id, "hi")
    assert samira.messages()[-1].text == "hi"


async def test_a_wrong_token_is_an_invalid_token(base: str) -> None:
    with pytest.raises(InvalidToken):
        await _bot(base, "4:nobody").initialize()


async def test_the_webhook_is_registered_and_told(ptb: Bot, hook: Hook) -> None:
    await ptb.set_webhook(hook.url, secret_token="s", allowed_updates=["message"], max_connections=8)
    info = await ptb.get_webhook_info()
    assert (info.url, info.max_connections, info.allowed_updates) == (hook.url, 8, ("message",))
    with pytest.raises(Conflict):
        await ptb.get_updates()
    await ptb.delete_webhook(drop_pending_updates=True)
    assert (await ptb.get_webhook_info()).url == ""


async def test_profile_and_commands_are_set(ptb: Bot) -> None:
    await ptb.set_my_commands([BotCommand("help", "Hulp")], language_code="nl")
    assert (await ptb.get_my_commands(language_code="nl"))[0].description == "Hulp"
    await ptb.set_my_name("Wegwijs")
    await ptb.set_my_description("Shows your plan")
    await ptb.set_my_short_description("Your plan")
    await ptb.set_chat_menu_button(menu_button=MenuButtonCommands())
    assert (await ptb.get_my_description()).description == "Shows your plan"


async def test_files_reach_the_phone(ptb: Bot, samira: Phone) -> None:
    await samira.start()
    chat_id = samira.person.id
    await ptb.send_document(
        chat_id, b"BEGIN:VCALENDAR", filename="lessons.ics", caption="<i>Week</i>", parse_mode="HTML"
    )
    await ptb.send_photo(chat_id, b"\x89PNG", filename="map.png")
    await ptb.send_voice(chat_id, b"OggS", duration=3)
    assert [one.kind for one in samira.messages()[1:]] == ["document", "photo", "voice"]
    assert samira.messages()[1].text == "Week"
