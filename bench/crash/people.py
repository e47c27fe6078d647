"""People with phones: how they link, and what they do again and again."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import cycle

from bench.crash.surroundings import Surroundings
from bot.app import Municipality
from bot.sandbox.arrivals import STEPS, datas, invite
from bot.sandbox.telegram import Phone
from bot.sandbox.zgw import roots

MAC = 12
"""Characters before the place in callback data."""
NUMBER = "123456782"
"""Looks like a personal number, so it never gets into a mailbox."""
LESSON_DAY = "2026-11-26"
"""A Thursday with lessons of everybody's groups, three days after the campaign's clock begins."""
Act = Callable[[], Awaitable[None]]


@dataclass
class Someone:
    """A person with a phone."""

    around: Surroundings
    phone: Phone
    number: str
    taps: int = 0

    def button(self, place: str) -> tuple[int, str] | None:
        """The newest button whose place begins so, or has this event: message and data."""
        for message in reversed(self.phone.messages(self.around.bot)):
            for data in datas(message) if message.from_bot else ():
                if data[MAC:].startswith(place) or (place.startswith("/") and place in data[MAC:]):
                    return message.id, data
        return None

    async def taps_on(self, *places: str, patience: float = 0.0) -> bool:
        """Tap the first of these that the phone shows, within `patience` seconds."""
        if patience:
            with suppress(TimeoutError):
                async with asyncio.timeout(patience):
                    await self.around.telegram.bell.until(lambda: any(map(self.button, places)) or None)
        for place in places:
            if found := self.button(place):
                await self.phone.forges(found[1], message_id=found[0], bot=self.around.bot)
                return True
        return False

    async def goes(self, *places: str, patience: float = 0.0) -> None:
        """Tap one after the other; raises `LookupError` with what the phone shows where one is missing."""
        for place in places:
            if not await self.taps_on(place, patience=patience):
                raise LookupError(f"{place} is not shown:\n{self.phone.transcript(self.around.bot)}")

    async def says(self, text: str) -> None:
        """Type and send."""
        await self.phone.says(text, bot=self.around.bot)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that somebody does; `answered` tells whether the bot is to say something then."""

    kind: str
    act: Act
    answered: bool = True


@dataclass
class Habit:
    """A round of steps that can be repeated for ever. `begin` leads to the first of them."""

    who: Someone
    steps: Iterator[Step] = field(init=False)

    def __post_init__(self) -> None:
        self.steps = cycle(self.round())

    def round(self) -> tuple[Step, ...]:
        """The steps."""
        raise NotImplementedError

    @property
    def begin(self) -> tuple[str, ...]:
        """Places to tap, from home, before the first step."""
        return ()

    def tap(self, kind: str, *places: str) -> Step:
        """A tap on the first of these buttons that is there; else on home."""

        async def act() -> None:
            if not await self.who.taps_on(*places, "/home/"):
                await self.who.says("/today")

        return Step(kind, act)

    def text(self, kind: str, *texts: str) -> Step:
        """A typed text."""
        said = cycle(texts)

        async def act() -> None:
            await self.who.says(next(said))

        return Step(kind, act)


class Walker(Habit):
    """Looks around."""

    def round(self) -> tuple[Step, ...]:
        places = ("home.home/lessons/", "/home/", "home.home/tasks/", "/home/", "home.home/plan/", "/home/")
        return tuple(self.tap("tap", place, "home.home/people/") for place in places)


class Worker(Habit):
    """Does a task, and then not."""

    begin = ("home.home/tasks/", "tasks.list/task/")

    def round(self) -> tuple[Step, ...]:
        return (
            self.tap("tap: task done", "tasks.task/did/", "tasks.list/task/", "home.home/tasks/"),
            self.tap("tap: task undone", "tasks.done/undo/", "tasks.task/did/", "tasks.list/task/"),
        )


