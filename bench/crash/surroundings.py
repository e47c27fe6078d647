"""Everything around the processes that die: store, Telegram, case system, people and their clock.

These never die here, so what they saw can be believed.
"""

from __future__ import annotations

import asyncio
import random
import shutil
import socket
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

from bench.crash.clock import SharedClock
from bench.crash.crowd import Crowd
from bench.crash.witness import Post, Witness, forward
from bot.clock import local
from bot.sandbox.telegram import Telegram, telegram_app
from bot.sandbox.telegram.account import Account
from bot.sandbox.town import case_system, seed, tenant_text
from bot.sandbox.zgw import Zgw
from bot.settings import Settings, make_master_key
from bot.store.embedded import EmbeddedServer
from bot.store.store import Store, TenantStore
from bot.tenant import Tenant, read_tenant

MUNICIPALITY = "waterveen"
WHOLE_HISTORY = ("--auto-aof-rewrite-percentage", "0")
"""The append-only file is the oracle's source, so it is never rewritten."""


@dataclass
class Surroundings:
    """A town whose bot is about to die."""

    folder: Path
    clock: SharedClock
    server: EmbeddedServer
    telegram: Telegram
    account: Account
    zgw: Zgw
    crowd: Crowd
    tenant: Tenant
    settings: Settings
    post: Post
    witness: Witness
    store: Store
    listening: socket.socket
    rng: random.Random

    @property
    def town(self) -> TenantStore:
        """The municipality's store, on a connection of the campaign's own."""
        return self.store.tenant(self.tenant)

    @property
    def bot(self) -> str:
        """The bot's name."""
        return self.tenant.bot.gebruikersnaam

    def settings_of(self, caller: str) -> Settings:
        """The settings of one process, whose calls the witness can tell from others'."""
        return self.settings.model_copy(update={"bot_api": f"{self.settings.bot_api}/via/{caller}"})


def free_socket(port: int = 0) -> socket.socket:
    """A listening socket on this machine."""
    found = socket.socket()
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    found.bind(("127.0.0.1", port))
    found.listen(128)
    return found


@asynccontextmanager
async def surroundings(
    people: int,
    rng: random.Random,
    *,
    post: Post | None = None,
    fast: bool = False,
    fsync: str = "always",
    ports: list[int] | None = None,
) -> AsyncIterator[Surroundings]:
    """Start everything below a temporary folder; `fast` lets nobody outside wait for anything."""
    folder = Path(tempfile.mkdtemp(prefix="wegwijs-crash-"))
    server = EmbeddedServer(folder / "store", fsync, WHOLE_HISTORY).start()
    clock, post = SharedClock(), post or Post()
    inner, outer = free_socket(), free_socket()
    base = f"http://127.0.0.1:{outer.getsockname()[1]}"
    address = f"{base}/zgw/{MUNICIPALITY}"
    sleep = _short if fast else asyncio.sleep
    telegram = Telegram(clock=clock, sleep=sleep, rng=rng, post=post, public_base=base)
    tenant = _tenant(folder, address)
    account = telegram.add_bot(tenant.bot.token, tenant.bot.gebruikersnaam, "Wegwijs")
    # Open Notificaties waits 25 s and longer before it tells again; a campaign is over by then.
    zgw = case_system(MUNICIPALITY, base_url=address, clock=clock, sleep=sleep if fast else _sooner)
    crowd = Crowd(people)
    seed(zgw, crowd, MUNICIPALITY, local(clock()).date())
    settings = _settings(folder, base, inner.getsockname()[1])
    web_app = telegram_app(telegram)
    witness = Witness(telegram)
    witness.add_routes(web_app)
    web_app.router.add_post("/cases-in/{tenant}", forward([] if ports is None else ports, rng))
    web_app.add_subapp(f"/zgw/{MUNICIPALITY}", zgw.app())
    runner = web.AppRunner(web_app, access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    await web.SockSite(runner, outer).start()
    store = Store.open(server.url, settings.master_key(), clock)
    try:
        yield Surroundings(
            folder,
            clock,
            server,
            telegram,
            account,
            zgw,
            crowd,
            tenant,
            settings,
            post,
            witness,
            store,
            inner,
            rng,
        )
    finally:
        await store.close()
        await post.to.close()
        await runner.cleanup()
        inner.close()
        await asyncio.to_thread(server.stop)
        shutil.rmtree(folder, ignore_errors=True)


async def _sooner(seconds: float) -> None:
    await asyncio.sleep(min(seconds, 0.5))


async def _short(seconds: float) -> None:
    await asyncio.sleep(min(seconds, 0.004))


def _tenant(folder: Path, address: str) -> Tenant:
    files = folder / "tenants"
    files.mkdir()
    file = files / f"{MUNICIPALITY}.toml"
    file.write_text(tenant_text(MUNICIPALITY, address), encoding="utf-8")
    return read_tenant(file)


def _settings(folder: Path, base: str, port: int) -> Settings:
    key = folder / "master.key"
    make_master_key(key)
    return Settings(
        tenants=folder / "tenants",
        master_key_file=key,
        public_url=f"http://127.0.0.1:{port}",
        bot_api=base,
        link_base=f"{base}/t.me/",
        data=folder,
        port=port,
    )
