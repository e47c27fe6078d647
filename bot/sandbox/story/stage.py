"""Where the story is played: a town in a temporary folder, with the people's phones and browsers."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import aiohttp

from bot.console.api.keys import make_key
from bot.console.roles import Role
from bot.sandbox.clock import MovedClock
from bot.sandbox.demo import Demo, Say
from bot.sandbox.story.browser import Browser
from bot.sandbox.story.cases import Cases
from bot.sandbox.story.console import ConsoleApi
from bot.sandbox.story.handset import Handset
from bot.store.outbox import UNLIMITED
from bot.store.store import TenantStore

TENANT = "waterveen"
NAME, NUMBER = "Samira", "WV-0001"
SCHOOL = "Taalschool De Brug"


@dataclass
class Stage:
    """Everything the story acts with; only `demo.clock` and the last check reach behind the HTTP faces."""

    demo: Demo
    clock: MovedClock
    phone: Handset
    cases: Cases
    caseworker: ConsoleApi
    planner: ConsoleApi
    anneke: Browser
    ingrid: Browser

    @property
    def store(self) -> TenantStore:
        """The municipality's store, for the last check."""
        return self.demo.app.municipalities[TENANT].store

    async def later(self, by: timedelta) -> None:
        """Move the town's clock and let every loop look at it."""
        self.clock.forward(by)
        for town in self.demo.app.municipalities.values():
            await town.store.stir()


@asynccontextmanager
async def stage(folder: Path, port: int, say: Say) -> AsyncIterator[Stage]:
    """Start the town, without Telegram's pace of one message a second; nothing is kept afterwards."""
    clock = MovedClock()
    demo = Demo(folder, port, clock=clock, limits=None, with_class=False)
    await demo.start(say)
    for town in demo.app.municipalities.values():
        town.store.outbox.limits = dict(UNLIMITED)
    try:
        async with AsyncExitStack() as stack:
            http = await stack.enter_async_context(aiohttp.ClientSession())
            console = f"{demo.url}/wegwijs/console/"
            desk, anneke, ingrid = [
                await stack.enter_async_context(Browser(address))
                for address in (f"{demo.url}/zgw/{TENANT}/zaaksysteem/", console, console)
            ]
            tenant = demo.app.municipalities[TENANT].tenant
            yield Stage(
                demo,
                clock,
                Handset(http, demo.url, NAME.lower(), tenant.bot.gebruikersnaam),
                Cases(http, tenant, desk),
                ConsoleApi(http, f"{console}api/v1", await _key(demo, Role.CASEWORKER)),
                ConsoleApi(http, f"{console}api/v1", await _key(demo, Role.PLANNER, SCHOOL)),
                anneke,
                ingrid,
            )
    finally:
        await demo.stop()


async def _key(demo: Demo, role: Role, school: str | None = None) -> str:
    """Do what an administrator does once: make a key for another system."""
    record, text = make_key("story", TENANT, role, school)
    await demo.app.store.api_keys.put(record)
    return text
