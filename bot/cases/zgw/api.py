"""One case API behind one root: signed calls with a deadline, safe repeats, pages and a breaker."""

from __future__ import annotations

import asyncio
import json
import random
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import aiohttp
from yarl import URL

from bot.breaker import DENIED_PAUSE, Breaker, Told
from bot.cases.zgw.credentials import Credential
from bot.cases.zgw.refusals import code_of, refusal
from bot.cases.zgw.urls import under
from bot.clock import Clock
from bot.errors import BadAnswer, CaseApiAway, CaseApiDenied, Throttled, WegwijsError

LARGEST: Final = 5 * 1024 * 1024
MOST_PAGES: Final = 100
CRS: Final = "EPSG:4326"
Query = Sequence[tuple[str, str]]
Refused = Callable[[int, Mapping[str, str], Any, Clock], WegwijsError]


@dataclass(frozen=True, slots=True)
class Line:
    """What all calls of a tenant share; `deadline` in seconds, `chance` returns 0 to 1."""

    session: aiohttp.ClientSession
    clock: Clock
    deadline: float = 3.0
    attempts: int = 3
    sleep: Callable[[float], Awaitable[object]] = asyncio.sleep
    chance: Callable[[], float] = random.random


class Api:
    """Calls below one root (ending with a slash) with one credential."""

    def __init__(
        self,
        line: Line,
        root: str,
        credential: Credential,
        breaker: Breaker | None = None,
        denials: Breaker | None = None,
        headers: Callable[[], Mapping[str, str]] = lambda: {"Accept-Crs": CRS, "Content-Crs": CRS},
        refused: Refused = refusal,
    ) -> None:
        self.root = root
        self._line, self._credential = line, credential
        self._headers, self._refused = headers, refused
        self._breaker = breaker or Breaker(line.clock)
        self._denials = denials or denials_of(line.clock)

    async def get(self, path: str, query: Query = (), subject: str = "") -> Any:
        """Read a resource; repeated with backoff and jitter while the other side is away."""
        return await self._read(self._address(path, query), subject)

    async def send(self, method: str, path: str, body: object, subject: str = "") -> Any:
        """Write once; a write without an answer is never repeated here, because it may have been done."""
        return await self._once(method, self._address(path, ()), subject, body)

    async def pages(self, path: str, query: Query = (), subject: str = "") -> list[Any]:
        """Read a whole list; one that changed while it was read is read once more."""
        for _ in range(2):
            found = await self._walk(self._address(path, query), subject)
            if found is not None:
                return found
        raise BadAnswer("a list that is shorter than its count")

    def _address(self, path: str, query: Query) -> str:
        return str(URL(self.root + path).with_query(list(query)))

    async def _walk(self, address: str, subject: str) -> list[Any] | None:
        rows: dict[str, Any] = {}
        total: object = None
        for _ in range(MOST_PAGES):
            page = await self._read(address, subject)
            if isinstance(page, list):
                return page
            results = page.get("results") if isinstance(page, dict) else None
            if not isinstance(results, list):
                raise BadAnswer("list")
            total = page.get("count", total)
            if total is not None and type(total) is not int:
                raise BadAnswer("count")
            for row in results:
                rows.setdefault(_name(row), row)
            following = page.get("next")
            if not following:
                complete = total is None or total == len(rows)
                return list(rows.values()) if complete else None
            if not isinstance(following, str):
                raise BadAnswer("next")
            address = following
        raise BadAnswer("pages")

    async def _read(self, address: str, subject: str) -> Any:
        attempt = 0
        while True:
            try:
                return await self._once("GET", address, subject, None)
            except CaseApiAway:
                attempt += 1
                if attempt >= self._line.attempts or self._breaker.open:
                    raise
                await self._line.sleep(0.2 * 2**attempt * (0.5 + self._line.chance()))

    async def _once(self, method: str, address: str, subject: str, body: object) -> Any:
        if not under(address, self.root):
            raise BadAnswer("address")
        self._admit()
        try:
            status, headers, answer = await self._exchange(method, address, subject, body)
            if status == 403 and self._credential.heal(code_of(answer), headers.get("Date")):
                status, headers, answer = await self._exchange(method, address, subject, body)
        except (aiohttp.ClientError, TimeoutError, OSError) as fault:
            self._breaker.failed()
            raise CaseApiAway(f"The case API cannot be reached ({type(fault).__name__}).") from None
        except (CaseApiAway, BadAnswer):
            self._breaker.failed()
            raise
        error = None if 200 <= status < 300 else self._refused(status, headers, answer, self._line.clock)
        self._note(error)
        if error is not None:
            raise error
        return answer

    def _admit(self) -> None:
        """Raise at once what the last calls came to, as long as the other side is left alone."""
        if self._denials.wait() > 0:
            raise CaseApiDenied("The case API denied access several times; it is asked again in a minute.")
        wait = self._breaker.wait()
        if wait > 0:
            raise Throttled(wait)

    def _note(self, error: WegwijsError | None) -> None:
        if isinstance(error, CaseApiDenied):
            self._denials.failed()
        elif error is None:
            self._denials.succeeded()
        if isinstance(error, Throttled):
            self._breaker.hold(error.seconds)
        if isinstance(error, CaseApiAway | Throttled):
            self._breaker.failed()
        else:
            self._breaker.succeeded()

    async def _exchange(
        self, method: str, address: str, subject: str, body: object
    ) -> tuple[int, Mapping[str, str], Any]:
        headers = {
            "Accept": "application/json",
            "Authorization": self._credential.header(subject),
            **self._headers(),
        }
        async with self._line.session.request(
            method,
            URL(address),
            json=body,
            headers=headers,
            allow_redirects=False,
            timeout=aiohttp.ClientTimeout(total=self._line.deadline),
        ) as response:
            return response.status, response.headers, _document(response.status, await _text(response))


def once(session: aiohttp.ClientSession) -> None:
    """Switch off aiohttp's own repeat of calls whose connection broke: it hides faults and doubles probes."""
    session._retry_connection = False


def denials_of(clock: Clock, told: Told | None = None) -> Breaker:
    """Three refusals in a row, and a credential is used once a minute only, until it works again."""
    return Breaker(clock, failures=3, window=3, pause=DENIED_PAUSE, told=told)


def _name(row: object) -> str:
    return str(row.get("url") or row.get("uuid")) if isinstance(row, dict) else repr(row)


async def _text(response: aiohttp.ClientResponse) -> bytes:
    found = bytearray()
    async for piece in response.content.iter_chunked(1 << 16):
        found += piece
        if len(found) > LARGEST:
            response.close()
            raise BadAnswer("size")
    return bytes(found)


def _document(status: int, text: bytes) -> Any:
    if status == 204 or not text.strip():
        return None
    try:
        return json.loads(text, parse_constant=_not_json)
    except (ValueError, RecursionError):
        if 200 <= status < 300:
            raise CaseApiAway("The case API answers with something that is not JSON.") from None
        return None


def _not_json(name: str) -> object:
    raise ValueError(name)