class Absent(Habit):
    """Cannot come, and then can."""

    begin = ("home.home/lessons/", f"lessons.week/day/{LESSON_DAY}", "lessons.day/item/")

    def round(self) -> tuple[Step, ...]:
        again = ("lessons.day/item/", f"lessons.week/day/{LESSON_DAY}", "home.home/lessons/")
        return (
            self.tap("tap", "lessons.lesson/absence/", *again),
            self.tap("tap: absence", "lessons.absence/yes/", "lessons.lesson/absence/", *again),
            self.tap("tap: withdrawn", "lessons.absent/withdraw/", "lessons.lesson/withdraw/", *again),
        )


class Curious(Habit):
    """Asks the caseworker."""

    begin = ("home.home/people/", "people.list/caseworker/", "people.person/ask/")

    def round(self) -> tuple[Step, ...]:
        return (
            self.text("text: question", "May I bring my daughter?", "Where is the town hall?"),
            self.tap("tap: question", "people.asis/send/"),
            self.tap("tap", "/home/"),
            self.tap("tap", "home.home/people/"),
            self.tap("tap", "people.list/caseworker/"),
            self.tap("tap", "people.person/ask/"),
        )


class Talker(Habit):
    """Types what nobody understands, commands, numbers, and sends pictures."""

    def round(self) -> tuple[Step, ...]:
        async def sticker() -> None:
            await self.who.phone.sends("sticker", bot=self.who.around.bot)

        async def start() -> None:
            await self.who.phone.start(bot=self.who.around.bot)

        return (
            self.text("text", "hello?", "what now?"),
            self.text("number withheld", f"My number is {NUMBER}"),
            Step("attachment", sticker),
            self.text("command", "/help", "/today"),
            Step("start", start),
        )


class Shy(Habit):
    """Blocks the bot and comes back."""

    def round(self) -> tuple[Step, ...]:
        async def blocks() -> None:
            await self.who.phone.blocks(bot=self.who.around.bot)

        async def comes_back() -> None:
            await self.who.phone.unblocks(bot=self.who.around.bot)

        return (Step("block", blocks, answered=False), Step("unblock", comes_back, answered=False))


class School(Habit):
    """The school moves a lesson of everybody's group, in the case system."""

    def round(self) -> tuple[Step, ...]:
        async def moves() -> None:
            move_lesson(self.who.around)

        return (Step("look: facts changed", moves, answered=False),)


HABITS: tuple[type[Habit], ...] = (Walker, Worker, Absent, Curious, Talker, Shy, School)


def move_lesson(around: Surroundings) -> str:
    """Move the next lesson but three of the first group by a quarter of an hour; returns its UUID."""
    system = around.zgw
    now = around.clock() + timedelta(days=3)
    group = around.crowd.group("B1-2").uuid
    row = min(
        (
            one
            for one in system.register.rows(roots.OBJECTS)
            if one["_records"][-1]["data"].get("lesgroep") == group
            and datetime.fromisoformat(one["_records"][-1]["data"]["begin"]) > now
        ),
        key=lambda one: str(one["_records"][-1]["data"]["begin"]),
    )
    data = row["_records"][-1]["data"]
    by = timedelta(minutes=15 if data["versie"] % 2 else -15)
    begins, ends = (datetime.fromisoformat(data[name]) + by for name in ("begin", "einde"))
    change = {"begin": begins.isoformat(), "einde": ends.isoformat(), "versie": data["versie"] + 1}
    system.objecten.change(row, {"data": change})
    return str(row["uuid"])


async def arrives(
    around: Surroundings, town: Municipality, number: str, rest: Act, *, patience: float = 0.0
) -> Someone:
    """Link somebody by an office code, tap by tap; `rest` waits after each, `patience` for each button."""
    townsman = around.crowd.person(number)
    letter = await invite(town, townsman, around.clock, "office")
    known = await town.store.persons.by_number(number)
    if known is not None:
        await town.sync.refresh_case(known.id)
    phone = around.telegram.phone(number.lower(), first_name=townsman.first_name, language_code="en")
    one = Someone(around, phone, number)
    await phone.start(letter.secret, bot=letter.bot)
    await rest()
    for step in STEPS:
        if not await one.taps_on(step, patience=patience):
            raise LookupError(f"{number} cannot link, {step} is not shown:\n{phone.transcript(letter.bot)}")
        await rest()
    return one
