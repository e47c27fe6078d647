"""How a person stands: what the console's lists say of somebody, from stored facts only."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.cases.model import Facts
from bot.clock import local
from bot.console.ports import TenantStore
from bot.store.records import Link, Person

ROUTE_NAMES = {"B": "B1", "O": "O", "Z": "Z"}


@dataclass(frozen=True, slots=True)
class Standing:
    """One line of the people list; `next_at` is naive local time."""

    person: Person
    link: Link | None = None
    facts: Facts | None = None
    next_at: datetime | None = None

    @property
    def route(self) -> str:
        """The route as staff calls it; empty before the plan."""
        plan = self.facts.snapshot.plan if self.facts else None
        return ROUTE_NAMES[plan.route.value] if plan else ""

    @property
    def language(self) -> str:
        """The language chosen on the phone, else that of the invitation."""
        return (self.link.language if self.link else "") or self.person.language

    @property
    def level(self) -> str:
        """The privacy level."""
        return self.link.level if self.link else "L1"


async def standing(store: TenantStore, person: Person, now: datetime) -> Standing:
    """Load how one person stands."""
    facts = await store.persons.facts(person.id)
    phone = person.link or person.waiting_link
    link = await store.links.get(phone) if phone else None
    return Standing(person, link, facts, next_moment(facts, local(now)) if facts else None)


async def standings(store: TenantStore, people: Iterable[Person], now: datetime) -> Sequence[Standing]:
    """Load how several people stand."""
    return await asyncio.gather(*(standing(store, person, now) for person in people))


def next_moment(facts: Facts, wall: datetime) -> datetime | None:
    """Return the next lesson or appointment that takes place."""
    lessons = (lesson.starts for lesson in facts.lessons if not lesson.cancelled)
    talks = (talk.starts for talk in facts.snapshot.appointments if not talk.cancelled)
    return min((at for at in (*lessons, *talks) if at > wall), default=None)
