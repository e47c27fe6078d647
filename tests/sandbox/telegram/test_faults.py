"""Faults and limits on order."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest

from bot.sandbox.telegram import Limits, Phone, StepClock, Telegram
from bot.sandbox.telegram.caller import Caller


@pytest.fixture
async def linked(samira: Phone) -> Phone:
    await samira.start()
    return samira


async def test_a_429_tells_how_long_to_wait(api: Caller, linked: Phone, telegram: Telegram) -> None:
    telegram.faults.too_many(retry_after=3)
    answer = await api.answer("sendMessage", chat_id=linked.person.id, text="hi")
    assert answer == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 3",
        "parameters": {"retry_after": 3},
    }


async def test_a_fault_hits_only_so_many_calls(api: Caller, linked: Phone, telegram: Telegram) -> None:
    telegram.faults.server_error(times=2)
    codes = [(await api.answer("getMe")).get("error_code") for _ in range(3)]
    assert codes == [500, 500, None]


async def test_a_fault_hits_only_its_method_and_chat(api: Caller, linked: Phone, telegram: Telegram) -> None:
    filmon = telegram.phone("filmon")
    await filmon.start()
    telegram.faults.forbidden(method="sendMessage", chat_id=filmon.person.id)
    await api("getMe")
    await api("sendMessage", chat_id=linked.person.id, text="hi")
    refusal = await api.refusal("sendMessage", chat_id=filmon.person.id, text="hi")
    assert refusal == "Forbidden: user is deactivated"


async def test_a_dropped_reply_has_had_its_effect(api: Caller, linked: Phone, telegram: Telegram) -> None:
    telegram.faults.drop_reply()
    with pytest.raises(aiohttp.ClientError):
        await api("sendMessage", chat_id=linked.person.id, text="hi")
    assert linked.messages()[-1].text == "hi"


async def test_a_hanging_call_has_no_effect(api: Caller, linked: Phone, telegram: Telegram) -> None:
    telegram.faults.hang()
    call = asyncio.create_task(api("sendMessage", chat_id=linked.person.id, text="hi"))
    await telegram.faults.until_hanging()
    telegram.faults.release()
    with pytest.raises(aiohttp.ClientError):
        await call
    assert linked.messages()[-1].text == "/start"


async def test_closing_breaks_what_hangs(api: Caller, linked: Phone, telegram: Telegram) -> None:
    telegram.faults.hang()
    call = asyncio.create_task(api("getMe"))
    await telegram.faults.until_hanging()
    await telegram.close()
    with pytest.raises(aiohttp.ClientError):
        await call


async def _send(telegram: Telegram, phone: Phone, times: int) -> list[str]:
    token = telegram.account().token
    errors = []
    for number in range(times):
        try:
            await telegram.call(token, "sendMessage", {"chat_id": phone.person.id, "text": str(number)})
        except Exception as refusal:
            errors.append(str(refusal))
    return errors


async def test_a_chat_takes_a_small_burst_and_then_one_message_a_second(clock: StepClock) -> None:
    telegram = Telegram(clock=clock, limits=Limits(chat_burst=3))
    telegram.add_bot("1001:AAA", "Bot", "Bot")
    samira = telegram.phone("samira")
    await samira.start()
    assert await _send(telegram, samira, 4) == ["Too Many Requests: retry after 1"]
    clock.advance(1)
    assert await _send(telegram, samira, 1) == []


async def test_a_bot_sends_about_thirty_messages_a_second(clock: StepClock) -> None:
    telegram = Telegram(clock=clock, limits=Limits())
    telegram.add_bot("1001:AAA", "Bot", "Bot")
    phones = [telegram.phone(f"phone{number}") for number in range(31)]
    refused = []
    for phone in phones:
        await phone.start()
        refused += await _send(telegram, phone, 1)
    assert refused == ["Too Many Requests: retry after 1"]


async def test_answering_a_tap_is_free_of_limits(clock: StepClock) -> None:
    telegram = Telegram(clock=clock, limits=Limits(burst=1, chat_burst=1))
    token = telegram.add_bot("1001:AAA", "Bot", "Bot").token
    samira = telegram.phone("samira")
    await samira.start()
    await _send(telegram, samira, 1)
    for _ in range(3):
        tap = await samira.forges("x")
        await telegram.call(token, "answerCallbackQuery", {"callback_query_id": tap.id})
