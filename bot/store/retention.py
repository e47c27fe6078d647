"""Retention: what is older than the tenant promised is removed, once a night."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.store.base import Room
from bot.store.codec import millis
from bot.store.dead import Dead
from bot.store.deliveries import Deliveries
from bot.store.records import Campaign, LessonChangeRecord
from bot.store.tables import Alarms, Audit, Table
from bot.tenant import Bewaren

AUDIT_DAYS = 730
"""Who looked and acted: two years, the upper end of what municipalities keep (domain §5.1)."""
DEAD_DAYS = 30
"""Dead letters, and what became of them."""


class Retention:
    """Removes what is too old of one tenant."""

    def __init__(
        self,
        room: Room,
        deliveries: Deliveries,
        campaigns: Table[Campaign],
        changes: Table[LessonChangeRecord],
        alarms: Alarms,
        audit: Audit,
        dead: Dead,
    ) -> None:
        self._room = room
        self._deliveries = deliveries
        self._campaigns = campaigns
        self._changes = changes
        self._alarms = alarms
        self._audit = audit
        self._dead = dead

    async def sweep(self, periods: Bewaren, now: datetime) -> int:
        """Remove deliveries, reminders, changes, closed alarms, audit lines past their period; how many."""
        old = now - timedelta(days=periods.aflevering)
        gone = await self._deliveries.forget_before(old)
        for campaign in await self._campaigns.all():
            gone += campaign.leaves_at < old and await self._campaigns.delete(campaign.id)
        for change in await self._changes.all():
            gone += change.leaves_at < old and await self._changes.delete(change.id)
        for alarm in await self._alarms.all():
            gone += bool(alarm.closed_by) and alarm.at < old and await self._alarms.delete(alarm.id)
        gone += await self._audit.forget_before(now - timedelta(days=AUDIT_DAYS))
        gone += await self._dead.forget_before(now - timedelta(days=DEAD_DAYS))
        await self._messages(now - timedelta(days=periods.gesprek))
        return gone

    async def _messages(self, old: datetime) -> None:
        """Forget ids of messages that are older than conversations are kept."""
        redis = self._room.db.redis
        async for key in redis.scan_iter(match=f"{self._room.prefix}l:*:log", count=500):
            await self._room.db(redis.zremrangebyscore(key, "-inf", millis(old)))
