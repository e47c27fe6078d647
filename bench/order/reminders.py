"""Reminders through two nights of clock change, with schedulers that freeze: each once, none too late."""

from __future__ import annotations

import asyncio
import random
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bench.order.children import Children
from bench.order.nights import SUNDAYS, Night, night
from bench.order.people import link_people
from bench.order.report import Outcome, percentile, stamp
from bench.order.say import Progress, Say
from bench.order.scheduling import MASTER, schedule, work
from bench.order.shared_clock import SharedClock
from bench.order.site import MUNICIPALITY
from bot.channels.base import View
from bot.channels.outgoing import Outgoing
from bot.channels.telegram.callback import Callbacks
from bot.channels.telegram.delivery import Delivery, Done, Result
from bot.channels.telegram.sender import Sender
from bot.dialogs import DIALOGS
from bot.sandbox.town import tenant_of
from bot.scenes import Scenes
from bot.settings import CONTENT
from bot.state.engine import Engine
from bot.store.codec import millis
from bot.store.embedded import EmbeddedServer
from bot.store.store import Store, TenantStore
from bot.views import Views
from bot.words.catalogues import Catalogues
from bot.worker import Worker

NOTE = (
    "One clock for all processes is moved through both nights. Each process has two schedulers, one of "
    "which falls asleep before and after commands; whole processes are stopped and go on at random. "
    "What must be sent is counted from the calendar alone. Some lessons begin at 02:30, which is there "
    "twice in October and never in March."
)
TICK = 0.02
SLOW = timedelta(seconds=0.2)
"""Virtual time per tick while there is work to do: ten times real time."""
LEAP = timedelta(minutes=10)
FREEZE = (0.05, 0.9)
"""Seconds for which a process of schedulers is stopped."""
ITEM = "reminder:"


@dataclass(frozen=True, slots=True)
class Sizes:
    """Reminders in all, processes of two schedulers each, worker processes."""

    reminders: int = 10_000
    processes: int = 4
    workers: int = 2
    nights: tuple[str, ...] = tuple(SUNDAYS)
    leap: timedelta = LEAP


@dataclass(frozen=True, slots=True)
class Sent:
    """A reminder that went out."""

    chat: int
    lesson: str
    at: datetime


class NoTelegram:
    """Takes every call."""

    def __init__(self) -> None:
        self._count = 0

    async def call(self, method: str, params: dict[str, Any], /) -> Any:
        """Take one call."""
        self._count += 1
        return {"message_id": self._count}


class Recording(Delivery):
    """A delivery that writes down what it brought."""

    sent: list[Sent]
    clock: SharedClock

    async def bring(self, entry: Outgoing) -> Result:
        """Bring an entry to the phone."""
        result = await super().bring(entry)
        if isinstance(result, Done) and entry.notice is not None and entry.notice.item.startswith(ITEM):
            self.sent.append(Sent(entry.lease.chat, entry.notice.item[len(ITEM) :], self.clock()))
        return result


Make = Callable[..., Recording]


@dataclass
class _Night:
    """One night under way."""

    night: Night
    server: EmbeddedServer
    clock: SharedClock
    store: Store
    tenant: TenantStore
    children: Children
    rng: random.Random
    sent: list[Sent] = field(default_factory=list)
    freezes: int = 0
    leap: timedelta = LEAP

    async def quiet(self) -> bool:
        """Whether nothing is due: no job, no turn, no message."""
        db, prefix, now = self.tenant.room.db, self.tenant.room.prefix, millis(self.clock())
        if await db(db.redis.zcount(f"{prefix}jobs", "-inf", now)):
            return False
        if await db(db.redis.xlen(f"{self.tenant.room.bucket}ready")):
            return False
        return not any([await db(db.redis.zcard(f"{prefix}send:{pri}")) for pri in range(4)])

    async def pass_by(self, progress: Progress) -> None:
        """Let the night pass: slowly while there is work, in leaps while there is none."""
        stops = [*(slot for slot in self.night.slots if slot > self.clock()), self.night.ends]
        while self.clock() < self.night.ends:
            await asyncio.sleep(TICK)
            self.children.check()
            if not await self.quiet():
                self.clock.forward(SLOW)
            else:
                while stops[0] <= self.clock():
                    stops.pop(0)
                self.clock.move_to(min(self.clock() + self.leap, stops[0]))
                await self.tenant.stir()
            if progress.due:
                progress(
                    f"{self.night.name}: {self.clock():%a %H:%M:%S} UTC, {len(self.sent)} reminders sent"
                )

    async def freeze(self, schedulers: Sequence[Any]) -> None:
        """Stop processes at random, never all at once, until cancelled."""
        while True:
            chosen = self.rng.sample(list(schedulers), self.rng.randint(1, max(1, len(schedulers) - 1)))
            self.freezes += len(chosen)
            await asyncio.gather(*(self.children.freeze(one, self.rng.uniform(*FREEZE)) for one in chosen))
            await asyncio.sleep(self.rng.uniform(0, 0.3))


