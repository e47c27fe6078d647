"""A Telegram of the test's own over real HTTP, and a bot at it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest
import structlog

from bot.channels.telegram.client import Client
from tests.channels.telegram.fakes import TOKEN, Cabinet, Naps
from tests.own_telegram import base, clock, samira, telegram

__all__ = ["base", "clock", "samira", "telegram"]


@pytest.fixture(autouse=True)
def spoken() -> Iterator[list[structlog.typing.EventDict]]:
    """What the channel logs during a test."""
    with structlog.testing.capture_logs() as lines:
        yield lines


@pytest.fixture
def token() -> str:
    return TOKEN


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
