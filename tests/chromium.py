"""Headless Chromium, for every test that looks at a page."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from playwright.async_api import Browser, async_playwright

FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"]
FLAGS += ["--disable-background-networking", "--disable-component-update"]
NAMES = ("chromium", "chromium-browser", "google-chrome")


def chromium() -> str:
    """Where Chromium is; without it the test is skipped, on a build server it fails."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        why = "Chromium is not installed (package `chromium`)"
        if os.environ.get("CI") == "true":
            pytest.fail(why)
        pytest.skip(why)
    return found


@asynccontextmanager
async def launched() -> AsyncIterator[Browser]:
    """A browser that is closed afterwards."""
    path = chromium()
    async with async_playwright() as tool:
        browser = await tool.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        await browser.close()
