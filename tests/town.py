"""The town in one test: real HTTP between bot, Bot API, case systems and console; only the clock is ours."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp

from bot.app import Municipality
from bot.sandbox.arrivals import Letter, invite, sees_button, tap
from bot.sandbox.demo import Demo
from bot.sandbox.telegram import Phone
from bot.sandbox.telegram.message import Message
from bot.sandbox.zgw import Zgw
from bot.store.outbox import UNLIMITED
from tests.clocks import Running

BOT = "WegwijsWaterveenBot"
AWAY = "http://127.0.0.1:1"


@dataclass
class TestTown:
    """A running town with a clock that tests move. Start one with `town(tmp_path, clock)`."""

    __test__ = False

    demo: Demo
    clock: Running
    http: aiohttp.ClientSession

    @property
    def waterveen(self) -> Municipality:
        """The first municipality."""
        return self.demo.app.municipalities["waterveen"]

    @property
    def case_system(self) -> Zgw:
        """Its case system."""
        return self.demo.systems["waterveen"]

    @property
    def console(self) -> str:
        """Address of the console, without a slash at the end."""
        return f"{self.demo.url}/wegwijs/console"

    def phone(self, first_name: str) -> Phone:
        """Somebody's phone."""
        return self.demo.telegram.phone(first_name.lower(), first_name=first_name)

    def letter(self, first_name: str) -> Letter:
        """The letter on somebody's table."""
        return next(letter for letter in self.demo.letters if letter.first_name == first_name)

    async def office_code(self, first_name: str) -> Letter:
        """A QR on the caseworker's screen: valid 10 minutes, no confirmation needed."""
        return await invite(self.waterveen, self.demo.town.person(first_name), self.clock, "office")

    async def linked(self, first_name: str, *, level: str = "L1", shared: bool = False) -> Phone:
        """Link somebody by an office code, tap by tap, until home is shown."""
        code, phone = await self.office_code(first_name), self.phone(first_name)
        await phone.start(code.secret, bot=code.bot)
        for place in ("start.hello/yes/", "reading.choice/read/", "linking.who/yes/", "consent.what/yes/"):
            await tap(phone, place, code.bot)
        await tap(phone, "consent.phone/others/" if shared else "consent.phone/me/", code.bot)
        await tap(phone, f"consent.level/{level}/", code.bot)
        for place in ("consent.level/ok/", "reminders.when/evening/"):
            await tap(phone, place, code.bot)
        await sees_button(phone, "home.", code.bot)
        return phone

    async def moves_on(self, wall: str | None = None, **by: float) -> None:
        """Move the clock (to a local moment, or by some time) and let everything that is due happen."""
        if wall is not None:
            self.clock.jump_to(wall)
        self.clock.forward(**by)
        await self.stir()

    async def stir(self) -> None:
        """Let every loop look at once; follow every hint of the case system."""
        for town in self.demo.app.municipalities.values():
            await town.follower.work(everything=True)
            await town.store.stir()


@asynccontextmanager
async def town(
    folder: Path, clock: Running | None = None, *, translator: str | None = None
) -> AsyncIterator[TestTown]:
    """A town on a free port with its own store, stopped afterwards; `translator` is a server's address."""
    clock = clock or Running()
    demo = Demo(folder, port=0, clock=clock, limits=None, with_class=False, translator_url=translator)
    await demo.start()
    for municipality in demo.app.municipalities.values():
        municipality.store.outbox.limits = dict(UNLIMITED)
    try:
        async with aiohttp.ClientSession() as http:
            yield TestTown(demo, clock, http)
    finally:
        await demo.stop()


def shown(message: Message) -> str:
    """A message as a reader sees it, without isolates: its text, then its buttons row by row."""
    clean = "".join(sign for sign in message.text if sign not in "\u2066\u2067\u2068\u2069")
    rows = [" ".join(f"[{button['text']}]" for button in row) for row in message.rows]
    return "\n".join([clean, *rows])
