"""Samira, stored: a person with a case, an invitation, a link, a group."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.cases.model import (
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
from bot.state.events import Event, Looked
from bot.state.session import Place as Screen
from bot.state.session import Session
from bot.state.turn import Effect, MarkLinked, Notice, Notify, Priority, Redeem, TellLink, Turn
from bot.store.records import Link, NewInvitation, Person
from bot.store.store import Store, TenantStore
from bot.store.turns import Loaded
from tests.clocks import NOW, Hands

CASE = "65fcf664-2219-474b-a128-754cc193eeff"
GROUP = "c21c442d-babe-4a41-9998-0859f239387e"
LESSON = "d6015959-a7de-4656-8142-8a8e71389e0c"
PERSON = Person("samira-0001", CASE, "WV-0001", "Samira", "ar", "km-001")


def snapshot(**more: object) -> Snapshot:
    task = Task("8b66db16-95a8-48ea-b46d-63c981171233", Text("Papieren naar de balie"), TaskStatus.OPEN, 1)
    base = Snapshot(CASE, "WV-0001", State.IN_ROUTE, tasks=(task,), groups=(GROUP,))
    return replace(base, **more)  # type: ignore[arg-type]


def lesson(**more: object) -> Lesson:
    base = Lesson(
        LESSON,
        GROUP,
        41,
        PartKind.LANGUAGE,
        datetime(2026, 11, 25, 9),
        datetime(2026, 11, 25, 12),
        LessonStatus.PLANNED,
        1,
        Place(address="Kade 4, 1234 AB Waterveen", room="2.1"),
    )
    return replace(base, **more)  # type: ignore[arg-type]


def group(*lessons: Lesson, read_at: datetime = NOW) -> GroupFacts:
    made = Group(GROUP, "B1-2", "B1-2", PartKind.LANGUAGE, Provider("Taalschool De Brug", "000 123 45 11"))
    return GroupFacts(made, lessons or (lesson(),), read_at)


def notice(item: str = f"lesson:{LESSON}", version: int = 2, **more: object) -> Notice:
    base = Notice(item, version, "push.lesson.moved", f"abcdefgh.{version}", Priority.URGENT, NOW)
    return replace(base, **more)  # type: ignore[arg-type]


@dataclass
class Bench:
    """A tenant's store with hands on the clock, and turns done by hand."""

    store: Store
    tenant: TenantStore
    clock: Hands

    async def invited(self) -> NewInvitation:
        """Samira has a letter."""
        await self.tenant.persons.save(PERSON)
        return await self.tenant.invitations.create(
            PERSON.id, "letter", "ar", 1989, "anneke", self.clock(), self.clock() + timedelta(days=14)
        )

    async def linked(self, chat: int = 4711) -> Link:
        """Samira's phone is linked and her case and group are read."""
        invitation = await self.invited()
        link = await self.tenant.links.for_chat(chat)
        assert (
            await self.turn(link, "link", Redeem(invitation.record.id, waiting=False), MarkLinked()) == "ok"
        )
        await self.tenant.persons.store_snapshot(PERSON.id, snapshot(), self.clock())
        await self.tenant.groups.store(GROUP, group(read_at=self.clock()))
        await self.quiet()
        found = await self.tenant.links.get(link.id)
        assert found is not None
        return found

    async def freeze(self, link: Link) -> None:
        """Somebody else tried the code of this phone."""
        stranger = await self.tenant.links.for_chat(666)
        assert await self.turn(stranger, "start", TellLink(link.id, "frozen")) == "ok"

    async def quiet(self) -> None:
        """Take every waiting look without doing anything."""
        while (loaded := await self.next()) is not None:
            await self.tenant.turns.commit(loaded, Turn(loaded.session), self.clock())

    async def next(self) -> Loaded | None:
        """The next turn that is ready, loaded."""
        while isinstance(job := await self.tenant.jobs.next(), type(None)) or not isinstance(job, float):
            if job is not None and job.kind == "fanout":
                await self.tenant.jobs.fan_out(job.key)
            elif job is not None:
                break
        ready = self.store.ready(self.tenant.tenant.bucket, "bench")
        await ready.prepare()
        for entry in await ready.mine() or await ready.take(0.001):
            loaded = await self.tenant.turns.load(entry.link, entry.entry)
            if loaded is not None:
                return loaded
            await self.tenant.turns.settle(entry.entry)
        return None

    async def turn(
        self,
        link: Link,
        topic: str,
        *effects: Effect,
        place: Screen | None = None,
        message: int | None = None,
        session: Session | None = None,
    ) -> str:
        """A look that decides exactly these effects."""
        event: Event = Looked(f"{topic}:{self.clock().timestamp()}:{len(effects)}", self.clock(), topic)
        assert await self.tenant.mailbox.ingest(link.id, event)
        loaded = await self.next()
        assert loaded is not None
        turn = Turn(session or loaded.session, place, message, effects)
        return await self.tenant.turns.commit(loaded, turn, self.clock())

    async def tell(self, link: Link, *notices: Notice) -> None:
        """Put notices into the outbox."""
        assert (
            await self.turn(link, f"tell-{[n.version for n in notices]}", *(Notify(one) for one in notices))
            == "ok"
        )
