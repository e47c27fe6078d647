"""The demo: the whole town in one process on one port, with an embedded server below `var/demo`."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import signal
import socket
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import structlog
from aiohttp import web

from bot.app import App
from bot.clock import Clock, local, system_clock
from bot.console.staff import add_staff
from bot.errors import ConfigError
from bot.sandbox.arrivals import Letter, Letters, link_class, write_letters
from bot.sandbox.duo import Gateway, duo_section, gateway_of, page, seed_from
from bot.sandbox.landing import landing, stylesheet
from bot.sandbox.telegram import Limits, Telegram, telegram_app
from bot.sandbox.telegram.memory import load, save
from bot.sandbox.town import MUNICIPALITIES, Town, case_system, seed, tenant_text
from bot.sandbox.zgw import Zgw
from bot.settings import Settings, make_master_key
from bot.store.embedded import EmbeddedServer
from bot.tenant import Tenant, read_tenant

log = structlog.get_logger()
Say = Callable[[str], None]


@dataclass
class Demo:
    """A running town. `port` 0 takes any free port; `with_class` links a class of phones meanwhile.

    `before` names addresses that stand before ours: of "telegram", "bot", or a municipality's case system.
    """

    folder: Path
    port: int = 8080
    host: str = "127.0.0.1"
    clock: Clock = system_clock
    redis_url: str | None = None
    limits: Limits | None = field(default_factory=Limits)
    translator_url: str | None = None
    with_class: bool = True
    before: Mapping[str, str] = field(default_factory=dict)
    telegram: Telegram = field(init=False)
    systems: dict[str, Zgw] = field(default_factory=dict, init=False)
    gateways: dict[str, Gateway] = field(default_factory=dict, init=False)
    app: App = field(init=False)
    town: Town = field(default_factory=Town, init=False)
    letters: tuple[Letter, ...] = field(default=(), init=False)
    arriving: asyncio.Task[int] | None = field(default=None, init=False)
    _server: EmbeddedServer | None = field(default=None, init=False)
    _runner: web.AppRunner | None = field(default=None, init=False)

    @property
    def url(self) -> str:
        """Where everything is served."""
        return f"http://{self.host}:{self.port}"

    async def start(self, say: Say = lambda text: None) -> None:
        """Start everything; raises `ConfigError` where the port is taken or the folder is in use."""
        listening = self._listen()
        self.folder.mkdir(parents=True, exist_ok=True)
        if self.redis_url is None:
            say("starting the store")
            self._server = EmbeddedServer(self.folder / "store").start()
        say("filling the case systems of Waterveen and Heuvelmeer")
        tenants = self._tenants()
        self._case_systems()
        self._gateways(tenants)
        self.telegram = self._telegram(tenants)
        self.app = App(self._settings(), tenants, self.redis_url or self._embedded().url, self.clock)
        outer = await self._web()
        self._runner = web.AppRunner(outer, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        await web.SockSite(self._runner, listening).start()
        say("making the staff accounts")
        await self._staff()
        say("writing the letters")
        self.letters = await write_letters(
            self.app, self.town, Letters(self.folder / "letters.json"), self.clock
        )
        say("starting the bots")
        await self.app.start()
        if self.with_class:
            self.arriving = asyncio.create_task(link_class(self.app, self.telegram, self.town, self.clock))

    async def stop(self) -> None:
        """End everything within seconds; phones, case systems and the store keep what they hold."""
        if self.arriving is not None:
            self.arriving.cancel()
            await asyncio.gather(self.arriving, return_exceptions=True)
        await self.app.stop()
        save(self.telegram, self.folder / "telegram.json")
        for system in self.systems.values():
            system.save()
        if self._runner is not None:
            await self._runner.cleanup()
        if self._server is not None:
            await asyncio.to_thread(self._server.stop)

    def _listen(self) -> socket.socket:
        listening = socket.socket()
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((self.host, self.port))
        except OSError as fault:
            listening.close()
            if fault.errno != errno.EADDRINUSE:
                raise
            raise ConfigError(
                (
                    f"Port {self.port} is used by another program. "
                    f"Choose another one: make demo PORT={self.port + 1}",
                )
            ) from fault
        self.port = int(listening.getsockname()[1])
        return listening

    def _embedded(self) -> EmbeddedServer:
        assert self._server is not None
        return self._server

    def _tenants(self) -> tuple[Tenant, ...]:
        """Write the tenant files with this demo's addresses, and read them as an installation would."""
        files = self.folder / "tenants"
        files.mkdir(exist_ok=True)
        for name in MUNICIPALITIES:
            text = tenant_text(name, self._case_address(name)) + duo_section(name, f"{self.url}/duo/{name}")
            (files / f"{name}.toml").write_text(text, encoding="utf-8")
        return tuple(read_tenant(files / f"{name}.toml") for name in MUNICIPALITIES)

    def _case_address(self, municipality: str) -> str:
        return f"{self.before.get(municipality, self.url)}/zgw/{municipality}"

    def _case_systems(self) -> None:
        today = local(self.clock()).date()
        for name in MUNICIPALITIES:
            address, file = self._case_address(name), self.folder / f"zgw-{name}.json"
            system = case_system(name, base_url=address, clock=self.clock, file=file)
            if not system.restored:
                seed(system, self.town, name, today)
                system.save()
            self.systems[name] = system

    def _gateways(self, tenants: tuple[Tenant, ...]) -> None:
        for tenant in tenants:
            assert tenant.duo is not None
            callback = f"{self.before.get('bot', self.url)}/wegwijs/duo/{tenant.id}/notificaties"
            gateway = self.gateways[tenant.id] = gateway_of(tenant, callback, clock=self.clock)
            seed_from(self.systems[tenant.id], gateway, tenant.duo.gemeentecode)

    def _telegram(self, tenants: tuple[Tenant, ...]) -> Telegram:
        telegram = Telegram(clock=self.clock, limits=self.limits, public_base=self.url)
        for tenant in tenants:
            telegram.add_bot(tenant.bot.token, tenant.bot.gebruikersnaam, f"Wegwijs {tenant.gemeente.naam}")
        if (self.folder / "telegram.json").exists():
            load(telegram, self.folder / "telegram.json")
        for one in self.town.people:
            if not one.classmate and one.municipality == tenants[0].id:
                telegram.phone(
                    one.first_name.lower(),
                    first_name=one.first_name,
                    language_code=one.language.split("-")[0],
                )
        return telegram

    def _settings(self) -> Settings:
        key = self.folder / "master.key"
        make_master_key(key)
        return Settings(
            tenants=self.folder / "tenants",
            master_key_file=key,
            public_url=f"{self.before.get('bot', self.url)}/wegwijs",
            bot_api=self.before.get("telegram", self.url),
            link_base=f"{self.url}/t.me/",
            data=self.folder,
            host=self.host,
            port=self.port,
            translator_url=self.translator_url,
        )

    async def _web(self) -> web.Application:
        outer = telegram_app(self.telegram)
        inner = await self.app.build()
        for name, system in self.systems.items():
            outer.add_subapp(f"/zgw/{name}", system.app())
            outer.add_subapp(f"/duo/{name}", page(self.gateways[name], system.name))
        outer.router.add_get("/", landing(self))
        outer.router.add_get("/landing.css", stylesheet)
        outer.add_subapp("/wegwijs", inner)
        return outer

    async def _staff(self) -> None:
        known = {staff.email for staff in await self.app.store.staff.all()}
        for colleague in self.town.staff:
            if colleague.role in {"caseworker", "planner"} and colleague.email not in known:
                grants = [(municipality, colleague.role) for municipality in colleague.municipalities]
                school = self.town.school_fixture(colleague.school)["naam"] if colleague.school else None
                await add_staff(
                    self.app.store,
                    colleague.email,
                    colleague.name,
                    colleague.password,
                    grants,
                    school=school,
                    identification=colleague.id if colleague.role == "caseworker" else None,
                )


async def run_demo(demo: Demo, say: Say, announce: Callable[[Demo], None]) -> None:
    """Run until Ctrl-C or SIGTERM."""
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stopped.set)
    await demo.start(say)
    announce(demo)
    await stopped.wait()
    say("ending; what was done is kept")
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(4.5):
            await demo.stop()
