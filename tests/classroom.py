"""The class B1-2 with linked phones, for stories about many people."""

from __future__ import annotations

from bot.sandbox.arrivals import datas, link_class, tap
from bot.sandbox.telegram import Phone
from tests.rest import at_rest
from tests.town import BOT, TestTown


async def class_of_samira(town: TestTown) -> None:
    """Link thirteen classmates; Rahel has a letter and has not used it."""
    await link_class(town.demo.app, town.demo.telegram, town.demo.town, town.clock)
    await at_rest(town)


def phone_of(town: TestTown, first_name: str) -> Phone:
    """A classmate's phone."""
    number = town.demo.town.person(first_name).number
    return town.demo.telegram.phones[f"class-{number.lower()}"]


async def taps(town: TestTown, phone: Phone, *places: str) -> None:
    """Tap one button after the other, by place, and let the town come to rest after each."""
    for place in places:
        await tap(phone, place, BOT)
        await at_rest(town)


async def shows_signals_only(town: TestTown, phone: Phone) -> None:
    """Choose level L0: the screen shows that there is something, not what."""
    steps = ("home.home/more/", "home.more/privacy/", "privacy.privacy/level/", "consent.level/L0/")
    await taps(town, phone, *steps, "consent.level/ok/")


def has(phone: Phone, place: str) -> bool:
    """Whether a button of this place is on the phone."""
    return any(place in data for message in phone.messages(BOT) for data in datas(message))
