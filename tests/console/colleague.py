"""A colleague at a browser: signs in, looks at pages, sends forms as a browser would."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from aiohttp import ClientResponse
from aiohttp.test_utils import TestClient
from aiohttp.web import Application, Request

from tests.console.fakes import FakeStore
from tests.console.town import PASSWORD, STAFF

SAME = {"Sec-Fetch-Site": "same-origin"}
TAG = re.compile(r"<(script|style|head|svg|header|footer).*?</\1>|<[^>]+>", re.S)


@dataclass(frozen=True, slots=True)
class Seen:
    """A page as a person sees it: status, text without tags, where it leads, and the raw HTML."""

    status: int
    text: str
    location: str
    html: str
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class Colleague:
    """One signed-in browser."""

    name: str
    client: TestClient[Request, Application]
    store: FakeStore
    language: str = "en"

    async def signs_in(self, password: str = PASSWORD, next: str = "") -> Seen:
        form = {"email": STAFF[self.name].email, "password": password, "next": next}
        return await self._send("/signin", form, SAME)

    def csrf(self) -> str:
        """The token of this colleague's session."""
        return next(s.csrf for s in self.store.sessions.records.values() if s.staff == self.name)

    async def opens(self, path: str) -> Seen:
        async with self.client.get(path, headers=self._headers(), allow_redirects=False) as answer:
            return await _seen(answer)

    async def asks(self, path: str, fields: object = None, **more: str) -> Seen:
        """Send a form that only asks, by GET."""
        pairs = [*(fields if isinstance(fields, list) else []), *more.items()]
        return await self.opens(f"{path}?{urlencode(pairs)}")

    async def sends(self, path: str, fields: object = None, **more: str) -> Seen:
        """Send a form; `fields` are pairs where a name occurs several times."""
        pairs = [*(fields if isinstance(fields, list) else []), *more.items(), ("csrf", self.csrf())]
        return await self._send(path, pairs, SAME)

    async def sends_and_follows(self, path: str, fields: object = None, **more: str) -> Seen:
        seen = await self.sends(path, fields, **more)
        assert seen.status == 303, seen.text
        return await self.opens(seen.location)

    async def _send(self, path: str, form: Any, headers: dict[str, str]) -> Seen:
        async with self.client.post(
            path, data=form, headers={**self._headers(), **headers}, allow_redirects=False
        ) as answer:
            return await _seen(answer)

    def _headers(self) -> dict[str, str]:
        return {"Accept-Language": self.language}


async def _seen(answer: ClientResponse) -> Seen:
    raw = await answer.text()
    text = html.unescape(re.sub(r"\s+", " ", TAG.sub(" ", raw))).strip()
    return Seen(answer.status, text, answer.headers.get("Location", ""), raw, dict(answer.headers))


def hidden(seen: Seen, name: str) -> str:
    """The value of a hidden field of a page."""
    found = re.search(rf'name="{name}" value="([^"]*)"', seen.html)
    assert found is not None, f"no field {name}"
    return html.unescape(found.group(1))
