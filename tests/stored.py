"""Everything that stands in Redis, as a thief of its disk would read it."""

from __future__ import annotations

from tests.town import TestTown


async def everything_stored(waterveen: TestTown) -> str:
    """Every key and value of the store as one text."""
    redis = waterveen.demo.app.store.db.redis
    texts: list[str] = []
    async for key in redis.scan_iter(match="*"):
        kind = await redis.type(key)
        read = {
            "hash": redis.hgetall,
            "string": redis.get,
            "list": lambda k: redis.lrange(k, 0, -1),
            "set": redis.smembers,
            "zset": lambda k: redis.zrange(k, 0, -1, withscores=True),
            "stream": redis.xrange,
        }[kind]
        texts.append(f"{key} {await read(key)!r}")
    return "\n".join(texts)
