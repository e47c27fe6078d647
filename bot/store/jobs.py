"""The schedule: what must happen at a time. A due wake-up becomes a look in the step that pops it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from bot.store.base import Room
from bot.store.codec import from_millis, millis
from bot.store.records import FailingJob, Job

SEPARATOR = "\x1f"
LEASE_MS = 30_000
FIRST_PAUSE_MS, LONGEST_PAUSE_MS = 30_000, 3_600_000
"""A job that fails is tried again after half a minute, then twice as long each time, up to an hour."""
FANOUT_STEP = 16
FANOUT_GAP_MS = 200
"""80 people a second: four times faster than messages leave, and so slow that no tap waits for looks."""


class Jobs:
    """The jobs of one tenant."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def plan(self, job: Job) -> None:
        """Plan a job; one of the same kind and key is replaced."""
        member = f"{job.kind}{SEPARATOR}{job.key}"
        await self._room.script("plan_job", member, millis(job.at), json.dumps(job.data))

    async def planned(self, kind: str, key: str) -> bool:
        """Whether a job of this kind and key waits or is being carried out."""
        member = f"{kind}{SEPARATOR}{key}"
        return await self._room.db(self._room.db.redis.zscore(f"{self._room.prefix}jobs", member)) is not None

    async def hold(self, job: Job) -> None:
        """A leased job is still being carried out: nobody else is to begin it."""
        await self._room.script("hold_job", f"{job.kind}{SEPARATOR}{job.key}", self._room.now() + LEASE_MS)

    async def cancel(self, kind: str, key: str) -> bool:
        """Take a job back; False where it was taken already."""
        return bool(await self._room.script("cancel_job", f"{kind}{SEPARATOR}{key}"))

    async def next(self) -> Job | float | None:
        """The next due job, leased; seconds to wait; or None where a wake-up was turned into a look."""
        answer = await self._room.script("next_job", self._room.now(), LEASE_MS)
        if answer[0] == "woken":
            return None
        if answer[0] != "job":
            return float(answer[0]) / 1000
        kind, key = answer[1].split(SEPARATOR, 1)
        return Job(kind, key, from_millis(self._room.now()), json.loads(answer[2]))

    async def done(self, job: Job) -> None:
        """A leased job was carried out."""
        await self._room.script("done_job", f"{job.kind}{SEPARATOR}{job.key}")

    async def failed(self, job: Job, reason: str) -> int:
        """A leased job failed and waits longer each time; answers how often it has failed by now."""
        member = f"{job.kind}{SEPARATOR}{job.key}"
        pauses = (FIRST_PAUSE_MS, LONGEST_PAUSE_MS)
        return int(await self._room.script("fail_job", member, reason[:200], self._room.now(), *pauses))

    async def failing(self) -> tuple[FailingJob, ...]:
        """Jobs that failed at their last try, longest first."""
        key = f"{self._room.prefix}jobfails"
        stored = await self._room.db(self._room.db.redis.hgetall(key))
        found = [_failing(member, json.loads(text)) for member, text in stored.items()]
        return tuple(sorted(found, key=lambda one: one.since))

    async def fan_out(self, group: str) -> bool:
        """One stretch of a group's fan-out; True while there is more to do."""
        return bool(await self._room.script("fanout", group, self._room.now(), FANOUT_STEP, FANOUT_GAP_MS))


def _failing(member: str, fails: Mapping[str, Any]) -> FailingJob:
    kind, key = member.split(SEPARATOR, 1)
    since, again = from_millis(fails["since"]), from_millis(fails["again"])
    return FailingJob(kind, key, int(fails["n"]), since, str(fails["reason"]), again)
