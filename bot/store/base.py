"""What every part of a tenant's store is made of: the connection, the key prefix, the vault and the clock."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

from bot.clock import Clock
from bot.store.codec import millis
from bot.store.db import Db
from bot.store.vault import Vault


def new_id() -> str:
    """A random id that tells nothing: 16 characters of base64url."""
    return secrets.token_urlsafe(12)


@dataclass(frozen=True, slots=True)
class Room:
    """Where one tenant's values stand. `prefix` is `{b07}:waterveen:`, `bucket` is `{b07}:`."""

    db: Db
    vault: Vault
    clock: Clock
    prefix: str
    bucket: str

    def now(self) -> int:
        """The present in milliseconds since 1970."""
        return millis(self.clock())

    async def script(self, name: str, *args: str | int | float) -> Any:
        """Run a script for this tenant."""
        return await self.db.run(name, [self.prefix, self.bucket], args)

    async def keys(self, match: str) -> AsyncIterator[str]:
        """This tenant's keys of a pattern; each page has the deadline of every command."""
        found = self.db.redis.scan_iter(match=f"{self.prefix}{match}", count=500)
        while (key := await self.db(anext(found, None))) is not None:
            yield key

    async def members(self, name: str) -> AsyncIterator[str]:
        """The members of one of this tenant's sets, a page at a time; one may come twice."""
        found = self.db.redis.sscan_iter(f"{self.prefix}{name}", count=500)
        while (member := await self.db(anext(found, None))) is not None:
            yield member

    async def values(self, name: str) -> AsyncIterator[str]:
        """The values of one of this tenant's hashes, a page at a time; one may come twice."""
        found = self.db.redis.hscan_iter(f"{self.prefix}{name}", count=500)
        while (pair := await self.db(anext(found, None))) is not None:
            yield pair[1]
