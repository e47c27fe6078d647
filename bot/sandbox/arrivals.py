"""Who arrives when the demo starts: letters for the people, and a class whose phones are linked already."""

from __future__ import annotations

import asyncio
import json
from dataclasses import asdict, dataclass
from datetime import timedelta
from pathlib import Path

import structlog

from bot.app import App, Municipality
from bot.clock import Clock
from bot.sandbox.telegram import NotSeen, Phone, Telegram
from bot.sandbox.telegram.message import Message
from bot.sandbox.town import Person as Townsman
from bot.sandbox.town import Town
from bot.store.records import Person

log = structlog.get_logger()
WITHOUT_PHONE = "WV-0114"
"""Rahel has a letter and no phone link: the school must call her (storyboards I2)."""
CLASS = "B1-2"
STEPS = (
    "start.hello/yes/",
    "reading.choice/read/",
    "linking.who/yes/",
    "consent.what/yes/",
    "consent.phone/me/",
    "consent.level/ok/",
    "reminders.when/evening/",
)
"""The buttons from scanning an office code to home."""


@dataclass(frozen=True, slots=True)
class Letter:
    """An invitation letter of the demo, as it lies on somebody's table."""

    person: str
    first_name: str
    municipality: str
    bot: str
    code: str
    secret: str
    birth_year: int


class Letters:
    """The demo's letters; their secrets are kept in one file, which only the sandbox ever has."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def read(self) -> tuple[Letter, ...]:
        """The letters of this demo."""
        if not self._file.exists():
            return ()
        return tuple(Letter(**entry) for entry in json.loads(self._file.read_text(encoding="utf-8")))

    def write(self, letters: tuple[Letter, ...]) -> None:
        """Keep them for the next start."""
        self._file.write_text(json.dumps([asdict(letter) for letter in letters]), encoding="utf-8")
        self._file.chmod(0o600)


async def invite(town: Municipality, townsman: Townsman, clock: Clock, way: str) -> Letter:
    """Do what a caseworker does in the console: find the case by its number, read it, make a code."""
    begun = clock()
    found = await town.cases.find(townsman.number)
    known = await town.store.persons.by_case(found.case_uuid)
    person = known or Person(
        town.store.persons.new_id(),
        found.case_uuid,
        found.case_number,
        townsman.first_name,
        townsman.language,
        townsman.caseworker,
        townsman.listens,
    )
    await town.store.persons.save(person)
    await town.store.persons.store_snapshot(person.id, found.snapshot, begun)
    life = timedelta(days=14) if way == "letter" else timedelta(minutes=10)
    made = await town.store.invitations.create(
        person.id, way, townsman.language, townsman.birth_year, "demo", begun, begun + life
    )
    return Letter(
        townsman.number,
        townsman.first_name,
        town.tenant.id,
        town.tenant.bot.gebruikersnaam,
        made.code,
        made.secret,
        townsman.birth_year,
    )


async def write_letters(app: App, town: Town, letters: Letters, clock: Clock) -> tuple[Letter, ...]:
    """Letters for the people of the storyboards, made at the first start."""
    known = letters.read()
    if known:
        return known
    written = [
        await invite(app.municipalities[one.municipality], one, clock, "letter")
        for one in town.people
        if not one.classmate
    ]
    letters.write(tuple(written))
    return tuple(written)


async def link_class(app: App, telegram: Telegram, town: Town, clock: Clock) -> int:
    """Link the phones of the class by the same taps as everybody; answers how many are linked."""
    participants = town.group(CLASS).participants
    classmates = [
        one
        for one in town.people
        if one.classmate and one.number in participants and one.number != WITHOUT_PHONE
    ]
    results = await asyncio.gather(*(_link(app, telegram, one, clock) for one in classmates))
    without = town.person(WITHOUT_PHONE)
    home = app.municipalities[without.municipality]
    if await home.store.persons.by_number(without.number) is None:
        await invite(home, without, clock, "letter")
    return sum(results)


async def _link(app: App, telegram: Telegram, classmate: Townsman, clock: Clock) -> bool:
    home = app.municipalities[classmate.municipality]
    known = await home.store.persons.by_number(classmate.number)
    if known is not None and known.channel == "linked":
        return True
    letter = await invite(home, classmate, clock, "office")
    phone = telegram.phone(
        f"class-{classmate.number.lower()}",
        first_name=classmate.first_name,
        shown=False,
        language_code=classmate.language.split("-")[0],
    )
    try:
        await phone.start(letter.secret, bot=letter.bot)
        for step in STEPS:
            await tap(phone, step, letter.bot)
        await sees_button(phone, "home.", letter.bot)
    except NotSeen:
        log.warning("a classmate is not linked")
        return False
    return True


async def tap(phone: Phone, place: str, bot: str) -> None:
    """Wait for the button of this place (`screen/event/`) and tap it."""
    message = await sees_button(phone, place, bot)
    data = next(data for data in datas(message) if place in data)
    await phone.taps(data, message_id=message.id, bot=bot)


async def sees_button(phone: Phone, place: str, bot: str) -> Message:
    """Wait for a message with a button of this place."""
    return await phone.sees(
        lambda message: any(place in data for data in datas(message)), bot=bot, timeout=60
    )


def datas(message: Message) -> tuple[str, ...]:
    """The callback data of a message's buttons."""
    return tuple(
        str(button["callback_data"]) for row in message.rows for button in row if "callback_data" in button
    )
