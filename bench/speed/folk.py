"""The people of the benchmark, stored for each entrant in its own way: their plans, and 100,000 sessions."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from bench.load.walks import number_of
from bench.scale.people import People, Specimen
from bot.cases.model import (
    Agreement,
    Appointment,
    Contact,
    Facts,
    Group,
    GroupFacts,
    Hours,
    Lesson,
    LessonStatus,
    Part,
    PartKind,
    Party,
    Place,
    Plan,
    Provider,
    Route,
    Snapshot,
    State,
    Task,
    TaskStatus,
    Term,
    Text,
)
from bot.store.codec import dump

SPECIMEN = 7_100_000
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
LESSONS = 16
AGREEMENTS = 12
WEEKS = 5
NOTE = "Bring your exercise book, the letter of the municipality and something to eat."
SCHOOL = Place(address="Kade 4, 1234 AB Waterveen", room="2.1")


def plan_of(chat: int) -> dict[str, Any]:
    """A person's plan of 2.2 kB as the peers read it, JSON."""
    return {"number": number_of(chat), "lessons": [_lesson(n) for n in range(LESSONS)]}


def _lesson(number: int) -> dict[str, str]:
    day = DAYS[number % len(DAYS)]
    return {
        "day": day,
        "begins": "09:00",
        "place": "Kade 4",
        "teacher": "Marijke",
        "note": NOTE[: 40 + number],
    }


def peer_plans(chats: range) -> Iterator[tuple[str, str]]:
    """Key and value of every plan."""
    for chat in chats:
        yield f"plan:{chat}", json.dumps(plan_of(chat))


def menu_facts() -> Facts:
    """The same plan as facts of a case, about as long when stored."""
    agreements = tuple(
        Agreement(Text(f"{one['day']} 09:00|Kade 4|Marijke|{one['note']}"[:66]), Party.PERSON)
        for one in map(_lesson, range(AGREEMENTS))
    )
    plan = Plan(1, date(2026, 3, 16), Route.B1, "B1", agreements=agreements)
    return Facts(Snapshot(f"case-{SPECIMEN}", number_of(SPECIMEN), State.IN_ROUTE, plan=plan, language="en"))


def town_facts(today: date) -> Facts:
    """A person of the example town: plan, tasks, appointments, and two lessons on each day of five weeks."""
    now = datetime.combine(today, time(6)).astimezone()
    monday = today - timedelta(days=today.weekday())
    weekdays = tuple(Hours(day, time(9), time(12)) for day in range(1, 6))
    lessons = tuple(
        _on(monday + timedelta(days=day), hour, 2 * day + (hour > 12))
        for day in range(7 * WEEKS)
        for hour in (9, 13)
    )
    group = Group(
        "B1-2", "B1-2", "B1-2", PartKind.LANGUAGE, Provider("De Brug", "000 123 45 11", weekdays), SCHOOL
    )
    parts = (
        Part(
            PartKind.LANGUAGE,
            "volgt",
            acts=(Party.PERSON,),
            provider="De Brug",
            group="B1-2",
            hours_known=198,
        ),
        Part(PartKind.KNM, "volgt", provider="De Brug"),
        Part(PartKind.PVT, "gepland", acts=(Party.PERSON,)),
        Part(PartKind.MAP, "open"),
    )
    plan = Plan(
        1,
        today - timedelta(days=200),
        Route.B1,
        "B1",
        term=Term(today - timedelta(days=199), today + timedelta(days=900)),
        parts=parts,
        agreements=(Agreement(Text("Kinderopvang regelen"), Party.MUNICIPALITY),),
        contacts=(Contact("klantmanager", "Anneke Postma", "000 123 45 01", weekdays, ("nl", "en")),),
    )
    tasks = tuple(
        Task(f"task-{n}", Text(title), TaskStatus.OPEN, 1, due=today + timedelta(days=20 + n))
        for n, title in enumerate(("Diplomapapieren naar de balie", "Bibliotheekpas", "DigiD aanvragen"))
    )
    talk = Appointment(
        "talk", "voortgangsgesprek", datetime.combine(today + timedelta(days=40), time(10)), "gepland", 1
    )
    case = Snapshot(
        f"case-{SPECIMEN}",
        number_of(SPECIMEN),
        State.IN_ROUTE,
        plan=plan,
        tasks=tasks,
        appointments=(talk,),
        groups=("B1-2",),
        language="en",
    )
    return Facts(case, (GroupFacts(group, lessons, now),), as_of=now, first_name="Samira")


def _on(day: date, hour: int, number: int) -> Lesson:
    begins = datetime.combine(day, time(hour))
    return Lesson(
        f"B1-2-{day.isoformat()}-{hour}",
        "B1-2",
        number,
        PartKind.LANGUAGE,
        begins,
        begins + timedelta(hours=3),
        LessonStatus.PLANNED,
        1,
        SCHOOL,
        teacher="Marijke",
        bring_keys=("schrift",),
    )


def size_of(facts: Facts) -> int:
    """Bytes of the facts as they are sealed."""
    return len(dump(facts.snapshot))


async def settle(people: People, specimen: Specimen, chats: range) -> None:
    """Store one person per chat, each with the number that the phone looks for."""
    known = number_of(SPECIMEN).encode()
    for chat in chats:
        mine = number_of(chat).encode()
        opened = {name: value.replace(known, mine) for name, value in specimen.person_open.items()}
        await people.copy(replace(specimen, person_open=opened), range(chat, chat + 1))
