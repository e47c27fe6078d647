"""Looks for anything of a person in Redis: names of keys, fields, values, and sealed tables opened."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from bot.store.store import TenantStore


@dataclass(frozen=True, slots=True)
class Search:
    """What was scanned, and where something was found.

    `records` are lines of what colleagues did (audit, reminders sent) that keep the person's random id:
    accountability stays, and nothing is left that says whose id it was.
    """

    keys: int
    values: int
    records: int
    found: tuple[str, ...]


async def search(store: TenantStore, person: str, marks: Iterable[str]) -> Search:
    """Scan every key of the server for a person's id and these marks, sealed tables included."""
    redis, known = store.room.db.redis, tuple(marks)
    found: set[str] = set()
    keys = values = kept = 0
    async for key in redis.scan_iter(count=500):
        keys += 1
        for place, text in [(key, key), *await _values(redis, key)]:
            values += 1
            found |= {f"{place}: {mark}" for mark in (person, *known) if mark in text}
    for record in (
        *await store.campaigns.all(),
        *await store.changes.all(),
        *await store.audit.all(),
    ):
        values += 1
        kept += person in repr(record)
        found |= {f"{type(record).__name__}, opened: {mark}" for mark in known if mark in repr(record)}
    return Search(keys, values, kept, tuple(sorted(found)))


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
