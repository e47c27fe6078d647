"""Part A: one instance after the other dies at a failpoint, while somebody does something."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

from bench.crash.instance import Change, Instance, Words, track
from bench.crash.people import HABITS, Habit, arrives
from bench.crash.points import Shot
from bench.crash.rest import at_rest
from bench.crash.surroundings import Surroundings
from bot.app import Municipality
from bot.cases.subscribe import Subscriber

LATE = (
    "lua commit before",
    "lua after_send before",
    "lua after_write before",
    "lua done_job before",
    "lua next_send after",
    "telegram editMessageText before",
)
"""Where a frozen instance wakes too late: what it then commits must be refused, what it shows made good."""
FREEZES = 0.1
MISSES = 4
"""So many vain tries of a point count as a hit when the next is chosen."""
USUAL = 0.1
Say = Callable[[str], None]


@dataclass
class Coverage:
    """How often each point was hit during each kind of event, and which pairs there are."""

    known: dict[tuple[str, str], int] = field(default_factory=dict)
    hits: Counter[tuple[str, str]] = field(default_factory=Counter)
    missed: Counter[tuple[str, str]] = field(default_factory=Counter)
    crossed: Counter[tuple[str, str]] = field(default_factory=Counter)
    steps: Counter[str] = field(default_factory=Counter)

    def learn(self, kind: str, crossed: Counter[str]) -> None:
        """Note which points this kind of event crosses, and how often at most."""
        self.steps[kind] += 1
        for point, count in crossed.items():
            pair = (kind, point)
            self.crossed[pair] += 1
            self.known[pair] = max(self.known.get(pair, 0), count)

    def add(self, other: Coverage) -> None:
        """Take in what another process covered."""
        for pair, count in other.known.items():
            self.known[pair] = max(self.known.get(pair, 0), count)
        for mine, more in ((self.hits, other.hits), (self.crossed, other.crossed)):
            mine.update(more)
        self.steps.update(other.steps)

    @property
    def usual(self) -> list[tuple[str, str]]:
        """The pairs that belong to a kind of event: crossed in at least a tenth of its steps."""
        return sorted(pair for pair in self.known if self.crossed[pair] >= USUAL * self.steps[pair[0]])

    def next_shot(self, kind: str, rng: random.Random) -> Shot | None:
        """Choose the point that was hit least in this kind of event; what is seldom reached takes turns."""
        pairs = [pair for pair in self.known if pair[0] == kind]
        if not pairs:
            return None
        tried = {pair: self.hits[pair] + self.missed[pair] // MISSES for pair in pairs}
        fewest = min(tried.values())
        pair = rng.choice([one for one in pairs if tried[one] == fewest])
        return Shot(pair[1], rng.choice((1, rng.randint(1, self.known[pair]))))

    def fired(self, kind: str, shot: Shot) -> None:
        """It died there."""
        self.hits[kind, shot.point] += 1
        self.missed[kind, shot.point] = 0

    def not_reached(self, kind: str, shot: Shot) -> None:
        """The event was over before."""
        self.missed[kind, shot.point] += 1


@dataclass
class Round:
    """What one town went through."""

    kills: int = 0
    freezes: int = 0
    steps: int = 0


@dataclass
class InProcess:
    """Kills instances of one town, one after the other."""

    around: Surroundings
    words: Words
    coverage: Coverage
    rng: random.Random
    spoil: Change | None = None
    habits: tuple[type[Habit], ...] = HABITS
    result: Round = field(default_factory=Round)
    instance: Instance = field(init=False)
    ended: dict[str, str] = field(default_factory=dict)

    async def run(self, kills: int, say: Say = lambda text: None) -> Round:
        """Link the people, kill `kills` times, and come to rest."""
        track(asyncio.get_running_loop())
        self.instance = await self._fresh()
        habits = await self._people()
        told = monotonic()
        # Whoever's round is longer acts more often, so that a rare kind of event is met as often as others.
        turns = [len(habit.round()) for habit in habits]
        while self.result.kills < kills:
            (habit,) = self.rng.choices(habits, turns)
            await self._step(habit)
            if monotonic() - told > 5:
                told = monotonic()
                say(f"{self.result.kills} of {kills} kills")
        await self._rest()
        await self.instance.kill()
        return self.result

    async def _fresh(self) -> Instance:
        fresh = Instance(self.around, self.words, str(len(self.ended)), spoil=self.spoil)
        self.ended[fresh.caller] = "stopped"
        await fresh.start()
        return fresh

    async def _people(self) -> list[Habit]:
        habits: list[Habit] = []
        for number, kind in enumerate(self.habits):
            one = await arrives(self.around, self._town, self.around.crowd.people[number].number, self._rest)
            habit = kind(one)
            for place in habit.begin:
                await one.goes(place)
                await self._rest()
            habits.append(habit)
        await self._subscribe()
        return habits

    @property
    def _town(self) -> Municipality:
        return next(iter(self.instance.app.municipalities.values()))

    async def _subscribe(self) -> None:
        callback = f"{self.around.settings.public_url}/cases/{self.around.tenant.id}"
        await Subscriber(self.around.tenant, self.instance.app._session, self.around.clock).ensure(callback)

    async def _step(self, habit: Habit) -> None:
        """Let something happen and kill meanwhile, at a point that was hit least."""
        step, points = next(habit.steps), self.instance.points
        shot = self.coverage.next_shot(step.kind, self.rng)
        points.crossed.clear()
        if shot is not None and shot.point in LATE and self.rng.random() < FREEZES:
            shot = Shot(shot.point, shot.nth, freeze=True)
        if shot is not None:
            points.arm(shot)
        self.result.steps += 1
        await step.act()
        await self._rest(until=points.fired)
        self.coverage.learn(step.kind, points.crossed)
        if not points.fired.is_set():
            points.disarm()
            if shot is not None:
                self.coverage.not_reached(step.kind, shot)
            return
        assert shot is not None
        self.result.kills += 1
        self.coverage.fired(step.kind, shot)
        await self._replace(shot, habit)

    async def _replace(self, shot: Shot, habit: Habit) -> None:
        old = self.instance
        self.ended[old.caller] = "frozen" if shot.freeze else "killed"
        if shot.freeze:
            await old.goes_deaf()
        else:
            await old.kill()
        self.instance = await self._fresh()
        await self._rest()
        if shot.freeze:
            # The person goes on meanwhile, so that what wakes is out of date.
            self.result.freezes += 1
            await next(habit.steps).act()
            await self._rest()
            old.points.thaw()
            await self._rest()
            await old.kill()
            await self._rest()

    async def _rest(self, until: asyncio.Event | None = None) -> None:
        async def reading() -> bool:
            return bool(self._town.sync._flights._flights)

        await at_rest(self.around, reading, until=until)
