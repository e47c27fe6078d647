"""The gateway: DUO's resources with the case number in the place of the BSN, and notices to the bot.

Paths, headers, answers and versions are those of DUO's OpenAPI files. Persons hold what DUO would, results
and reasons included, so that tests can see that these stay behind.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final
from uuid import UUID, uuid4

import aiohttp
from aiohttp import web

from bot.clock import Clock, system_clock

Doc = dict[str, Any]
VERSIONS: Final[Mapping[str, str]] = {
    "inburgeringsplicht": "1.2.2",
    "inburgeringstermijn": "1.0.0",
    "uren": "1.0.0",
    "PIP": "1.2.0",
    "map": "1.0.0",
    "pvt": "1.0.0",
    "examens/resultaten": "1.0.0",
}
"""Resources that are served, by path, with the version of their API."""
OIN_LENGTH: Final = 20
TRIES: Final = 3


@dataclass(frozen=True, slots=True)
class Delivered:
    """A notice as it was sent, and how the bot answered (0: not at all)."""

    code: str
    number: str
    status: int


@dataclass
class Gateway:
    """One municipality's gateway. `key` lets the bot in, `secret` lets us in at the bot's `callback`."""

    key: str
    secret: str
    callback: str = ""
    bron: str = "00000000000000000000"
    clock: Clock = system_clock
    away: bool = False
    persons: dict[str, dict[str, Any]] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    delivered: list[Delivered] = field(default_factory=list)
    _sending: set[asyncio.Task[int]] = field(default_factory=set, init=False, repr=False)

    def person(self, number: str) -> dict[str, Any]:
        """What DUO holds of a case, by path; made where it is new."""
        return self.persons.setdefault(number, {})

    def routes(self) -> list[web.RouteDef]:
        """The resources."""
        return [web.get(f"/v1/personen/{{number}}/{path}", self._resource) for path in VERSIONS]

    def app(self) -> web.Application:
        """The gateway alone, as tests want it."""
        app = web.Application()
        app.add_routes(self.routes())
        return app

    def tell(self, number: str, code: str, registered: datetime | None = None) -> None:
        """Send a notice beside everything else, as DUO does."""
        task = asyncio.create_task(self.send(number, code, registered))
        self._sending.add(task)
        task.add_done_callback(self._sending.discard)

    async def send(self, number: str, code: str, registered: datetime | None = None, **more: Any) -> int:
        """Send a notice and answer the status; a 503 is sent again. `more` are further fields of the body."""
        moment = registered or self.clock()
        body = {"registratieDatumTijd": moment.isoformat(), "gebeurtenisId": code, "zaak": number, **more}
        headers = {
            "Authorization": f"Bearer {self.secret}",
            "bron": self.bron,
            "doel": self.bron,
            "berichtId": str(uuid4()),
        }
        status = 0
        async with aiohttp.ClientSession() as http:
            for _ in range(TRIES):
                async with http.post(self.callback, json=body, headers=headers) as answer:
                    status = answer.status
                if status != 503:
                    break
        self.delivered.append(Delivered(code, number, status))
        return status

    async def close(self) -> None:
        """End what is being sent."""
        for task in tuple(self._sending):
            task.cancel()
        await asyncio.gather(*self._sending, return_exceptions=True)

    async def _resource(self, request: web.Request) -> web.Response:
        number = request.match_info["number"]
        path = request.path.rsplit(f"/personen/{number}/", 1)[-1]
        self.asked.append((number, path))
        version = {"API-Version": VERSIONS[path]}
        if self.away:
            return web.Response(status=503, headers=version)
        if request.headers.get("Authorization") != f"Bearer {self.key}":
            return web.Response(status=403, headers=version)
        if not _complete(request.headers):
            return web.Response(status=400, headers=version)
        found = self.persons.get(number, {}).get(path)
        if found is None:
            return web.Response(status=404, headers=version)
        return web.Response(text=json.dumps(found), content_type="application/json", headers=version)


def _complete(headers: Mapping[str, str]) -> bool:
    """Whether the headers are there that DUO asks for."""
    try:
        UUID(headers.get("berichtId", ""))
    except ValueError:
        return False
    return all(len(headers.get(name, "")) == OIN_LENGTH for name in ("bron", "doel"))
