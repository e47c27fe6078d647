"""The worker: takes a ready link, runs one pure turn, commits it in one step; again where it lost."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

import structlog

from bot.channels.outgoing import Courier
from bot.clock import Clock
from bot.errors import StoreAway
from bot.faults import named
from bot.scenes import Scenes
from bot.state.events import Event
from bot.state.scene import Scene
from bot.state.turn import Turn
from bot.store.dead import apology_for
from bot.store.mailbox import Desk
from bot.store.ready import Ready, ReadyLink
from bot.store.store import Store, TenantStore
from bot.store.turns import Loaded

log = structlog.get_logger()
AT_ONCE = 64
RUNS = 8
"""How often a turn is run again on fresh data before the entry is left to a later take."""
TRIES = 3
"""An event that raises this often is a dead letter."""


class Steps(Protocol):
    """The pure engine."""

    def step(self, scene: Scene, event: Event) -> Turn:
        """Decide one turn."""


@dataclass
class Worker:
    """Takes turns for every tenant of the given buckets."""

    engine: Steps
    store: Store
    tenants: Mapping[str, TenantStore]
    clock: Clock
    name: str = "worker-0"
    translation: bool = False
    couriers: Mapping[str, Courier] = field(default_factory=dict)
    pause: Callable[[float], Awaitable[None]] = asyncio.sleep
    _open: dict[str, asyncio.TaskGroup] = field(default_factory=dict, init=False, repr=False)
    """The turns that run, by bucket; none of a bucket whose store is away."""

    async def run(self, bucket: str) -> None:
        """Take turns of one bucket until cancelled; an absent store is waited for."""
        ready = self.store.ready(bucket, self.name)
        while True:
            try:
                await ready.prepare()
                async with asyncio.TaskGroup() as turns:
                    await self._take_on(bucket, ready, turns)
            except* StoreAway:
                log.warning("store away", role="worker")
            await self.pause(0.5)

    async def _take_on(self, bucket: str, ready: Ready, turns: asyncio.TaskGroup) -> None:
        """Begin each turn when its link is ready, first what this worker held before it was restarted."""
        free = asyncio.Semaphore(AT_ONCE)
        links = await ready.mine()
        self._open[bucket] = turns
        try:
            while True:
                for link in links:
                    await free.acquire()
                    turns.create_task(self._safely(link)).add_done_callback(lambda _: free.release())
                links = await ready.take(5.0)
        finally:
            del self._open[bucket]

    def desk(self, bucket: str) -> Desk:
        """Where the web role of this process hands in what it has stored for a tenant of this bucket."""
        return _Desk(self, bucket)

    async def _safely(self, link: ReadyLink, stored: list[Any] | None = None) -> None:
        try:
            await self.take(link, stored)
        except StoreAway:
            raise
        except Exception as fault:
            log.error("turn failed", error=type(fault).__name__, exc_info=fault)

    async def take(self, ready: ReadyLink, stored: list[Any] | None = None) -> str:
        """Run the one turn of this entry; answers how it ended. `stored`: what was read as it was taken."""
        tenant = self.tenants.get(ready.tenant)
        if tenant is None:
            return "foreign"
        for _ in range(RUNS):
            answer = await self._once(tenant, ready, stored)
            stored = None
            if answer in {"ok", "gone", "ended", "buried", "settled"}:
                return answer
            if answer == "busy":
                await self.pause(0.2)
        return "left"

    async def _once(self, tenant: TenantStore, ready: ReadyLink, stored: list[Any] | None) -> str:
        """Load, decide, commit; whatever cannot be read or raises is counted, and buried in the end."""
        loaded: Loaded | None = None
        try:
            loaded = await tenant.turns.load(ready.link, ready.entry, stored)
            if loaded is None:
                await tenant.turns.settle(ready.entry)
                return "settled"
            return await self._turn(tenant, loaded)
        except StoreAway:
            raise
        except Exception as fault:
            return await self._failed(tenant, ready, loaded.event if loaded else None, fault)

    async def _turn(self, tenant: TenantStore, loaded: Loaded) -> str:
        scenes = Scenes(tenant, self.clock, self.translation)
        event = await scenes.complete(loaded.event)
        scene = await scenes.for_turn(loaded, event)
        return await self._commit(tenant, loaded, scene, self.engine.step(scene, event))

    async def _commit(self, tenant: TenantStore, loaded: Loaded, scene: Scene, turn: Turn) -> str:
        """Commit; a sender of this process that is free is handed the screen, which saves it the way back."""
        courier = self.couriers.get(tenant.tenant.id)
        if courier is None or turn.place is None or not courier.free:
            return await tenant.turns.commit(loaded, turn, scene.now)
        hold = tenant.outbox.hold()
        try:
            done = await tenant.turns.conclude(loaded, turn, scene.now, hold)
        except BaseException:
            tenant.outbox.lose(hold)
            courier.look()
            raise
        entry = tenant.outbox.held(hold, loaded.link, turn.place, done, _after(scene, turn))
        if entry is not None:
            courier.carry(entry)
        return done.answer

    async def _failed(
        self, tenant: TenantStore, ready: ReadyLink, event: Event | None, fault: Exception
    ) -> str:
        oldest = await tenant.dead.oldest(ready.link)
        if oldest is None or (event is not None and event.id != oldest[0]):
            return "conflict"
        id, kind = oldest
        tries = await tenant.dead.attempts(ready.link, id)
        reason = named(fault) if event is not None else f"unreadable: {named(fault)}"
        log.error(
            "event raised", kind=kind, tries=tries, reason=reason, exc_info=fault if tries >= TRIES else None
        )
        if tries < TRIES:
            return "raised"
        await tenant.dead.bury(
            ready.link,
            ready.entry,
            id,
            kind=kind,
            reason=reason,
            tries=tries,
            apology=apology_for(event, kind),
        )
        return "buried"


class _Desk:
    """Runs what the web role has stored, beside what the worker takes itself."""

    def __init__(self, worker: Worker, bucket: str) -> None:
        self._worker = worker
        self._bucket = bucket
        self._running = 0

    @property
    def consumer(self) -> str:
        """The worker's name while it takes turns, and not too many."""
        free = self._bucket in self._worker._open and self._running < AT_ONCE
        return self._worker.name if free else ""

    def take(self, entry: str, prefix: str, link: str, stored: list[Any] | None, /) -> None:
        """Run this turn; has the worker just ended, it finds the entry among its own when it begins anew."""
        turns = self._worker._open.get(self._bucket)
        if turns is None:
            return
        ready = ReadyLink.of(entry, prefix, link)
        work = self._worker._safely(ready, stored)
        try:
            turns.create_task(work).add_done_callback(self._over)
        except RuntimeError:  # it is about to end
            work.close()
        else:
            self._running += 1

    def _over(self, _: asyncio.Task[None]) -> None:
        self._running -= 1


def _after(scene: Scene, turn: Turn) -> Scene | None:
    """How things stand once this turn is committed; None where it did more than show a screen.

    The commit compared the facts, so what the turn saw is what stands.
    """
    if turn.effects or turn.session.invitation:
        return None
    return Scene(
        session=turn.session,
        tenant=scene.tenant,
        now=scene.now,
        link=scene.link,
        facts=scene.facts,
        link_state=scene.link_state,
        own_person=scene.own_person,
        translation=scene.translation,
    )
