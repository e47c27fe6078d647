"""Groups: lessons shared by their members, with the planner's own changes laid over what was fetched."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.cases.model import GroupFacts
from bot.cases.overlay import OwnChange, settled_changes, with_changes
from bot.cases.port import LessonWrite
from bot.store.base import Room
from bot.store.codec import dump, load, millis, pairs
from bot.store.writes import Leased, WriteQueue


@dataclass(frozen=True, slots=True)
class LeasedLessonWrite:
    """A planner's change that a writer holds."""

    group: str
    change: OwnChange
    lease: Leased


class Groups:
    """The lesson groups of one tenant."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._queue = WriteQueue(room, queue="lessonwrites", owner="g:")

    def key(self, group: str) -> str:
        """The group's hash."""
        return f"{self._room.prefix}g:{group}"

    async def ids(self) -> tuple[str, ...]:
        """The id of every group of this tenant."""
        return tuple(sorted(await self._room.db(self._room.db.redis.smembers(f"{self._room.prefix}groups"))))

    async def all(self) -> tuple[GroupFacts, ...]:
        """Every group that was read, by name."""
        return tuple(sorted(await self.load(await self.ids()), key=lambda facts: facts.group.name))

    async def get(self, group: str) -> GroupFacts | None:
        """The group with own changes laid over."""
        return next(iter(await self.load((group,))), None)

    async def load(self, groups: tuple[str, ...]) -> tuple[GroupFacts, ...]:
        """Those of these groups that were read, with own changes laid over."""
        found: list[GroupFacts] = []
        for group in groups:
            sealed = await self._room.db(self._room.db.redis.hget(self.key(group), "facts"))
            if sealed:
                found.append(with_changes(await self._read(group, sealed), await self.changes(group)))
        return tuple(found)

    async def parse(
        self, groups: tuple[str, ...], stored: list[Any]
    ) -> tuple[tuple[GroupFacts, ...], tuple[tuple[str, str, str], ...]]:
        """Several groups as a script read them, with the revisions to compare at a commit."""
        found: list[GroupFacts] = []
        revisions: list[tuple[str, str, str]] = []
        read = {group: (values, own) for group, values, own in stored}
        for group in groups:
            (sealed, revision), own = read.get(group, ((None, None), []))
            revisions.append((self.key(group), "frev", revision or ""))
            if sealed:
                changes = await self._changes(group, pairs(own))
                found.append(with_changes(await self._read(group, sealed), changes))
        return tuple(found), tuple(revisions)

    async def _read(self, group: str, sealed: str) -> GroupFacts:
        return await self._room.vault.read(GroupFacts, group, f"{self.key(group)}#facts", sealed)

    async def changes(self, group: str) -> tuple[OwnChange, ...]:
        """Own changes that the fetched lessons may not show yet, oldest first."""
        stored = await self._room.db(self._room.db.redis.hgetall(f"{self.key(group)}:own"))
        return await self._changes(group, stored)

    async def _changes(self, group: str, stored: dict[str, str]) -> tuple[OwnChange, ...]:
        key, vault = f"{self.key(group)}:own", self._room.vault
        opened = [await vault.read(OwnChange, group, f"{key}#{i}", s) for i, s in stored.items()]
        return tuple(sorted(opened, key=lambda one: (one.write.at, one.write.id)))

    async def store(self, group: str, facts: GroupFacts) -> bool:
        """Store a complete read; True where something changed (and the fan-out to the members began)."""
        room, key = self._room, self.key(group)
        own = await self.changes(group)
        kept = {one.write.id for one in settled_changes(own, facts.read_at)}
        gone = [one.write.id for one in own if one.write.id not in kept]
        told = GroupFacts(facts.group, facts.lessons, datetime.min)
        digest = room.vault.lookup("group:" + hashlib.sha256(dump(told)).hexdigest())
        sealed = await room.vault.seal(group, f"{key}#facts", dump(facts))
        answer = await room.script(
            "store_group",
            group,
            sealed,
            digest,
            millis(facts.read_at),
            room.now(),
            json.dumps(gone) if gone else "[]",
            "",
            "",
        )
        return int(answer) == 1

    async def overlay(self, write: LessonWrite) -> None:
        """Make a planner's change valid for every phone now; the write to the case system follows."""
        key = f"{self.key(write.group)}:own"
        sealed = await self._room.vault.seal(write.group, f"{key}#{write.id}", dump(OwnChange(write)))
        await self._room.script(
            "store_group", write.group, "", "", 0, self._room.now(), "[]", write.id, sealed
        )

    async def members(self, group: str) -> tuple[str, ...]:
        """Person ids of this group's members that we know."""
        return tuple(sorted(await self._room.db(self._room.db.redis.smembers(f"{self.key(group)}:members"))))

    async def next_write(self) -> LeasedLessonWrite | float:
        """The next change to carry out, or seconds to wait."""
        lease = await self._queue.next()
        if isinstance(lease, float):
            return lease
        name = f"{self.key(lease.owner)}:own#{lease.id}"
        change = load(OwnChange, await self._room.vault.open(lease.owner, name, lease.payload))
        return LeasedLessonWrite(lease.owner, change, lease)

    async def write_done(self, leased: LeasedLessonWrite, at: datetime) -> None:
        """The case system confirmed it."""
        await self._after(leased, "done", OwnChange(leased.change.write, done_at=at))

    async def write_refused(self, leased: LeasedLessonWrite, reason: str) -> None:
        """The case system refuses it for good."""
        await self._after(leased, "refused", OwnChange(leased.change.write, refused=True))

    async def write_later(self, leased: LeasedLessonWrite, seconds: float) -> None:
        """Try again later."""
        await self._queue.later(leased.lease, seconds)

    async def _after(self, leased: LeasedLessonWrite, verb: str, change: OwnChange) -> None:
        name = f"{self.key(leased.group)}:own#{leased.lease.id}"
        await self._queue.finish(
            leased.lease, verb, await self._room.vault.seal(leased.group, name, dump(change))
        )
