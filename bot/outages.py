"""Tells the operators of a municipality that a service is away, denies us or mixes things up, and its end."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol

import structlog

from bot.breaker import Told
from bot.clock import Clock
from bot.errors import StoreAway

AWAY = "service_away"
DENIED = "case_api_denied"
FOREIGN = "foreign_object"
UNREADABLE = "part_unreadable"
VERSION = "case_api_version"
NOTICE_REFUSED = "notice_refused"
UNSUBSCRIBED = "not_subscribed"
STRANGE_NOTICE = "strange_notice"
BY = "wegwijs"
"""Who closed an alarm whose cause is over."""
AGAIN = 1.0
log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class News:
    """What happened to a service; `detail` names it, never a value. Over without one: all of this kind."""

    kind: str
    detail: str
    over: bool = False


Note = Callable[[News], None]


class Alarm(Protocol):
    """What is needed of an alarm."""

    @property
    def id(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def detail(self) -> str: ...
    @property
    def closed_by(self) -> str: ...


class Alarms(Protocol):
    """What is needed of the store's alarms."""

    async def all(self) -> Sequence[Alarm]: ...
    async def raise_(self, kind: str, person: str | None, detail: str) -> object: ...
    async def close(self, alarm: str, by: str) -> None: ...


class Seldom:
    """Lets the same thing through once an hour, so that nobody outside fills our log or our alarms."""

    def __init__(self, clock: Clock, every: timedelta = timedelta(hours=1), most: int = 100) -> None:
        self._clock, self._every, self._most = clock, every, most
        self._said: dict[str, datetime] = {}

    def __call__(self, what: str) -> bool:
        """Whether this is to be said now."""
        now = self._clock()
        said = self._said.get(what)
        if said is not None and now - said < self._every:
            return False
        if said is None and len(self._said) >= self._most:
            self._said = {one: at for one, at in self._said.items() if now - at < self._every}
            if len(self._said) >= self._most:
                return False
        self._said[what] = now
        return True


class Doorkeeper:
    """Tells the operators that somebody calls our address for notifications with a wrong secret."""

    def __init__(self, outages: Outages, clock: Clock, where: str) -> None:
        self._outages, self._where, self._seldom = outages, where, Seldom(clock)
        self._refused = False

    def __call__(self, right: bool) -> None:
        """Hear of a call; the first right one closes the alarm."""
        if not right and self._seldom(self._where):
            self._refused = True
            self._outages.note(News(NOTICE_REFUSED, self._where))
        elif right and self._refused:
            self._refused = False
            self._outages.note(News(NOTICE_REFUSED, self._where, over=True))


class Outages:
    """One alarm per outage, however many calls and processes notice it; closed when it is over."""

    def __init__(self, alarms: Alarms, tenant: str) -> None:
        self._alarms, self._tenant = alarms, tenant
        self._news: asyncio.Queue[News] = asyncio.Queue()

    def note(self, news: News) -> None:
        """Take note; the alarm follows as soon as the store can be written."""
        if not news.over:
            log.warning(news.kind, tenant=self._tenant, service=news.detail)
        self._news.put_nowait(news)

    def of(self, service: str, kind: str = AWAY) -> Told:
        """What a service's breaker tells."""
        return partial(self._told, kind, service)

    async def run(self) -> None:
        """Raise and close alarms until cancelled; an absent store is waited for."""
        while True:
            await self._settled(await self._news.get())

    async def settle(self, news: News) -> None:
        """Raise the alarm unless it is open already, or close it."""
        if news.over and not news.detail:
            return await self.end(news.kind)
        alarms = await self._alarms.all()
        mine = [a for a in alarms if (a.kind, a.detail) == (news.kind, news.detail) and not a.closed_by]
        if not news.over and not mine:
            await self._alarms.raise_(news.kind, None, news.detail)
        elif news.over and mine:
            log.info(f"{news.kind}_over", tenant=self._tenant, service=news.detail)
            for alarm in mine:
                await self._alarms.close(alarm.id, BY)

    async def end(self, kind: str) -> None:
        """Close every open alarm of this kind: its cause is over."""
        for alarm in await self._alarms.all():
            if alarm.kind == kind and not alarm.closed_by:
                await self._alarms.close(alarm.id, BY)

    def _told(self, kind: str, service: str, away: bool) -> None:
        self.note(News(kind, service, over=not away))

    async def _settled(self, news: News) -> None:
        while True:
            try:
                return await self.settle(news)
            except StoreAway:
                await asyncio.sleep(AGAIN)
