"""getUpdates takes the same updates, confirmed by the next offset."""

from __future__ import annotations

import asyncio

from bot.sandbox.telegram import Phone, StepClock, Telegram
from bot.sandbox.telegram.caller import Caller
from bot.sandbox.telegram.hook import Hook


async def test_updates_stay_until_an_offset_confirms_them(api: Caller, samira: Phone) -> None:
    await samira.says("one")
    await samira.says("two")
    first, second = await api("getUpdates")
    assert await api("getUpdates") == [first, second]
    assert await api("getUpdates", offset=first["update_id"] + 1) == [second]
    assert await api("getUpdates", offset=second["update_id"] + 1) == []


async def test_a_negative_offset_forgets_all_but_the_last(api: Caller, samira: Phone) -> None:
    for text in ("one", "two", "three"):
        await samira.says(text)
    [last] = await api("getUpdates", offset=-1)
    assert last["message"]["text"] == "three"
    assert await api("getUpdates") == [last]


async def test_a_long_poll_returns_as_soon_as_something_comes(
    api: Caller, samira: Phone, clock: StepClock
) -> None:
    poll = asyncio.create_task(api("getUpdates", timeout=30))
    await clock.sleeper()
    await samira.says("hello")
    [update] = await poll
    assert update["message"]["text"] == "hello"


async def test_a_long_poll_ends_empty_after_its_timeout(api: Caller, clock: StepClock) -> None:
    poll = asyncio.create_task(api("getUpdates", timeout=30))
    assert await clock.sleeper() == 30
    clock.advance(30)
    assert await poll == []


async def test_a_second_poller_ends_the_first(api: Caller, samira: Phone, clock: StepClock) -> None:
    first = asyncio.create_task(api.refusal("getUpdates", timeout=30))
    await clock.sleeper()
    await api("getUpdates")
    assert "terminated by other getUpdates request" in await first


async def test_polling_is_a_conflict_while_a_webhook_is_set(api: Caller, hook: Hook) -> None:
    await api("setWebhook", url=hook.url)
    answer = await api.answer("getUpdates")
    assert answer["error_code"] == 409
    assert "can't use getUpdates method while webhook is active" in answer["description"]


async def test_what_waits_survives_the_end_of_a_webhook(
    api: Caller, hook: Hook, samira: Phone, telegram: Telegram
) -> None:
    await api("setWebhook", url="http://127.0.0.1:1/")
    await samira.says("kept")
    await api("deleteWebhook")
    [update] = await api("getUpdates")
    assert update["message"]["text"] == "kept"


async def test_pending_updates_can_be_dropped(api: Caller, samira: Phone) -> None:
    await samira.says("old")
    await api("deleteWebhook", drop_pending_updates=True)
    assert await api("getUpdates") == []


async def test_an_old_tap_is_gone_and_an_old_text_is_not(
    api: Caller, samira: Phone, clock: StepClock
) -> None:
    await samira.says("text")
    await samira.forges("tap")
    clock.advance(151)
    [update] = await api("getUpdates")
    assert "message" in update


async def test_two_bots_in_one_server_keep_their_updates_apart(
    api: Caller, samira: Phone, telegram: Telegram
) -> None:
    telegram.add_bot("1002:BBB", "HeuvelmeerWegwijsBot", "Wegwijs Heuvelmeer")
    await samira.says("for Heuvelmeer", bot="HeuvelmeerWegwijsBot")
    assert await api("getUpdates") == []
    assert samira.messages("WaterveenWegwijsBot") == ()
