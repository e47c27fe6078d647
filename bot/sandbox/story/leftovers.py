"""Looks for anything of a person in Redis: names of keys, fields, plain values, and values opened with our keys."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from bot.store.store import TenantStore


@dataclass(frozen=True, slots=True)
class Search:
    """What was scanned, and where something was found."""

    keys: int
    values: int
    found: tuple[str, ...]


async def search(store: TenantStore, marks: Iterable[str]) -> Search:
    """Scan every key of the server for these marks (ids, names, numbers), sealed tables included."""
    redis, marks = store.room.db.redis, tuple(marks)
    found: set[str] = set()
    keys = values = 0
    async for key in redis.scan_iter(count=500):
        keys += 1
        for place, text in [(key, key), *await _values(redis, key)]:
            values += 1
            found |= {f"{place}: {mark}" for mark in marks if mark in text}
    for name, records in (
        ("campaigns", await store.campaigns.all()),
        ("changes", await store.changes.all()),
        ("alarms", await store.alarms.all()),
        ("audit", await store.audit.all()),
    ):
        for record in records:
            values += 1
            found |= {f"{name}, opened: {mark}" for mark in marks if mark in repr(record)}
    return Search(keys, values, tuple(sorted(found)))


async def _values(redis: Any, key: str) -> list[tuple[str, str]]:
    kind = await redis.type(key)
    if kind == "string":
        return [(key, str(await redis.get(key)))]
    if kind == "hash":
        return [(f"{key}/{name}", f"{name} {value}") for name, value in (await redis.hgetall(key)).items()]
    if kind == "set":
        return [(key, member) for member in await redis.smembers(key)]
    if kind == "zset":
        return [(key, member) for member in await redis.zrange(key, 0, -1)]
    if kind == "list":
        return [(key, member) for member in await redis.lrange(key, 0, -1)]
    if kind == "stream":
        return [(key, str(entry)) for entry in await redis.xrange(key)]
    return []
