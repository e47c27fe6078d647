"""One round: people tap, two writers pass on, the case system loses answers; until nothing waits any more."""

from __future__ import annotations

import asyncio
import random
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp

from bench.order.people import FIRST_CHAT
from bench.writes.effects import faults
from bench.writes.people import EACH, Cases, Newcomer
from bot.cases.model import Group, GroupFacts, PartKind, Provider, Write
from bot.cases.port import CaseWrites, LessonWrite
from bot.cases.writer import Writer
from bot.cases.zgw.adapter import ZgwCases
from bot.cases.zgw.api import Line, once
from bot.clock import local
from bot.sandbox.town import Town, case_system, seed, tenant_text
from bot.sandbox.zgw import Zgw, serving
from bot.sandbox.zgw.faults import Fault, Kind
from bot.state.events import Event, Looked
from bot.state.scene import Scene
from bot.state.session import Session
from bot.state.turn import MarkLinked, Redeem, Turn, WriteCase
from bot.store.embedded import EmbeddedServer
from bot.store.records import Person
from bot.store.store import Store, TenantStore
from bot.tenant import Tenant, read_tenant
from bot.worker import Worker

MUNICIPALITY = "waterveen"
BEGINS = datetime(2026, 11, 23, 7, 10, tzinfo=UTC)
WRITERS = 2
PATIENCE = 600.0
"""Seconds after which a round that does not come to its end is a hang."""


@dataclass
class Clock:
    """Stands while something is on its way, and jumps where writers would only wait."""

    now: datetime = BEGINS
    busy: int = 0
    idle: asyncio.Event = field(default_factory=asyncio.Event)

    def __call__(self) -> datetime:
        return self.now

    async def rest(self, seconds: float) -> None:
        """Let time pass: at once if nothing is on its way, else as long as that needs."""
        if self.busy:
            await asyncio.sleep(0.002)
        else:
            self.now += timedelta(seconds=seconds)
            self.idle.set()
            await asyncio.sleep(0)


@dataclass(slots=True)
class Rain(Fault):
    """The work is done, and the answer is lost by chance."""

    share: float = 0.3
    chance: random.Random = field(default_factory=random.Random)
    fell: int = 0

    def concerns(self, api: str, method: str, path: str) -> bool:
        """Whether this answer is lost."""
        wet = method in {"POST", "PATCH"} and self.chance.random() < self.share
        self.fell += wet
        return wet


@dataclass
class Counted:
    """The real writes, counted: how many are on their way and how often each was tried."""

    writes: CaseWrites
    clock: Clock
    tries: Counter[str] = field(default_factory=Counter)

    async def write(self, case_uuid: str, write: Write) -> None:
        """Carry out a person's write."""
        with self._underway(write.id):
            await self.writes.write(case_uuid, write)

    async def write_lesson(self, write: LessonWrite) -> None:
        """Carry out a planner's change."""
        with self._underway(write.id):
            await self.writes.write_lesson(write)

    @contextmanager
    def _underway(self, name: str) -> Iterator[None]:
        self.tries[name] += 1
        self.clock.busy += 1
        try:
            yield
        finally:
            self.clock.busy -= 1


@dataclass(frozen=True)
class Taps:
    """An engine that knows two things: to link a phone, and to record what its person does."""

    people: dict[str, Newcomer]

    def step(self, scene: Scene, event: Event) -> Turn:
        """Decide one turn."""
        if not isinstance(event, Looked) or event.topic not in {"link", "acts"}:
            return Turn(scene.session)
        if event.topic == "link":
            mine = Session(stage="linked", language="tr", reading="read", screen="home.home")
            return Turn(mine, effects=(Redeem(str(event.data["value"]), waiting=False), MarkLinked()))
        one = self.people[str(event.data["value"])]
        return Turn(scene.session, effects=tuple(WriteCase(w) for w in one.writes(scene.now)))


@dataclass(frozen=True, slots=True)
class Result:
    """What a round came to."""

    writes: int
    lost: int
    tries: int
    faults: tuple[str, ...]


