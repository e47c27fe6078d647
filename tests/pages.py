"""A colleague at the console's real pages; what the pages say goes into a transcript."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from bot.sandbox.story.browser import Browser, Page
from bot.sandbox.story.forms import Values
from bot.sandbox.story.teller import plain
from bot.sandbox.town import Colleague
from tests.rest import at_rest
from tests.town import TestTown
from tests.transcript import MARGIN, Transcript

MASKS = (
    (re.compile(r"\b[0-9A-Z]{5}-[0-9A-Z]{5}\b"), "·····-·····"),
    (re.compile(r"http://127\.0\.0\.1:\d+"), "http://…"),
    (re.compile(r"start=[\w-]+"), "start=…"),
    (re.compile(r"\b(1?\d\d) s\b"), "some s"),
    (re.compile(r"Works for \d+:\d\d"), "Works for some minutes"),
)
"""What is another at every run: codes, ports, secrets, and seconds that pass."""


@dataclass
class Screen:
    """One colleague's browser. `page` is what stands on it."""

    town: TestTown
    colleague: Colleague
    browser: Browser
    record: Transcript
    page: Page = field(default_factory=lambda: Page("", 0, ""))

    async def signs_in(self, *, quietly: bool = False) -> None:
        """Sign in with the demo's account."""
        self.page = await self.browser.open("signin")
        form = {"email": self.colleague.email, "password": self.colleague.password}
        self.page = await self.browser.send(self.page, self.page.form("/signin"), form)
        self._tells("signs in", quietly=quietly)

    async def opens(self, path: str, said: str, *, quietly: bool = False) -> None:
        """Follow a link; `quietly` leaves the page itself out of the transcript."""
        self.page = await self.browser.open(path)
        self._tells(said, quietly=quietly)

    async def sends(
        self,
        action: str,
        said: str,
        values: Values | None = None,
        *,
        button: str = "",
        quietly: bool = False,
        **holding: str,
    ) -> None:
        """Fill in the form whose address ends so, press a button of it, and wait until all came of it."""
        form = self.page.form(action, button=button, **holding)
        self.page = await self.browser.send(self.page, form, values, button)
        await at_rest(self.town)
        self._tells(said, quietly=quietly)

    async def looks_again(self, said: str) -> None:
        """Load the same page again."""
        await self.opens(self.page.url.split("?")[0], said)

    def sees(self, *words: str) -> None:
        """All this stands on the page."""
        for one in words:
            assert one in self.page.text, f"{one!r} is not on {self.page.url}:\n{self.page.text}"

    def _tells(self, said: str, *, quietly: bool = False) -> None:
        self.record.did(self.colleague.name.split()[0], said)
        assert self.page.status < 500, self.page.text
        lines = [] if quietly else masked(self.page.text).splitlines()
        self.record.lines += [f"{MARGIN}🖥 {line}" for line in lines]


def masked(text: str) -> str:
    """The text without what is another at every run."""
    text = plain(text)
    for pattern, instead in MASKS:
        text = pattern.sub(instead, text)
    return text


@asynccontextmanager
async def screen(town: TestTown, colleague: str, record: Transcript) -> AsyncIterator[Screen]:
    """A colleague at a browser, not signed in yet; `colleague` is an id of the town."""
    async with Browser(f"{town.console}/") as browser:
        yield Screen(town, town.demo.town.colleague(colleague), browser, record)
