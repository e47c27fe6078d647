"""Telling subscribers that something changed: thin, without id or order, at least once.

Delays between attempts, and the beat that gathers notices, are those of Open Notificaties 1.16.1.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

import aiohttp

from bot.sandbox.zgw import roots
from bot.sandbox.zgw.exchange import Sleep
from bot.sandbox.zgw.register import Doc, Register

RETRIES: Final = (25.0, 100.0, 400.0, 1600.0, 6400.0, 25600.0, 52000.0)
INTERVAL: Final = 20.0
AT_ONCE: Final = 500
WORKERS: Final = 8
KEPT: Final = 10_000
PROBE: Final[Doc] = {
    "kanaal": "test",
    "hoofdObject": "http://some.hoofdobject.nl/",
    "resource": "some_resource",
    "resourceUrl": "http://some.resource.nl/",
    "actie": "create",
    "aanmaakdatum": "2019-01-01T12:00:00Z",
    "kenmerken": {},
}


class Handling(Enum):
    """What happens to notices; everything but DELIVER is a test's or the demo's doing."""

    DELIVER = "deliver"
    DROP = "drop"
    TWICE = "twice"
    HOLD = "hold"


@dataclass(frozen=True, slots=True)
class Weather:
    """What happens to notices by chance: shares from 0 to 1 that are lost and that come twice, and no order.

    Real servers lose (a publisher that was down), repeat (a retry after a lost answer) and shuffle (workers).
    """

    lost: float = 0.0
    twice: float = 0.0
    shuffled: bool = False
    seed: int = 1


CALM: Final = Weather()
REAL: Final = Weather(shuffled=True)


@dataclass(frozen=True, slots=True)
class Attempt:
    """One delivery that was tried; `status` 0 = no answer."""

    callback: str
    body: Doc
    status: int


class Notices:
    """The post room; `interval` 0 sends at once, Open Notificaties itself gathers for 20 seconds."""

    def __init__(
        self, register: Register, sleep: Sleep, interval: float = 0.0, weather: Weather = CALM
    ) -> None:
        self.handling = Handling.DELIVER
        self.attempts: list[Attempt] = []
        self._register, self._sleep, self.interval = register, sleep, interval
        self._waiting: list[tuple[Doc, Doc]] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self._beating: asyncio.Task[None] | None = None
        self._client: aiohttp.ClientSession | None = None
        self.weather = weather

    @property
    def weather(self) -> Weather:
        """What chance does; setting it starts its seed again."""
        return self._weather

    @weather.setter
    def weather(self, weather: Weather) -> None:
        self._weather, self._chance = weather, random.Random(weather.seed)

    @property
    def held(self) -> int:
        """How many notices wait for `release`."""
        return len(self._waiting)

    def publish(
        self, channel: str, main: str, resource: str, url: str, action: str, traits: Mapping[str, Any]
    ) -> None:
        """Tell all subscribers whose filters fit."""
        body: Doc = {
            "actie": action,
            "kanaal": channel,
            "resource": resource,
            "kenmerken": dict(traits),
            "hoofdObject": main,
            "resourceUrl": url,
            "aanmaakdatum": self._register.now()[:23] + "Z",
        }
        for subscription in self._register.rows(roots.ABONNEMENTEN):
            for entry in subscription["kanalen"]:
                if entry["naam"] == channel and _fits(entry["filters"], body["kenmerken"]):
                    self._waiting += [(subscription, body)] * self._copies()
        if self._waiting and self.handling is not Handling.HOLD:
            self._wake()

    def release(self, backwards: bool = False) -> None:
        """Send what was held, on request in the wrong order."""
        self.handling = Handling.DELIVER
        if backwards:
            self._waiting.reverse()
        self._wake()

    async def settle(self) -> None:
        """Wait until nothing is under way; with retries pending it waits for those too."""
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def probe(self, callback: str, auth: str) -> str | None:
        """Call a callback as at registration; returns the code of the refusal, or None."""
        if await self._post(callback, PROBE, None) not in {401, 403}:
            return "no-auth-on-callback-url"
        return None if 200 <= await self._post(callback, PROBE, auth) < 210 else "invalid-callback-url"

    async def close(self) -> None:
        """Stop all deliveries."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._client is not None:
            await self._client.close()
            self._client = None

    def _copies(self) -> int:
        if self.handling in {Handling.DROP, Handling.TWICE}:
            return 0 if self.handling is Handling.DROP else 2
        if self._chance.random() < self._weather.lost:
            return 0
        return 2 if self._chance.random() < self._weather.twice else 1

    def _wake(self) -> None:
        if not self.interval:
            self._start(self._send(self._batch(len(self._waiting))))
        elif self._beating is None or self._beating.done():
            self._beating = self._start(self._beat())

    def _start(self, work: Any) -> asyncio.Task[None]:
        task: asyncio.Task[None] = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def _beat(self) -> None:
        """Every `interval` seconds at most 500 are sent, as long as there are any."""
        while self._waiting and self.handling is not Handling.HOLD:
            await self._sleep(self.interval)
            await self._send(self._batch(AT_ONCE))

    def _batch(self, most: int) -> list[tuple[Doc, Doc]]:
        batch, self._waiting = self._waiting[:most], self._waiting[most:]
        if self._weather.shuffled:
            self._chance.shuffle(batch)
        return batch

    async def _send(self, batch: list[tuple[Doc, Doc]]) -> None:
        """One after the other, or by several workers where no order is kept."""
        left = iter(batch)
        await asyncio.gather(*(self._work(left) for _ in range(WORKERS if self._weather.shuffled else 1)))

    async def _work(self, left: Iterator[tuple[Doc, Doc]]) -> None:
        for subscription, body in left:
            status = await self._deliver(subscription, body)
            if not 200 <= status < 300:
                self._start(self._retry(subscription, body))

    async def _retry(self, subscription: Doc, body: Doc) -> None:
        for delay in RETRIES:
            await self._sleep(delay)
            if 200 <= await self._deliver(subscription, body) < 300:
                return

    async def _deliver(self, subscription: Doc, body: Doc) -> int:
        sent = self._register.outward(body)
        status = await self._post(subscription["callbackUrl"], sent, subscription["_auth"])
        self.attempts.append(Attempt(subscription["callbackUrl"], sent, status))
        if len(self.attempts) > 2 * KEPT:
            del self.attempts[:KEPT]
        return status

    async def _post(self, url: str, body: Doc, auth: str | None) -> int:
        if self._client is None:
            self._client = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=10))
        try:
            headers = {"Authorization": auth} if auth else {}
            async with self._client.post(url, json=body, headers=headers) as answer:
                return answer.status
        except (aiohttp.ClientError, TimeoutError, ValueError):
            return 0


def _fits(filters: Mapping[str, str], traits: Mapping[str, Any]) -> bool:
    alias = {"object_type": "objectType"}
    return all(str(traits.get(alias.get(k, k))) == v for k, v in filters.items())
