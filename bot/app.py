"""Puts Wegwijs together: stores, engine, channel, case systems, running roles. Only this file knows all."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

import aiohttp
import structlog
from aiohttp import web

from bot.breaker import Breaker
from bot.cases.answers import AnswerPost, Followed, Translator
from bot.cases.duo.cases import CasesWithDuo
from bot.cases.duo.follow import Duo
from bot.cases.duo.reader import DuoReader
from bot.cases.duo.receiver import receiver
from bot.cases.hints import Follower
from bot.cases.notifications import notification_handler
from bot.cases.port import Answers, CaseApi, CaseWrites
from bot.cases.source import source_of
from bot.cases.subscribe import Subscriber
from bot.cases.subscribe_words import why
from bot.cases.sync import Sync
from bot.cases.writer import Writer
from bot.cases.zgw.api import Line, once
from bot.channels.base import View
from bot.channels.outgoing import Courier, Outgoing
from bot.channels.telegram.callback import Callbacks
from bot.channels.telegram.client import Client
from bot.channels.telegram.delivery import Delivery
from bot.channels.telegram.intake import Intake
from bot.channels.telegram.leave import Leaver
from bot.channels.telegram.polling import Polling
from bot.channels.telegram.sender import Sender
from bot.channels.telegram.setup import Profile, set_up
from bot.channels.telegram.watch import Watch
from bot.channels.telegram.webhook import Door, Webhook
from bot.clock import Clock, system_clock
from bot.dialogs import DIALOGS
from bot.errors import CaseApiRefused, StoreAway, WegwijsError
from bot.jobs import SLOW, Errands, names_around
from bot.outages import UNSUBSCRIBED, Doorkeeper, News, Outages
from bot.scenes import Scenes
from bot.scheduler import Scheduler
from bot.settings import Settings
from bot.state.declare import Dialog
from bot.state.engine import Engine
from bot.store.records import Job
from bot.store.store import Store, TenantStore
from bot.tenant import Tenant
from bot.views import Views, plain
from bot.words.catalogues import Catalogues
from bot.words.forbidden import read_forbidden
from bot.worker import Worker

if TYPE_CHECKING:
    from bot.translate.gate import Gate

log = structlog.get_logger()
Role = Callable[[], Awaitable[None]]
ROLE_PAUSE = 2.0
"""Seconds before a role that failed begins anew."""
ROLES = ("web", "worker", "sender", "writer", "scheduler")
DRAIN_SECONDS = 2.0
LANGUAGES = ("nl", "en", "ar", "ti", "tr", "fa")


@dataclass(frozen=True, slots=True)
class Municipality:
    """Everything that belongs to one tenant; `tenant` is without the keys that write, which only `writes`
    holds, and only in the writer role.
    """

    tenant: Tenant
    store: TenantStore
    client: Client
    cases: CaseApi
    writes: CaseWrites | None
    answers: Answers | None
    sync: Sync
    follower: Follower
    intake: Intake
    scenes: Scenes
    outages: Outages
    duo: Duo | None = None


@dataclass
class App:
    """One process of Wegwijs. `url` is the store's address; `roles` are those that this process plays."""

    settings: Settings
    tenants: Sequence[Tenant]
    url: str
    clock: Clock = system_clock
    roles: Sequence[str] = ROLES
    name: str = "wegwijs-0"
    dialogs: tuple[Dialog, ...] = DIALOGS
    municipalities: dict[str, Municipality] = field(default_factory=dict, init=False)
    webhook: Webhook | None = field(default=None, init=False)
    _stack: AsyncExitStack = field(default_factory=AsyncExitStack, init=False, repr=False)
    _tasks: list[asyncio.Task[None]] = field(default_factory=list, init=False, repr=False)
    _senders: list[Sender] = field(default_factory=list, init=False, repr=False)
    _couriers: dict[str, Courier] = field(default_factory=dict, init=False, repr=False)

    async def build(self) -> web.Application:
        """Build everything and return the web application; nothing runs and nothing is sent yet."""
        self.store = Store.open(self.url, self.settings.master_key(), self.clock)
        self._stack.push_async_callback(self.store.close)
        self.views = Views(Engine(self.dialogs), Catalogues(self.settings.content), self.clock)
        self._profiles = Catalogues(self.settings.content, only="profile")
        self.gate = self._gate()
        session = await self._stack.enter_async_context(aiohttp.ClientSession())
        once(session)
        self._session = session
        for tenant in self.tenants:
            self.municipalities[tenant.id] = await self._municipality(tenant, session)
        return self._web()

    async def start(self) -> None:
        """Start the roles of this process; the web application must be served already."""
        for town in self.municipalities.values():
            if "scheduler" in self.roles:
                await town.store.jobs.plan(Job("sweep", "all", self.clock()))
                if not await town.store.jobs.planned("reconcile", "all"):
                    await town.store.jobs.plan(Job("reconcile", "all", self.clock()))
                await town.store.jobs.plan(Job("retain", "all", self.clock()))
                if town.duo is not None:
                    await town.store.jobs.plan(Job("duosweep", "all", self.clock()))
            self._start_roles(town)
        if "worker" in self.roles:
            worker = Worker(
                self.views.engine,
                self.store,
                {i: m.store for i, m in self.municipalities.items()},
                self.clock,
                self.name,
                translation=self.gate is not None,
                couriers=self._couriers,
            )
            if "web" in self.roles:
                for town in self.municipalities.values():
                    town.store.mailbox.desk = worker.desk(town.tenant.bucket)
            for bucket in sorted({tenant.bucket for tenant in self.tenants}):
                self._run(partial(worker.run, bucket), f"worker {bucket}")

    async def stop(self) -> None:
        """End every role and connection; what was taken and not finished is taken up again later."""
        for sender in self._senders:
            sender.stop()
        sending = [task for task in self._tasks if task.get_name().startswith("sender")]
        if sending:
            # What is on its way to Telegram comes to its end, so that the next start sends nothing twice.
            await asyncio.wait(sending, timeout=DRAIN_SECONDS)
            with suppress(StoreAway):
                await asyncio.gather(*(m.store.outbox.leave() for m in self.municipalities.values()))
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._stack.aclose()

    # -- building

    def _gate(self) -> Gate | None:
        if self.settings.translator_url is None:
            return None
        # deep-translator and what comes with it are 40 ms and 5 MB that most processes never need.
        from bot.translate.gate import Gate
        from bot.translate.provider import LibreProvider

        provider = LibreProvider(self.settings.translator_url, self.settings.translator_key)
        gate = Gate(provider, breaker=Breaker(self.clock, told=self._translator_told))
        self._stack.callback(gate.close)
        return gate

    def _translator_told(self, away: bool) -> None:
        for town in self.municipalities.values():
            town.outages.of("translator")(away)

    async def _municipality(self, full: Tenant, session: aiohttp.ClientSession) -> Municipality:
        tenant = full.reading()
        store = self.store.tenant(tenant)
        outages = Outages(store.alarms, tenant.id)
        breaker = Breaker(self.clock, told=outages.of("telegram"))
        client = Client(tenant.bot.token, self.settings.bot_api, breaker=breaker)
        self._stack.push_async_callback(client.close)
        source = source_of(full, session, self.clock, outages, "writer" in self.roles)
        cases = source.cases
        if tenant.duo is not None:
            cases = CasesWithDuo(cases, store.persons, store.duo, store.alarms, tenant.duo.bronnen)
        callbacks, leaving = Callbacks(store.callback_key, tenant.id), Leaver(client)
        sync = Sync(cases, store, self.clock)
        return Municipality(
            tenant,
            store,
            client,
            cases,
            source.writes,
            source.answers,
            sync,
            Follower(store.hints, sync, source.finder),
            Intake(store.links, store.mailbox, callbacks, leaving, self.clock),
            Scenes(store, self.clock, translation=self.gate is not None),
            outages,
            self._duo(tenant, store, sync, outages, session),
        )

    def _duo(
        self,
        tenant: Tenant,
        store: TenantStore,
        sync: Sync,
        outages: Outages,
        session: aiohttp.ClientSession,
    ) -> Duo | None:
        if tenant.duo is None:
            return None
        reader = DuoReader(tenant.duo, Line(session, self.clock), outages.of)
        more = (sync.refresh_case, outages.note, self.clock)
        return Duo(tenant.duo, reader, store.persons, store.duo, store.alarms, *more)

    def _web(self) -> web.Application:
        app = web.Application()
        app.router.add_get("/health", self._health)
        if "web" not in self.roles:
            return app
        doors = {i: Door((m.tenant.bot.webhook_geheim,), m.intake) for i, m in self.municipalities.items()}
        self.webhook = Webhook(doors)
        self.webhook.add_routes(app)
        for town in self.municipalities.values():
            if town.duo is not None and town.tenant.duo is not None:
                handler = receiver(town.duo.accept, town.tenant.duo.notificatie_geheim, town.duo.tell)
                app.router.add_post(f"/duo/{town.tenant.id}/notificaties", handler)
            if town.tenant.zaaksysteem is None:
                continue
            secret, path = town.tenant.zgw.notificatie_geheim, f"/cases/{town.tenant.id}"
            told = Doorkeeper(town.outages, self.clock, path)
            handler = notification_handler(town.cases.hint, town.follower.hinted, secret, told)
            app.router.add_post(path, handler)
        app.add_subapp("/console", self._console())
        return app

    def _console(self) -> web.Application:
        # Only a process with the web role has it: 6 MB.
        from bot.console.app import console_app
        from bot.console.deps import ConsoleDeps

        towns = self.municipalities
        tenants = {i: m.tenant for i, m in towns.items()}
        table = read_forbidden(self.settings.content / "forbidden.toml")
        deps = ConsoleDeps(
            store=self.store,
            tenants=tenants,
            cases={i: m.cases for i, m in towns.items()},
            clock=self.clock,
            preview=self.views.preview,
            words=self.views.words,
            forbidden=lambda text, language: table.found(text, language, push=True),
            https=self.settings.https,
            deep_link=lambda bot, secret: f"{self.settings.link_base}{bot}?start={secret}",
        )
        return console_app(deps)

    async def _health(self, request: web.Request) -> web.Response:
        try:
            await self.store.ping()
        except StoreAway:
            return web.json_response({"status": "the store is away"}, status=503)
        return web.json_response({"status": "ok"})

    # -- running

    def _start_roles(self, town: Municipality) -> None:
        tenant, roles = town.tenant, self.roles
        self._run(town.outages.run, f"outages {tenant.id}")
        if "web" in roles:
            self._run(partial(self._receive, town), f"receive {tenant.id}")
            self._run(partial(self._introduce, town), f"introduce {tenant.id}")
        if "sender" in roles:
            self._run(self._sender(town).run, f"sender {tenant.id}")
        if town.writes is not None:
            store, writes = town.store, town.writes
            if town.answers is not None:
                writes = Followed(writes, store, self.clock)
                post = AnswerPost(
                    town.answers, store, self.clock, self._translator(town), sleep=store.wakes().wait
                )
                self._run(post.run, f"answers {tenant.id}")
            writer = Writer(
                writes, store.writes, store.groups, store.alarms, self.clock, sleep=store.wakes().wait
            )
            self._run(writer.run, f"writer {tenant.id}")
        if "scheduler" in roles:
            self._run(partial(town.follower.run, town.store.wakes().wait), f"hints {tenant.id}")
            errands = Errands(town.sync, self.views, town.client, self.gate, self.clock, town.duo)
            self._run(Scheduler(town.store, errands.handlers, SLOW).run, f"scheduler {tenant.id}")

    def _translator(self, town: Municipality) -> Translator | None:
        """What translates answers; None where this installation translates nothing."""
        gate = self.gate
        if gate is None:
            return None

        async def translate(text: str, language: str, person: str) -> str:
            return await gate.answer(text, language, await names_around(town.store, person))

        return translate

    def _sender(self, town: Municipality) -> Sender:
        async def shown(entry: Outgoing) -> View | None:
            return await self.views.entry(town.scenes, entry)

        async def changed(entry: Outgoing) -> View:
            return await self.views.changed(town.scenes, entry)

        callbacks = Callbacks(town.store.callback_key, town.tenant.id)
        sender = Sender(town.store.outbox, Delivery(town.client, callbacks, shown, changed, random.random))
        self._senders.append(sender)
        self._couriers[town.tenant.id] = sender
        return sender

    async def _receive(self, town: Municipality) -> None:
        """Receive updates, by webhook or polling, and keep it so."""
        if self.settings.updates == "polling":
            await Polling(town.client, town.intake).run()
            return
        url = f"{self.settings.public_url}/telegram/{town.tenant.id}"

        async def alarm(kind: str, detail: str) -> None:
            await town.store.alarms.raise_(kind, None, detail)

        await Watch(town.client, url, town.tenant.bot.webhook_geheim, alarm, self.clock).run()

    async def _introduce(self, town: Municipality) -> None:
        """Tell Telegram our profile and the case system where we are; a start does not hang on either."""
        if town.tenant.zaaksysteem is not None and town.tenant.zgw.notificaties is not None:
            subscriber = Subscriber(town.tenant, self._session, self.clock)
            await self._patiently("notifications", partial(self._subscribe, town, subscriber))
        await self._patiently(
            "profile", lambda: set_up(town.client, LANGUAGES, "nl", partial(self._profile, town.tenant))
        )

    async def _subscribe(self, town: Municipality, subscriber: Subscriber) -> None:
        callback = f"{self.settings.public_url}/cases/{town.tenant.id}"
        try:
            await subscriber.ensure(callback)
        except CaseApiRefused as refused:
            log.warning("subscription refused", tenant=town.tenant.id, why=" ".join(why(refused, callback)))
            town.outages.note(News(UNSUBSCRIBED, str(refused)))
            raise
        await town.outages.end(UNSUBSCRIBED)

    def _profile(self, tenant: Tenant, language: str) -> Profile:
        # Of all languages only the few texts of the profile are read here; the others wait for their people.
        views = replace(self.views, catalogues=self._profiles)

        def say(key: str) -> str:
            return plain(views.words(language, key, {}))

        commands = tuple((name, plain(text)) for name, text in views.commands(language))
        name = f"{say('bot-name')} {tenant.gemeente.naam}"
        return Profile(name, say("bot-description"), say("bot-short"), commands)

    async def _patiently(self, what: str, act: Callable[[], Awaitable[object]], tries: int = 3) -> None:
        """Try an errand of the start a few times; the start does not hang on it."""
        for number in range(tries):
            try:
                await act()
            except Exception as fault:
                log.warning("start errand failed", what=what, error=type(fault).__name__, attempt=number + 1)
                await asyncio.sleep(2.0**number)
            else:
                return

    def _run(self, work: Role, name: str) -> None:
        self._tasks.append(asyncio.create_task(self._guarded(work, name), name=name))

    async def _guarded(self, work: Role, name: str) -> None:
        """Run a role; a fault that ends it is said loudly, and it begins anew."""
        while True:
            try:
                await work()
            except Exception as fault:
                shown = None if isinstance(fault, WegwijsError) else fault
                log.error("role ended", role=name, error=str(fault) or type(fault).__name__, exc_info=shown)
                await asyncio.sleep(ROLE_PAUSE)
            else:
                return
