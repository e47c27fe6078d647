"""A person with a phone: taps, waits for the answer, and reads it in their language."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from time import monotonic

from bot.app import Municipality
from bot.clock import Clock, local
from bot.sandbox.arrivals import STEPS, Letter, datas
from bot.sandbox.telegram import NotSeen, Phone
from bot.sandbox.telegram.message import Message
from bot.state.values import Value
from bot.views import Views, plain

PATIENCE = 20.0


@dataclass
class Someone:
    """One linked person."""

    phone: Phone
    bot: str
    town: Municipality
    views: Views
    clock: Clock
    language: str
    number: str

    async def links(self, letter: Letter) -> None:
        """Scan the code, read, agree, and come home."""
        await self.phone.start(letter.secret, bot=letter.bot)
        for place in STEPS:
            await self.tap(place)
        await self._shows("home.", 0)

    async def tap(self, place: str, then: str = "") -> tuple[Message, float]:
        """Tap the button of a place; gives what it led to, and after how many seconds."""
        message = await self._shows(place, 0)
        data = next(data for data in datas(message) if place in data)
        mark, begun = self.phone.mark(self.bot), monotonic()
        await self.phone.taps(data, message_id=message.id, bot=self.bot)
        if not then:
            return message, 0.0
        return await self._shows(then, mark), monotonic() - begun

    async def says(self, text: str, then: str) -> tuple[Message, float]:
        """Type something; gives what it led to, and after how many seconds."""
        mark, begun = self.phone.mark(self.bot), monotonic()
        await self.phone.says(text, bot=self.bot)
        return await self._shows(then, mark), monotonic() - begun

    async def sees(self, text: str, seconds: float = PATIENCE) -> bool:
        """Whether a message with this text comes."""
        try:
            await self.phone.sees(
                lambda one: one.from_bot and text in plain(one.text), bot=self.bot, timeout=seconds
            )
        except NotSeen:
            return False
        return True

    async def shows(self, place: str, seconds: float = PATIENCE) -> bool:
        """Whether a button of this place comes."""
        try:
            await self._shows(place, 0, seconds)
        except NotSeen:
            return False
        return True

    def words(self, key: str, values: Mapping[str, Value] | None = None) -> str:
        """A text of the catalogue in this person's language."""
        return plain(self.views.words(self.language, key, values or {})).strip()

    def count(self, text: str) -> int:
        """How many messages of the bot hold this text now."""
        return sum(one.from_bot and text in plain(one.text) for one in self.phone.messages(self.bot))

    @property
    def messages(self) -> list[Message]:
        """What the bot wrote and the phone shows."""
        return [one for one in self.phone.messages(self.bot) if one.from_bot]

    async def id(self) -> str:
        """The person's id in the store."""
        found = await self.town.store.persons.by_number(self.number)
        assert found is not None
        return found.id

    @property
    def wall(self) -> str:
        """The time of the day."""
        return f"{local(self.clock()):%H:%M}"

    async def _shows(self, place: str, since: int, seconds: float = PATIENCE) -> Message:
        return await self.phone.sees(
            lambda one: one.from_bot and any(place in data for data in datas(one)),
            bot=self.bot,
            since=since,
            timeout=seconds,
        )


def lines_of(message: Message) -> set[str]:
    """The lines of a screen without marks of direction, times of reading left in."""
    return {line.strip() for line in plain(message.text).splitlines() if line.strip()}


async def quiet(seconds: float) -> None:
    """Let the loops run for a moment."""
    await asyncio.sleep(seconds)
