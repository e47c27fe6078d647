"""A Telegram of the test's own, whose time only moves when the test moves it."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.sandbox.telegram import Phone, StepClock, Telegram, telegram_app
from bot.sandbox.telegram.caller import Caller
from bot.sandbox.telegram.hook import Hook

TOKEN = "1001:AAA"
MONDAY = datetime(2026, 11, 23, 7, 10, tzinfo=UTC)


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
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
def api(base: str, session: aiohttp.ClientSession) -> Caller:
    return Caller(session, base, TOKEN)


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    hook = Hook()
    app = web.Application()
    app.router.add_post("/hook", hook.receive)
    app.router.add_post("/elsewhere", hook.receive)
    server = TestServer(app)
    await server.start_server()
    hook.url = str(server.make_url("/hook"))
    yield hook
    await server.close()
