"""The town behind proxies: two municipalities, one bot process, a store of its own, and a clock to move."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import aiohttp

from bench.matrix.someone import Someone
from bot.app import Municipality
from bot.clock import local
from bot.console.api.keys import make_key
from bot.console.roles import Role
from bot.sandbox.arrivals import invite
from bot.sandbox.clock import MovedClock
from bot.sandbox.demo import Demo
from bot.sandbox.proxy import HttpProxy, RedisProxy
from bot.sandbox.zgw import Zgw
from bot.store.embedded import EmbeddedServer
from bot.store.outbox import UNLIMITED

HOME, OTHER = "waterveen", "heuvelmeer"
SCHOOL = "Taalschool De Brug"
MINUTE = re.compile(r"\d\d:(\d\d)")


@dataclass
class Stage:
    """Everything that a cell can touch."""

    demo: Demo
    clock: MovedClock
    server: EmbeddedServer
    redis: RedisProxy
    cases: dict[str, HttpProxy]
    telegram: HttpProxy
    updates: HttpProxy
    translator: HttpProxy
    http: aiohttp.ClientSession
    key: str = ""
    _reading: set[asyncio.Task[float]] = field(default_factory=set, init=False, repr=False)

    def town(self, name: str = HOME) -> Municipality:
        """A municipality inside the bot."""
        return self.demo.app.municipalities[name]

    def system(self, name: str = HOME) -> Zgw:
        """Its case system."""
        return self.demo.systems[name]

    def minutes(self, number: float) -> None:
        """Move the clock on."""
        self.clock.forward(timedelta(minutes=number))

    def at_minute(self, minute: int) -> None:
        """Move the clock on to the fifth second of a minute of the hour, so that it does not change soon."""
        now = self.clock()
        wanted = now.replace(minute=minute, second=5, microsecond=0)
        self.clock.forward(wanted - now if wanted > now else wanted + timedelta(hours=1) - now)

    async def stir(self) -> None:
        """Let every loop look at once, as after a jump of the clock."""
        for town in self.demo.app.municipalities.values():
            self._reading.add(reading := asyncio.create_task(town.follower.work()))
            reading.add_done_callback(self._reading.discard)
            await town.store.stir()

    async def until(self, holds: Callable[[], Any], seconds: float = 15.0) -> bool:
        """Wait in real time for something (a function, awaited where it must be); False if it never comes."""
        async with _within(seconds) as going:
            while going():
                found = holds()
                if await found if asyncio.iscoroutine(found) else found:
                    return True
                await asyncio.sleep(0.02)
        return False

    async def person(self, first_name: str, language: str) -> Someone:
        """Link somebody by an office code, up to home, in this language."""
        townsman = replace(self.demo.town.person(first_name), language=language)
        town = self.town(townsman.municipality)
        letter = await invite(town, townsman, self.clock, "office")
        phone = self.demo.telegram.phone(first_name.lower(), first_name=first_name)
        someone = Someone(phone, letter.bot, town, self.demo.app.views, self.clock, language, townsman.number)
        await someone.links(letter)
        return someone

    async def planner(self) -> None:
        """Give the planner of De Brug an API key."""
        record, self.key = make_key("matrix", HOME, Role.PLANNER, SCHOOL)
        await self.demo.app.store.api_keys.put(record)

    async def cancels(self, lesson: str, version: int) -> int:
        """Cancel a lesson as the planner's program does; answers the HTTP status."""
        headers = {"Authorization": f"Bearer {self.key}", "Idempotency-Key": str(uuid4())}
        url = f"{self.demo.url}/wegwijs/console/api/v1/changes"
        body = {"lesson": lesson, "version": version, "act": "cancel"}
        async with self.http.post(url, json=body, headers=headers) as answer:
            return answer.status

    async def health(self) -> int:
        """What a load balancer sees."""
        async with self.http.get(f"{self.demo.url}/wegwijs/health") as answer:
            return answer.status

    async def waiting(self, name: str = HOME) -> int:
        """Writes that are not passed on yet."""
        room = self.town(name).store.room
        queues = [room.db.redis.zcard(f"{room.prefix}{queue}") for queue in ("writes", "lessonwrites")]
        return sum([await room.db(queue) for queue in queues])

    def wall(self) -> str:
        """The time of the day as screens write it."""
        return f"{local(self.clock()):%H:%M}"


@asynccontextmanager
async def _within(seconds: float) -> AsyncIterator[Callable[[], bool]]:
    loop = asyncio.get_running_loop()
    until = loop.time() + seconds
    yield lambda: loop.time() < until


@asynccontextmanager
async def staged(folder: Path, seed: int, translator: HttpProxy) -> AsyncIterator[Stage]:
    """Start the town; everything between its parts goes through proxies."""
    clock = MovedClock()

    def now() -> float:
        return clock().timestamp()

    server = EmbeddedServer(folder / "store").start()
    redis = RedisProxy(server.socket, folder / "store" / "proxy.sock")
    demo = Demo(folder, port=0, clock=clock, redis_url=redis.url, limits=None, with_class=False)
    proxies = [HttpProxy(lambda: ("127.0.0.1", demo.port), seed + n, now) for n in range(4)]
    for proxy in proxies:
        await proxy.start()
    await redis.start()
    home, other, telegram, updates = proxies
    demo.before = {HOME: home.url, OTHER: other.url, "telegram": telegram.url, "bot": updates.url}
    demo.translator_url = translator.url
    translator.now = now
    try:
        await demo.start()
        for town in demo.app.municipalities.values():
            town.store.outbox.limits = dict(UNLIMITED)
        async with aiohttp.ClientSession() as http:
            cases = {HOME: home, OTHER: other}
            stage = Stage(demo, clock, server, redis, cases, telegram, updates, translator, http)
            await stage.planner()
            yield stage
    finally:
        for one in proxies:
            one.heal()
        redis.heal()
        await demo.stop()
        for proxy in proxies:
            await proxy.stop()
        await redis.stop()
        await asyncio.to_thread(server.stop)
