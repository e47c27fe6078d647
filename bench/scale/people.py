"""Thousands of stored people, quickly: one is made by the store itself, the others are copies under keys of
their own, sealed like the original.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.cases.model import Facts
from bot.clock import Clock
from bot.sandbox.situation import linked
from bot.state.events import Looked
from bot.state.session import Session
from bot.state.turn import Effect, MarkLinked, Notice, Notify, Redeem, Turn
from bot.store.base import new_id
from bot.store.records import Link, Person
from bot.store.store import Store, TenantStore
from bot.store.vault import derive, seal_with

SEALED = "1."
CHUNK = 500
SPECIMEN_CHAT = 7_100_000


@dataclass(frozen=True, slots=True)
class Specimen:
    """What stands in the store of one person: plain fields, and opened ones (by field)."""

    link: Mapping[str, str]
    link_open: Mapping[str, bytes]
    person: Mapping[str, str]
    person_open: Mapping[str, bytes]
    groups: tuple[str, ...]
    out: Mapping[str, str] = field(default_factory=dict)
    out_open: Mapping[str, bytes] = field(default_factory=dict)
    due: Mapping[str, float] = field(default_factory=dict)
    """Outbox entries (JSON, their payload opened beside), and when they are due by queue."""


class People:
    """Puts people into one tenant's store."""

    def __init__(self, store: Store, tenant: TenantStore, master: bytes, clock: Clock) -> None:
        self._store = store
        self._tenant = tenant
        self._clock = clock
        self._redis: Any = store.db.redis
        self._prefix = tenant.room.prefix
        self._id = tenant.tenant.id
        self._wrapping = AESGCM(derive(master, f"wrap:{self._id}"))

    # -- by the store itself

    async def visitor(self, chat: int = SPECIMEN_CHAT) -> Specimen:
        """Somebody who chose a language and has no case."""
        link = await self._tenant.links.for_chat(chat)
        await self._turn(link, Session(language="en", reading="read", screen="linking.code"))
        return await self._read(link.id, "")

    async def linked(
        self, facts: Facts, language: str = "en", chat: int = SPECIMEN_CHAT, notice: Notice | None = None
    ) -> Specimen:
        """Somebody whose phone is linked, whose case and groups are read, and who knows everything.

        A `notice` waits in the outbox.
        """
        tenant, now = self._tenant, self._clock()
        who = Person(new_id(), facts.snapshot.case_uuid, facts.snapshot.case_number, "Samira", language)
        await tenant.persons.save(who)
        ends = now + timedelta(days=14)
        invitation = await tenant.invitations.create(who.id, "letter", language, 1989, "bench", now, ends)
        link = await tenant.links.for_chat(chat)
        session = replace(linked(facts, language, now).session, remind="changes")
        effects: list[Effect] = [Redeem(invitation.record.id, waiting=False), MarkLinked()]
        await self._turn(link, session, *effects, *([Notify(notice)] if notice else []))
        await tenant.persons.store_snapshot(who.id, facts.snapshot, now)
        for group in facts.groups:
            await tenant.groups.store(group.group.id, group)
        await self._quiet()
        # The screen that stands on the phone, as after its sending.
        await self._redis.hset(f"{self._prefix}l:{link.id}", "screen", 1)
        return await self._read(link.id, who.id)

    async def _turn(self, link: Link, session: Session, *effects: Effect) -> None:
        """A look that decides exactly this."""
        await self._tenant.mailbox.ingest(link.id, Looked(new_id(), self._clock(), "redraw"))
        await self._quiet(Turn(session, None, None, effects))

    async def _quiet(self, turn: Turn | None = None) -> None:
        """Take everything that is ready: as this turn, or without doing anything."""
        ready = self._store.ready(self._tenant.tenant.bucket, "people")
        await ready.prepare()
        while entries := await ready.take(0.05):
            for entry in entries:
                loaded = await self._tenant.turns.load(entry.link, entry.entry)
                if loaded is None:
                    await self._tenant.turns.settle(entry.entry)
                    continue
                decided = turn or Turn(loaded.session)
                answer = await self._tenant.turns.commit(loaded, decided, self._clock())
                if answer != "ok":
                    raise RuntimeError(f"The specimen's turn was answered {answer}.")

    async def _read(self, link: str, person: str) -> Specimen:
        link_fields = await self._redis.hgetall(f"{self._prefix}l:{link}")
        link_fields = {k: v for k, v in link_fields.items() if k not in {"mark", "tried", "tries"}}
        fields = await self._redis.hgetall(f"{self._prefix}p:{person}") if person else {}
        groups = await self._redis.smembers(f"{self._prefix}p:{person}:groups") if person else ()
        key = f"{self._prefix}l:{link}:out"
        out = await self._redis.hgetall(key)
        payloads = {name: json.loads(text)["payload"] for name, text in out.items()}
        scores = {f"send:{n}": await self._redis.zscore(f"{self._prefix}send:{n}", link) for n in range(4)}
        return Specimen(
            link_fields,
            await self._opened(link, f"{self._prefix}l:{link}", link_fields),
            fields,
            await self._opened(person, f"{self._prefix}p:{person}", fields),
            tuple(sorted(groups)),
            out,
            await self._opened(link, key, payloads),
            {queue: score for queue, score in scores.items() if score is not None},
        )

    async def _opened(self, owner: str, key: str, fields: Mapping[str, str]) -> dict[str, bytes]:
        vault = self._tenant.room.vault
        return {
            name: await vault.open(owner, f"{key}#{name}", value)
            for name, value in fields.items()
            if value.startswith(SEALED)
        }

    async def leave(self, specimen: Specimen) -> None:
        """Take the specimen itself out of its groups: only copies are to be told."""
        for group in specimen.groups:
            await self._redis.delete(f"{self._prefix}g:{group}:members")

    # -- copies

    async def copy(self, specimen: Specimen, chats: range) -> None:
        """One copy per chat, each with a link, a person and data keys of its own."""
        for start in range(0, len(chats), CHUNK):
            pipe = self._redis.pipeline(transaction=False)
            for chat in chats[start : start + CHUNK]:
                for command in self._commands(specimen, chat):
                    pipe.execute_command(*command)
            await pipe.execute()

    def _commands(self, specimen: Specimen, chat: int) -> Iterator[tuple[Any, ...]]:
        link, person = new_id(), new_id() if specimen.person else ""
        key = f"{self._prefix}l:{link}"
        hashed = self._tenant.room.vault.lookup(f"chat:{chat}")
        opened = {**specimen.link_open, "chat": str(chat).encode()}
        fields = {**specimen.link, "chat_hash": hashed} | ({"person": person} if person else {})
        yield from self._sealed(link, key, fields, opened, specimen)
        yield "HSET", f"{self._prefix}chats", hashed, link
        for queue, due in specimen.due.items():
            yield "ZADD", f"{self._prefix}{queue}", due, link
        if person:
            yield from self._person(specimen, person, link)

    def _person(self, specimen: Specimen, person: str, link: str) -> Iterator[tuple[Any, ...]]:
        prefix, key = self._prefix, f"{self._prefix}p:{person}"
        case, number = (self._tenant.room.vault.lookup(f"{kind}:{person}") for kind in ("case", "number"))
        fields = {**specimen.person, "link": link, "case_hash": case, "number_hash": number}
        yield from self._sealed(person, key, fields, specimen.person_open)
        yield "HSET", f"{prefix}cases", case, person, number, person
        yield "SADD", f"{prefix}persons", person
        for group in specimen.groups:
            yield "SADD", f"{key}:groups", group
            yield "SADD", f"{prefix}g:{group}:members", person

    def _sealed(
        self,
        owner: str,
        key: str,
        fields: Mapping[str, str],
        opened: Mapping[str, bytes],
        link: Specimen | None = None,
    ) -> Iterator[tuple[Any, ...]]:
        """The owner's data key, wrapped; the owner's hash with its sealed fields; a link's outbox."""
        plain = os.urandom(32)
        place, sealing = f"{self._prefix}k:{owner}", AESGCM(plain)
        yield "SET", place, seal_with(self._wrapping, plain, place)
        flat: list[str] = []
        for name, value in fields.items():
            bound = f"{self._id}|{owner}|{key}#{name}"
            flat += (name, seal_with(sealing, opened[name], bound) if name in opened else value)
        yield "HSET", key, *flat
        for name, text in link.out.items() if link else ():
            bound = f"{self._id}|{owner}|{key}:out#{name}"
            sealed = seal_with(sealing, link.out_open[name], bound) if link else ""
            yield "HSET", f"{key}:out", name, json.dumps({**json.loads(text), "payload": sealed})
