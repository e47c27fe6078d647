"""What is kept of DUO per person: facts, the newest event of each code, contradictions told; all sealed."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from bot.cases.duo.record import DuoEvent, DuoFacts, DuoRecord
from bot.errors import StoreAway
from bot.store.base import Room
from bot.store.codec import dump, millis
from bot.store.jobs import SEPARATOR

JOB = "duo"
FACTS, DIFFERS, EVENT = "facts", "differs", "e:"
PURGE_AFTER_MS = 45_000
TRIES = 8
T = TypeVar("T")


class DuoRecords:
    """The records of one tenant, each in a hash of its own beside its person."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def key(self, person: str) -> str:
        """The hash."""
        return f"{self._room.prefix}p:{person}:duo"

    async def get(self, person: str) -> DuoRecord:
        """Everything of one person; an empty record where there is nothing."""
        stored = await self._room.db(self._room.db.redis.hgetall(self.key(person)))
        record = DuoRecord()
        for field, sealed in stored.items():
            if field == FACTS:
                record = replace(record, facts=await self._open(DuoFacts, person, field, sealed))
            elif field == DIFFERS:
                told = await self._open(DuoRecord, person, field, sealed)
                record = replace(record, differs=told.differs)
            elif field.startswith(EVENT):
                event = await self._open(DuoEvent, person, field, sealed)
                record = replace(record, events=(*record.events, event))
        return record

    async def note(self, person: str, event: DuoEvent) -> bool:
        """Keep an event and plan its following; False where it, or a later one of its code, is known."""
        room = self._room
        # The field is a keyed hash: which events somebody had is not to be read from a copy of the disk.
        field = EVENT + room.vault.lookup(f"duo:{person}:{event.code}")
        for _ in range(TRIES):
            held = await room.db(room.db.redis.hget(self.key(person), field))
            if held is not None:
                known = await self._open(DuoEvent, person, field, held)
                if known.registered >= event.registered:
                    return False
            sealed = await self._seal(person, field, dump(event))
            job = f"{JOB}{SEPARATOR}{person}"
            answer = await room.script(
                "note_duo", person, field, held or "", sealed, job, millis(event.arrived)
            )
            if int(answer) >= 0:
                return int(answer) == 1
        raise StoreAway("Several processes keep events of one person at once; try again.")

    async def keep(self, person: str, was: DuoFacts, facts: DuoFacts) -> bool:
        """Keep what was read on top of `was`; False where somebody else kept something meanwhile."""
        held = await self._room.db(self._room.db.redis.hget(self.key(person), FACTS))
        known = await self._open(DuoFacts, person, FACTS, held) if held is not None else DuoFacts()
        return known == was and await self._put(person, FACTS, dump(facts), held or "")

    async def keep_differs(self, person: str, differs: tuple[str, ...]) -> None:
        """Remember which contradictions were told."""
        held = await self._room.db(self._room.db.redis.hget(self.key(person), DIFFERS))
        await self._put(person, DIFFERS, dump(DuoRecord(differs=differs)), held or "")

    async def silence(self, person: str) -> bool:
        """End every chat of the person here and now, without a last word."""
        now = self._room.now()
        return bool(await self._room.script("silence", person, now, now + PURGE_AFTER_MS))

    async def _put(self, person: str, field: str, plain: bytes, held: str) -> bool:
        sealed = await self._seal(person, field, plain)
        return int(await self._room.script("keep_duo", person, field, held, sealed)) == 1

    async def _seal(self, person: str, field: str, plain: bytes) -> str:
        return await self._room.vault.seal(person, f"{self.key(person)}#{field}", plain)

    async def _open(self, kind: type[T], person: str, field: str, sealed: str) -> T:
        return await self._room.vault.read(kind, person, f"{self.key(person)}#{field}", sealed)
