"""Long polling against the sandbox's Bot API over HTTP."""

from __future__ import annotations

import asyncio

import pytest
from telegram.error import Conflict, NetworkError, TimedOut

from bot.channels.telegram.client import Client
from bot.channels.telegram.intake import Intake
from bot.channels.telegram.polling import CONFLICT_SECONDS, Polling
from bot.errors import StoreAway
from bot.sandbox.telegram import Phone, Telegram
from bot.state.events import Started, Tapped, Typed
from tests.channels.telegram.fakes import CALLBACKS, Cabinet, Doorkeeper, Line, Naps, monday


@pytest.fixture
def intake(cabinet: Cabinet) -> Intake:
    return Intake(cabinet, cabinet, CALLBACKS, Doorkeeper(), monday)


async def test_updates_are_stored_in_order_and_fetched_once(
    client: Client, intake: Intake, samira: Phone, cabinet: Cabinet
) -> None:
    polling = Polling(client, intake, timeout=0)
    await samira.start("K7M29XQ4TR")
    await samira.says("hello")

    await polling.fetch()
    await polling.fetch()

    assert [type(event) for _, event in cabinet.events] == [Started, Typed]


async def test_what_could_not_be_stored_is_fetched_again(
    client: Client, intake: Intake, samira: Phone, cabinet: Cabinet
) -> None:
    polling = Polling(client, intake, timeout=0)
    await samira.says("one")
    await samira.says("two")
    await polling.fetch()
    await samira.says("three")
    cabinet.away = 1

    with pytest.raises(StoreAway):
        await polling.fetch()
    await polling.fetch()

    assert [event.text for _, event in cabinet.events if isinstance(event, Typed)] == ["one", "two", "three"]


async def test_a_tap_is_answered_at_once(
    client: Client, intake: Intake, samira: Phone, cabinet: Cabinet
) -> None:
    polling = Polling(client, intake, timeout=0)
    await samira.start()
    query = await samira.forges("anything")

    await polling.fetch()
    await polling.answered()

    await query.answered()
    assert isinstance(cabinet.events[-1][1], Tapped)


async def test_it_takes_the_webhook_away_and_waits_for_updates(
    client: Client, intake: Intake, samira: Phone, cabinet: Cabinet, telegram: Telegram
) -> None:
    await client.call("setWebhook", {"url": "http://127.0.0.1:9/"})
    running = asyncio.create_task(Polling(client, intake).run())
    async with asyncio.timeout(5):
        await telegram.account().bell.until(lambda: telegram.account().poll or None)
    await samira.says("hello")
    await cabinet.holds(1)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)

    assert telegram.account().webhook is None
    assert telegram.account().allowed_updates == ("message", "callback_query", "my_chat_member")


async def test_failures_and_other_pollers_make_it_wait_longer(intake: Intake, naps: Naps) -> None:
    line = Line()
    faults = (TimedOut(), NetworkError("x"), Conflict("terminated by other getUpdates request"))
    line.will("getUpdates", *faults, EndOfTest())
    with pytest.raises(EndOfTest):
        await Polling(line, intake, pause=naps).run()

    assert naps.taken == [1.0, 2.0, CONFLICT_SECONDS]


class EndOfTest(Exception):
    """Ends an endless loop."""
