"""Part B: real processes under load are killed by SIGKILL, frozen, and restarted in turn."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

from bench.crash.concerned import Hands
from bench.crash.fleet import Fleet
from bench.crash.instance import Instance, Words, track
from bench.crash.load import Crowding, Spread
from bench.crash.nursery import Nursery
from bench.crash.people import HABITS, Habit, Someone, arrives
from bench.crash.process import errors_in
from bench.crash.rest import NotAtRest, at_rest
from bench.crash.surroundings import Surroundings
from bot.app import Municipality
from bot.cases.subscribe import Subscriber
from bot.store.records import Job

BETWEEN = (0.1, 0.3)
FROZEN = (3.5, 6.0)
FREEZE_EVERY, ROLL_EVERY = 40, 250
PATIENCE = 90.0
Say = Callable[[str], None]


@dataclass
class Battle:
    """One town whose processes die `kills` times; at least `full` of them come back as fresh interpreters."""

    around: Surroundings
    nursery: Nursery
    rng: random.Random
    kills: int
    full: int
    post: Spread
    words: Words
    fleet: Fleet = field(init=False)
    crowd: Crowding = field(init=False)
    late: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    seconds: float = 0.0

    async def run(self, say: Say = lambda text: None) -> None:
        """Link everybody, kill under load, come to rest, and end everybody."""
        self.fleet = Fleet(self.around, self.nursery, self.rng)
        say("everybody links")
        self.crowd = Crowding(self.around, await self._people(), self.rng)
        await self.fleet.start()
        try:
            self.post.ports[:] = self.fleet.ports
            living = asyncio.create_task(self.crowd.run())
            begun = monotonic()
            await self._kill(say)
            self.seconds = monotonic() - begun
            self.crowd.ending = True
            say("waiting for the last answers")
            await living
            await self.around.town.jobs.plan(Job("reconcile", "all", self.around.clock()))
            await self._rest()
        finally:
            self.late += await self.fleet.stop()
            self.errors = errors_in(self.fleet.logs)

    async def _rest(self) -> None:
        """What a notice did not bring, the sweep brings: the case system tries a refused one for a day."""
        try:
            await at_rest(self.around, patience=PATIENCE, beat=0.1, moves=False, notices=False)
        except NotAtRest as unrest:
            self.late.append(str(unrest))

    async def _people(self) -> list[Habit]:
        """Link everybody by one program without a limiter, before anybody of the fleet is there."""
        around = self.around
        track(asyncio.get_running_loop())
        helper = Instance(around, self.words, "helper")
        self.post.ports[:] = [around.settings.port]
        await helper.start()
        town = helper.app.municipalities[around.tenant.id]
        try:
            async with asyncio.TaskGroup() as group:
                coming = [
                    group.create_task(self._arrives(town, number, person.number))
                    for number, person in enumerate(around.crowd.people)
                ]
            callback = f"{around.settings.bot_api}/cases-in/{around.tenant.id}"
            await Subscriber(around.tenant, helper.app._session, around.clock).ensure(callback)
            await self._rest()
        finally:
            await helper.kill()
        return [one.result() for one in coming]

    async def _arrives(self, town: Municipality, number: int, name: str) -> Habit:
        async def settled() -> None:
            await asyncio.sleep(0)

        one = await arrives(self.around, town, name, settled, patience=30.0)
        habit = HABITS[number % len(HABITS)](one)
        await one.goes(*habit.begin, patience=30.0)
        return habit

    async def _links(self) -> dict[str, Someone]:
        links = self.around.town.links
        return {(await links.for_chat(one.who.phone.person.id)).id: one.who for one in self.crowd.habits}

    async def _kill(self, say: Say) -> None:
        fleet, told = self.fleet, monotonic()
        hands = Hands(self.around, self.post, await self._links())
        count = 0
        freezing: asyncio.Task[None] | None = None
        while count < self.kills:
            await asyncio.sleep(self.rng.uniform(*BETWEEN))
            one = fleet.choose()
            full = fleet.full_starts < self.full and not fleet.full_start_runs
            fleet.kill(one)
            at = monotonic()
            self.crowd.killed(one.role, at, await hands.of(one))
            await fleet.again(one, full=full)
            count += 1
            if count % FREEZE_EVERY == FREEZE_EVERY // 2 and (freezing is None or freezing.done()):
                frozen = self.rng.choice([p for p in fleet.processes if p.role in {"worker", "sender"}])
                freezing = asyncio.create_task(fleet.freeze(frozen, self.rng.uniform(*FROZEN)))
            if count % ROLL_EVERY == ROLL_EVERY // 2:
                self.late += await fleet.roll()
            if monotonic() - told > 5:
                told = monotonic()
                say(f"{count} of {self.kills} processes killed, {len(self.crowd.answers)} answers")
        if freezing is not None:
            await freezing
