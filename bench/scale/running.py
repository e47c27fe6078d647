"""A whole run: store, stored people, the Bot API, processes of Wegwijs, and phones that tap."""

from __future__ import annotations

import subprocess
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Self

from bench.load.botapi import BotApi
from bench.load.crowd import Crowd
from bench.load.postbox import Postbox
from bench.load.walks import PlacesWalk
from bench.scale.installation import Installation, free_port, hooked, listening
from bench.scale.people import People
from bench.scale.serving import ahead
from bot.cases.model import Facts
from bot.clock import Clock, system_clock
from bot.sandbox.samples import read_people
from bot.sandbox.situation import NOW
from bot.settings import Settings
from bot.store.store import Store, TenantStore

START = "home.home/plan/"
ROUTE = (
    ("home.home/plan/", "plan.overview/parts/"),
    ("plan.overview/parts/", "plan.parts/back/"),
    ("plan.parts/back/", "plan.overview/who/"),
    ("plan.overview/home/", "home.home/tasks/"),
    ("home.home/tasks/", "tasks.list/home/"),
    ("tasks.list/home/", "home.home/plan/"),
)
"""What a phone taps, and a place that the right answer offers."""
CORE = 0
"""The core of Wegwijs; store and phones use the others."""
TAPPERS = 8_500_000_000
LISTENERS = 8_600_000_000


@dataclass
class Running:
    """Use as an asynchronous context; then `serve`, then `phones`."""

    tenants: int = 1
    fsync: str = "always"
    extra: tuple[str, ...] = ()
    api: BotApi = field(default_factory=BotApi)
    here: Installation = field(init=False)
    store: Store = field(init=False)
    clock: Clock = field(init=False)
    samira: Facts = field(init=False)
    seconds_ahead: float = field(init=False)
    _stack: AsyncExitStack = field(default_factory=AsyncExitStack, init=False)

    async def __aenter__(self) -> Self:
        self.seconds_ahead = (NOW - system_clock()).total_seconds()
        self.clock = ahead(self.seconds_ahead)
        self.samira = (await read_people())["Samira"]
        folder = self._stack.enter_context(TemporaryDirectory())
        self.here = self._stack.enter_context(
            Installation(Path(folder), self.tenants, self.extra, self.fsync)
        )
        await self.api.start()
        self._stack.push_async_callback(self.api.stop)
        self.store = Store.open(self.here.server.url, self.master, self.clock)
        self._stack.push_async_callback(self.store.close)
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self._stack.aclose()

    @property
    def master(self) -> bytes:
        """The master key of the installation."""
        return Settings(
            tenants=self.here.files, master_key_file=self.here.key, public_url="http://127.0.0.1"
        ).master_key()

    def town(self, number: int = 0) -> TenantStore:
        """A municipality's store."""
        return self.store.tenant(self.here.tenants[number])

    def people(self, number: int = 0) -> People:
        """Hands that put people into a municipality's store."""
        return People(self.store, self.town(number), self.master, self.clock)

    async def serve(
        self, *words: str, name: str = "bench", core: int | None = CORE, wait: bool = True
    ) -> subprocess.Popen[bytes]:
        """Start a process of Wegwijs; returns when its webhooks are set, where it has any."""
        port = free_port()
        process = self.here.run(
            ["bench.scale.serving", "--clock-ahead", str(self.seconds_ahead), *words],
            self.here.environment(self.api.url, port, name),
            core,
        )
        try:
            await listening(port)
            if wait:
                await hooked(self.api, [tenant.bot.token for tenant in self.here.tenants])
        except TimeoutError as fault:
            raise RuntimeError(f"The process does not start:\n{self.here.words()}") from fault
        return process

    async def phones(self, chats: range, number: int = 0, seconds: float = 120.0) -> Crowd:
        """Phones of stored people, each with its first screen."""
        postbox = Postbox(self.api, self.here.tenants[number].bot.token)
        self._stack.callback(postbox.close)
        crowd = Crowd(self.api, postbox, [PlacesWalk(chat, START, ROUTE) for chat in chats])
        await crowd.begin(seconds)
        return crowd
