"""Webhook delivery keeps Telegram's rules: secret, order, retries, expiry."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from aiohttp import web

from bot.sandbox.telegram import Phone, StepClock, Telegram
from bot.sandbox.telegram.caller import Caller
from bot.sandbox.telegram.hook import Hook

TAP_BUTTON = {"inline_keyboard": [[{"text": "Open", "callback_data": "open"}]]}


@pytest.fixture
async def bound(api: Caller, hook: Hook, samira: Phone) -> Hook:
    await api("setWebhook", url=hook.url, secret_token="s3cret")
    return hook


def _texts(hook: Hook) -> list[str]:
    return [update["message"]["text"] for update in hook.updates if "message" in update]


async def test_an_update_carries_the_secret(bound: Hook, samira: Phone) -> None:
    await samira.start("abc")
    [update] = await bound.has(1)
    assert bound.secrets == ["s3cret"]
    assert update["message"]["text"] == "/start abc"
    assert update["message"]["from"]["language_code"] == "ar"


async def test_updates_are_numbered_in_sequence(bound: Hook, samira: Phone) -> None:
    for text in ("/start", "a", "b"):
        await samira.says(text)
    first, second, third = (update["update_id"] for update in await bound.has(3))
    assert (second, third) == (first + 1, first + 2)


async def test_a_failed_update_is_tried_again_at_once_then_after_1_2_4_seconds(
    bound: Hook, samira: Phone, clock: StepClock
) -> None:
    bound.answers = [web.Response(status=503) for _ in range(5)]
    await samira.start()
    await bound.has(2)
    waits = []
    for attempt in range(3, 6):
        waits.append(await clock.sleeper())
        clock.advance(waits[-1])
        await bound.has(attempt)
    assert waits == [1, 2, 4]
    assert _texts(bound) == ["/start"] * 5


async def test_retry_after_is_honoured(bound: Hook, samira: Phone, clock: StepClock) -> None:
    bound.answers = [web.Response(status=503, headers={"Retry-After": "17"})]
    await samira.start()
    assert await clock.sleeper() == 17


async def test_retry_after_is_at_most_an_hour(bound: Hook, samira: Phone, clock: StepClock) -> None:
    bound.answers = [web.Response(status=503, headers={"Retry-After": "99999"})]
    await samira.start()
    assert await clock.sleeper() == 3600


async def test_a_failing_update_blocks_its_own_queue_only(
    bound: Hook, samira: Phone, telegram: Telegram, clock: StepClock
) -> None:
    filmon = telegram.phone("filmon", language_code="ti")

    async def refuse_samira(update: dict[str, Any]) -> web.Response:
        return web.Response(status=503 if update["message"]["from"]["id"] == samira.person.id else 200)

    bound.behaviour = refuse_samira
    await samira.says("first")
    await samira.says("second")
    await clock.sleeper()
    await filmon.says("hello")
    await bound.has(3)
    assert _texts(bound) == ["first", "first", "hello"]


async def test_a_tap_does_not_wait_for_a_text_of_the_same_chat(
    bound: Hook, api: Caller, samira: Phone, clock: StepClock
) -> None:
    await samira.start()
    await bound.has(1)
    await api("sendMessage", chat_id=samira.person.id, text="hi", reply_markup=TAP_BUTTON)

    async def refuse_texts(update: dict[str, Any]) -> web.Response:
        return web.Response(status=503 if "message" in update else 200)

    bound.behaviour = refuse_texts
    await samira.says("stuck")
    await clock.sleeper()
    await samira.taps("Open")
    updates = await bound.has(4)
    assert updates[-1]["callback_query"]["data"] == "open"


async def test_within_a_queue_the_next_update_waits_for_the_2xx(bound: Hook, samira: Phone) -> None:
    gate = asyncio.Event()

    async def hold(update: dict[str, Any]) -> web.Response:
        await gate.wait()
        return web.Response()

    bound.behaviour = hold
    await samira.says("first")
    await samira.says("second")
    await bound.has(1)
    assert _texts(bound) == ["first"]
    gate.set()
    await bound.has(2)
    assert _texts(bound) == ["first", "second"]


@pytest.mark.parametrize(("what", "seconds"), [("tap", 150), ("text", 86_400)])
async def test_an_update_that_nobody_takes_expires(
    bound: Hook, samira: Phone, clock: StepClock, what: str, seconds: int
) -> None:
    await samira.start()
    await bound.has(1)
    bound.answers = [web.Response(status=503, headers={"Retry-After": "100"})]
    does = samira.forges if what == "tap" else samira.says
    await does("late")
    await clock.sleeper()
    clock.advance(seconds)
    await does("fresh")
    bodies = [update.get("callback_query") or update["message"] for update in await bound.has(3)]
    assert [body.get("data", body.get("text")) for body in bodies] == ["/start", "late", "fresh"]


async def test_a_retry_that_would_come_after_the_expiry_is_not_made(
    bound: Hook, api: Caller, samira: Phone
) -> None:
    await samira.start()
    await bound.has(1)
    bound.answers = [web.Response(status=503, headers={"Retry-After": "200"})]
    await samira.forges("x")
    await samira.forges("y")
    updates = await bound.has(3)
    assert [update["callback_query"]["data"] for update in updates[1:]] == ["x", "y"]


async def test_a_redirect_is_a_failure_and_not_followed(bound: Hook, samira: Phone, clock: StepClock) -> None:
    bound.answers = [web.Response(status=302, headers={"Location": "/elsewhere"}) for _ in range(2)]
    await samira.start()
    await clock.sleeper()
    assert len(bound.updates) == 2


async def test_a_call_in_the_answer_is_carried_out(bound: Hook, api: Caller, samira: Phone) -> None:
    await samira.start()
    await bound.has(1)
    await api("sendMessage", chat_id=samira.person.id, text="hi", reply_markup=TAP_BUTTON)

    async def answer(update: dict[str, Any]) -> web.Response:
        query = update["callback_query"]["id"]
        return web.json_response({"method": "answerCallbackQuery", "callback_query_id": query})

    bound.behaviour = answer
    tap = await samira.taps("Open")
    await asyncio.wait_for(tap.answered(), 5)


async def test_a_refused_call_in_the_answer_harms_nobody(bound: Hook, samira: Phone) -> None:
    bound.answers = [web.json_response({"method": "sendMessage", "chat_id": 5, "text": "hi"})]
    await samira.says("one")
    await samira.says("two")
    await bound.has(2)
    assert _texts(bound) == ["one", "two"]


async def test_a_lost_answer_brings_the_update_twice(bound: Hook, samira: Phone, telegram: Telegram) -> None:
    telegram.faults.lose_webhook_answer()
    await samira.says("one")
    first, second = await bound.has(2)
    assert first == second


async def test_failures_are_told_by_get_webhook_info(
    bound: Hook, api: Caller, samira: Phone, clock: StepClock
) -> None:
    bound.answers = [web.Response(status=503) for _ in range(2)]
    await samira.start()
    await clock.sleeper()
    info = await api("getWebhookInfo")
    assert info["pending_update_count"] == 1
    assert info["last_error_message"] == "Wrong response from the webhook: 503 Service Unavailable"


async def test_setting_the_same_webhook_again_keeps_the_pace_of_retries(
    bound: Hook, api: Caller, samira: Phone, clock: StepClock
) -> None:
    bound.answers = [web.Response(status=503) for _ in range(2)]
    await samira.start()
    await clock.sleeper()
    await api("setWebhook", url=bound.url, secret_token="s3cret")
    assert len(bound.updates) == 2


async def test_what_waits_goes_to_a_new_webhook_at_once(
    bound: Hook, api: Caller, samira: Phone, clock: StepClock
) -> None:
    bound.answers = [web.Response(status=503) for _ in range(2)]
    await samira.start()
    await clock.sleeper()
    await api("setWebhook", url=bound.url, secret_token="other")
    await bound.has(3)
    assert bound.secrets[-1] == "other"


async def test_only_allowed_updates_come(bound: Hook, api: Caller, samira: Phone) -> None:
    await api("setWebhook", url=bound.url, secret_token="s3cret", allowed_updates=["my_chat_member"])
    await samira.start()
    await samira.blocks()
    [update] = await bound.has(1)
    assert update["my_chat_member"]["new_chat_member"]["status"] == "kicked"


async def test_after_ten_seconds_of_failures_one_connection_is_used(
    bound: Hook, telegram: Telegram, clock: StepClock
) -> None:
    bound.answers = [web.Response(status=503) for _ in range(4)]
    phones = [telegram.phone(name) for name in ("samira", "filmon", "elif")]
    await phones[0].start()
    await clock.sleeper()
    clock.advance(11)
    await bound.has(3)
    gate = asyncio.Event()

    async def hold(update: dict[str, Any]) -> web.Response:
        await gate.wait()
        return web.Response(status=503)

    bound.answers, bound.behaviour = [], hold
    for phone in phones[1:]:
        await phone.start()
    await bound.has(4)
    await asyncio.sleep(0)
    assert len(bound.updates) == 4
    gate.set()


async def test_closing_ends_all_deliveries_at_once(
    bound: Hook, samira: Phone, telegram: Telegram, clock: StepClock
) -> None:
    bound.answers = [web.Response(status=503) for _ in range(2)]
    await samira.start()
    await clock.sleeper()
    await telegram.close()
    await asyncio.sleep(0)
    assert clock.next_waking() is None
