"""Ready links: a stream per bucket with a consumer group, so that workers are added by starting them."""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic

from redis.exceptions import ResponseError

from bot.store.base import GROUP
from bot.store.codec import pairs
from bot.store.db import Db

LEFT_AFTER_MS = 2_000
"""An entry that a worker has held this long belongs to a dead worker: turns take milliseconds. Were it alive
after all, the revisions that its commit compares stop it."""
LOOK_SECONDS = 1.0
"""How often to look for what dead workers left behind."""


@dataclass(frozen=True, slots=True)
class ReadyLink:
    """One link with mail. `tenant` is the tenant's id."""

    entry: str
    tenant: str
    link: str

    @classmethod
    def of(cls, entry: str, prefix: str, link: str) -> ReadyLink:
        """From the fields of an entry; a prefix is `{b07}:waterveen:`."""
        return cls(entry, prefix.split(":")[1], link)


class Ready:
    """One bucket's stream, read as one consumer."""

    def __init__(self, db: Db, bucket: str, consumer: str) -> None:
        self._db = db
        self._stream = f"{bucket}ready"
        self._bucket = bucket
        self._consumer = consumer
        self._read = db.waiting()
        self._looked = float("-inf")

    async def prepare(self) -> None:
        """Make the consumer group, reading from the first entry ever."""
        try:
            await self._db(self._db.redis.xgroup_create(self._stream, GROUP, id="0", mkstream=True))
        except ResponseError as fault:
            if "BUSYGROUP" not in str(fault):
                raise

    async def take(self, seconds: float, count: int = 16) -> tuple[ReadyLink, ...]:
        """Wait up to `seconds` for ready links; first those that a dead worker left behind."""
        look = monotonic() - self._looked >= LOOK_SECONDS
        if look:
            self._looked = monotonic()
        left_after = LEFT_AFTER_MS if look else ""
        taken = await self._db.run("take_ready", [self._stream], [GROUP, self._consumer, left_after, count])
        if taken:
            return self._parse([(entry, pairs(fields)) for entry, fields in taken])
        block = max(1, int(min(seconds, LOOK_SECONDS) * 1000))
        who = ("XREADGROUP", "GROUP", GROUP, self._consumer)
        return self._parse(
            await self._read(*who, "COUNT", count, "BLOCK", block, "STREAMS", self._stream, ">")
        )

    async def mine(self) -> tuple[ReadyLink, ...]:
        """What this consumer took before it was restarted under the same name."""
        held = await self._db(
            self._db.redis.xreadgroup(GROUP, self._consumer, {self._stream: "0"}, count=1000)
        )
        return self._parse([entry for _, entries in held or [] for entry in entries])

    def _parse(self, entries: list[tuple[str, dict[str, str]]]) -> tuple[ReadyLink, ...]:
        return tuple(ReadyLink.of(i, f["p"], f["l"]) for i, f in entries if f)
