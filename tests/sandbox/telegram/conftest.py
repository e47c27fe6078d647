"""A Telegram of the test's own, whose time only moves when the test moves it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.sandbox.telegram.caller import Caller
from bot.sandbox.telegram.hook import Hook
from tests.own_telegram import base, clock, samira, telegram

TOKEN = "1001:AAA"

__all__ = ["base", "clock", "samira", "telegram"]


@pytest.fixture
def token() -> str:
    return TOKEN


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
