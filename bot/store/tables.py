"""Plain tables: frozen records by id, sealed with the table's own key."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Generic, Protocol, TypeVar

from bot.store.base import Room, new_id
from bot.store.codec import dump, from_millis, load, millis
from bot.store.records import AlarmRecord, AuditLine


class Record(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """The record's id."""
        ...


R = TypeVar("R", bound=Record)


class Table(Generic[R]):
    """Records of one kind; every value is sealed and bound to its place."""

    def __init__(self, room: Room, name: str, kind: type[R]) -> None:
        self._room = room
        self._kind = kind
        self._key = f"{room.prefix}t:{name}"
        self._owner = f"table-{name}"

    async def put(self, record: R) -> None:
        """Create or replace."""
        sealed = await self._room.vault.seal(
            self._owner, f"{self._key}#{record.id}", dump(record, self._kind)
        )
        await self._room.db(self._room.db.redis.hset(self._key, record.id, sealed))

    async def put_new(self, record: R) -> bool:
        """Create; False where the id exists already."""
        sealed = await self._room.vault.seal(
            self._owner, f"{self._key}#{record.id}", dump(record, self._kind)
        )
        return bool(await self._room.db(self._room.db.redis.hsetnx(self._key, record.id, sealed)))

    async def get(self, record: str) -> R | None:
        """The record by id."""
        sealed = await self._room.db(self._room.db.redis.hget(self._key, record))
        return await self._open(record, sealed) if sealed else None

    async def all(self) -> tuple[R, ...]:
        """Every record, newest first where it has a moment (`made_at`, `at`)."""
        stored = await self._room.db(self._room.db.redis.hgetall(self._key))
        found = [await self._open(record, sealed) for record, sealed in stored.items()]
        return tuple(sorted(found, key=_moment, reverse=True))

    async def delete(self, record: str) -> bool:
        """Delete; False where there was none."""
        return bool(await self._room.db(self._room.db.redis.hdel(self._key, record)))

    async def _open(self, record: str, sealed: str) -> R:
        return load(self._kind, await self._room.vault.open(self._owner, f"{self._key}#{record}", sealed))


def _moment(record: Record) -> str:
    at = getattr(record, "made_at", None) or getattr(record, "at", None)
    return at.isoformat() if isinstance(at, datetime) else record.id


class Alarms:
    """Things a colleague must look at, naming a person by random id only, so that scripts raise them too."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._key = f"{room.prefix}t:alarms"

    async def raise_(self, kind: str, person: str | None = None, detail: str = "") -> AlarmRecord:
        """Raise an alarm."""
        alarm = AlarmRecord(new_id(), kind, self._room.clock(), person, detail)
        await self._room.db(self._room.db.redis.hset(self._key, alarm.id, encode_alarm(alarm)))
        return alarm

    async def get(self, alarm: str) -> AlarmRecord | None:
        """The alarm by id."""
        stored = await self._room.db(self._room.db.redis.hget(self._key, alarm))
        return decode_alarm(stored) if stored else None

    async def all(self) -> tuple[AlarmRecord, ...]:
        """Every alarm, newest first."""
        stored = await self._room.db(self._room.db.redis.hgetall(self._key))
        return tuple(sorted(map(decode_alarm, stored.values()), key=lambda one: one.at, reverse=True))

    async def delete(self, alarm: str) -> bool:
        """Forget an alarm; False where there was none."""
        return bool(await self._room.db(self._room.db.redis.hdel(self._key, alarm)))

    async def close(self, alarm: str, by: str) -> None:
        """A colleague dealt with it."""
        found = await self.get(alarm)
        if found is not None:
            closed = AlarmRecord(found.id, found.kind, found.at, found.person, found.detail, by)
            await self._room.db(self._room.db.redis.hset(self._key, alarm, encode_alarm(closed)))


def encode_alarm(alarm: AlarmRecord) -> str:
    """An alarm as the scripts read and write it: milliseconds, no nulls."""
    return json.dumps(
        {
            "id": alarm.id,
            "kind": alarm.kind,
            "at": millis(alarm.at),
            "person": alarm.person or "",
            "detail": alarm.detail,
            "closed_by": alarm.closed_by,
        }
    )


def decode_alarm(text: str) -> AlarmRecord:
    """Read an alarm."""
    f = json.loads(text)
    return AlarmRecord(
        f["id"], f["kind"], from_millis(f["at"]), f["person"] or None, f["detail"], f["closed_by"]
    )


class Audit:
    """Who did or saw what; append only."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._table: Table[AuditLine] = Table(room, "audit", AuditLine)

    async def write(self, who: str, what: str, person: str | None = None, why: str = "") -> None:
        """Add one line."""
        await self._table.put(AuditLine(new_id(), self._room.clock(), who, what, person, why))

    async def all(self) -> tuple[AuditLine, ...]:
        """Every line, newest first."""
        return await self._table.all()

    async def forget_before(self, old: datetime) -> int:
        """Remove lines from before `old`; answers how many."""
        return sum([await self._table.delete(line.id) for line in await self.all() if line.at < old])
