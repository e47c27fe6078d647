"""Where the comparison takes place: a store per way of syncing, its people, and the load generator."""

from __future__ import annotations

import base64
import os
import random
import shutil
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Self

from redis import Redis

from bench.load.measure import Tally
from bench.load.remote import Generator
from bench.scale.installation import Installation, free_port
from bench.scale.people import People
from bench.speed import folk
from bench.speed.bots import LOAD_CORE, PEERS_PYTHON, Candidate, Running, peer_environment
from bot.clock import system_clock
from bot.store.store import Store
from bot.tenant import Tenant

FIRST_CHAT = 6_000_000_001
PEOPLE = 410
SPECIALS = 10
"""Chats at the end of the range whose lines to Telegram are spoilt."""
WAYS = ("always", "everysec", "never")
UNSYNCED = ("--appendonly", "no")
Say = Callable[[str], None]


@dataclass
class Ground:
    """Stores and generator for one run; everything ends with it."""

    seconds: float
    rounds: int
    chance: random.Random
    say: Say
    installations: dict[str, Installation] = field(default_factory=dict)
    generator: Generator = field(init=False)
    folder: Path = field(init=False)
    faults: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    _stack: AsyncExitStack = field(default_factory=AsyncExitStack)

    async def __aenter__(self) -> Self:
        if not PEERS_PYTHON.exists():
            raise FileNotFoundError(f"{PEERS_PYTHON} is missing: `make bench` installs it.")
        self.folder = Path(self._stack.enter_context(TemporaryDirectory(prefix="wegwijs-bench-")))
        for way in WAYS:
            extra, fsync = (UNSYNCED, "everysec") if way == "never" else ((), way)
            here = Installation(self.folder / way, count=2, extra=extra, fsync=fsync)
            self.installations[way] = self._stack.enter_context(here)
            self._pin(way)
            self._part(here)
            await self.settle(way)
        self.generator = await self._stack.enter_async_context(Generator(str(PEERS_PYTHON), (LOAD_CORE,)))
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self._stack.aclose()

    def socket(self, way: str) -> Path:
        """The socket of a store."""
        return self.installations[way].server.socket

    def redis(self, way: str) -> Redis:
        """A client for looking into a store."""
        return Redis(unix_socket_path=str(self.socket(way)))

    def ready(self, candidate: Candidate) -> Running:
        """A process of this candidate, not started yet."""
        log = self.folder / f"{candidate.name}.log"
        if not candidate.ours:
            token = f"{5000 + len(candidate.name)}:{candidate.name}"
            socket = self.socket(candidate.fsync)
            return Running(candidate, token, peer_environment(token, self.generator.url, socket), log)
        here, tenant = self.installations[candidate.fsync], self.tenant(candidate)
        port = free_port()
        environment = here.environment(
            self.generator.url, port, candidate.name, WEGWIJS_TENANTS=str(_folder(here, candidate.program))
        )
        return Running(candidate, tenant.bot.token, {**environment, "PORT": str(port)}, log)

    def tenant(self, candidate: Candidate) -> Tenant:
        """The municipality of a candidate of ours."""
        here = self.installations[candidate.fsync]
        return here.tenants[0 if candidate.program == "menu" else 1]

    async def phones(self, running: Running, count: int, **more: object) -> None:
        """Give a running candidate its phones; each sees its first screen."""
        given = {"first": FIRST_CHAT, "walk": running.candidate.walk, **more}
        await self.generator.ask("phones", token=running.token, count=count, **given)

    def check(self, candidate: Candidate, where: str, tally: Tally) -> None:
        """Remember answers that were wrong or did not come; where they are ours the benchmark fails."""
        if tally.wrong or tally.unanswered or tally.unqueried:
            said = (
                f"{where}: {candidate.name}: {tally.wrong} wrong, {tally.unanswered} unanswered, "
                f"{tally.unqueried} taps not answered. {' '.join(tally.faults[:2])}"
            )
            self.say(said)
            (self.faults if candidate.ours else self.others).append(said)

    def _pin(self, way: str) -> None:
        """Keep a store, with the threads that sync its log, beside the generator."""
        if LOAD_CORE not in os.sched_getaffinity(0):
            return
        with self.redis(way) as redis:
            server: Any = redis.info("server")
        for thread in Path(f"/proc/{server['process_id']}/task").iterdir():
            os.sched_setaffinity(int(thread.name), {LOAD_CORE})

    # -- people

    def _part(self, here: Installation) -> None:
        """A folder of tenant files for each of our two candidates."""
        for name, file in zip(("menu", "town"), sorted(here.files.glob("*.toml")), strict=True):
            _folder(here, name).mkdir()
            shutil.copy(file, _folder(here, name))

    async def settle(self, way: str) -> None:
        """Store everybody, for us and for the peers."""
        here, chats = self.installations[way], range(FIRST_CHAT, FIRST_CHAT + PEOPLE)
        with self.redis(way) as redis:
            redis.mset(dict(folk.peer_plans(chats)))
        master = base64.b64decode(here.key.read_text())
        store = Store.open(here.server.url, master, system_clock)
        try:
            for tenant, facts in zip(
                here.tenants, (folk.menu_facts(), folk.town_facts(date.today())), strict=True
            ):
                people = People(store, store.tenant(tenant), master, system_clock)
                specimen = await people.linked(facts, chat=folk.SPECIMEN)
                await folk.settle(people, specimen, chats)
        finally:
            await store.close()


def _folder(here: Installation, name: str) -> Path:
    return here.folder / f"only-{name}"
