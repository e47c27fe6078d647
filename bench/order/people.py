"""People for the campaigns: cases, groups and lessons, linked through the real worker in two turns each."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from bot.cases.model import (
    Appointment,
    Group,
    GroupFacts,
    Lesson,
    LessonStatus,
    PartKind,
    Place,
    Provider,
    Snapshot,
    State,
    Task,
    TaskStatus,
    Text,
)
from bot.clock import local
from bot.state.events import Event, Looked
from bot.state.remind import wake
from bot.state.scene import Scene
from bot.state.session import Session
from bot.state.turn import MarkLinked, Redeem, Turn
from bot.store.records import Person
from bot.store.store import Store, TenantStore
from bot.worker import Worker

FIRST_CHAT = 8_000_000_000
SEED = "seeded"
KINDS = 4
"""How many different cases there are; people of one kind differ in their ids only."""
KADE = Place(address="Kade 4, 1234 AB Waterveen", room="2.1")


@dataclass(frozen=True, slots=True)
class Newcomer:
    """One person with a phone. `remind` is the choice of times, `groups` the lesson groups."""

    number: int
    chat: int
    kind: int
    groups: tuple[str, ...]
    remind: str = "changes"

    @property
    def id(self) -> str:
        """The person's id in the store."""
        return f"person-{self.number:06d}"

    def at(self, chat: int) -> Newcomer:
        """The same person in the chat that Telegram gave."""
        return replace(self, chat=chat)


def lesson(group: str, number: int, starts: datetime, hours: float = 3.0) -> Lesson:
    """A planned lesson at a naive local moment."""
    ends = starts + timedelta(hours=hours)
    return Lesson(
        f"{group}-{number:03d}", group, number, PartKind.LANGUAGE, starts, ends, LessonStatus.PLANNED, 1, KADE
    )


def group_of(id: str, lessons: Sequence[Lesson], read_at: datetime) -> GroupFacts:
    """A group with these lessons."""
    provider = Provider("Taalschool De Brug", "000 123 45 11")
    return GroupFacts(Group(id, id, id, PartKind.LANGUAGE, provider, KADE), tuple(lessons), read_at)


def weekly(id: str, now: datetime, weeks: int = 3) -> GroupFacts:
    """A group with three mornings a week from tomorrow on."""
    first = local(now).date() + timedelta(days=1)
    days = [first + timedelta(days=day) for day in range(7 * weeks) if day % 7 in {0, 2, 3}]
    lessons = [lesson(id, n, datetime.combine(day, time(9))) for n, day in enumerate(days, 1)]
    return group_of(id, lessons, now)


def snapshot(one: Newcomer, today: date) -> Snapshot:
    """The case of a person: tasks and appointments by kind."""
    tasks = tuple(
        Task(f"task-{n}", Text(f"Taak {n}"), TaskStatus.OPEN, 1, due=today + timedelta(days=7 + n))
        for n in range(1, 2 + one.kind)
    )
    talk = Appointment(
        "talk", "voortgangsgesprek", datetime.combine(today + timedelta(days=9), time(11)), "gepland", 1
    )
    return Snapshot(
        f"case-{one.number:06d}",
        f"WV-{one.number:06d}",
        State.IN_ROUTE,
        tasks=tasks,
        appointments=(talk,) if one.kind % 2 else (),
        groups=one.groups,
        caseworker_id="km-001",
        language="en",
    )


def newcomers(count: int, *, remind: str = "changes") -> tuple[Newcomer, ...]:
    """This many people of all kinds, about twenty to a group."""
    classes = max(1, count // 20)
    return tuple(
        Newcomer(n, FIRST_CHAT + n, n % KINDS, (f"group-{n % classes:03d}",), remind) for n in range(count)
    )


@dataclass(frozen=True, slots=True)
class Linking:
    """An engine that knows one thing only: to link whom a look names, as an office code would."""

    def step(self, scene: Scene, event: Event) -> Turn:
        """Decide one turn."""
        if not isinstance(event, Looked) or event.topic != SEED:
            return Turn(scene.session)
        invitation, remind = str(event.data["value"]).split("|")
        session = Session(stage="linked", language="en", reading="read", screen="home.home", remind=remind)
        effects = (Redeem(invitation, waiting=False), MarkLinked(), wake(scene, session))
        return Turn(session, effects=effects)


async def link_people(
    store: Store,
    tenant: TenantStore,
    people: Sequence[Newcomer],
    groups: Sequence[GroupFacts],
    worker: Worker,
) -> dict[int, str]:
    """Store these people's cases and link their phones; answers link ids by chat.

    `worker` has the campaign's own engine; its first look lets every link begin with what is true now.
    """
    now = worker.clock()
    for facts in groups:
        await tenant.groups.store(facts.group.id, facts)
    links: dict[int, str] = {}
    for batch in _batches(people, 50):
        made = await asyncio.gather(*(_prepared(tenant, one, now) for one in batch))
        links |= {one.chat: link for one, link in zip(batch, made, strict=True)}
    linking = replace(worker, engine=Linking(), name=f"{worker.name}-linking")
    await _until_quiet(linking, store, tenant)
    await asyncio.gather(*(tenant.look(link, "facts") for link in links.values()))
    await _until_quiet(worker, store, tenant)
    return links


async def _prepared(tenant: TenantStore, one: Newcomer, now: datetime) -> str:
    case = snapshot(one, local(now).date())
    person = Person(one.id, case.case_uuid, case.case_number, "Samira", "en", "km-001")
    await tenant.persons.save(person)
    await tenant.persons.store_snapshot(one.id, case, now)
    made = await tenant.invitations.create(
        one.id, "office", "en", None, "bench", now, now + timedelta(days=1)
    )
    link = await tenant.links.for_chat(one.chat)
    await tenant.mailbox.ingest(
        link.id, Looked(f"seed:{one.number}", now, SEED, {"value": f"{made.record.id}|{one.remind}"})
    )
    return link.id


async def _until_quiet(worker: Worker, store: Store, tenant: TenantStore) -> None:
    """Take turns until no link is ready any more."""
    ready = store.ready(tenant.tenant.bucket, worker.name)
    await ready.prepare()
    while entries := await ready.take(0.05, count=64):
        await asyncio.gather(*(worker.take(entry) for entry in entries))


def _batches(people: Sequence[Newcomer], size: int) -> list[Sequence[Newcomer]]:
    return [people[start : start + size] for start in range(0, len(people), size)]
