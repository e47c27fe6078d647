"""Two municipalities with their people, groups and colleagues, as the storyboards name them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

from bot.cases.model import (
    Absence,
    Appointment,
    Contact,
    Group,
    GroupFacts,
    Hours,
    Lesson,
    LessonStatus,
    Part,
    PartKind,
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
from bot.console.passwords import Passwords
from bot.store.records import Link, LinkState, Person, Staff
from tests.clocks import NOW
from tests.console.fakes import FakeSnapshot, FakeStore, FakeTenantStore
from tests.tenants import heuvelmeer, waterveen

WATERVEEN, HEUVELMEER = waterveen(), heuvelmeer()
BRUG, OTHER = "Taalschool De Brug", "Taalschool Elders"
PASSWORD = "correct horse battery"
QUICK = Passwords(memory_kib=8, passes=1)
THURSDAY = "les-b12-thursday"
ELSEWHERE = "les-elsewhere"
GROUP = "groep-b12"

NAMES = (
    ("samira", "WV-0001", "Samira", "ar", "linked"),
    ("filmon", "WV-0002", "Filmon", "ti", "linked"),
    ("elif", "WV-0005", "Elif", "tr", "linked"),
    ("karim", "WV-0006", "Karim", "fa-AF", "linked"),
    ("mehmet", "WV-0004", "Mehmet", "tr", "muted"),
    ("rahel", "WV-0008", "Rahel", "ti", "not_invited"),
    ("laila", "WV-0007", "Laila", "fa-AF", "waiting"),
)


def people() -> list[Person]:
    """The people of Waterveen, all members of group B1-2 but Laila."""
    return [
        Person(
            id,
            f"case-{id}",
            number,
            name,
            language,
            "km-001",
            channel=channel,
            since=NOW,
            link=f"link-{id}" if channel not in {"not_invited", "invited", "waiting"} else None,
            waiting_link=f"link-{id}" if channel == "waiting" else None,
        )
        for id, number, name, language, channel in NAMES
    ]


def snapshot(number: str, case: str, **more: object) -> Snapshot:
    """A case on the B1 route."""
    plan = Plan(
        1,
        date(2026, 3, 2),
        Route.B1,
        term=Term(date(2026, 3, 17), date(2029, 3, 17)),
        parts=(
            Part(PartKind.LANGUAGE, "volgt", hours_known=198.0, known_until=date(2026, 10, 31)),
            Part(PartKind.PVT, "gepland"),
        ),
    )
    base = Snapshot(
        case,
        number,
        State.IN_ROUTE,
        plan=plan,
        groups=(GROUP,),
        caseworker=Contact("klantmanager", "Anneke Postma"),
        caseworker_id="km-001",
        language="ar",
        tasks=(Task("taak-1", Text("Diploma naar de balie"), TaskStatus.OPEN, 1, due=date(2026, 12, 11)),),
        appointments=(
            Appointment("afspraak-1", "voortgangsgesprek", datetime(2027, 1, 18, 10), "gepland", 1),
        ),
    )
    return replace(base, **more)  # type: ignore[arg-type]


def lesson(id: str, starts: datetime, group: str = GROUP, version: int = 1) -> Lesson:
    """A lesson of three hours in room 2.1."""
    place = Place(address="Kade 4, Waterveen", room="2.1")
    ends = starts.replace(hour=starts.hour + 3)
    return Lesson(id, group, 1, PartKind.LANGUAGE, starts, ends, LessonStatus.PLANNED, version, place)


def group(id: str, name: str, school: str, *lessons: Lesson) -> GroupFacts:
    """A group of a school."""
    hours = (Hours(4, time(9), time(12)),)
    made = Group(id, name, name, PartKind.LANGUAGE, Provider(school, "000 123 45 11"), pattern=hours)
    return GroupFacts(made, lessons, NOW)


def fill(store: FakeTenantStore) -> None:
    """Put the people and groups of Waterveen into a store."""
    for person in people():
        store.persons.records[person.id] = person
        store.persons.snapshots[person.id] = _snapshot(person)
        if phone := person.link or person.waiting_link:
            state = LinkState.VISITOR if person.channel == "waiting" else LinkState(person.channel)
            store.links.records[phone] = Link(
                phone, 1, state, NOW, person.id, "linked", person.language, "L1", NOW
            )
    lessons = (
        lesson("les-b12-monday", datetime(2026, 11, 23, 9)),
        lesson("les-b12-tuesday", datetime(2026, 11, 24, 7)),
        lesson(THURSDAY, datetime(2026, 11, 26, 9)),
        lesson("les-b12-next", datetime(2026, 12, 3, 9)),
    )
    store.groups.records[GROUP] = group(GROUP, "B1-2", BRUG, *lessons)
    store.groups.records["groep-elders"] = group(
        "groep-elders", "X-1", OTHER, lesson(ELSEWHERE, datetime(2026, 11, 26, 9), "groep-elders")
    )
    store.groups.people[GROUP] = tuple(id for id, *_ in NAMES if id != "laila")


def _snapshot(person: Person) -> FakeSnapshot:
    away = (
        (Absence("afm-1", THURSDAY, "gemeld", datetime(2026, 11, 23, 8, 12)),)
        if person.id == "samira"
        else ()
    )
    made = snapshot(person.case_number, person.case_uuid, absences=away, language=person.language)
    return FakeSnapshot(made, datetime(2026, 11, 23, 7, 5, tzinfo=UTC))


STAFF = {
    "anneke": Staff(
        "anneke", "anneke@waterveen.example", "Anneke Postma", "", (("waterveen", "caseworker"),)
    ),
    "joris": Staff("joris", "joris@heuvelmeer.example", "Joris Bakker", "", (("heuvelmeer", "caseworker"),)),
    "ingrid": Staff("ingrid", "ingrid@brug.example", "Ingrid Smit", "", (("waterveen", "planner"),), BRUG),
    "nadia": Staff(
        "nadia", "nadia@regio.example", "Nadia Amrani", "", (("waterveen", "admin"), ("heuvelmeer", "admin"))
    ),
}


def hire(store: FakeStore) -> None:
    """Give every colleague an account with the same password."""
    hashed = QUICK.hash(PASSWORD)
    for one in STAFF.values():
        store.staff.records[one.id] = replace(one, password_hash=hashed)
