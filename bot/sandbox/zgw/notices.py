"""Telling subscribers that something changed: thin, without id or order, at least once.

Delays between attempts, and the beat that gathers notices, are those of Open Notificaties 1.16.1.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

import aiohttp

from bot.sandbox.zgw import roots
from bot.sandbox.zgw.exchange import Sleep
from bot.sandbox.zgw.register import Doc, Register

RETRIES: Final = (25.0, 100.0, 400.0, 1600.0, 6400.0, 25600.0, 52000.0)
AT_ONCE: Final = 500
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
class Attempt:
    """One delivery that was tried; `status` 0 = no answer."""

    callback: str
    body: Doc
    status: int


class Notices:
    """The post room; `interval` 0 sends at once, Open Notificaties itself gathers for 20 seconds."""

    def __init__(self, register: Register, sleep: Sleep, interval: float = 0.0) -> None:
        self.handling = Handling.DELIVER
        self.attempts: list[Attempt] = []
        self._register, self._sleep, self._interval = register, sleep, interval
        self._waiting: list[tuple[Doc, Doc]] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self._client: aiohttp.ClientSession | None = None

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
        copies = {Handling.DROP: 0, Handling.TWICE: 2}.get(self.handling, 1)
        for subscription in self._register.rows(roots.ABONNEMENTEN):
            for entry in subscription["kanalen"]:
                if entry["naam"] == channel and _fits(entry["filters"], body["kenmerken"]):
                    self._waiting += [(subscription, body)] * copies
        if self._waiting and self.handling is not Handling.HOLD:
            self._start(self._beat())

    def release(self, backwards: bool = False) -> None:
        """Send what was held, on request in the wrong order."""
        self.handling = Handling.DELIVER
        if backwards:
            self._waiting.reverse()
        self._start(self._beat())

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

    def _start(self, work: Any) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _beat(self) -> None:
        if self._interval:
            await self._sleep(self._interval)
        batch, self._waiting = self._waiting[:AT_ONCE], self._waiting[AT_ONCE:]
        for subscription, body in batch:
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
