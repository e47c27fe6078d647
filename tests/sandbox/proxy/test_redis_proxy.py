"""The proxy before Redis goes away, falls silent, and answers errors in the order of the commands."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.errors import StoreAway
from bot.sandbox.proxy import RedisProxy
from bot.sandbox.proxy.redis import READS
from bot.store.db import Db
from bot.store.embedded import EmbeddedServer


@pytest.fixture
async def proxy(tmp_path: Path) -> AsyncIterator[RedisProxy]:
    server = EmbeddedServer(tmp_path / "s").start()
    proxy = RedisProxy(server.socket, tmp_path / "p.sock")
    await proxy.start()
    yield proxy
    await proxy.stop()
    await asyncio.to_thread(server.stop)


@pytest.fixture
async def db(proxy: RedisProxy) -> AsyncIterator[Db]:
    db = Db.connect(proxy.url)
    yield db
    await db.close()


async def test_commands_and_answers_of_every_kind_go_through(db: Db) -> None:
    await db(db.redis.hset("h", mapping={"a": "1", "b": "é" * 70_000}))
    assert await db(db.redis.hgetall("h")) == {"a": "1", "b": "é" * 70_000}
    assert await db(db.redis.get("none")) is None
    async with db.redis.pipeline(transaction=True) as at_once:
        at_once.incr("n")
        at_once.lrange("none", 0, -1)
        assert await db(at_once.execute()) == [1, []]


async def test_many_at_once_keep_their_order(db: Db) -> None:
    await asyncio.gather(*(db(db.redis.set(f"k{n}", n)) for n in range(60)))
    found = await asyncio.gather(*(db(db.redis.get(f"k{n}")) for n in range(60)))
    assert found == [str(n) for n in range(60)]


async def test_away_and_back(proxy: RedisProxy, db: Db) -> None:
    await db(db.redis.set("k", 1))
    await proxy.stop()
    with pytest.raises(StoreAway):
        await db(db.redis.get("k"))
    await proxy.start()
    assert await db(db.redis.get("k")) == "1"


@pytest.mark.parametrize("error", ["LOADING x", "READONLY x", "OOM x", "MISCONF x"])
async def test_an_error_to_writes_leaves_reads_alone(proxy: RedisProxy, db: Db, error: str) -> None:
    proxy.error, proxy.answered = error, READS
    with pytest.raises(StoreAway):
        await db(db.redis.set("k", 1))
    assert await db(db.redis.get("k")) is None
    proxy.heal()
    await db(db.redis.set("k", 1))


async def test_an_error_to_everything(proxy: RedisProxy, db: Db) -> None:
    proxy.error = "LOADING x"
    with pytest.raises(StoreAway):
        await db(db.redis.get("k"))


async def test_a_silent_server_answers_nothing(proxy: RedisProxy, db: Db) -> None:
    await db(db.redis.set("k", 1))
    proxy.silent = True
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.2):
            await db(db.redis.get("k"))
