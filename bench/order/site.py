"""A small installation for the campaigns: a server, a municipality, real webhook and Bot API over HTTP."""

from __future__ import annotations

import asyncio
import logging
import random
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import structlog
from aiohttp import web

from bench.order.journal import Journalled, Ledger, journal
from bench.order.people import Newcomer, link_people, weekly
from bot.app import App, Municipality
from bot.channels.base import View
from bot.channels.outgoing import Outgoing
from bot.channels.telegram.callback import Callbacks
from bot.channels.telegram.delivery import Delivery
from bot.channels.telegram.sender import Sender
from bot.channels.telegram.wire import ALLOWED_UPDATES
from bot.clock import Clock, system_clock
from bot.sandbox.telegram import Telegram, telegram_app
from bot.sandbox.telegram.delivery import Answer, HttpPost, Sleep
from bot.sandbox.telegram.webhook import Webhook
from bot.sandbox.town import tenant_of
from bot.settings import Settings, make_master_key
from bot.store.embedded import EmbeddedServer
from bot.store.outbox import UNLIMITED
from bot.store.store import Store
from bot.tenant import Tenant
from bot.worker import Worker

Pause = Callable[[float], Awaitable[None]]
MUNICIPALITY = "waterveen"
STAMP = "\n#"


def quiet_logs() -> None:
    """Only errors: campaigns make thousands of expected warnings."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))


def settings_in(folder: Path) -> Settings:
    """Settings of an installation below this folder, with a fresh master key."""
    key = folder / "master.key"
    make_master_key(key)
    return Settings(
        tenants=folder,
        master_key_file=key,
        public_url="http://127.0.0.1",
        bot_api="http://127.0.0.1",
        data=folder,
    )


@dataclass
class Site:
    """A running installation. Every text ends with how many updates had become turns when it was drawn."""

    server: EmbeddedServer
    settings: Settings
    tenant: Tenant
    telegram: Telegram
    app: App
    ledger: Ledger
    clock: Clock
    pause: Pause
    links: dict[int, str] = field(default_factory=dict)
    _stores: list[Store] = field(default_factory=list)
    _tasks: list[asyncio.Task[None]] = field(default_factory=list)
    _senders: list[Sender] = field(default_factory=list)

    @property
    def town(self) -> Municipality:
        """The municipality."""
        return self.app.municipalities[self.tenant.id]

    def open(self) -> Store:
        """One more connection of its own."""
        store = Store.open(self.server.url, self.settings.master_key(), self.clock)
        self._stores.append(store)
        return store

    def worker(self, name: str) -> Worker:
        """A worker with a connection of its own, whose turns are journalled."""
        store = self.open()
        engine = Journalled(self.app.views.engine)
        return Worker(
            engine, store, {self.tenant.id: store.tenant(self.tenant)}, self.clock, name, pause=self.pause
        )

    async def settle(self, people: Sequence[Newcomer]) -> None:
        """Link these people."""
        groups = {group for one in people for group in one.groups}
        facts = [weekly(group, self.clock()) for group in sorted(groups)]
        worker = self.worker("seeding")
        self.links = await link_people(worker.store, worker.store.tenant(self.tenant), people, facts, worker)

    def start_workers(self, count: int) -> None:
        """Let workers take turns until the end."""
        for number in range(count):
            worker = self.worker(f"worker-{number}")
            self._tasks.append(asyncio.create_task(self._always(worker)))

    async def _always(self, worker: Worker) -> None:
        while True:
            # As the program does with a role that fails.
            with suppress(Exception):
                await worker.run(self.tenant.bucket)
            await self.pause(0.5)

    def start_sender(self, pause: Pause) -> None:
        """Let a sender send over HTTP, without limits of pace."""
        town = self.town
        town.store.outbox.limits = dict(UNLIMITED)

        async def shown(entry: Outgoing) -> View | None:
            view = await self.app.views.entry(town.scenes, entry)
            session = await town.store.turns.session(entry.lease.link)
            return view and replace(view, text=f"{view.text}{STAMP}{len(journal(session))}")

        async def changed(entry: Outgoing) -> View:
            return await self.app.views.changed(town.scenes, entry)

        callbacks = Callbacks(town.store.callback_key, self.tenant.id)
        delivery = Delivery(town.client, callbacks, shown, changed, random.random)
        sender = Sender(town.store.outbox, delivery, pause=pause)
        self._senders.append(sender)
        self._tasks.append(asyncio.create_task(sender.run()))

    async def journals(self) -> dict[int, tuple[int, ...]]:
        """The updates that became turns, by chat."""
        found: dict[int, tuple[int, ...]] = {}
        for chat, link in self.links.items():
            found[chat] = journal(await self.town.store.turns.session(link))
        return found

    async def waiting(self) -> int:
        """How many entries wait in the stream of ready links: one per link with mail."""
        db = self.town.store.room.db
        return int(await db(db.redis.xlen(f"{{{self.tenant.bucket}}}:ready")))

    def refused(self) -> int:
        """Updates that wait at Telegram."""
        return self.telegram.account().updates.count(self.telegram.now())

    async def stop(self) -> None:
        """End everything that was started here."""
        for sender in self._senders:
            sender.stop()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for store in self._stores:
            await store.close()


def nothing_planted(made: Site) -> None:
    """No fault is planted."""


def stamps(text: str) -> int:
    """The stamp of a drawn message; -1 where it has none."""
    _, found, number = text.rpartition(STAMP)
    return int(number) if found and number.isdecimal() else -1


class Wire:
    """The way from Telegram to the webhook: real HTTP, with a note of what was acknowledged."""

    def __init__(self, ledger: Ledger, sleep: Sleep | None = None, seconds: float = 0.0) -> None:
        self._http = HttpPost()
        self._ledger = ledger
        self._sleep, self._seconds = sleep, seconds
        self.busy = 0
        self.posts = 0

    async def __call__(self, webhook: Webhook, body: dict[str, Any]) -> Answer:
        """Bring one update; it takes `seconds` of the given sleep beside the real time."""
        self.posts += 1
        if self._sleep is not None and self._seconds:
            await self._sleep(self._seconds)
        self.busy += 1
        try:
            answer = await self._http(webhook, body)
        finally:
            self.busy -= 1
        if not answer.fault:
            self._ledger.acknowledge(int(body["update_id"]))
        return answer

    async def close(self) -> None:
        """Close the connections."""
        await self._http.close()


@asynccontextmanager
async def site(
    *,
    fsync: str = "always",
    clock: Clock = system_clock,
    telegram_sleep: Sleep = asyncio.sleep,
    wire: Callable[[Ledger], Wire] = Wire,
    pause: Pause = asyncio.sleep,
    seed: int = 1,
    extra: tuple[str, ...] = (),
) -> AsyncIterator[Site]:
    """Serve an installation on loopback; the folder is removed afterwards."""
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="order-")))
        server = EmbeddedServer(folder / "store", fsync, extra).start()
        stack.callback(server.stop)
        ledger = Ledger()
        post = wire(ledger)
        stack.push_async_callback(post.close)
        tenant = tenant_of(MUNICIPALITY)
        telegram = Telegram(clock=clock, sleep=telegram_sleep, rng=random.Random(seed), post=post)
        telegram.add_bot(tenant.bot.token, tenant.bot.gebruikersnaam, "Wegwijs")
        api = await _serve(telegram_app(telegram), stack)
        settings = settings_in(folder).model_copy(update={"bot_api": api})
        app = App(settings, (tenant,), server.url, clock, ("web",))
        inner = await app.build()
        stack.push_async_callback(app.stop)
        hook = await _serve(inner, stack)
        made = Site(server, settings, tenant, telegram, app, ledger, clock, pause)
        stack.push_async_callback(made.stop)
        await telegram.call(
            tenant.bot.token,
            "setWebhook",
            {
                "url": f"{hook}/telegram/{tenant.id}",
                "secret_token": tenant.bot.webhook_geheim,
                "max_connections": 40,
                "allowed_updates": list(ALLOWED_UPDATES),
            },
        )
        yield made


async def _serve(app: web.Application, stack: AsyncExitStack) -> str:
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    stack.push_async_callback(runner.cleanup)
    web_site = web.TCPSite(runner, "127.0.0.1", 0)
    await web_site.start()
    return f"http://127.0.0.1:{runner.addresses[0][1]}"
