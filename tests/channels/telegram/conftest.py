"""A Telegram of the test's own over real HTTP, and a bot at it."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator, Iterator

import pytest
import structlog
from aiohttp.test_utils import TestServer

from bot.channels.telegram.client import Client
from bot.sandbox.telegram import Phone, StepClock, Telegram, telegram_app
from tests.channels.telegram.fakes import MONDAY, TOKEN, Cabinet, Naps


@pytest.fixture(autouse=True)
def spoken() -> Iterator[list[structlog.typing.EventDict]]:
    """What the channel logs during a test."""
    with structlog.testing.capture_logs() as lines:
        yield lines


@pytest.fixture
def clock() -> StepClock:
    return StepClock(MONDAY)


@pytest.fixture
def telegram(clock: StepClock) -> Telegram:
    telegram = Telegram(clock=clock, sleep=clock.sleep, rng=random.Random(7))
    telegram.add_bot(TOKEN, "WaterveenWegwijsBot", "Wegwijs")
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


@pytest.fixture
async def client(base: str) -> AsyncIterator[Client]:
    async with Client(TOKEN, base) as client:
        yield client


@pytest.fixture
def cabinet() -> Cabinet:
    return Cabinet()


@pytest.fixture
def naps() -> Naps:
    return Naps()
