"""The scheduler carries out what is due, once, and tries again what failed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.scheduler import Scheduler
from bot.store.embedded import EmbeddedServer
from bot.store.records import Job
from bot.store.store import Store, TenantStore
from tests import tenants
from tests.clocks import NOW, Hands
from tests.store.conftest import MASTER


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
async def waterveen(valkey: EmbeddedServer, clock: Hands) -> AsyncIterator[TenantStore]:
    store = Store.open(valkey.url, MASTER, clock)
    await store.db(store.db.redis.flushall())
    yield store.tenant(tenants.waterveen())
    await store.close()


class Notes:
    """A handler that notes what it was asked, and fails as often as told."""

    def __init__(self, failures: int = 0) -> None:
        self.seen: list[str] = []
        self._failures = failures

    async def __call__(self, tenant: TenantStore, job: Job) -> None:
        self.seen.append(job.key)
        if len(self.seen) <= self._failures:
            raise RuntimeError("not now")


async def test_a_due_job_is_carried_out_once(waterveen: TenantStore, clock: Hands) -> None:
    notes = Notes()
    scheduler = Scheduler(waterveen, {"note": notes})
    await waterveen.jobs.plan(Job("note", "a", NOW + timedelta(minutes=1)))
    assert await scheduler.once() == pytest.approx(60, abs=1)
    clock.forward(minutes=1)
    assert await scheduler.once() == 0
    clock.forward(hours=1)
    await scheduler.once()
    assert notes.seen == ["a"]


async def test_a_job_that_failed_is_tried_again_after_its_lease(waterveen: TenantStore, clock: Hands) -> None:
    notes = Notes(failures=1)
    scheduler = Scheduler(waterveen, {"note": notes})
    await waterveen.jobs.plan(Job("note", "a", NOW))
    await scheduler.once()
    clock.forward(seconds=31)
    await scheduler.once()
    assert notes.seen == ["a", "a"]
    clock.forward(minutes=5)
    assert await scheduler.once() > 1


async def test_a_job_that_always_fails_waits_longer_each_time_up_to_an_hour(
    waterveen: TenantStore, clock: Hands
) -> None:
    scheduler = Scheduler(waterveen, {"note": Notes(failures=99)})
    await waterveen.jobs.plan(Job("note", "a", NOW))
    waits = []
    for _ in range(10):
        await scheduler.once()
        waits.append(round(await scheduler.once()))
        clock.forward(seconds=waits[-1])
    assert waits == [30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600]
    (failing,) = await waterveen.jobs.failing()
    assert (failing.kind, failing.key, failing.times, failing.since) == ("note", "a", 10, NOW)
    assert failing.reason.startswith("RuntimeError in scheduler.py:")


async def test_a_job_that_succeeds_again_fails_no_more(waterveen: TenantStore, clock: Hands) -> None:
    scheduler = Scheduler(waterveen, {"note": Notes(failures=2)})
    await waterveen.jobs.plan(Job("note", "a", NOW))
    for _ in range(3):
        await scheduler.once()
        clock.forward(minutes=2)
    assert await waterveen.jobs.failing() == ()


async def test_a_job_that_is_taken_back_fails_no_more(waterveen: TenantStore) -> None:
    scheduler = Scheduler(waterveen, {"note": Notes(failures=2)})
    await waterveen.jobs.plan(Job("note", "a", NOW))
    await scheduler.once()
    await waterveen.links.purge("a", with_person=False)
    await waterveen.jobs.plan(Job("menu", "a", NOW))
    await Scheduler(waterveen, {"menu": Notes(failures=2)}).once()
    await waterveen.links.purge("a", with_person=False)
    assert [one.kind for one in await waterveen.jobs.failing()] == ["note"]


async def test_a_failure_does_not_push_back_a_job_that_was_planned_anew(
    waterveen: TenantStore, clock: Hands
) -> None:
    async def again_and_fails(tenant: TenantStore, job: Job) -> None:
        await tenant.jobs.plan(Job("note", "a", clock()))
        raise RuntimeError("after planning")

    scheduler = Scheduler(waterveen, {"note": again_and_fails})
    await waterveen.jobs.plan(Job("note", "a", NOW))
    await scheduler.once()
    assert isinstance(await waterveen.jobs.next(), Job)


async def test_two_schedulers_do_not_take_the_same_job(waterveen: TenantStore) -> None:
    await waterveen.jobs.plan(Job("note", "a", NOW))
    first, second = await waterveen.jobs.next(), await waterveen.jobs.next()
    assert isinstance(first, Job)
    assert isinstance(second, float)


async def test_a_job_can_be_taken_back_until_it_is_taken(waterveen: TenantStore) -> None:
    await waterveen.jobs.plan(Job("note", "a", NOW))
    await waterveen.jobs.plan(Job("note", "b", NOW + timedelta(seconds=1)))
    assert await waterveen.jobs.cancel("note", "b")
    assert isinstance(await waterveen.jobs.next(), Job)
    assert not await waterveen.jobs.cancel("note", "a")


async def test_a_job_that_is_being_carried_out_survives_its_cancelling(
    waterveen: TenantStore, clock: Hands
) -> None:
    await waterveen.jobs.plan(Job("note", "a", NOW))
    assert isinstance(await waterveen.jobs.next(), Job)
    await waterveen.jobs.cancel("note", "a")
    clock.forward(seconds=31)
    assert isinstance(await waterveen.jobs.next(), Job)


async def test_a_slow_job_holds_up_nobody_and_is_begun_once(waterveen: TenantStore, clock: Hands) -> None:
    notes, slow, may_end = Notes(), Notes(), asyncio.Event()

    async def reading(tenant: TenantStore, job: Job) -> None:
        await slow(tenant, job)
        await may_end.wait()

    scheduler = Scheduler(waterveen, {"note": notes, "read": reading}, frozenset({"read"}))
    await waterveen.jobs.plan(Job("read", "all", NOW))
    await waterveen.jobs.plan(Job("note", "a", NOW + timedelta(seconds=1)))
    await scheduler.once()
    clock.forward(seconds=1)
    await scheduler.once()
    assert notes.seen == ["a"]
    clock.forward(seconds=31)
    await scheduler.once()
    may_end.set()
    await asyncio.gather(*scheduler.running)
    assert slow.seen == ["all"]
    clock.forward(minutes=5)
    assert await scheduler.once() > 1


async def test_planning_again_moves_the_moment(waterveen: TenantStore, clock: Hands) -> None:
    notes = Notes()
    await waterveen.jobs.plan(Job("note", "a", NOW))
    await waterveen.jobs.plan(Job("note", "a", NOW + timedelta(hours=1)))
    scheduler = Scheduler(waterveen, {"note": notes})
    assert await scheduler.once() > 3000
    assert notes.seen == []


async def test_a_job_that_plans_itself_again_stays_planned(waterveen: TenantStore, clock: Hands) -> None:
    async def again(tenant: TenantStore, job: Job) -> None:
        await tenant.jobs.plan(Job("note", "a", clock() + timedelta(hours=1)))

    scheduler = Scheduler(waterveen, {"note": again})
    await waterveen.jobs.plan(Job("note", "a", NOW))
    await scheduler.once()
    assert await scheduler.once() == pytest.approx(3600, abs=2)


async def test_a_job_of_an_unknown_kind_does_not_come_back(waterveen: TenantStore, clock: Hands) -> None:
    scheduler = Scheduler(waterveen, {})
    await waterveen.jobs.plan(Job("mystery", "a", NOW))
    await scheduler.once()
    clock.forward(minutes=5)
    assert await scheduler.once() > 1


async def test_a_slow_job_is_held_so_that_no_other_scheduler_begins_it(
    waterveen: TenantStore, clock: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.scheduler.HOLD_EVERY", 0.01)
    held, may_end, begun = asyncio.Event(), asyncio.Event(), []

    async def slow(tenant: TenantStore, job: Job) -> None:
        begun.append(job.key)
        await may_end.wait()

    hold = waterveen.jobs.hold

    async def holding(job: Job) -> None:
        await hold(job)
        held.set()

    monkeypatch.setattr(waterveen.jobs, "hold", holding)
    one, other = (Scheduler(waterveen, {"note": slow}, frozenset({"note"})) for _ in range(2))
    await waterveen.jobs.plan(Job("note", "a", NOW))
    await one.once()
    clock.forward(seconds=29)
    await held.wait()
    held.clear()
    await held.wait()
    clock.forward(seconds=29)
    assert await other.once() == pytest.approx(1, abs=0.1)
    may_end.set()
    await asyncio.gather(*one.running)
    assert begun == ["a"]
    assert not await waterveen.jobs.planned("note", "a")


async def test_a_job_of_a_dead_scheduler_is_begun_by_another(waterveen: TenantStore, clock: Hands) -> None:
    notes = Notes()
    await waterveen.jobs.plan(Job("note", "a", NOW))
    assert await waterveen.jobs.next()
    clock.forward(seconds=30)
    await Scheduler(waterveen, {"note": notes}).once()
    assert notes.seen == ["a"]
