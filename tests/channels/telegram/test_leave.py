from __future__ import annotations

import pytest
from telegram.error import TimedOut

from bot.channels.telegram.client import Client
from bot.channels.telegram.leave import Leaver
from bot.errors import Retry, Throttled
from bot.sandbox.telegram import Phone, Telegram
from tests.channels.telegram.fakes import Line


async def test_x29_a_group_is_left_without_a_word(client: Client, telegram: Telegram, samira: Phone) -> None:
    await samira.start()
    group = await samira.in_group()
    await Leaver(client)(group.id)

    assert group.left
    assert [message for message in group.visible() if message.from_bot] == []
    assert [call.method for call in telegram.calls] == ["leaveChat"]


async def test_having_left_before_is_no_trouble(client: Client, samira: Phone) -> None:
    await samira.start()
    group = await samira.in_group()
    await Leaver(client)(group.id)
    await Leaver(client)(group.id)

    assert group.left


async def test_a_group_that_telegram_does_not_know_is_no_trouble(client: Client) -> None:
    await Leaver(client)(-1)


async def test_when_it_fails_we_want_to_be_told_again(client: Client, telegram: Telegram) -> None:
    telegram.faults.too_many(9)
    with pytest.raises(Throttled) as caught:
        await Leaver(client)(-1)

    assert caught.value.seconds == 9


async def test_when_telegram_is_away_we_want_to_be_told_again() -> None:
    line = Line()
    line.will("leaveChat", TimedOut())

    with pytest.raises(Retry):
        await Leaver(line)(-1)
