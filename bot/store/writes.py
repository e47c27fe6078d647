"""Writes to the case API: in order per owner, leased to one writer at a time, never superseded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.cases.model import OwnWrite
from bot.store.base import Room
from bot.store.codec import dump, load
from bot.store.records import Identity

LEASE_MS = 30_000
"""Longer than the case API's deadline and its verification together."""


@dataclass(frozen=True, slots=True)
class Leased:
    """A stored write that one writer holds."""

    owner: str
    id: str
    payload: str


@dataclass(frozen=True, slots=True)
class LeasedWrite:
    """A person's write that a writer holds."""

    person: str
    case_uuid: str
    write: OwnWrite
    lease: Leased


class WriteQueue:
    """A queue of writes of persons (`p:`) or groups (`g:`)."""

    def __init__(self, room: Room, queue: str, owner: str) -> None:
        self._room = room
        self._names = (queue, ":writes", ":own", owner)

    async def next(self) -> Leased | float:
        """Lease the next write, or say how many seconds to wait."""
        answer = await self._room.script("next_write", *self._names, self._room.now(), LEASE_MS)
        if len(answer) == 1:
            return float(answer[0]) / 1000
        return Leased(*answer)

    async def later(self, lease: Leased, seconds: float) -> None:
        """Give it back for later."""
        await self._finish(lease, "later", seconds * 1000, "")

    async def finish(self, lease: Leased, verb: str, payload: str) -> None:
        """It is done or refused; the person's phone looks again."""
        await self._finish(lease, verb, 0, payload)

    async def _finish(self, lease: Leased, verb: str, number: float, payload: str) -> None:
        await self._room.script(
            "after_write", *self._names, lease.owner, lease.id, verb, self._room.now(), int(number), payload
        )


class PersonWrites:
    """The writes lane of the outbox: what persons asked to be written to their case."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._queue = WriteQueue(room, queue="writes", owner="p:")

    async def next_write(self) -> LeasedWrite | float:
        """The next write to carry out, or seconds to wait."""
        lease = await self._queue.next()
        if isinstance(lease, float):
            return lease
        key = f"{self._room.prefix}p:{lease.owner}"
        sealed = await self._room.db(self._room.db.redis.hget(key, "identity"))
        if sealed is None:
            return 0.0  # the person was erased a moment ago, and the write with her
        who = load(Identity, await self._room.vault.open(lease.owner, f"{key}#identity", sealed))
        own = load(OwnWrite, await self._room.vault.open(lease.owner, f"{key}:own#{lease.id}", lease.payload))
        return LeasedWrite(lease.owner, who.case_uuid, own, lease)

    async def write_done(self, leased: LeasedWrite, at: datetime) -> None:
        """The case system confirmed it."""
        await self._after(leased, "done", OwnWrite(leased.write.write, done_at=at))

    async def write_refused(self, leased: LeasedWrite, reason: str) -> None:
        """The case system refuses it for good; the screen says so."""
        await self._after(leased, "refused", OwnWrite(leased.write.write, refused=True))

    async def write_later(self, leased: LeasedWrite, seconds: float) -> None:
        """Try again later."""
        await self._queue.later(leased.lease, seconds)

    async def _after(self, leased: LeasedWrite, verb: str, own: OwnWrite) -> None:
        name = f"{self._room.prefix}p:{leased.person}:own#{leased.lease.id}"
        await self._queue.finish(
            leased.lease, verb, await self._room.vault.seal(leased.person, name, dump(own))
        )
