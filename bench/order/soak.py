"""A virtual month: the program's memory stays flat, streams stay short, and every key has an end."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from time import monotonic
from zoneinfo import ZoneInfo

from bench.order.journal import Ledger
from bench.order.keys import Walk
from bench.order.phones import Typist
from bench.order.report import Outcome, stamp
from bench.order.say import Progress, Say
from bench.order.town import SoakTown, town
from bot.cases.model import LessonStatus
from bot.sandbox.arrivals import STEPS, invite, sees_button, tap
from bot.sandbox.telegram import NotSeen, Phone
from bot.sandbox.town import Person as Townsman
from bot.schools import campaigns, leave
from bot.schools.changes import Wish, make
from bot.store.base import new_id
from bot.store.codec import millis
from bot.store.records import Campaign

NOTE = (
    "The whole program runs in a process of its own against the sandboxes; periods of retention are a "
    "few days, so that a month shows that they hold. At the end every key is held against "
    "`bot/store/register.py`. Memory is the resident memory of that process, without anything that "
    "measures inside it."
)
FIRST = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
ZONE = ZoneInfo("Europe/Amsterdam")
TICK = 0.02
SPEED = 10
"""The clock runs this much faster than real time while something is to be done, else it leaps."""
WARM = 1 / 3
"""Share of the days in which memory may still grow: caches fill."""
SLOPE = 1.0
"""MiB a virtual day."""
STREAMS = 200
"""The server shortens streams by whole nodes of 100 entries."""
PATIENCE = 60.0
MOMENTS = (time(7, 30), time(9, 0), time(12, 0), time(15, 0), time(19, 0), time(22, 30))


@dataclass(frozen=True, slots=True)
class Sizes:
    """Virtual days, phones that are linked, acts of each phone a day."""

    days: int = 30
    phones: int = 24
    acts: int = 6


@dataclass
class Month:
    """The days under way. `phones` are linked, by case number."""

    there: SoakTown
    rng: random.Random
    sizes: Sizes
    phones: dict[str, Phone] = field(default_factory=dict)
    memory: list[float] = field(default_factory=list)
    files: list[int] = field(default_factory=list)
    streams: int = 0
    strangers: int = 0
    done: dict[str, int] = field(default_factory=dict)

    def count(self, what: str) -> None:
        """Count something that happened."""
        self.done[what] = self.done.get(what, 0) + 1

    async def day(self, number: int) -> None:
        """One day from morning to night."""
        for moment in MOMENTS:
            await self._to(number, moment)
            if moment == time(9, 0):
                await self._people_come()
            elif moment == time(12, 0):
                await self._schools_change()
            elif moment == time(15, 0) and number % 2:
                await self._people_go()
            if moment in {time(9, 0), time(15, 0)}:
                await self._fingers()
            await self.calm()
        await self._to(number + 1, time(3, 30))
        await self.calm()
        self.memory.append(self.there.memory())
        self.files.append(self.there.files())
        self.streams = max(self.streams, await self._longest_stream())

    async def _to(self, number: int, moment: time) -> None:
        day = (FIRST + timedelta(days=number)).date()
        at = datetime.combine(day, moment, ZONE).astimezone(UTC)
        if at > self.there.clock():
            self.there.clock.move_to(at)
        await self.there.home.store.stir()

    async def calm(self) -> None:
        """Let the clock run until nothing is due any more."""
        until = monotonic() + PATIENCE
        rounds = 0
        while rounds < 3:
            if monotonic() > until:
                raise TimeoutError("the program did not get its work done")
            self.there.children.check()
            await asyncio.sleep(TICK)
            rounds = 0 if await self._busy() else rounds + 1

    async def run_clock(self) -> None:
        """Let time pass until cancelled."""
        while True:
            await asyncio.sleep(TICK)
            self.there.clock.forward(timedelta(seconds=TICK * SPEED))

    async def _busy(self) -> bool:
        store, now = self.there.home.store, millis(self.there.clock())
        db, prefix = store.room.db, store.room.prefix
        if self.there.telegram.account().updates.queues() or await db(
            db.redis.xlen(f"{store.room.bucket}ready")
        ):
            return True
        due = [
            f"{prefix}jobs",
            f"{prefix}writes",
            f"{prefix}lessonwrites",
            *(f"{prefix}send:{n}" for n in range(4)),
        ]
        return any([await db(db.redis.zcount(key, "-inf", now)) for key in due])

    async def _people_come(self) -> None:
        """Somebody links a phone with an office code, a stranger writes, somebody gets a letter."""
        home, clock = self.there.home, self.there.clock
        bot = home.tenant.bot.gebruikersnaam
        own = [one for one in self.there.population.people if one.municipality == home.tenant.id]
        missing = [one for one in own if one.number not in self.phones]
        coming = missing[: self.sizes.phones - len(self.phones)]
        await asyncio.gather(*(self._links(one) for one in coming))
        await invite(home, self.rng.choice(own), clock, "letter")
        self.count("letters")
        self.strangers += 1
        stranger = self.there.telegram.phone(f"stranger-{self.strangers}", shown=False)
        await stranger.start(bot=bot)
        self.count("strangers")

    async def _links(self, one: Townsman) -> None:
        """Link a phone, tap by tap, with an office code."""
        home = self.there.home
        bot = home.tenant.bot.gebruikersnaam
        code = await invite(home, one, self.there.clock, "office")
        phone = self.there.telegram.phone(f"p-{one.number}", first_name=one.first_name, shown=False)
        with suppress(NotSeen):
            await phone.start(code.secret, bot=bot)
            for step in STEPS:
                await tap(phone, step, bot)
            await sees_button(phone, "home.", bot)
            self.phones[one.number] = phone
            self.count("phones linked")

    async def _schools_change(self) -> None:
        """A planner cancels a lesson, a caseworker reminds some people."""
        store, now = self.there.home.store, self.there.clock()
        groups = [facts for facts in await store.groups.all() if await store.groups.members(facts.group.id)]
        wall = now.astimezone(ZONE).replace(tzinfo=None)
        ahead = [
            lesson
            for facts in groups
            for lesson in facts.lessons
            if lesson.starts > wall + timedelta(hours=3) and not lesson.cancelled
        ]
        if ahead:
            change = make(
                self.rng.choice(ahead), Wish(LessonStatus.CANCELLED), id=new_id(), by="planner", now=now
            )
            if change is not None:
                await leave.plan(store, change)
                self.count("lesson changes")
        people = tuple(one.id for one in await store.persons.all() if one.link)
        if people:
            chosen = tuple(self.rng.sample(people, min(5, len(people))))
            made = Campaign(new_id(), "bring-id", {}, chosen, "anneke", now, now + timedelta(seconds=60))
            await campaigns.plan(store, made)
            self.count("caseworkers' reminders")
        await store.audit.write("anneke", "opened")
        alarm = await store.alarms.raise_("callback")
        await store.alarms.close(alarm.id, "anneke")

    async def _people_go(self) -> None:
        """A colleague ends a link, or somebody deletes everything, or blocks the bot."""
        if not self.phones:
            return
        number = self.rng.choice(sorted(self.phones))
        phone = self.phones.pop(number)
        bot = self.there.home.tenant.bot.gebruikersnaam
        store = self.there.home.store
        person = await store.persons.by_number(number)
        what = self.rng.choice(("ended", "deleted", "deleted"))
        if what == "ended" and person is not None and person.link is not None:
            await store.links.end(person.link)
        else:
            with suppress(NotSeen):
                await phone.says("/stop", bot=bot)
                await tap(phone, "privacy.stop/delete/", bot)
                await tap(phone, "privacy.delete/yes/", bot)
        self.count(f"people {what}")

    async def _fingers(self) -> None:
        """Everybody types and taps."""
        ledger = Ledger()
        for _ in range(self.sizes.acts // 2):
            for phone in list(self.phones.values()):
                await Typist(self.there.telegram, phone, ledger, self.rng).acts()
                self.count("acts of fingers")
            await self.calm()

    async def _longest_stream(self) -> int:
        db = self.there.home.store.room.db
        longest = 0
        async for key in db.redis.scan_iter(_type="stream"):
            longest = max(longest, int(await db(db.redis.xlen(key))))
        return longest


async def soak(seed: int, sizes: Sizes, say: Say) -> Outcome:
    """Run the campaign."""
    progress = Progress(say, "soak")
    async with town(seed, FIRST) as there:
        month = Month(there, random.Random(seed), sizes)
        running = asyncio.create_task(month.run_clock())
        try:
            await _until_served(there)
            progress("the town is open", now=True)
            for number in range(sizes.days):
                await month.day(number)
                progress(f"day {number + 1} of {sizes.days}: {month.memory[-1]:.0f} MiB")
            walk = await Walk(there.home.store, there.clock()).go()
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)
        return _outcome(month, walk, seed, progress)


def _outcome(month: Month, walk: Walk, seed: int, progress: Progress) -> Outcome:
    warm = round(len(month.memory) * WARM)
    grown = slope(month.memory[warm:])
    broken = list(walk.faults)
    if len(month.memory) - warm >= 5 and grown >= SLOPE:
        broken.append(f"memory grows by {grown:.2f} MiB a virtual day, not less than {SLOPE:.0f}")
    if month.streams > STREAMS:
        broken.append(f"a stream held {month.streams} entries, more than {STREAMS}")
    return Outcome(
        "soak",
        "A month",
        seed,
        {"virtual days": month.sizes.days, "phones": month.sizes.phones},
        {
            **{what: count for what, count in sorted(month.done.items())},
            "memory after warm-up (MiB)": month.memory[min(warm, len(month.memory) - 1)],
            "memory at the end (MiB)": month.memory[-1],
            "memory slope after warm-up (MiB a virtual day)": grown,
            "open files, first day": month.files[0],
            "open files, last day": month.files[-1],
            "longest stream": month.streams,
            "keys at the end": sum(walk.counts.values()),
            "keys with personal data": walk.personal,
            "keys without an end, or that nobody knows": len(walk.faults),
        },
        tuple(broken),
        progress.seconds,
        at=stamp(),
        note=NOTE,
    )


def slope(values: Sequence[float]) -> float:
    """How much the values rise a step: least squares."""
    if len(values) < 2:
        return 0.0
    middle, mean = (len(values) - 1) / 2, sum(values) / len(values)
    over = sum((n - middle) * (value - mean) for n, value in enumerate(values))
    return over / sum((n - middle) ** 2 for n in range(len(values)))


async def _until_served(there: SoakTown) -> None:
    until = monotonic() + PATIENCE
    while there.telegram.account().webhook is None:
        there.children.check()
        if monotonic() > until:
            raise TimeoutError("the program did not set its webhook")
        await asyncio.sleep(TICK)
