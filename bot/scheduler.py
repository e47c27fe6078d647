"""The scheduler: carries out what is due for one tenant. Several may run; each job is leased to one."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field

import structlog

from bot.errors import StoreAway
from bot.faults import named
from bot.store.records import Job
from bot.store.store import TenantStore

log = structlog.get_logger()
HOLD_EVERY = 10.0
"""Seconds; a third of a job's lease."""
Handler = Callable[[TenantStore, Job], Awaitable[None]]


async def fan_out(tenant: TenantStore, job: Job) -> None:
    """Tell a stretch of a group's members to look again; the next one is planned with the stored cursor."""
    await tenant.jobs.fan_out(job.key)


async def purge(tenant: TenantStore, job: Job) -> None:
    """Remove everything of an ended link, 45 seconds after its last message."""
    await tenant.links.purge(job.key, with_person=bool(job.data.get("person")))


@dataclass
class Scheduler:
    """Runs the due jobs of one tenant. `handlers` by kind; `fanout` and `purge` are always known.

    Jobs of a `slow` kind (many reads, a translator) run beside the others, so that no reminder waits.
    A slow job that runs for longer than its lease is held; only one whose process died is begun anew.
    """

    tenant: TenantStore
    handlers: Mapping[str, Handler]
    slow: frozenset[str] = frozenset()
    pause: Callable[[float], Awaitable[None]] = asyncio.sleep
    _running: dict[tuple[str, str], asyncio.Task[None]] = field(default_factory=dict, init=False, repr=False)

    async def run(self) -> None:
        """Carry out due jobs until cancelled."""
        wakes = self.tenant.wakes()
        try:
            while True:
                try:
                    wait = await self.once()
                    if wait > 0:
                        await wakes.wait(min(wait, 5.0))
                except StoreAway:
                    log.warning("store away", role="scheduler")
                    await self.pause(0.5)
        finally:
            for task in self._running.values():
                task.cancel()
            await asyncio.gather(*self._running.values(), return_exceptions=True)

    async def once(self) -> float:
        """Carry out one due job; answers how many seconds until the next one (0 = look again)."""
        job = await self.tenant.jobs.next()
        if isinstance(job, float):
            return job
        if job is not None and job.kind in self.slow:
            self._beside(job)
        elif job is not None:
            await self._carry_out(job)
        return 0.0

    @property
    def running(self) -> tuple[asyncio.Task[None], ...]:
        """The slow jobs that are being carried out now."""
        return tuple(self._running.values())

    def _beside(self, job: Job) -> None:
        name = (job.kind, job.key)
        if name in self._running:
            return
        task = asyncio.create_task(self._patiently(job), name=f"job {job.kind}")
        self._running[name] = task
        task.add_done_callback(lambda _: self._running.pop(name, None))

    async def _patiently(self, job: Job) -> None:
        holding = asyncio.create_task(self._hold(job))
        try:
            await self._carry_out(job)
        except StoreAway:
            log.warning("store away", role="scheduler", kind=job.kind)
        finally:
            holding.cancel()

    async def _hold(self, job: Job) -> None:
        """Say that it is still being carried out, so that no other scheduler begins it as well."""
        while True:
            await asyncio.sleep(HOLD_EVERY)
            with suppress(StoreAway):
                await self.tenant.jobs.hold(job)

    async def _carry_out(self, job: Job) -> None:
        handler = self._handler(job.kind)
        if handler is None:
            log.error("job of unknown kind", kind=job.kind)
            await self.tenant.jobs.done(job)
            return
        try:
            await handler(self.tenant, job)
        except StoreAway:
            raise
        except Exception as fault:
            # It is tried again, later and later: nothing planned is ever dropped silently.
            times = await self.tenant.jobs.failed(job, named(fault))
            log.error("job failed", kind=job.kind, times=times, error=type(fault).__name__, exc_info=fault)
            return
        if job.kind != "fanout":
            await self.tenant.jobs.done(job)

    def _handler(self, kind: str) -> Handler | None:
        return {"fanout": fan_out, "purge": purge}.get(kind) or self.handlers.get(kind)
