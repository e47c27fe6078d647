"""A Telegram of the test's own over real HTTP, whose time only moves when the test moves it.

A folder's conftest imports these fixtures and says by a fixture `token` which bot is there.
"""

from __future__ import annotations

import random
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from aiohttp.test_utils import TestServer

from bot.sandbox.telegram import Phone, StepClock, Telegram, telegram_app

MONDAY = datetime(2026, 11, 23, 7, 10, tzinfo=UTC)


@pytest.fixture
def clock() -> StepClock:
    return StepClock(MONDAY)


@pytest.fixture
def telegram(clock: StepClock, token: str) -> Telegram:
    telegram = Telegram(clock=clock, sleep=clock.sleep, rng=random.Random(7))
    telegram.add_bot(token, "WaterveenWegwijsBot", "Wegwijs")
    return telegram


@pytest.fixture
def samira(telegram: Telegram) -> Phone:
    return telegram.phone("samira", language_code="ar")


@pytest.fixture
async def base(telegram: Telegram) -> AsyncIterator[str]:
    server = TestServer(telegram_app(telegram))
    await server.start_server()
    yield str(server.make_url("")).rstrip("/")
    await server.close()
