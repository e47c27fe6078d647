"""Walks every key of a store and checks that it is known and comes to an end as the register says."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from bot.store.codec import millis
from bot.store.register import End, kind_of
from bot.store.retention import AUDIT_DAYS
from bot.store.store import TenantStore

TABLES = frozenset(
    {
        "table-campaigns",
        "table-changes",
        "table-audit",
        "table-staff",
        "table-sessions",
        "table-api_keys",
        "idempotency",
    }
)
NIGHT = timedelta(days=1, hours=1)
"""Retention runs once a night, so what is over may stand this much longer."""


@dataclass
class Walk:
    """One walk over the keys of one municipality (and what is shared). `now` is the campaign's clock."""

    tenant: TenantStore
    now: datetime
    faults: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    personal: int = 0
    _links: frozenset[str] = frozenset()
    _persons: frozenset[str] = frozenset()
    _groups: frozenset[str] = frozenset()
    _invitations: frozenset[str] = frozenset()

    async def go(self) -> Walk:
        """Check every key."""
        keys = sorted([key async for key in self._keys()])
        prefix = self.tenant.room.prefix
        own = [key[len(prefix) :] for key in keys if key.startswith(prefix)]
        self._links = frozenset(key[2:] for key in own if key.startswith("l:") and key.count(":") == 1)
        self._persons = frozenset(key[2:] for key in own if key.startswith("p:") and key.count(":") == 1)
        self._invitations = frozenset(key[2:] for key in own if key.startswith("i:"))
        self._groups = frozenset(await self._redis("smembers", f"{prefix}groups"))
        for key in keys:
            await self._check(key)
        return self

    async def _keys(self) -> AsyncIterator[str]:
        async for key in self.tenant.room.db.redis.scan_iter(count=1000):
            yield key

    async def _redis(self, command: str, *arguments: Any) -> Any:
        room = self.tenant.room
        return await room.db(getattr(room.db.redis, command)(*arguments))

    async def _check(self, key: str) -> None:
        found = kind_of(key)
        if found is None:
            self.faults.append(f"{key}: no row of the register describes this key")
            return
        row, fits = found
        self.counts[row.pattern] += 1
        self.personal += row.personal
        checks: dict[End, Callable[[str, str], Awaitable[str]]] = {
            End.LIFETIME: self._lifetime,
            End.LINK: self._link,
            End.PERSON: self._person,
            End.GROUP: self._group,
            End.OWNER: self._owner,
            End.ENTRIES: self._entries,
            End.RETENTION: self._retention,
            End.INVITATION: self._invitation,
            End.WORK: self._work,
        }
        owner = fits.groupdict().get("owner") or ""
        check = checks.get(row.ends)
        fault = await check(key, owner) if check else ""
        if row.most and (size := await self._size(key)) > row.most:
            fault = f"holds {size} entries, more than {row.most}"
        if fault:
            self.faults.append(f"{key}: {fault}")

    async def _lifetime(self, key: str, owner: str) -> str:
        return "" if await self._redis("pttl", key) > 0 else "has no lifetime"

    async def _link(self, key: str, owner: str) -> str:
        if owner not in self._links:
            return "its link is gone"
        fields = await self._redis("hgetall", f"{self.tenant.room.prefix}l:{owner}")
        seen = float(fields.get("seen_at") or fields.get("created") or 0)
        old = millis(self.now - timedelta(days=self.tenant.tenant.bewaren.gesprek) - NIGHT)
        if fields.get("state") == "ended":
            return await self._ended(owner)
        return "a visitor who is long gone" if fields.get("state") == "visitor" and seen < old else ""

    async def _ended(self, link: str) -> str:
        due = await self._redis("zscore", f"{self.tenant.room.prefix}jobs", f"purge\x1f{link}")
        return "" if due is not None else "its link has ended and nothing will remove it"

    async def _person(self, key: str, owner: str) -> str:
        return "" if owner in self._persons else "its person is gone"

    async def _group(self, key: str, owner: str) -> str:
        return "" if owner in self._groups else "its group is gone"

    async def _owner(self, key: str, owner: str) -> str:
        known = self._links | self._persons | self._groups | TABLES
        return "" if owner in known else "its owner is gone"

    async def _invitation(self, key: str, owner: str) -> str:
        fields = await self._redis("hgetall", key)
        if fields.get("person") not in self._persons:
            return "its person is gone"
        over = fields.get("used_at") or fields.get("expires") or "0"
        old = millis(self.now - timedelta(days=self.tenant.tenant.bewaren.aflevering) - NIGHT)
        return "it has been used or over for longer than it may stand" if float(over) < old else ""

    async def _entries(self, key: str, owner: str) -> str:
        name = key[len(self.tenant.room.prefix) :]
        known = self._invitations if name == "codes" else self._links if name == "chats" else self._persons
        if name == "groups":
            return ""
        if name == "dead":
            letters = [json.loads(text) for text in await self._redis("hvals", key)]
            gone = {one["link"] for one in letters} - self._links
            return f"{len(gone)} of its entries name a link that is gone" if gone else ""
        hashed = await self._redis("type", key) == "hash"
        entries = await self._redis("hvals", key) if hashed else await self._redis("smembers", key)
        gone = set(entries) - known
        return f"{len(gone)} of its entries name somebody who is gone" if gone else ""

    async def _retention(self, key: str, owner: str) -> str:
        name = key[len(self.tenant.room.prefix) :]
        days = AUDIT_DAYS if name == "t:audit" else self.tenant.tenant.bewaren.aflevering
        old = self.now - timedelta(days=days) - NIGHT
        moments = await self._moments(name, key)
        late = sum(moment < millis(old) for moment in moments)
        if name.startswith("d:") and set(await self._redis("hkeys", key)) - self._persons:
            return "names a person who is gone"
        return f"{late} entries are older than their period" if late else ""

    async def _moments(self, name: str, key: str) -> list[float]:
        store = self.tenant
        if name == "t:campaigns":
            return [millis(one.leaves_at) for one in await store.campaigns.all()]
        if name == "t:changes":
            return [millis(one.leaves_at) for one in await store.changes.all()]
        if name == "t:audit":
            return [millis(one.at) for one in await store.audit.all()]
        if name == "t:alarms":
            return [millis(one.at) for one in await store.alarms.all() if one.closed_by]
        return [float(json.loads(text)["at"]) for text in await self._redis("hvals", key)]

    async def _work(self, key: str, owner: str) -> str:
        """Work is bounded by who is there: no more entries than links, persons, groups and a few jobs."""
        most = 8 * (len(self._links) + len(self._persons) + len(self._groups)) + 100
        size = await self._size(key)
        if key.endswith(":jobs"):
            gone = [
                member
                for member in await self._redis("zrange", key, 0, -1)
                if member.startswith("wake\x1f") and member.split("\x1f")[1] not in self._links
            ]
            if gone:
                return f"{len(gone)} wake-ups of links that are gone"
        return f"holds {size} entries for {most} that may be there" if size > most else ""

    async def _size(self, key: str) -> int:
        sizes = {"hash": "hlen", "set": "scard", "zset": "zcard", "list": "llen", "stream": "xlen"}
        command = sizes.get(await self._redis("type", key))
        return int(await self._redis(command, key)) if command else 1
