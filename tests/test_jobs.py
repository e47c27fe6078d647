"""What the scheduler does about the case system: every hour, every night, and after we were away."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from typing import Any, cast

import pytest

from bot.cases.sync import Swept, Sync
from bot.clock import instant, local
from bot.jobs import Errands, next_night
from bot.sandbox.town import tenant_of
from bot.scheduler import Scheduler
from bot.store.embedded import EmbeddedServer
from bot.store.records import Job
from bot.store.store import Store, TenantStore
from tests import tenants
from tests.clocks import NOW, Hands
from tests.store.conftest import MASTER


class Reads:
    """What was read, and what it came to."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.again: timedelta | None = None

    async def sweep(self) -> Swept:
        self.done.append("sweep")
        return Swept(1, 1, 0, 0, self.again)

    async def reconcile(self) -> Swept:
        self.done.append("reconcile")
        return Swept(1, 1, 0, 0, self.again)


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
def reads() -> Reads:
    return Reads()


@pytest.fixture
async def waterveen(valkey: EmbeddedServer, clock: Hands) -> AsyncIterator[TenantStore]:
    store = Store.open(valkey.url, MASTER, clock)
    await store.db(store.db.redis.flushall())
    yield store.tenant(tenant_of("waterveen"))
    await store.close()


@pytest.fixture
def scheduler(waterveen: TenantStore, reads: Reads, clock: Hands) -> Scheduler:
    nothing = cast(Any, None)
    return Scheduler(waterveen, Errands(cast(Sync, reads), nothing, nothing, None, clock).handlers)


async def until(scheduler: Scheduler, clock: Hands, end: datetime) -> None:
    """Let every job happen that is due until then."""
    while clock() < end:
        wait = await scheduler.once()
        clock.now = min(end, clock() + timedelta(seconds=wait))


async def test_every_hour_and_every_night(
    scheduler: Scheduler, waterveen: TenantStore, reads: Reads, clock: Hands
) -> None:
    for kind in ("sweep", "reconcile"):
        await waterveen.jobs.plan(Job(kind, "all", NOW))
    await until(scheduler, clock, NOW + timedelta(days=3, minutes=1))
    assert reads.done.count("sweep") == 73
    assert reads.done.count("reconcile") == 4


async def test_without_notifications_everything_is_read_every_hour(
    valkey: EmbeddedServer, reads: Reads, clock: Hands
) -> None:
    store = Store.open(valkey.url, MASTER, clock)
    await store.db(store.db.redis.flushall())
    quiet = store.tenant(tenants.waterveen())
    assert not quiet.tenant.notified
    nothing = cast(Any, None)
    scheduler = Scheduler(quiet, Errands(cast(Sync, reads), nothing, nothing, None, clock).handlers)
    await quiet.jobs.plan(Job("sweep", "all", NOW))
    await until(scheduler, clock, NOW + timedelta(hours=2))
    assert reads.done == ["reconcile", "reconcile"]
    await store.close()


async def test_a_night_that_was_missed_is_made_good_at_once(
    scheduler: Scheduler, waterveen: TenantStore, reads: Reads, clock: Hands
) -> None:
    await waterveen.jobs.plan(Job("reconcile", "all", NOW))
    await scheduler.once()
    clock.forward(hours=25)
    await scheduler.once()
    assert reads.done == ["reconcile", "reconcile"]


async def test_what_could_not_be_read_at_night_is_read_again_after_a_minute(
    scheduler: Scheduler, waterveen: TenantStore, reads: Reads
) -> None:
    reads.again = timedelta(minutes=1)
    await waterveen.jobs.plan(Job("reconcile", "all", NOW))
    await scheduler.once()
    assert await scheduler.once() == pytest.approx(60)


@pytest.mark.parametrize(
    "wall", ["2026-11-23 08:10", "2026-11-23 00:00", "2027-03-28 01:00", "2026-10-25 04:30"]
)
@pytest.mark.parametrize("town", ["waterveen", "heuvelmeer"])
def test_a_night_begins_between_three_and_four_within_a_day(wall: str, town: str) -> None:
    now = instant(datetime.fromisoformat(wall))
    night = next_night(now, town)
    assert now < night <= now + timedelta(hours=25)
    assert local(night).hour == 3
    assert next_night(night, town) > night
