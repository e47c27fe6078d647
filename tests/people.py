"""The people of the storyboards as plain facts, on Monday 23 November 2026, 08:10 in Amsterdam."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.cases.model import (
    Agreement,
    Appointment,
    Contact,
    Facts,
    Group,
    GroupFacts,
    Hours,
    Interpreter,
    Lesson,
    LessonStatus,
    Part,
    PartKind,
    Party,
    Place,
    Plan,
    Provider,
    Question,
    Route,
    Snapshot,
    State,
    Step,
    Task,
    TaskStatus,
    Term,
    Text,
    Waiting,
)
from tests.clocks import NOW

KADE = Place(address="Kade 4, 1234 AB Waterveen", room="2.1")
GREEN = Place(key="werkplek_groen", address="Tuinpad 9, 1234 AC Waterveen")
TOWN_HALL = Place(key="stadhuis", address="Markt 1, 1234 AA Waterveen")
WEEKDAYS = tuple(Hours(day, time(9), time(12)) for day in range(1, 6))
SCHOOL_HOURS = tuple(Hours(day, time(8, 30), time(16, 30)) for day in range(1, 6))
DE_BRUG = Provider("Taalschool De Brug", "000 123 45 11", SCHOOL_HOURS)
GREEN_WORK = Provider("Groenbedrijf Tuin", "000 123 45 12")
ANNEKE = Contact("klantmanager", "Anneke Postma", "000 123 45 01", WEEKDAYS, ("nl", "en"))
MONDAY = date(2026, 11, 23)
WEEKS = 5
Z_LESSONS = ((1, "13:00", "16:00"), (2, "13:00", "16:00"), (4, "09:00", "12:00"))


def at(day: date, clock: str) -> datetime:
    """A moment in local wall time."""
    return datetime.combine(day, time.fromisoformat(clock))


def lessons(group: str, part: PartKind, place: Place, *weekly: tuple[int, str, str]) -> tuple[Lesson, ...]:
    """Lessons of a group for five weeks; `weekly` are days from Monday (0), begin and end."""
    made: list[Lesson] = []
    for week in range(WEEKS):
        for offset, begins, ends in weekly:
            day = MONDAY + timedelta(days=offset + 7 * week)
            made.append(
                Lesson(
                    f"{group}-{day.isoformat()}-{begins}",
                    group,
                    len(made) + 1,
                    part,
                    at(day, begins),
                    at(day, ends),
                    LessonStatus.PLANNED,
                    1,
                    place,
                    teacher="Marijke",
                    bring_keys=("schrift",),
                )
            )
    return tuple(made)


def group(
    id: str, part: PartKind, provider: Provider, place: Place, *weekly: tuple[int, str, str]
) -> GroupFacts:
    """A group with its lessons."""
    return GroupFacts(Group(id, id, id, part, provider, place), lessons(id, part, place, *weekly), NOW)


def task(key: str, title: str, due: date | None, **more: object) -> Task:
    """An open task with a reviewed title."""
    values: dict[str, object] = {
        "given_by": "Anneke Postma",
        "why": Text("Daarom.", f"taak.{key}.waarom"),
        **more,
    }
    return Task(f"task-{key}", Text(title, f"taak.{key}"), TaskStatus.OPEN, 1, due=due, **values)  # type: ignore[arg-type]


def samira() -> Facts:
    """Arabic, B1-route: three mornings, KNM on Thursday, PVT in December, a talk inside a lesson."""
    plan = Plan(
        1,
        date(2026, 3, 16),
        Route.B1,
        "B1",
        term=Term(date(2026, 3, 17), date(2029, 3, 17)),
        parts=(
            Part(
                PartKind.LANGUAGE,
                "volgt",
                acts=(Party.PERSON, Party.PROVIDER),
                provider="Taalschool De Brug",
                group="B1-2",
                hours_known=198,
                known_until=date(2026, 10, 31),
                reported_by=Party.PROVIDER,
            ),
            Part(PartKind.KNM, "volgt", provider="Taalschool De Brug"),
            Part(PartKind.PVT, "gepland", acts=(Party.PERSON,)),
            Part(PartKind.MAP, "open"),
            Part(PartKind.PARTICIPATION, "loopt"),
        ),
        agreements=(Agreement(Text("Kinderopvang regelen"), Party.MUNICIPALITY),),
        progress_talks=(date(2027, 1, 18), date(2027, 7, 12)),
        contacts=(ANNEKE,),
    )
    appointments = (
        _appointment("pvt-1", "pvt_bijeenkomst", date(2026, 12, 3), "14:00", number=1),
        _appointment("pvt-2", "pvt_bijeenkomst", date(2026, 12, 10), "14:00", number=2),
        _appointment("sign", "pvt_ondertekening", date(2026, 12, 17), "15:00"),
        _appointment("talk", "voortgangsgesprek", date(2026, 12, 21), "10:00", ends="11:00"),
    )
    tasks = (
        task("diploma", "Diplomapapieren naar de balie", date(2026, 12, 11)),
        task("bibliotheekpas", "Bibliotheekpas", date(2026, 12, 18)),
    )
    groups = (
        group("B1-2", PartKind.LANGUAGE, DE_BRUG, KADE, *((day, "09:00", "12:00") for day in (0, 2, 3))),
        group("KNM-1", PartKind.KNM, DE_BRUG, KADE, (3, "12:30", "13:30")),
    )
    case = Snapshot(
        "case-1", "WV-0001", State.IN_ROUTE, plan=plan, tasks=tasks, appointments=appointments, language="ar"
    )
    return Facts(case, groups, as_of=NOW, first_name="Samira")


def _appointment(
    id: str, kind: str, day: date, begins: str, *, ends: str = "", number: int | None = None
) -> Appointment:
    return Appointment(
        id,
        kind,
        at(day, begins),
        "gepland",
        1,
        ends=at(day, ends) if ends else None,
        number=number,
        place=TOWN_HALL,
        with_="Anneke Postma",
        interpreter=Interpreter(True, None, booked=True),
    )


def filmon() -> Facts:
    """Tigrinya, Z-route: green work on Monday and Thursday, lessons on three days, letters to the desk."""
    plan = Plan(
        2,
        date(2026, 5, 11),
        Route.Z,
        term=Term(date(2025, 9, 9), date(2028, 9, 9)),
        parts=(
            Part(
                PartKind.LANGUAGE,
                "volgt",
                acts=(Party.PERSON, Party.PROVIDER),
                provider="Taalschool De Brug",
                group="Z-1",
                hours_target=800,
                hours_known=322,
                known_until=date(2026, 10, 31),
                reported_by=Party.PROVIDER,
            ),
            Part(
                PartKind.PARTICIPATION,
                "loopt",
                hours_target=800,
                hours_known=410,
                known_until=date(2026, 10, 31),
                reported_by=Party.EMPLOYER,
            ),
            Part(PartKind.PVT, "ondertekend", on=date(2026, 6, 18)),
            Part(PartKind.MAP, "eindgesprek_gepland", on=date(2027, 2, 9)),
        ),
        contacts=(ANNEKE,),
    )
    steps = tuple(
        Step(Text(nl, f"taak.brieven.{n}"), icon)
        for n, (icon, nl) in enumerate((("✉", "Tas"), ("🏠", "Stadhuis"), ("⏰", "Dinsdag")), 1)
    )
    letters = task("brieven", "Brieven naar de balie", date(2026, 11, 24), minutes=30, steps=steps)
    groups = (
        group(
            "green", PartKind.PARTICIPATION, GREEN_WORK, GREEN, *((day, "08:30", "14:30") for day in (0, 3))
        ),
        group("Z-1", PartKind.LANGUAGE, DE_BRUG, KADE, *Z_LESSONS),
    )
    talk = _appointment("talk", "voortgangsgesprek", date(2026, 12, 1), "11:00")
    case = Snapshot(
        "case-2", "WV-0002", State.IN_ROUTE, plan=plan, tasks=(letters,), appointments=(talk,), language="ti"
    )
    return Facts(case, groups, as_of=NOW, first_name="Filmon")


def mehmet() -> Facts:
    """Turkish, B1-route with exams and a level per skill; his Thursday lesson is online."""
    plan = Plan(
        3,
        date(2026, 10, 5),
        Route.B1,
        levels=(("LE", "B1"), ("LU", "B1"), ("SC", "A2"), ("SP", "A2")),
        term=Term(date(2024, 11, 5), date(2027, 11, 5)),
        parts=(
            Part(PartKind.LANGUAGE, "volgt", provider="Avondschool Noord"),
            Part(PartKind.EXAM, "bekend", exam="LE", phase="klaar"),
            Part(PartKind.EXAM, "aangemeld", exam="LU", on=date(2027, 1, 21)),
            Part(PartKind.EXAM, "bekend", exam="KNM", phase="klaar"),
            Part(PartKind.EXAM, "niet_aangemeld", exam="SC"),
            Part(PartKind.EXAM, "niet_aangemeld", exam="SP"),
            Part(PartKind.PVT, "ondertekend"),
            Part(PartKind.MAP, "afgerond"),
        ),
        agreements=(Agreement(Text("Schrijven en spreken aanmelden"), Party.PERSON, date(2027, 1, 31)),),
        contacts=(ANNEKE,),
    )
    online = Place(online=True, online_note="Kijk in de mail van de school.")
    school = Provider("Avondschool Noord", "000 123 45 13")
    groups = (
        group("N-tue", PartKind.LANGUAGE, school, KADE, (1, "19:00", "21:30")),
        group("N-thu", PartKind.LANGUAGE, school, online, (3, "19:00", "21:30")),
    )
    tasks = (task("examen_aanmelden", "Schrijven en spreken aanmelden", date(2027, 1, 31)),)
    case = Snapshot("case-4", "WV-0004", State.IN_ROUTE, plan=plan, tasks=tasks, language="tr")
    return Facts(case, groups, as_of=NOW, first_name="Mehmet")


def karim() -> Facts:
    """Dari, waits for a fitting group."""
    waiting = Waiting("groep", Party.PROVIDER, since=date(2026, 10, 13), expected_before=date(2027, 2, 1))
    plan = Plan(
        1,
        date(2026, 10, 12),
        Route.B1,
        "B1",
        term=Term(date(2026, 10, 13), date(2029, 10, 13)),
        parts=(Part(PartKind.LANGUAGE, "wachten", provider="Taalschool De Brug"),),
        waiting=waiting,
        contacts=(ANNEKE,),
    )
    tasks = (
        task("digid", "DigiD aanvragen", date(2026, 12, 4)),
        task("bibliotheekpas", "Bibliotheekpas", date(2026, 12, 11)),
    )
    case = Snapshot("case-6", "WV-0006", State.WAITING_FOR_GROUP, plan=plan, tasks=tasks, language="fa-AF")
    return Facts(case, as_of=NOW, first_name="Karim")


def laila() -> Facts:
    """Dari, before the plan: a first talk on 10 December."""
    talk = _appointment("intake", "brede_intake", date(2026, 12, 10), "10:00")
    case = Snapshot(
        "case-7",
        "WV-0007",
        State.INTAKE_PLANNED,
        appointments=(talk,),
        caseworker=Contact("klantmanager", "A. Postma"),
        caseworker_id="km-001",
        language="fa-AF",
    )
    return Facts(case, as_of=NOW, first_name="Laila")


YES = "Ja, uw dochter mag mee op 17 december om 15.00 uur."
LONG = "Dit is een lang antwoord. " * 120


def questions() -> tuple[Question, ...]:
    """One question in each state, and answers that are translated, unsure, long, with a number taken out."""
    day, sent = timedelta(days=1), NOW - timedelta(hours=1)
    question = Question("tg:1:0", sent, "Mag mijn dochter mee?", "nl", "هل يمكن لابنتي أن تأتي؟")
    waiting = replace(question, sent_at=sent)
    answered = replace(waiting, answer=YES, by="A. Postma", answered_at=NOW)
    states = (
        question,
        replace(question, refused=True),
        waiting,
        replace(waiting, dealt_at=NOW),
        replace(waiting, silent_at=NOW),
        answered,
        replace(
            answered, by="", withheld=True, translations=(("ar", "نعم، يمكنها."), ("en", "Yes, she can."))
        ),
        replace(answered, translations=(("ar", ""), ("en", "")), answered_at=NOW - 3 * day),
        replace(answered, answer=LONG, answered_at=NOW - 3 * day),
    )
    return tuple(replace(one, id=f"tg:{n}:0") for n, one in enumerate(states, 1))


def asking() -> Facts:
    """Samira, who has asked much."""
    return replace(samira(), questions=questions(), questions_as_of=NOW)


EVERYBODY = {"Samira": samira, "Filmon": filmon, "Mehmet": mehmet, "Karim": karim, "Laila": laila}
