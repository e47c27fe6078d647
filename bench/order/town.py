"""A whole municipality for the soak: sandboxes here, Wegwijs with all its roles in a process of its own."""

from __future__ import annotations

import asyncio
import random
import socket
import tempfile
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from multiprocessing.process import BaseProcess
from pathlib import Path

from aiohttp import web

from bench.order.children import Children, begin
from bench.order.shared_clock import SharedClock
from bench.order.site import MUNICIPALITY, settings_in
from bot.app import App, Municipality
from bot.clock import local
from bot.sandbox.telegram import Telegram, telegram_app
from bot.sandbox.town import Town, case_system, seed, tenant_text
from bot.sandbox.zgw import Zgw
from bot.settings import Settings
from bot.store.embedded import EmbeddedServer
from bot.tenant import Bewaren, Tenant, read_tenant

SHORT = Bewaren(gesprek=5, aflevering=7, link_na_afsluiten=5, voorbereiding=5, na_afsluiten=5)
"""Short periods, so that a month shows that retention keeps up."""


@dataclass
class SoakTown:
    """The running town. `desk` is a second, idle instance: what a colleague does goes through its store."""

    population: Town
    telegram: Telegram
    system: Zgw
    desk: App
    clock: SharedClock
    server: EmbeddedServer
    process: BaseProcess
    children: Children

    @property
    def home(self) -> Municipality:
        """The municipality, as the desk sees it."""
        return self.desk.municipalities[MUNICIPALITY]

    def memory(self) -> float:
        """MiB of the program's own process that are in memory."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
        return int(line.split()[1]) / 1024

    def files(self) -> int:
        """How many files and connections the program's process has open."""
        return sum(1 for _ in Path(f"/proc/{self.process.pid}/fd").iterdir())


def serve(parent: int, settings: Settings, tenant: Tenant, url: str, clock: str) -> None:
    """The program: one process with all roles."""
    begin(parent)
    asyncio.run(_serve(settings, tenant, url, SharedClock(Path(clock))))


async def _serve(settings: Settings, tenant: Tenant, url: str, clock: SharedClock) -> None:
    app = App(settings, (tenant,), url, clock)
    runner = web.AppRunner(await app.build(), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, settings.host, settings.port).start()
    await app.start()
    await asyncio.Event().wait()


@asynccontextmanager
async def town(seed_number: int, now: datetime) -> AsyncIterator[SoakTown]:
    """Start everything; the clock stands at `now` until it is moved."""
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="order-")))
        clock = SharedClock.make(folder / "clock", now)
        server = EmbeddedServer(folder / "store", "everysec").start()
        stack.callback(server.stop)
        population, system = Town(), case_system(MUNICIPALITY, clock=clock)
        seed(system, population, MUNICIPALITY, local(now).date())
        telegram = Telegram(clock=clock, rng=random.Random(seed_number))
        outer = telegram_app(telegram)
        outer.add_subapp("/zgw", system.app())
        runner = web.AppRunner(outer, access_log=None, shutdown_timeout=1.0)
        await runner.setup()
        stack.push_async_callback(runner.cleanup)
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        address = f"http://127.0.0.1:{runner.addresses[0][1]}"
        system.base_url = f"{address}/zgw"
        tenant = _tenant(folder, system.base_url)
        telegram.add_bot(tenant.bot.token, tenant.bot.gebruikersnaam, "Wegwijs")
        port = _free_port()
        settings = settings_in(folder).model_copy(
            update={"bot_api": address, "port": port, "public_url": f"http://127.0.0.1:{port}"}
        )
        desk = App(settings, (tenant,), server.url, clock, ())
        await desk.build()
        stack.push_async_callback(desk.stop)
        children = Children()
        stack.callback(children.stop)
        process = children.start(serve, settings, tenant, server.url, str(folder / "clock"))
        yield SoakTown(population, telegram, system, desk, clock, server, process, children)


def _tenant(folder: Path, address: str) -> Tenant:
    file = folder / "tenant.toml"
    file.write_text(tenant_text(MUNICIPALITY, address), encoding="utf-8")
    return read_tenant(file).model_copy(update={"bewaren": SHORT})


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
