"""The running town, and headless Chromium to look at it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest_asyncio
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page

from tests.chromium import launched
from tests.stories.story_clock import StoryClock
from tests.town import TestTown, town

PATIENCE_MS = 15_000
Opens = Callable[..., Awaitable[Page]]


@pytest_asyncio.fixture
async def browser() -> AsyncIterator[Browser]:
    """Headless Chromium."""
    async with launched() as browser:
        yield browser


@pytest_asyncio.fixture
async def running(tmp_path: Path) -> AsyncIterator[TestTown]:
    """The whole program, on a free port."""
    async with town(tmp_path, StoryClock()) as one:
        yield one


@pytest_asyncio.fixture
async def opens(browser: Browser, running: TestTown) -> AsyncIterator[Opens]:
    """Open a page of the town in a browser of its own; a fault in any page's script fails the test."""
    faults: list[str] = []

    async def opened(path: str, *, width: int = 1280, height: int = 900, language: str = "en") -> Page:
        context = await browser.new_context(
            base_url=running.demo.url, locale=language, viewport={"width": width, "height": height}
        )
        page = await context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        page.on(
            "console",
            lambda line: faults.append(f"{line.text} {line.location}") if line.type == "error" else None,
        )
        await page.goto(path)
        return page

    yield opened
    assert faults == []


async def accessible(page: Page) -> None:
    """No rule of axe is broken on this page as it stands."""
    found = await Axe().run(page)
    assert found.violations_count == 0, f"{page.url}\n{found.generate_report()}"