@dataclass
class Round:
    """Everything of one round: a case system, a store, writers."""

    zgw: Zgw
    cases: Cases
    tenant: Tenant
    store: Store
    clock: Clock
    writes: Counted
    rain: Rain

    @property
    def town(self) -> TenantStore:
        """The municipality's store."""
        return self.store.tenant(self.tenant)

    async def play(self, first: int, count: int) -> Result:
        """Let this many people act, and pass everything on."""
        people = [self.cases.newcomer(number, self.clock()) for number in range(first, first + count)]
        await self._tap(people)
        self.zgw.faults.add(self.rain)
        await self._pass_on(len(people) * EACH)
        self.zgw.faults.clear()
        tries = sum(self.writes.tries.values())
        return Result(len(people) * EACH, self.rain.fell, tries, tuple(faults(self.zgw, people)))

    async def _tap(self, people: Sequence[Newcomer]) -> None:
        engine = Taps({one.id: one for one in people})
        worker = Worker(engine, self.store, {self.tenant.id: self.town}, self.clock, "taps")
        links = [await self._link(one) for one in people]
        await self._until_quiet(worker)
        for one, link in zip(people, links, strict=True):
            acts = Looked(f"acts:{one.id}", self.clock(), "acts", {"value": one.id})
            await self.town.mailbox.ingest(link, acts)
        await self._until_quiet(worker)
        provider = Provider("Taalschool De Brug")
        group = Group(self.cases.group, "B1-2", "B1-2", PartKind.LANGUAGE, provider)
        await self.town.groups.store(group.id, GroupFacts(group, (), self.clock()))
        for one in people:
            await self.town.groups.overlay(one.moved(self.cases.group, self.clock()))

    async def _link(self, one: Newcomer) -> str:
        person = Person(one.id, one.case, f"BW-{one.number:05d}", "Someone", "tr", "km-001")
        await self.town.persons.save(person)
        now = self.clock()
        made = await self.town.invitations.create(
            one.id, "office", "tr", None, "bench", now, now + timedelta(days=1)
        )
        link = await self.town.links.for_chat(FIRST_CHAT + one.number)
        await self.town.mailbox.ingest(
            link.id, Looked(f"link:{one.id}", now, "link", {"value": made.record.id})
        )
        return link.id

    async def _until_quiet(self, worker: Worker) -> None:
        ready = self.store.ready(self.tenant.bucket, worker.name)
        await ready.prepare()
        while entries := await ready.take(0.05, count=64):
            await asyncio.gather(*(worker.take(entry) for entry in entries))

    async def _pass_on(self, wanted: int) -> None:
        self.clock.now += timedelta(seconds=EACH)
        store = self.town
        writers = [
            asyncio.create_task(
                Writer(
                    self.writes, store.writes, store.groups, store.alarms, self.clock, sleep=self.clock.rest
                ).run()
            )
            for _ in range(WRITERS)
        ]
        try:
            async with asyncio.timeout(PATIENCE):
                while await self._waiting() and not any(task.done() for task in writers):
                    self.clock.idle.clear()
                    await self.clock.idle.wait()
        finally:
            for task in writers:
                task.cancel()
            ends = await asyncio.gather(*writers, return_exceptions=True)
        broken = [end for end in ends if isinstance(end, Exception)]
        if broken:
            raise broken[0]

    async def _waiting(self) -> int:
        redis, prefix = self.store.db.redis, self.town.room.prefix
        return int(await redis.zcard(f"{prefix}writes")) + int(await redis.zcard(f"{prefix}lessonwrites"))


@asynccontextmanager
async def round_of(seed_number: int, share: float) -> AsyncIterator[Round]:
    """Start a case system and a store of their own; `share` of the answers to writes is lost."""
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="writes-")))
        clock, town = Clock(), Town()
        zgw = case_system(MUNICIPALITY, clock=clock)
        seed(zgw, town, MUNICIPALITY, local(clock()).date())
        address = await stack.enter_async_context(serving(zgw))
        file = folder / "waterveen.toml"
        file.write_text(tenant_text(MUNICIPALITY, address), encoding="utf-8")
        tenant = read_tenant(file)
        server = EmbeddedServer(folder / "store", "everysec").start()
        stack.callback(server.stop)
        store = Store.open(server.url, random.Random(seed_number).randbytes(32), clock)
        stack.push_async_callback(store.close)
        session = await stack.enter_async_context(aiohttp.ClientSession())
        once(session)
        cases = ZgwCases(tenant.reading(), session, clock, Line(session, clock, deadline=10.0))
        writes = Counted(cases.writes(tenant.zgw.writing_keys), clock)
        rain = Rain(Kind.REPLY_LOST, times=None, share=share, chance=random.Random(seed_number))
        yield Round(zgw, Cases(zgw, town), tenant, store, clock, writes, rain)