async def reminders(seed: int, sizes: Sizes, say: Say, *, make: Make = Recording) -> Outcome:
    """Run the campaign; `make` lets a test plant a fault into the delivery."""
    progress, rng = Progress(say, "reminders"), random.Random(seed)
    broken: list[str] = []
    late: list[float] = []
    wanted = sent = freezes = 0
    for name in sizes.nights:
        passed = await _pass(night(name, sizes.reminders), sizes, rng, progress, make)
        expected = passed.night.expected()
        broken += judged(passed.night, passed.sent)
        late += lateness(passed.night, passed.sent)
        wanted, sent, freezes = wanted + expected.total(), sent + len(passed.sent), freezes + passed.freezes
    return Outcome(
        "reminders",
        "Reminders through clock changes",
        seed,
        {
            "reminders wanted": wanted,
            "schedulers": 2 * sizes.processes,
            "scheduler processes": sizes.processes,
            "worker processes": sizes.workers,
            "nights": ", ".join(
                f"{day.isoformat()} ({name})" for name, day in SUNDAYS.items() if name in sizes.nights
            ),
        },
        {
            "reminders sent": sent,
            "freezes of a process": freezes,
            "after the due moment, p50 (virtual s)": percentile(late, 0.5),
            "after the due moment, p99 (virtual s)": percentile(late, 0.99),
        },
        tuple(broken),
        progress.seconds,
        at=stamp(),
        note=NOTE,
    )


def judged(night: Night, sent: Sequence[Sent]) -> list[str]:
    """Compare what was sent with what the calendar asks for."""
    expected, found = night.expected(), Counter((one.chat, one.lesson) for one in sent)
    starts = night.starts()
    broken = [
        f"{night.name}: chat {c} got {found[c, le]} of {n} reminders of {le}"
        for (c, le), n in expected.items()
        if found[c, le] < n
    ]
    broken += [
        f"{night.name}: chat {c} got {n} reminders of {le}, not {expected[c, le]}"
        for (c, le), n in found.items()
        if n > expected[c, le]
    ]
    broken += [
        f"{night.name}: chat {one.chat} was reminded of {one.lesson} at {one.at}, after its start"
        for one in sent
        if one.lesson in starts and one.at >= starts[one.lesson]
    ]
    return broken


def lateness(night: Night, sent: Sequence[Sent]) -> list[float]:
    """Seconds between the moment a reminder was due and the moment it was sent."""
    found: list[float] = []
    for one in sent:
        due = max((slot for slot in night.slots if slot <= one.at), default=one.at)
        found.append((one.at - due).total_seconds())
    return found


async def _pass(night: Night, sizes: Sizes, rng: random.Random, progress: Progress, make: Make) -> _Night:
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="order-")))
        server = EmbeddedServer(folder / "store", "everysec").start()
        stack.callback(server.stop)
        clock = SharedClock.make(folder / "clock", night.begins)
        store, tenant = Store.open(server.url, MASTER, clock), tenant_of(MUNICIPALITY)
        stack.push_async_callback(store.close)
        children = Children()
        stack.callback(children.stop)
        town, engine = store.tenant(tenant), Engine(DIALOGS)
        run = _Night(night, server, clock, store, town, children, rng, leap=sizes.leap)
        seeding = Worker(engine, store, {tenant.id: town}, clock, "seeding")
        await link_people(store, town, night.people, night.groups(clock()), seeding)
        progress(f"{night.name}: {len(night.people)} people are linked", now=True)
        file = str(folder / "clock")
        schedulers = [
            children.start(schedule, server.url, file, rng.randrange(10**6)) for _ in range(sizes.processes)
        ]
        for number in range(sizes.workers):
            children.start(work, server.url, file, f"worker-{number}")
        sender = _sender(run, engine, make)
        tasks = [asyncio.create_task(sender.run()), asyncio.create_task(run.freeze(schedulers))]
        try:
            await run.pass_by(progress)
        finally:
            sender.stop()
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        return run


def _sender(run: _Night, engine: Engine, make: Make) -> Sender:
    views = Views(engine, Catalogues(CONTENT), run.clock)
    scenes = Scenes(run.tenant, run.clock)

    async def shown(entry: Outgoing) -> View | None:
        return await views.entry(scenes, entry)

    async def changed(entry: Outgoing) -> View:
        return await views.changed(scenes, entry)

    callbacks = Callbacks(run.tenant.callback_key, run.tenant.tenant.id)
    delivery = make(NoTelegram(), callbacks, shown, changed, random.random)
    delivery.sent, delivery.clock = run.sent, run.clock
    # A sender spaces its calls in real time, ten times slower than this clock: the pace is left to the store.
    run.tenant.outbox.limits |= {"gap": 0, "burst": 1}
    return Sender(run.tenant.outbox, delivery)
