"""What a chapter has at hand: the stage, the teller and the language; every act is told as it is done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from bot.sandbox.story.browser import Browser
from bot.sandbox.story.cases import Cases
from bot.sandbox.story.console import ConsoleApi
from bot.sandbox.story.handset import Bubble, Handset
from bot.sandbox.story.stage import NAME, Stage
from bot.sandbox.story.teller import Teller, plain

REST, RESTS = timedelta(seconds=121), 3


@dataclass
class Scene:
    """One play of the story."""

    stage: Stage
    tell: Teller
    lang: str

    @property
    def phone(self) -> Handset:
        """Her phone."""
        return self.stage.phone

    @property
    def caseworker(self) -> ConsoleApi:
        """The console's API with a caseworker's key."""
        return self.stage.caseworker

    @property
    def planner(self) -> ConsoleApi:
        """The console's API with a planner's key."""
        return self.stage.planner

    @property
    def cases(self) -> Cases:
        """The municipality's case system."""
        return self.stage.cases

    @property
    def anneke(self) -> Browser:
        """The caseworker's browser."""
        return self.stage.anneke

    @property
    def ingrid(self) -> Browser:
        """The planner's browser."""
        return self.stage.ingrid

    @property
    def case_uuid(self) -> str:
        """The UUID of her case."""
        return self.stage.demo.town.person(NAME).case_uuid

    def account(self, first_name: str) -> tuple[str, str]:
        """The demo's sign-in of a colleague: e-mail and password."""
        one = next(c for c in self.stage.demo.town.staff if c.email.startswith(first_name))
        return one.email, one.password

    async def sees(self, place: str) -> Bubble:
        """Wait until the phone shows a button of this place, and tell what stands there."""
        found = await self.phone.sees(place)
        self.tell.phone(found)
        return found

    async def taps(self, place: str) -> None:
        """Tap a button, found by its place and not by its words."""
        _, label = await self.phone.taps(place)
        self.tell.does(NAME, f"taps [{plain(label)}]")

    async def types(self, text: str, told: str) -> None:
        """Type something."""
        self.tell.does(NAME, told)
        await self.phone.types(text)

    async def pushed(self, place: str) -> Bubble:
        """Let a change rest until it is pushed; the clock moves again where the change came after it."""
        for _ in range(RESTS):
            if found := await self.phone.glances(place, seconds=3.0):
                self.tell.phone(found)
                return found
            await self.later(REST, "a change rests, so that one that is taken back at once is never told")
        return await self.sees(place)

    async def later(self, by: timedelta, why: str) -> None:
        """Let time go by: the town's clock is moved, nobody waits."""
        await self.stage.later(by)
        self.tell.note(f"the town's clock is moved on by {int(by.total_seconds())} s: {why}")
