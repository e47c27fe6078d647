"""One question to an API, and all that its answer tells about the connection."""

from __future__ import annotations

import json
import re
import ssl
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any, Final

import aiohttp
from yarl import URL

from bot.cases.zgw.api import CRS, LARGEST, MOST_PAGES
from bot.cases.zgw.refusals import code_of
from bot.cases.zgw.urls import under
from bot.clock import Clock

DEADLINE: Final = 10.0
Query = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back; `fault` says why nothing did, and then `status` is 0."""

    status: int = 0
    body: Any = None
    seconds: float = 0.0
    fault: str = ""
    version: str = ""
    date: str | None = None
    skew: timedelta | None = None
    """How far the other side's clock is ahead of ours."""

    @property
    def ok(self) -> bool:
        """Whether it is the answer that was asked for."""
        return 200 <= self.status < 300 and not self.fault

    @property
    def code(self) -> str:
        """The code of a refusal, as far as it is one."""
        found = code_of(self.body)
        return found if re.fullmatch(r"[A-Za-z0-9_-]{1,60}", found) else ""

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The rows of a list, paged or bare."""
        listed = self.body.get("results") if isinstance(self.body, dict) else self.body
        return [row for row in listed if isinstance(row, dict)] if isinstance(listed, list) else []

    @property
    def total(self) -> int:
        """How many rows the whole list has."""
        found = self.body.get("count") if isinstance(self.body, dict) else None
        return found if isinstance(found, int) else len(self.rows)


class Wire:
    """Asks below a root only, follows no redirects, and never raises: a fault is an answer too."""

    def __init__(self, session: aiohttp.ClientSession, clock: Clock, deadline: float = DEADLINE) -> None:
        self._session, self.clock, self._deadline = session, clock, deadline

    async def get(self, root: str, path: str, auth: str | None, query: Query = ()) -> Answer:
        """Read one resource or the first page of a list."""
        return await self._ask("GET", str(URL(root + path).with_query(list(query))), auth, None)

    async def post(self, address: str, auth: str | None, body: object) -> Answer:
        """Send a body."""
        return await self._ask("POST", address, auth, body)

    async def all(self, root: str, path: str, auth: str | None, query: Query = ()) -> Answer:
        """Read a whole list; the answer holds the rows of all pages."""
        first = page = await self.get(root, path, auth, query)
        rows = list(page.rows)
        for _ in range(MOST_PAGES):
            following = page.body.get("next") if page.ok and isinstance(page.body, dict) else None
            if not isinstance(following, str) or not under(following, root):
                break
            page = await self._ask("GET", following, auth, None)
            rows += page.rows
        if not page.ok:
            return page
        return Answer(first.status, rows, first.seconds, version=first.version, skew=first.skew)

    async def _ask(self, method: str, address: str, auth: str | None, body: object) -> Answer:
        headers = {"Accept": "application/json", "Accept-Crs": CRS, "Content-Crs": CRS}
        if auth:
            headers["Authorization"] = auth
        began = time.monotonic()
        try:
            async with self._session.request(
                method,
                URL(address),
                json=body,
                headers=headers,
                allow_redirects=False,
                timeout=aiohttp.ClientTimeout(total=self._deadline),
            ) as response:
                seconds = time.monotonic() - began
                text = await _text(response)
                return Answer(
                    response.status,
                    _json(text),
                    seconds,
                    version=response.headers.get("API-version", "")[:20],
                    date=response.headers.get("Date"),
                    skew=_skew(response.headers.get("Date"), self.clock() - timedelta(seconds=seconds / 2)),
                )
        except TimeoutError:
            return Answer(fault=f"gives no answer within {self._deadline:g} seconds")
        except (aiohttp.ClientError, OSError, ValueError) as fault:
            return Answer(fault=_reason(fault))


async def _text(response: aiohttp.ClientResponse) -> bytes:
    found = bytearray()
    async for piece in response.content.iter_chunked(1 << 16):
        found += piece
        if len(found) > LARGEST:
            return b""
    return bytes(found)


def _reason(fault: Exception) -> str:
    if isinstance(fault, aiohttp.ClientConnectorCertificateError):
        reason = getattr(fault.certificate_error, "verify_message", "") or "not trusted"
        return f"has a certificate that is refused ({reason})"
    if isinstance(fault, aiohttp.ClientConnectorDNSError):
        return "has a host name that is not known here (DNS)"
    if isinstance(fault, aiohttp.ClientSSLError | ssl.SSLError):
        return "does not speak TLS as it should"
    if isinstance(fault, aiohttp.ClientConnectorError):
        return "refuses the connection, or the way to it is closed"
    if isinstance(fault, aiohttp.ClientConnectionError):
        return "ends the connection before it answers"
    return f"cannot be asked ({type(fault).__name__})"


def _skew(header: str | None, ours: datetime) -> timedelta | None:
    if header is None:
        return None
    try:
        theirs = parsedate_to_datetime(header)
    except ValueError:
        return None
    return (theirs if theirs.tzinfo else theirs.replace(tzinfo=UTC)) - ours


def _json(text: bytes) -> Any:
    try:
        return json.loads(text) if text.strip() else None
    except (ValueError, RecursionError):
        return None
