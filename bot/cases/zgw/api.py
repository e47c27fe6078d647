"""One case API behind one root: signed calls with deadlines, safe repeats, whole lists and a breaker."""

from __future__ import annotations

import asyncio
import json
import random
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from typing import Any, Final

import aiohttp
from yarl import URL

from bot.breaker import DENIED_PAUSE, Breaker, Told
from bot.cases.zgw.credentials import Credential
from bot.cases.zgw.pace import Pace
from bot.cases.zgw.refusals import code_of, refusal
from bot.cases.zgw.urls import under
from bot.cases.zgw.version import Version
from bot.clock import Clock
from bot.errors import BadAnswer, CaseApiAway, CaseApiDenied, Throttled, WegwijsError

LARGEST: Final = 5 * 1024 * 1024
MOST_PAGES: Final = 100
CRS: Final = "EPSG:4326"
NO_RIGHT: Final = "permission_denied"
Query = Sequence[tuple[str, str]]
Refused = Callable[[int, Mapping[str, str], Any, Clock], WegwijsError]


@dataclass(frozen=True, slots=True)
class Line:
    """What all calls of a tenant share; `chance` returns 0 to 1.

    `deadline`: seconds for one exchange; `patience`: seconds for one thing with all its pages and repeats,
    not counting the wait for a turn.
    """

    session: aiohttp.ClientSession
    clock: Clock
    deadline: float = 3.0
    patience: float = 15.0
    attempts: int = 3
    sleep: Callable[[float], Awaitable[object]] = asyncio.sleep
    chance: Callable[[], float] = random.random


@dataclass(frozen=True, slots=True)
class Held:
    """A resource as it was last read, with its ETag; an empty one is never asked with."""

    doc: Any
    etag: str = ""


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    headers: Mapping[str, str]
    doc: Any


@dataclass(slots=True)
class _Budget:
    """The seconds that are left for one thing."""

    left: float

    def spend(self, seconds: float) -> None:
        self.left -= seconds
        if self.left <= 0:
            raise CaseApiAway("The case API takes too long.")


@dataclass(frozen=True, slots=True)
class _Ask:
    """One request, apart from how often it is tried."""

    method: str
    address: str
    subject: str = ""
    body: object = None
    more: Mapping[str, str] = field(default_factory=dict)
    lone: bool = False


