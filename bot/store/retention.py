"""Retention: what is older than the tenant promised is removed, once a night."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.store.base import Room
from bot.store.codec import millis
from bot.store.dead import Dead
from bot.store.deliveries import Deliveries
from bot.store.departures import Departures
from bot.store.questions import Questions
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
        questions: Questions,
        departures: Departures,
    ) -> None:
        self._room = room
        self._deliveries = deliveries
        self._campaigns = campaigns
        self._changes = changes
        self._alarms = alarms
        self._audit = audit
        self._dead = dead
        self._questions = questions
        self._departures = departures

    async def sweep(self, periods: Bewaren, now: datetime) -> int:
        """Remove what is past its period: deliveries, reminders, changes, closed alarms, audit lines,
        invitations, questions, silent visitors, people whose case is closed or whose link ended; how many.
        """
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
        gone += await self._invitations(old)
        gone += await self._departures.sweep(periods, now)
        gone += await self._questions.forget_before(now - timedelta(days=periods.gesprek))
        await self._messages(now - timedelta(days=periods.gesprek))
        return gone

    async def _messages(self, old: datetime) -> None:
        """Forget ids of messages that are older than conversations are kept."""
        async for key in self._room.keys("l:*:log"):
            await self._room.db(self._room.db.redis.zremrangebyscore(key, "-inf", millis(old)))

    async def _invitations(self, old: datetime) -> int:
        """Remove invitations that were used, or whose time was over, before `old`."""
        room, gone = self._room, 0
        async for key in room.keys("i:*"):
            used, expires = await room.db(room.db.redis.hmget(key, "used_at", "expires"))
            if float(used or expires or 0) < millis(old):
                gone += int(await room.script("forget_invitation", key[len(f"{room.prefix}i:") :]))
        return gone
