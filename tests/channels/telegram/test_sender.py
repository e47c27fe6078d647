"""The loop: what it takes, what it tells the outbox, and what it survives."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
import structlog
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter

from bot.channels.base import View
from bot.channels.outgoing import Outgoing
from bot.channels.telegram.delivery import Delivery
from bot.channels.telegram.sender import MOST_FAULTS, Sender
from bot.errors import StoreAway
from bot.sandbox.telegram.bell import Bell
from tests.channels.telegram.fakes import CALLBACKS, HOME, Line, Naps, Tray, entry


class Brush:
    """A renderer that can be held up, so that a test sees how many are at work at once."""

    def __init__(self) -> None:
        self.open = asyncio.Event()
        self.open.set()
        self.at_work = 0
        self.most = 0
        self.fault: Exception | None = None
        self._bell = Bell()

    async def busy(self, count: int) -> None:
        """Wait until so many are at work."""
        async with asyncio.timeout(5):
            await self._bell.until(lambda: self.at_work >= count or None)

    async def __call__(self, entry: Outgoing) -> View | None:
        if self.fault is not None:
            raise self.fault
        self.at_work += 1
        self.most = max(self.most, self.at_work)
        self._bell.ring()
        await self.open.wait()
        self.at_work -= 1
        return HOME


async def see_below(_: Outgoing) -> View:
    return View("🔁")


@pytest.fixture
def line() -> Line:
    return Line()


@pytest.fixture
async def brush() -> Brush:
    return Brush()


@pytest.fixture
def delivery(line: Line, brush: Brush) -> Delivery:
    return Delivery(line, CALLBACKS, brush, see_below, lambda: 0.0)


@asynccontextmanager
async def running(sender: Sender) -> AsyncIterator[asyncio.Task[None]]:
    task = asyncio.create_task(sender.run())
    try:
        yield task
    finally:
        sender.stop()
        await asyncio.wait_for(task, 5)


async def told(tray: Tray, delivery: Delivery, naps: Naps, one: Outgoing) -> list[tuple[Any, ...]]:
    await Sender(tray, delivery, pause=naps).send_one(one)
    return tray.told


async def test_what_was_sent_is_recorded_with_its_message(delivery: Delivery, naps: Naps) -> None:
    assert await told(Tray(), delivery, naps, entry()) == [("sent", 101)]


async def test_a_429_freezes_the_chat_and_the_entry_comes_later(
    line: Line, delivery: Delivery, naps: Naps
) -> None:
    line.will("sendMessage", retry_after(17))

    assert await told(Tray(), delivery, naps, entry()) == [("freeze", "chat", 17.0), ("later", 17.0)]


async def test_a_403_closes_the_link(line: Line, delivery: Delivery, naps: Naps) -> None:
    line.will("sendMessage", Forbidden("Forbidden: bot was blocked by the user"))

    assert await told(Tray(), delivery, naps, entry()) == [("closed",)]


async def test_a_5xx_comes_later(line: Line, delivery: Delivery, naps: Naps) -> None:
    line.will("sendMessage", NetworkError("Bad Gateway"))

    assert await told(Tray(), delivery, naps, entry(attempts=2)) == [("later", 4.0)]


async def test_a_final_refusal_is_told_with_its_reason(line: Line, delivery: Delivery, naps: Naps) -> None:
    line.will("sendMessage", BadRequest("Bad Request: message text is empty"))

    assert await told(Tray(), delivery, naps, entry()) == [("refused", "Message text is empty")]


async def test_what_reaches_a_link_that_ended_meanwhile_is_deleted(
    line: Line, delivery: Delivery, naps: Naps
) -> None:
    tray = Tray()
    tray.link_state = "ended"
    line.will("deleteMessage", NetworkError("Bad Gateway"))

    await told(tray, delivery, naps, entry())

    assert line.calls[1:] == [("deleteMessage", {"chat_id": 7, "message_id": 101})] * 2


async def test_what_was_sent_is_recorded_even_when_the_store_is_away_for_a_moment(
    line: Line, delivery: Delivery, naps: Naps
) -> None:
    tray = Tray()
    tray.away = 2

    assert await told(tray, delivery, naps, entry()) == [("sent", 101)]
    assert line.methods == ["sendMessage"]


async def test_that_an_entry_is_put_off_is_recorded_too_when_the_store_was_away_for_a_moment(
    brush: Brush, delivery: Delivery, naps: Naps
) -> None:
    brush.fault = StoreAway()
    tray = Tray()
    tray.away = 5

    assert await told(tray, delivery, naps, entry()) == [("later", 1.0)]


async def test_a_store_that_stays_away_leaves_the_entry_to_its_lease(
    delivery: Delivery, naps: Naps, spoken: list[structlog.typing.EventDict]
) -> None:
    tray = Tray()
    tray.away = 99

    assert await told(tray, delivery, naps, entry()) == []
    assert spoken[-1]["event"] == "telegram_result_not_stored"


async def test_a_store_away_while_drawing_puts_the_entry_off(
    brush: Brush, delivery: Delivery, naps: Naps
) -> None:
    brush.fault = StoreAway()

    assert await told(Tray(), delivery, naps, entry()) == [("later", 1.0)]


async def test_a_fault_of_our_own_puts_the_entry_off_and_in_the_end_gives_it_up(
    brush: Brush, delivery: Delivery, naps: Naps
) -> None:
    brush.fault = RuntimeError("a bug")
    tray = Tray()

    await told(tray, delivery, naps, entry(attempts=1))
    await told(tray, delivery, naps, entry(attempts=MOST_FAULTS))

    assert tray.told == [("later", 2.0), ("refused", "program fault")]


async def test_the_loop_sends_what_waits_and_what_is_put_in_later(delivery: Delivery) -> None:
    tray = Tray(entry(link="a"), entry(link="b"))
    async with running(Sender(tray, delivery)):
        await tray.hears(2)
        tray.put(entry(link="c"))
        await tray.hears(3)

    assert [lease.link for lease in tray.leases] == ["a", "b", "c"]


async def test_many_links_are_served_at_once_but_never_more_than_allowed(
    brush: Brush, delivery: Delivery
) -> None:
    brush.open.clear()
    tray = Tray(*(entry(link=f"link-{number}") for number in range(10)))
    async with running(Sender(tray, delivery, in_flight=3)):
        await brush.busy(3)
        brush.open.set()
        await tray.hears(10)

    assert brush.most == 3


async def test_when_an_entry_is_done_its_link_is_looked_at_again(brush: Brush, delivery: Delivery) -> None:
    brush.open.clear()
    tray = Tray(entry())
    tray.link_state = "more"
    async with running(Sender(tray, delivery)):
        await brush.busy(1)
        # Behind the lease of the first one: no bell rings for it.
        tray.waiting.append(entry(message=101))
        brush.open.set()
        await tray.hears(2)

    assert tray.told == [("sent", 101), ("sent", 101)]


async def test_the_loop_outlives_a_store_that_is_away(delivery: Delivery, naps: Naps) -> None:
    tray = Tray(entry())
    tray.away = 3
    async with running(Sender(tray, delivery, pause=naps)):
        await tray.hears(1)

    assert tray.told == [("sent", 101)]
    assert naps.taken


async def test_stopping_brings_what_is_in_flight_to_its_end(brush: Brush, delivery: Delivery) -> None:
    brush.open.clear()
    tray = Tray(entry(link="a"))
    sender = Sender(tray, delivery)
    async with running(sender) as task:
        await brush.busy(1)
        tray.waiting.append(entry(link="b"))
        sender.stop()
        brush.open.set()
        await task

    assert tray.told == [("sent", 101)]


async def test_no_text_is_logged(
    line: Line, delivery: Delivery, naps: Naps, spoken: list[structlog.typing.EventDict]
) -> None:
    line.will("sendMessage", NetworkError("Bad Gateway"))
    await told(Tray(), delivery, naps, entry())

    assert spoken
    assert "Home" not in repr(spoken)


@pytest.mark.filterwarnings("ignore:.*retry_after")
def retry_after(seconds: int) -> RetryAfter:
    return RetryAfter(seconds)


async def test_what_was_held_up_leaves_no_closer_together_than_it_was_leased(
    delivery: Delivery, naps: Naps
) -> None:
    tray = Tray(*(entry(link=f"link-{number}") for number in range(3)))
    tray.gap = 10.0
    async with running(Sender(tray, delivery, pause=naps)):
        await tray.hears(3)
    assert [round(nap) for nap in naps.taken if nap > 1] == [10, 20]
