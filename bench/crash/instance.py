"""One `App` inside the campaign's own process, whose memory can be thrown away at any failpoint."""

from __future__ import annotations

import asyncio
import contextvars
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar
from unittest.mock import patch
from weakref import WeakSet

from aiohttp import web

import bot.app
from bench.crash.boundaries import watch
from bench.crash.points import Points
from bench.crash.surroundings import Surroundings
from bot.app import App, Municipality
from bot.dialogs import DIALOGS
from bot.settings import CONTENT
from bot.state.engine import Engine
from bot.store.outbox import UNLIMITED
from bot.store.records import Job
from bot.words.catalogues import Catalogues

T = TypeVar("T")
AT_START = frozenset({"sweep", "reconcile", "retain"})
_OWNER: contextvars.ContextVar[Instance | None] = contextvars.ContextVar("owner", default=None)


class QuietApp(App):
    """The whole program, without what it does once at a start: that would be most of the work here."""

    async def _introduce(self, town: Municipality) -> None:
        return

    async def start(self) -> None:
        for town in self.municipalities.values():
            jobs = town.store.jobs
            setattr(jobs, "plan", _without_sweeps(jobs.plan))  # noqa: B010
        await super().start()
        for town in self.municipalities.values():
            delattr(town.store.jobs, "plan")


def _without_sweeps(plan: Callable[[Job], Awaitable[None]]) -> Callable[[Job], Awaitable[None]]:
    async def quiet(job: Job) -> None:
        if job.kind not in AT_START:
            await plan(job)

    return quiet


@dataclass(frozen=True, slots=True)
class Words:
    """What all instances share, as it takes longer to make than a kill; nothing of anybody is in it."""

    engine: Engine = field(default_factory=lambda: Engine(DIALOGS))
    catalogues: Catalogues = field(default_factory=lambda: Catalogues(CONTENT))


Change = Callable[[App, web.Application], None]
"""What a test changes about an instance before it starts, to see that the checker notices."""


class Instance:
    """A running program. `spoil` plants a fault in it."""

    def __init__(
        self,
        around: Surroundings,
        words: Words,
        caller: str = "0",
        *,
        whole: bool = False,
        spoil: Change | None = None,
    ) -> None:
        kind = App if whole else QuietApp
        self.caller = caller
        self.points = Points()
        self.tasks: WeakSet[asyncio.Task[Any]] = WeakSet()
        self.app = kind(
            around.settings_of(caller),
            (around.tenant,),
            around.server.url,
            around.clock,
            name="wegwijs-crash",
        )
        self._around, self._words, self._spoil = around, words, spoil
        self._runner: web.AppRunner | None = None

    async def start(self) -> None:
        """Build and start; afterwards it serves."""
        await self.begin(self._start())

    def begin(self, work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        """Do something as a part of this instance, so that it dies with it."""
        context = contextvars.copy_context()
        context.run(_OWNER.set, self)
        return asyncio.get_running_loop().create_task(work, context=context)

    async def _start(self) -> None:
        with patch.object(bot.app, "Engine", lambda dialogs: self._words.engine):
            inner = await self.app.build()
        self.app.views = replace(self.app.views, catalogues=self._words.catalogues)
        for town in self.app.municipalities.values():
            town.store.outbox.limits = dict(UNLIMITED)
        watch(self.app, inner, self.points)
        if self._spoil is not None:
            self._spoil(self.app, inner)
        self._runner = web.AppRunner(inner, access_log=None, shutdown_timeout=0.01)
        await self._runner.setup()
        self._site = web.SockSite(self._runner, self._around.listening.dup())
        await self._site.start()
        await self.app.start()

    async def goes_deaf(self) -> None:
        """Take no more calls, as a frozen process that others have taken over from."""
        await self._site.stop()
        await self._around.post.to.close()

    async def kill(self) -> None:
        """Throw its memory away: nothing of it crosses a boundary from now on."""
        self.points.dead = True
        self.points.thaw()
        mine = asyncio.current_task()
        while alive := [task for task in self.tasks if not task.done() and task is not mine]:
            for task in alive:
                task.cancel()
            await asyncio.wait(alive, timeout=1.0)
        await self._close()

    async def _close(self) -> None:
        """Close what a dead process would have left to the kernel."""
        await self.app.store.db.redis.connection_pool.disconnect()
        await self.app.store.close()
        await self.app._session.close()
        for town in self.app.municipalities.values():
            await town.client.close()
        if self._runner is not None:
            await self._runner.cleanup()


def track(loop: asyncio.AbstractEventLoop) -> None:
    """Let every task of this loop belong to the instance that began it."""

    def made(
        loop: asyncio.AbstractEventLoop,
        work: Coroutine[Any, Any, Any],
        context: contextvars.Context | None = None,
    ) -> asyncio.Task[Any]:
        task: asyncio.Task[Any] = asyncio.Task(work, loop=loop, context=context)
        owner = _OWNER.get() if context is None else context.get(_OWNER)
        if owner is not None:
            owner.tasks.add(task)
        return task

    loop.set_task_factory(made)  # type: ignore[arg-type]
