"""A phone of the sandbox over HTTP: what the phone page does, without a browser."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import aiohttp

MAC = 12
"""Characters before the place in callback data."""
LOOK_EVERY = 0.1
PATIENCE = 20.0


class NotSeen(Exception):
    """Something did not appear on the phone in time."""


@dataclass(frozen=True, slots=True)
class Bubble:
    """One message on the phone; `rows` are rows of (label, place)."""

    id: int
    text: str
    mine: bool
    rows: tuple[tuple[tuple[str, str], ...], ...]
    revision: int

    @property
    def places(self) -> tuple[str, ...]:
        """The places of its buttons: `screen/event/argument`."""
        return tuple(place for row in self.rows for _, place in row)

    def has(self, place: str) -> bool:
        """Whether a button's place begins so."""
        return any(one.startswith(place) for one in self.places)


def bubble(message: dict[str, Any]) -> Bubble:
    """Read one message of the phone API."""
    rows = tuple(
        tuple((button["text"], str(button.get("callback_data", ""))[MAC:]) for button in row)
        for row in message["rows"]
    )
    return Bubble(message["id"], message["text"], not message["from_bot"], rows, message["revision"])


@dataclass
class Handset:
    """One person's chat with one bot. `url` is the town's address."""

    http: aiohttp.ClientSession
    url: str
    name: str
    bot: str

    async def bubbles(self) -> tuple[Bubble, ...]:
        """What the phone shows, oldest first."""
        address = f"{self.url}/phone/api/phones/{self.name}/chats/{self.bot}/messages"
        async with self.http.get(address) as answer:
            answer.raise_for_status()
            return tuple(map(bubble, (await answer.json())["messages"]))

    async def speaks(self, language: str) -> None:
        """Set the language of the phone's app."""
        async with self.http.get(f"{self.url}/phone/api/phones/{self.name}") as answer:
            first_name = (await answer.json())["first_name"]
        wish = {"first_name": first_name, "language_code": language}
        async with self.http.patch(f"{self.url}/phone/api/phones/{self.name}", json=wish) as answer:
            answer.raise_for_status()

    async def starts(self, payload: str = "") -> None:
        """Open the bot, by a link where there is a payload, and press START."""
        await self._acts("start", payload=payload)

    async def types(self, text: str) -> None:
        """Type a text and send it."""
        await self._acts("text", text=text)

    async def taps(self, place: str) -> tuple[Bubble, str]:
        """Wait for a button of this place and tap it; returns the message and the button's label."""
        found = await self.sees(place)
        label, whole = next((text, one) for row in found.rows for text, one in row if one.startswith(place))
        await self.presses(found, whole)
        return found, label

    async def presses(self, on: Bubble, place: str) -> None:
        """Tap exactly this button of this message."""
        async with self.http.get(
            f"{self.url}/phone/api/phones/{self.name}/chats/{self.bot}/messages"
        ) as answer:
            messages = (await answer.json())["messages"]
        data = next(
            (
                button["callback_data"]
                for message in messages
                if message["id"] == on.id
                for row in message["rows"]
                for button in row
                if str(button.get("callback_data", ""))[MAC:] == place
            ),
            None,
        )
        if data is None:
            raise NotSeen(f"the button {place} is gone from {self.name}'s phone")
        await self._acts("tap", button=data, message_id=on.id)

    async def sees(self, place: str) -> Bubble:
        """Wait for the newest message with a button of this place."""
        return await self.until(lambda one: one.has(place), f"a button {place}")

    async def glances(self, place: str, *, seconds: float) -> Bubble | None:
        """Wait a moment for a button of this place."""
        return await self._wait(lambda one: one.has(place), seconds)

    async def until(self, test: Callable[[Bubble], bool], what: str) -> Bubble:
        """Wait for a message of the bot that passes this test; raises `NotSeen` with what is shown."""
        found = await self._wait(test, PATIENCE)
        if found is None:
            shown = "\n".join(f"{one.text} {one.places}" for one in (await self.bubbles())[-3:])
            raise NotSeen(f"{self.name}'s phone does not show {what}. It shows:\n{shown}")
        return found

    async def _wait(self, test: Callable[[Bubble], bool], seconds: float) -> Bubble | None:
        try:
            async with asyncio.timeout(seconds):
                while True:
                    for one in reversed(await self.bubbles()):
                        if not one.mine and test(one):
                            return one
                    await asyncio.sleep(LOOK_EVERY)
        except TimeoutError:
            return None

    async def _acts(self, act: str, **wish: Any) -> None:
        body = {"bot": self.bot, **wish}
        async with self.http.post(f"{self.url}/phone/api/phones/{self.name}/{act}", json=body) as answer:
            if answer.status >= 400:
                raise NotSeen(f"{self.name}'s phone cannot {act}: {(await answer.json()).get('detail', '')}")
