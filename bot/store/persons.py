"""Persons: one case each, with the facts that were read of it and the person's own unconfirmed writes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.cases.model import Facts, OwnWrite, Snapshot
from bot.cases.overlay import settled, with_own
from bot.store.base import Room, new_id
from bot.store.codec import dump, from_millis, millis, pairs
from bot.store.groups import Groups
from bot.store.questions import opened
from bot.store.records import Identity, Person


@dataclass(frozen=True, slots=True)
class StoredSnapshot:
    """A snapshot as fetched, without own writes. `failed_at`: a later fetch failed (newer data follows)."""

    snapshot: Snapshot
    revision: str
    begun_at: datetime
    failed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class LoadedFacts:
    """Facts for a turn with the revisions to compare at its commit: (key, field, value)."""

    facts: Facts
    revisions: tuple[tuple[str, str, str], ...]


class Persons:
    """The persons of one tenant."""

    def __init__(self, room: Room, groups: Groups) -> None:
        self._room = room
        self._groups = groups

    def key(self, person: str) -> str:
        """The person's hash."""
        return f"{self._room.prefix}p:{person}"

    @staticmethod
    def new_id() -> str:
        """An id for a new person."""
        return new_id()

    async def save(self, person: Person) -> None:
        """Create or replace who the person is; link and channel state of a known person stay."""
        room, key = self._room, self.key(person.id)
        identity = Identity(
            person.case_uuid,
            person.case_number,
            person.first_name,
            person.language,
            person.caseworker,
            person.prefers_audio,
        )
        sealed = await room.vault.seal(person.id, f"{key}#identity", dump(identity))
        case_hash = room.vault.lookup(f"case:{person.case_uuid}")
        number_hash = room.vault.lookup(f"number:{person.case_number}")
        await room.script(
            "save_person", person.id, sealed, case_hash, number_hash, person.channel, room.now()
        )

    async def get(self, person: str) -> Person | None:
        """The person by id."""
        fields = await self._room.db(self._room.db.redis.hgetall(self.key(person)))
        return await self._parse(person, fields, keep=False) if fields.get("identity") else None

    async def _parse(self, person: str, fields: dict[str, str], *, keep: bool) -> Person:
        name = f"{self.key(person)}#identity"
        who = await self._room.vault.read(Identity, person, name, fields["identity"], keep=keep)
        return Person(
            id=person,
            case_uuid=who.case_uuid,
            case_number=who.case_number,
            first_name=who.first_name,
            language=who.language,
            caseworker=who.caseworker,
            prefers_audio=who.prefers_audio,
            link=fields.get("link"),
            waiting_link=fields.get("waiting_link"),
            channel=fields.get("channel", "not_invited"),
            since=from_millis(fields["since"]) if fields.get("since") else None,
        )

    async def ids(self) -> tuple[str, ...]:
        """The id of every person of this tenant."""
        return tuple({person async for person in self.each()})

    def each(self) -> AsyncIterator[str]:
        """The ids one after the other, for who goes through a whole city; one may come twice."""
        return self._room.members("persons")

    async def all(self) -> tuple[Person, ...]:
        """Every person of this tenant, by case number."""
        found = [person for one in await self.ids() if (person := await self.get(one)) is not None]
        return tuple(sorted(found, key=lambda person: person.case_number))

    async def by_case(self, case_uuid: str) -> Person | None:
        """The person of this case."""
        return await self._by_hash(f"case:{case_uuid.lower()}")

    async def by_number(self, case_number: str) -> Person | None:
        """The person whose case has this number."""
        return await self._by_hash(f"number:{case_number}")

    async def _by_hash(self, value: str) -> Person | None:
        room = self._room
        person = await room.db(room.db.redis.hget(f"{room.prefix}cases", room.vault.lookup(value)))
        return await self.get(person) if person else None

    # -- facts

    async def snapshot(self, person: str) -> StoredSnapshot | None:
        """What was last read of the case."""
        fields = await self._room.db(self._room.db.redis.hgetall(self.key(person)))
        return await self._snapshot(person, fields, keep=False)

    async def _snapshot(self, person: str, fields: dict[str, str], *, keep: bool) -> StoredSnapshot | None:
        if not fields.get("facts"):
            return None
        name = f"{self.key(person)}#facts"
        failed = fields.get("failed")
        return StoredSnapshot(
            await self._room.vault.read(Snapshot, person, name, fields["facts"], keep=keep),
            fields.get("frev", ""),
            from_millis(fields["begun"]),
            from_millis(failed) if failed else None,
        )

    async def store_snapshot(self, person: str, snapshot: Snapshot, begun_at: datetime) -> bool:
        """Store a complete read begun at this instant; True where something changed (and a look was sent)."""
        room, key = self._room, self.key(person)
        plain = dump(snapshot)
        own = await self.own(person)
        kept = {one.write.id for one in settled(own, snapshot, begun_at)}
        gone = [one.write.id for one in own if one.write.id not in kept]
        sealed = await room.vault.seal(person, f"{key}#facts", plain)
        digest = room.vault.lookup("facts:" + hashlib.sha256(plain).hexdigest())
        answer = await room.script(
            "store_facts",
            person,
            sealed,
            digest,
            millis(begun_at),
            room.now(),
            json.dumps(gone) if gone else "[]",
            json.dumps(list(snapshot.groups)),
        )
        return int(answer) == 1

    async def mark_failed(self, person: str, at: datetime) -> None:
        """Remember that a read failed: screens say that newer data follows."""
        await self._room.script("mark_failed", person, millis(at))

    async def own(self, person: str) -> tuple[OwnWrite, ...]:
        """The person's writes that the facts may not show yet, oldest first."""
        stored = await self._room.db(self._room.db.redis.hgetall(f"{self.key(person)}:own"))
        return await self._own(person, stored)

    async def _own(self, person: str, stored: dict[str, str]) -> tuple[OwnWrite, ...]:
        key, vault = f"{self.key(person)}:own", self._room.vault
        opened = [await vault.read(OwnWrite, person, f"{key}#{i}", s) for i, s in stored.items()]
        return tuple(sorted(opened, key=lambda one: (one.write.at, one.write.id)))

    async def facts(self, person: str) -> Facts | None:
        """All that screens may show of a person; None before the first read."""
        loaded = await self.load(person)
        return loaded.facts if loaded else None

    async def load(self, person: str) -> LoadedFacts | None:
        """Facts for a turn; None before the first read."""
        return await self.parse(person, await self._room.script("load_facts", person))

    async def parse(self, person: str, stored: list[Any]) -> LoadedFacts | None:
        """Facts from what a script read in one step: the person's hash, own writes, groups."""
        lately, place = self._room.vault.lately, (person, "all")
        known: LoadedFacts | None = lately.get(place, stored)
        if known is None and (known := await self._put_together(person, stored)) is not None:
            lately.put(place, stored, known)
        return known

    async def _put_together(self, person: str, stored: list[Any]) -> LoadedFacts | None:
        key, fields = self.key(person), pairs(stored[0])
        read = await self._snapshot(person, fields, keep=True)
        if read is None:
            return None
        who = await self._parse(person, fields, keep=True)
        own = await self._own(person, pairs(stored[1]))
        groups, revisions = await self._groups.parse(read.snapshot.groups, stored[2])
        facts = Facts(
            snapshot=with_own(read.snapshot, own),
            groups=groups,
            own=own,
            as_of=min([read.begun_at, *(group.read_at for group in groups)]),
            newer_follows=read.failed_at is not None,
            first_name=who.first_name,
            questions=await opened(self._room, person, fields.get("questions")),
            questions_as_of=from_millis(fields["qread"]) if fields.get("qread") else None,
        )
        mine = ((key, "frev", fields.get("frev", "")), (key, "orev", fields.get("orev", "")))
        return LoadedFacts(facts, mine + revisions)

    async def touch(self, person: Person, channel: str) -> None:
        """Set the channel state by a colleague's hand (letter, invited)."""
        key = self.key(person.id)
        await self._room.db(
            self._room.db.redis.hset(key, mapping={"channel": channel, "since": self._room.now()})
        )
