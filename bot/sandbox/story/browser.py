"""A browser without script: cookies, links and forms over real HTTP, for the story and the tests."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urljoin, urlsplit

import aiohttp

from bot.sandbox.story.forms import Button, Form, Values, read_forms
from bot.sandbox.story.reading import readable


@dataclass(frozen=True)
class Page:
    """A page as it was answered."""

    url: str
    status: int
    html: str

    @cached_property
    def forms(self) -> tuple[Form, ...]:
        """Its forms."""
        return read_forms(self.html)

    @cached_property
    def text(self) -> str:
        """What its main part says, as plain lines."""
        return readable(self.html)

    def form(self, action: str, *, button: str = "", **holding: str) -> Form:
        """The form whose address ends so, with this button and these values; `LookupError` names all."""
        for one in self.forms:
            ends = urlsplit(urljoin(self.url, one.action)).path.endswith(action)
            has = not button or any(button in known.label for known in one.buttons)
            if ends and has and all((name, value) in one.fields for name, value in holding.items()):
                return one
        raise LookupError(f"no form {action!r} at {self.url}; there are {[one.action for one in self.forms]}")


class Browser:
    """One person's browser; use it as an async context manager."""

    def __init__(self, base: str) -> None:
        self._base = base.rstrip("/") + "/"
        self._http: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Browser:
        # 127.0.0.1 is an address, for which cookies are kept only when asked to.
        self._http = aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))
        return self

    async def __aexit__(self, *fault: object) -> None:
        if self._http is not None:
            await self._http.close()

    async def open(self, path: str) -> Page:
        """Go to an address below the base; a whole address is taken as it is."""
        return await self._ask("GET", urljoin(self._base, path))

    async def send(
        self,
        page: Page,
        form: Form,
        values: Values | None = None,
        button: str = "",
    ) -> Page:
        """Fill in a form of this page and press a button of it; answers where one arrives."""
        pressed: Button | None = form.button(button) if button else None
        action = pressed.action if pressed and pressed.action else form.action
        sent, target = form.filled(values or {}, pressed), urljoin(page.url, action)
        if form.method == "get":
            return await self._ask("GET", target, params=sent)
        return await self._ask("POST", target, data=aiohttp.FormData(sent))

    async def _ask(self, method: str, url: str, **more: Any) -> Page:
        assert self._http is not None
        parts = urlsplit(url)
        headers = {"Origin": f"{parts.scheme}://{parts.netloc}", "Sec-Fetch-Site": "same-origin"}
        headers["Accept-Language"] = "en"
        async with self._http.request(method, url, headers=headers, **more) as answer:
            return Page(str(answer.url), answer.status, await answer.text())
