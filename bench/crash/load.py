"""Who uses the bot while its processes die: everybody acts, waits for the answer, and acts again."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from dataclasses import dataclass, field, replace
from time import monotonic
from typing import Any

from bench.crash.people import Habit, Someone
from bench.crash.surroundings import Surroundings
from bench.crash.witness import Post
from bot.sandbox.telegram.delivery import Answer
from bot.sandbox.telegram.webhook import Webhook

TWICE, LOST = 0.08, 0.03
SHUFFLE = 0.03
GLANCE = 2.0
LONGEST = 60.0
SLOW = 5.0


@dataclass
class Spread(Post):
    """Brings updates to one of several web processes: late, at times twice, and at times the answer is lost.

    Within one of Telegram's queues the order stays, as the sandbox posts one update of a queue at a time.
    """

    rng: random.Random = field(default_factory=random.Random)
    ports: list[int] = field(default_factory=list)
    twice: int = 0
    lost: int = 0
    under_way: dict[int, Counter[int]] = field(default_factory=dict)

    async def carry(self, webhook: Webhook, body: dict[str, Any]) -> Answer:
        await asyncio.sleep(self.rng.uniform(0.0, SHUFFLE))
        copies = 2 if self.rng.random() < TWICE else 1
        self.twice += copies - 1
        answers = await asyncio.gather(*(self._bring(webhook, body) for _ in range(copies)))
        answer = next((one for one in answers if not one.fault), answers[0])
        if not answer.fault and self.rng.random() < LOST:
            self.lost += 1
            return Answer("the answer was lost")
        return answer

    async def _bring(self, webhook: Webhook, body: dict[str, Any]) -> Answer:
        path, port = webhook.url.split("/", 3)[3], self.rng.choice(self.ports)
        under_way = self.under_way.setdefault(port, Counter())
        who = _person(body)
        under_way[who] += 1
        try:
            return await self.to(replace(webhook, url=f"http://127.0.0.1:{port}/{path}"), body)
        finally:
            under_way[who] -= 1

    def carried(self, port: int) -> set[int]:
        """Whose updates are under way to this web process."""
        return {who for who, count in self.under_way.get(port, {}).items() if count > 0}


def _person(body: dict[str, Any]) -> int:
    update = next(value for name, value in body.items() if name != "update_id")
    return int(update["from"]["id"])


@dataclass
class Waiting:
    """Somebody who has acted and waits; `kills` are those that happened meanwhile."""

    since: float
    kills: list[tuple[float, str]] = field(default_factory=list)


@dataclass
class Crowding:
    """Everybody at once. `recoveries` are seconds from a kill to the answer of somebody who was waiting."""

    around: Surroundings
    habits: list[Habit]
    rng: random.Random
    pause: tuple[float, float] = (0.3, 1.2)
    waiting: dict[str, Waiting] = field(default_factory=dict)
    recoveries: list[tuple[float, str]] = field(default_factory=list)
    answers: list[float] = field(default_factory=list)
    slow: list[str] = field(default_factory=list)
    unanswered: list[str] = field(default_factory=list)
    ending: bool = False

    async def run(self) -> None:
        """Act until `ending`; everybody finishes what was begun."""
        async with asyncio.TaskGroup() as group:
            for habit in self.habits:
                group.create_task(self._live(habit))

    def killed(self, role: str, at: float, concerned: set[str]) -> None:
        """Somebody of the fleet was killed, who held something of these people."""
        for number in concerned & self.waiting.keys():
            self.waiting[number].kills.append((at, role))

    async def _live(self, habit: Habit) -> None:
        who = habit.who
        while not self.ending:
            await asyncio.sleep(self.rng.uniform(*self.pause))
            step = next(habit.steps)
            before = _revision(who)
            waiting = self.waiting[who.number] = Waiting(monotonic())
            await step.act()
            if step.answered:
                await self._answer(who, step.kind, before, waiting)
            del self.waiting[who.number]

    async def _answer(self, who: Someone, kind: str, before: int, waiting: Waiting) -> None:
        while monotonic() - waiting.since < LONGEST:
            try:
                async with asyncio.timeout(GLANCE):
                    await self.around.telegram.bell.until(lambda: _revision(who) > before or None)
            except TimeoutError:
                if await self._nothing_new(who):
                    return
                continue
            now = monotonic()
            self.answers.append(now - waiting.since)
            self.recoveries += [(now - at, role) for at, role in waiting.kills]
            if waiting.kills and now - waiting.kills[0][0] > SLOW:
                story = ", ".join(f"{role} {now - at:.1f} s before" for at, role in waiting.kills)
                self.slow.append(f"{kind}, waited {now - waiting.since:.1f} s; killed: {story}")
            return
        self.unanswered.append(f"{who.number}: {kind}")

    async def _nothing_new(self, who: Someone) -> bool:
        """Whether all was taken and shown, but looks as before."""
        town = self.around.town
        queues = self.around.account.updates.queues()
        person = who.phone.person.id
        if person in queues or person + (3 << 33) in queues:
            return False
        link = await town.links.for_chat(person)
        key = town.links.key(link.id)
        redis = town.room.db.redis
        return not await redis.llen(f"{key}:mail") and not await redis.hexists(f"{key}:out", "screen")


def _revision(who: Someone) -> int:
    messages = who.phone.messages(who.around.bot)
    return max((message.revision for message in messages if message.from_bot), default=0)