class Api:
    """Calls below one root (ending with a slash) with one credential."""

    def __init__(
        self,
        line: Line,
        root: str,
        credential: Credential,
        breaker: Breaker | None = None,
        denials: Breaker | None = None,
        *,
        pace: Pace | None = None,
        version: Version | None = None,
        headers: Callable[[], Mapping[str, str]] = lambda: {"Accept-Crs": CRS, "Content-Crs": CRS},
        refused: Refused = refusal,
    ) -> None:
        self.root = root
        self._line, self._credential = line, credential
        self._headers, self._refused = headers, refused
        self._breaker = breaker or Breaker(line.clock)
        self._denials = denials or denials_of(line.clock)
        self._pace, self._version = pace, version or Version("")

    @property
    def version(self) -> str:
        """The version that the API names in its answers; empty before the first."""
        return self._version.seen

    async def get(self, path: str, query: Query = (), subject: str = "", *, lone: bool = False) -> Any:
        """Read a resource; repeated with backoff and jitter while the other side is away.

        `lone`: a right that is missing for this one says nothing of the credential, and holds up no other.
        """
        ask = _Ask("GET", self._address(path, query), subject, lone=lone)
        return (await self._read(ask, self._budget())).doc

    async def fresh(self, path: str, held: Held | None) -> Held:
        """Read a resource whose ETag covers all of it, only if it changed since.

        True of the types in Catalogi; never of a case, whose ETag is blind for its parts.
        """
        more = {"If-None-Match": held.etag} if held is not None and held.etag else {}
        answer = await self._read(_Ask("GET", self._address(path, ()), more=more), self._budget())
        if answer.status == 304 and held is not None:
            return held
        return Held(answer.doc, answer.headers.get("ETag", ""))

    async def send(self, method: str, path: str, body: object, subject: str = "") -> Any:
        """Write once; a write without an answer is never repeated here, because it may have been done."""
        ask = _Ask(method, self._address(path, ()), subject, body)
        return (await self._once(ask, self._budget())).doc

    async def pages(self, path: str, query: Query = (), subject: str = "") -> list[Any]:
        """Read a whole list; one that changed while it was read is read once more."""
        budget = self._budget()
        for _ in range(2):
            found = await self._walk(self._address(path, query), subject, budget)
            if found is not None:
                return found
        raise BadAnswer("a list that is shorter than its count")

    async def array(self, path: str, subject: str = "") -> list[Any]:
        """Read one of the few lists that come without pages."""
        found = await self.get(path, subject=subject)
        if not isinstance(found, list):
            raise BadAnswer("list")
        return found

    def _budget(self) -> _Budget:
        return _Budget(self._line.patience)

    def _address(self, path: str, query: Query) -> str:
        return str(URL(self.root + path).with_query(list(query)))

    async def _walk(self, address: str, subject: str, budget: _Budget) -> list[Any] | None:
        rows: dict[str, Any] = {}
        for _ in range(MOST_PAGES):
            page = (await self._read(_Ask("GET", address, subject), budget)).doc
            results = page.get("results") if isinstance(page, dict) else None
            if not isinstance(page, dict) or not isinstance(results, list):
                raise BadAnswer("list")
            total, following = page.get("count"), page.get("next")
            if type(total) is not int:
                raise BadAnswer("count")
            for row in results:
                rows.setdefault(_name(row), row)
            if following is None:
                return list(rows.values()) if total == len(rows) else None
            if not isinstance(following, str):
                raise BadAnswer("next")
            address = following
        raise BadAnswer("pages")

    async def _read(self, ask: _Ask, budget: _Budget) -> _Answer:
        attempt = 0
        while True:
            try:
                return await self._once(ask, budget)
            except CaseApiAway:
                attempt += 1
                if attempt >= self._line.attempts or self._breaker.open or budget.left <= 0:
                    raise
                nap = 0.2 * 2**attempt * (0.5 + self._line.chance())
                budget.spend(nap)
                await self._line.sleep(nap)

    async def _once(self, ask: _Ask, budget: _Budget) -> _Answer:
        if not under(ask.address, self.root):
            raise BadAnswer("address")
        self._admit()
        async with self._pace.turn() if self._pace is not None else nullcontext():
            answer = await self._tried(ask, budget)
        self._version.note(answer.headers.get("API-version"))
        held = answer.status == 304 and "If-None-Match" in ask.more
        good = held or 200 <= answer.status < 300
        error = None if good else self._refused(answer.status, answer.headers, answer.doc, self._line.clock)
        self._note(error, ask.lone)
        if error is not None:
            raise error
        return answer

    async def _tried(self, ask: _Ask, budget: _Budget) -> _Answer:
        try:
            answer = await self._exchange(ask, budget)
            if answer.status == 403 and self._credential.heal(
                code_of(answer.doc), answer.headers.get("Date")
            ):
                answer = await self._exchange(ask, budget)
        except (aiohttp.ClientError, TimeoutError, OSError) as fault:
            self._breaker.failed()
            raise CaseApiAway(f"The case API cannot be reached ({type(fault).__name__}).") from None
        except (CaseApiAway, BadAnswer):
            self._breaker.failed()
            raise
        return answer

    def _admit(self) -> None:
        """Raise at once what the last calls came to, as long as the other side is left alone."""
        if self._denials.wait() > 0:
            raise CaseApiDenied("The case API denied access several times; it is asked again in a minute.")
        wait = self._breaker.wait()
        if wait > 0:
            raise Throttled(wait)

    def _note(self, error: WegwijsError | None, lone: bool) -> None:
        if isinstance(error, CaseApiDenied):
            if not lone or error.code != NO_RIGHT:
                self._denials.failed()
        elif error is None:
            self._denials.succeeded()
        if isinstance(error, Throttled):
            self._breaker.hold(error.seconds)
        if isinstance(error, CaseApiAway | Throttled):
            self._breaker.failed()
        else:
            self._breaker.succeeded()

    async def _exchange(self, ask: _Ask, budget: _Budget) -> _Answer:
        headers = {
            "Accept": "application/json",
            "Authorization": self._credential.header(ask.subject),
            **self._headers(),
            **ask.more,
        }
        begun = time.monotonic()
        async with self._line.session.request(
            ask.method,
            URL(ask.address),
            json=ask.body,
            headers=headers,
            allow_redirects=False,
            timeout=aiohttp.ClientTimeout(total=min(self._line.deadline, max(budget.left, 0.01))),
        ) as response:
            text = await _text(response)
        budget.left -= time.monotonic() - begun
        return _Answer(response.status, response.headers, _document(response.status, text))


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
    if status in {204, 304} or not text.strip():
        return None
    try:
        return json.loads(text, parse_constant=_not_json)
    except (ValueError, RecursionError):
        if 200 <= status < 300:
            raise CaseApiAway("The case API answers with something that is not JSON.") from None
        return None


def _not_json(name: str) -> object:
    raise ValueError(name)
