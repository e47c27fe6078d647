"""Webhook, sender and the sandbox's Telegram together, over real HTTP."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.channels.base import Button, View
from bot.channels.outgoing import Outgoing
from bot.channels.telegram.client import Client
from bot.channels.telegram.delivery import Delivery
from bot.channels.telegram.intake import Intake
from bot.channels.telegram.leave import Leaver
from bot.channels.telegram.sender import Sender
from bot.channels.telegram.watch import Watch
from bot.channels.telegram.webhook import Door, Webhook
from bot.sandbox.telegram import Phone, StepClock, Telegram
from bot.state.events import Attached, Blocked, Started, Tapped, Withheld
from tests.channels.telegram.fakes import CALLBACKS, SECRET, Cabinet, Naps, Tray, entry

LESSONS = View("📚 Wednesday 09:00", ((Button("⬅ Back", "home.home", "back"),),), protected=True)


async def lessons(_: Outgoing) -> View | None:
    return LESSONS


async def see_below(_: Outgoing) -> View:
    return View("🔁 Changed, see below")


async def no_alarm(kind: str, detail: str) -> None:
    raise AssertionError(kind)


@pytest.fixture
async def webhook(client: Client, cabinet: Cabinet, telegram: Telegram) -> AsyncIterator[None]:
    app = web.Application()
    intake = Intake(cabinet, cabinet, CALLBACKS, Leaver(client), telegram.clock)
    Webhook({"waterveen": Door((SECRET,), intake)}).add_routes(app)
    server = TestServer(app)
    await server.start_server()
    url = str(server.make_url("/telegram/waterveen"))
    await Watch(client, url, SECRET, no_alarm, telegram.clock).register()
    yield
    await client.call("deleteWebhook")
    await server.close()


@pytest.fixture
def tray() -> Tray:
    return Tray()


@pytest.fixture
def sender(client: Client, tray: Tray, naps: Naps) -> Sender:
    return Sender(tray, Delivery(client, CALLBACKS, lessons, see_below, lambda: 0.0), pause=naps)


def own(phone: Phone, **more: Any) -> Outgoing:
    return entry(chat=phone.person.id, link=f"link-{phone.person.id}", **more)


@pytest.mark.usefixtures("webhook")
async def test_a_conversation(samira: Phone, cabinet: Cabinet, sender: Sender, tray: Tray) -> None:
    await samira.start("abc")
    await cabinet.holds(1)
    await sender.send_one(own(samira))
    shown = await samira.sees("Wednesday 09:00")
    query = await samira.taps("⬅ Back")
    await cabinet.holds(2)
    await samira.says("my bsn is 123456782")
    await samira.sends_photo()
    await samira.blocks()
    await cabinet.holds(5)

    kinds = [type(event) for _, event in cabinet.events]
    assert sorted(kinds[2:], key=str) == [Attached, Blocked, Withheld]
    assert kinds[:2] == [Started, Tapped]
    tapped = cabinet.events[1][1]
    assert isinstance(tapped, Tapped)
    assert (tapped.message, tapped.screen, tapped.event, tapped.genuine) == (
        shown.id,
        "home.home",
        "back",
        True,
    )
    await query.answered()
    assert shown.protected
    assert "123456782" not in repr(cabinet.events)


@pytest.mark.usefixtures("webhook")
async def test_x29_in_a_group_the_bot_leaves_and_says_nothing(samira: Phone, telegram: Telegram) -> None:
    await samira.start()
    group = await samira.in_group()
    async with asyncio.timeout(5):
        await telegram.bell.until(lambda: group.left or None)

    assert [message for message in group.visible() if message.from_bot] == []


@pytest.mark.usefixtures("webhook")
async def test_x42_with_the_store_away_telegram_brings_the_text_later(
    samira: Phone, cabinet: Cabinet, clock: StepClock
) -> None:
    cabinet.away = 1
    await samira.says("hello")
    assert await asyncio.wait_for(clock.sleeper(), 5) == 1
    clock.advance(1)
    await cabinet.holds(1)

    assert len(cabinet.events) == 1


async def test_an_edit_and_its_repeat(samira: Phone, sender: Sender, tray: Tray) -> None:
    await samira.start()
    await sender.send_one(own(samira))
    sent = (await samira.sees("Wednesday")).id
    await sender.send_one(own(samira, message=sent))

    assert tray.told == [("sent", sent), ("sent", sent)]
    assert len(samira.messages()) == 2


async def test_x41_a_message_that_the_person_deleted_gets_a_successor(
    samira: Phone, sender: Sender, tray: Tray
) -> None:
    await samira.start()
    await sender.send_one(own(samira))
    sent = (await samira.sees("Wednesday")).id
    await samira.deletes(sent)
    await sender.send_one(own(samira, message=sent))

    assert (await samira.sees("Wednesday")).id > sent


async def test_x17_a_blocked_bot_stops(samira: Phone, sender: Sender, tray: Tray) -> None:
    await samira.start()
    await samira.blocks()
    await sender.send_one(own(samira))

    assert tray.told == [("closed",)]


async def test_x16_a_429_waits_and_doubles_nothing(
    samira: Phone, sender: Sender, tray: Tray, telegram: Telegram
) -> None:
    await samira.start()
    telegram.faults.too_many(3)
    await sender.send_one(own(samira))
    await sender.send_one(own(samira))

    assert tray.told[:2] == [("freeze", "chat", 3.0), ("later", 3.0)]
    assert len([message for message in samira.messages() if message.from_bot]) == 1


async def test_an_answer_that_gets_lost_is_repeated_and_never_missing(
    samira: Phone, sender: Sender, tray: Tray, telegram: Telegram
) -> None:
    await samira.start()
    telegram.faults.drop_reply()
    await sender.send_one(own(samira))
    await sender.send_one(own(samira))

    assert tray.told[0] == ("later", 1.0)
    assert len([message for message in samira.messages() if message.from_bot]) == 2


async def test_a_link_that_ended_meanwhile_keeps_no_message(
    samira: Phone, sender: Sender, tray: Tray
) -> None:
    await samira.start()
    tray.link_state = "ended"
    await sender.send_one(own(samira))

    assert [message for message in samira.messages() if message.from_bot] == []


async def test_messages_older_than_48_hours_are_emptied(
    samira: Phone, sender: Sender, tray: Tray, clock: StepClock
) -> None:
    await samira.start()
    await sender.send_one(own(samira))
    old = (await samira.sees("Wednesday")).id
    clock.advance(49 * 3600)
    await sender.send_one(own(samira))
    young = (await samira.sees("Wednesday")).id
    await sender.send_one(own(samira, lane="erase", messages=(old, young)))

    assert [message.text for message in samira.messages() if message.from_bot] == ["·"]
    assert tray.told[-1] == ("sent", None)
