"""The console over HTTP: its API with a key, and its pages where the API has no word for the act."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import aiohttp

from bot.sandbox.story.browser import Browser, Page

PATIENCE = 20.0


class Refused(Exception):
    """The console answered otherwise than the story needs."""


class ConsoleApi:
    """The HTTP API of the console with one key; `url` ends with `/api/v1`."""

    def __init__(self, http: aiohttp.ClientSession, url: str, key: str) -> None:
        self._http, self._url = http, url
        self._key = key

    async def get(self, path: str, **query: str) -> Any:
        """Read something."""
        return await self._ask("GET", path, params=query)

    async def post(self, path: str, body: dict[str, Any]) -> Any:
        """Do something, once."""
        return await self._ask("POST", path, json=body)

    async def until(self, path: str, test: Callable[[Any], bool], what: str) -> Any:
        """Ask again until the answer passes; raises `Refused` with the last answer."""
        answer: Any = None
        try:
            async with asyncio.timeout(PATIENCE):
                while True:
                    answer = await self.get(path)
                    if test(answer):
                        return answer
                    await asyncio.sleep(0.1)
        except TimeoutError:
            raise Refused(f"The console does not say {what}; it says {answer}.") from None

    async def _ask(self, method: str, path: str, **more: Any) -> Any:
        headers = {"Authorization": f"Bearer {self._key}", "Idempotency-Key": str(uuid4())}
        async with self._http.request(method, f"{self._url}{path}", headers=headers, **more) as answer:
            body = await answer.json(content_type=None)
            if answer.status >= 400:
                raise Refused(
                    f"{method} {path}: {answer.status} {body.get('title')} {body.get('errors', '')}"
                )
            return body


async def sign_in(browser: Browser, email: str, password: str) -> Page:
    """Sign in at the console's own page."""
    page = await browser.open("signin")
    page = await browser.send(page, page.form("/signin"), {"email": email, "password": password})
    if "/signin" in page.url:
        raise Refused(f"The console does not let {email} in.")
    return page
