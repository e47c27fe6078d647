"""Lesson groups and their lessons as objects of the case system."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Final

from bot.sandbox.town.population import Group, Town, fixed_uuid
from bot.sandbox.town.shift import FIXTURE_MONDAY, Shift
from bot.sandbox.town.week import Moment, moments
from bot.sandbox.zgw.desk import wall
from bot.sandbox.zgw.register import Doc

WEEKS_BACK: Final = 1
WEEKS_AHEAD: Final = 10


def lesgroep(town: Town, group: Group, shift: Shift) -> Doc:
    """The data of a group."""
    given, school = group.fixture, town.school_fixture(group.school)
    doc: Doc = {
        "code": group.code,
        "naam": group.code,
        "onderdeel": group.part,
        "aanbieder": {
            "naam": school["naam"],
            "telefoon": school["telefoon"],
            "talen": school["talen"],
            "bereikbaarTijden": [m.wire for m in moments(school["bereikbaar"])],
        },
        "begindatum": str(shift.day(given["begindatum"])),
        "weekrooster": [m.wire for m in moments(given["week"])],
        "locatie": _place(town, group),
        "vakanties": shift.wire(town.holidays),
        "status": "actief",
    }
    optional = ("niveau", "docent", "meenemenSleutels", "afmeldenVoor")
    return doc | {name: given[name] for name in optional if name in given}


def lessons(town: Town, group: Group, shift: Shift) -> Iterator[tuple[str, Doc]]:
    """UUID and data of each lesson, from the week before the present one on; holidays have none."""
    pattern = moments(list(group.fixture["week"]))
    first = group.fixture["begindatum"]
    held = (FIXTURE_MONDAY - first).days // 7 * len(pattern)
    number = max(held, 0) - WEEKS_BACK * len(pattern)
    for week in range(-WEEKS_BACK, WEEKS_AHEAD + 1):
        for moment in pattern:
            day = FIXTURE_MONDAY + timedelta(weeks=week, days=moment.day)
            if any(h["van"] <= day <= h["totEnMet"] for h in town.holidays):
                continue
            number += 1
            yield _lesson(town, group, shift.day(day), moment, number, week < 0)


def lesson_uuid(code: str, day: date, begins: str) -> str:
    """The UUID of a lesson by group, real day and first HH:MM."""
    return fixed_uuid(f"les/{code}/{day}/{begins}")


def _lesson(town: Town, group: Group, day: date, moment: Moment, number: int, given: bool) -> tuple[str, Doc]:
    begins = datetime.combine(day, time.fromisoformat(moment.begins))
    ends = datetime.combine(day, time.fromisoformat(moment.ends))
    place = _place(town, group)
    if moment.online:
        place = {"online": True, "toelichtingOnline": "De link staat in het bericht van de school."}
    uuid = lesson_uuid(group.code, day, moment.begins)
    doc: Doc = {
        "lesgroep": group.uuid,
        "volgnummer": max(number, 1),
        "onderdeel": group.part,
        "datum": str(day),
        "begin": wall(begins),
        "einde": wall(ends),
        "minuten": int((ends - begins).total_seconds() // 60),
        "locatie": place,
        "status": "gegeven" if given else "gepland",
        "versie": 1,
        "bron": {"systeem": "rooster", "uid": f"{uuid}@lesrooster.example", "sequence": 0},
    }
    return uuid, doc


def _place(town: Town, group: Group) -> Doc:
    place = {**town.place(group.municipality, group.fixture["plaats"]), "online": False}
    if "ruimte" in group.fixture:
        place["ruimte"] = group.fixture["ruimte"]
    return place
