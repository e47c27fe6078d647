"""Dead letters: events that failed again and again, kept sealed until somebody tries them once more."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.errors import GiveUp
from bot.state.events import Event, Tapped
from bot.store.base import GROUP, Room
from bot.store.codec import from_millis
from bot.store.mailbox import LOOK, Mailbox
from bot.store.records import DeadLetter, Retried

MOST = 1000
"""Letters kept per municipality; beyond it the oldest goes, and an alarm says so."""


class Dead:
    """The dead letters of one tenant. A letter dies with its link, whose key seals its event."""

    def __init__(self, room: Room, mailbox: Mailbox) -> None:
        self._room = room
        self._mailbox = mailbox
        self._key = f"{room.prefix}dead"

    async def oldest(self, link: str) -> tuple[str, str] | None:
        """Id and kind of the oldest event of a mailbox, without opening it; None where it is empty."""
        stored = await self._room.db(self._room.db.redis.lindex(self._mailbox.key(link), 0))
        if stored is None:
            return None
        event, payload = str(stored).split("\x1f", 1)
        return event, kind_of(payload)

    async def attempts(self, link: str, event: str) -> int:
        """Count one failed attempt at this event; answers how many there were."""
        key = f"{self._room.prefix}l:{link}"
        fields = await self._room.db(self._room.db.redis.hmget(key, "tried", "tries"))
        count = int(fields[1] or 0) + 1 if fields[0] == event else 1
        await self._room.db(self._room.db.redis.hset(key, mapping={"tried": event, "tries": count}))
        return count

    async def bury(
        self, link: str, entry: str, event: str, *, kind: str, reason: str, tries: int, apology: str
    ) -> None:
        """Take an event out of its mailbox, so that its neighbours go on; the person reads an apology."""
        now = self._room.now()
        await self._room.script(
            "bury", link, entry, event, GROUP, now, kind, reason[:200], tries, apology, MOST
        )

    async def all(self) -> tuple[DeadLetter, ...]:
        """Every letter, newest first: those that wait, and for a month what became of the others."""
        stored = await self._room.db(self._room.db.redis.hgetall(self._key))
        found = [await self._letter(id, json.loads(text)) for id, text in stored.items()]
        return tuple(sorted(found, key=lambda letter: letter.at, reverse=True))

    async def waiting(self) -> int:
        """How many letters wait for somebody."""
        return int(await self._room.db(self._room.db.redis.zcard(f"{self._key}:waiting")))

    async def get(self, letter: str) -> DeadLetter | None:
        """One letter; None where it is gone."""
        fields = await self._fields(letter)
        return await self._letter(letter, fields) if fields else None

    async def retry(self, letter: str, by: str) -> Retried:
        """Put the event back into the mailbox of its link, as a new event, in one step."""
        fields = await self._fields(letter)
        if fields is None or fields.get("state", "waiting") != "waiting":
            return Retried.GONE
        if not fields.get("payload"):
            return Retried.UNREADABLE
        try:
            event = await self._mailbox.parse(fields["link"], f"{fields['event']}\x1f{fields['payload']}")
        except (LookupError, ValueError, GiveUp):
            return Retried.UNREADABLE
        again = replace(event, id=f"retry:{letter}:{int(fields['n']) + 1}")
        sealed = await self._mailbox.sealed(fields["link"], again)
        answer = await self._room.script(
            "end_dead", letter, "retried", self._room.now(), by, "", again.id, sealed
        )
        return Retried(str(answer))

    async def discard(self, letter: str, by: str, why: str) -> bool:
        """Give an event up for good; False where somebody was faster."""
        fields = await self._fields(letter)
        if fields is None:
            return False
        sealed = await self._room.vault.seal(fields["link"], f"{self._key}#{letter}", why.encode())
        answer = await self._room.script("end_dead", letter, "discarded", self._room.now(), by, sealed)
        return str(answer) == "ok"

    async def forget_before(self, old: datetime) -> int:
        """Remove letters from before `old`, and of those dealt with all but the newest; answers how many."""
        letters = await self.all()
        over = [letter.id for letter in letters if letter.state != "waiting"]
        stale = {letter.id for letter in letters if (letter.ended_at or letter.at) < old} | {*over[MOST:]}
        for letter in stale:
            await self._room.script("forget_dead", letter)
        return len(stale)

    async def _fields(self, letter: str) -> dict[str, Any] | None:
        stored = await self._room.db(self._room.db.redis.hget(self._key, letter))
        return dict(json.loads(stored)) if stored else None

    async def _letter(self, id: str, fields: Mapping[str, Any]) -> DeadLetter:
        """Read a letter; those of an earlier release hold no event and can only be discarded."""
        return DeadLetter(
            id=id,
            link=str(fields["link"]),
            kind=str(fields.get("kind") or str(fields["reason"]).split(":", 1)[0]),
            reason=str(fields["reason"]),
            tries=int(fields.get("tries", 3)),
            at=from_millis(fields["at"]),
            state=str(fields.get("state", "waiting")),
            kept=bool(fields.get("payload")),
            retries=int(fields.get("n", 0)),
            by=str(fields.get("by", "")),
            why=await self._why(id, fields),
            ended_at=from_millis(fields["ended"]) if fields.get("ended") else None,
        )

    async def _why(self, id: str, fields: Mapping[str, Any]) -> str:
        if not fields.get("why"):
            return ""
        try:
            opened = await self._room.vault.open(fields["link"], f"{self._key}#{id}", fields["why"])
        except GiveUp:
            return ""
        return opened.decode()


def kind_of(payload: str) -> str:
    """What kind of event stands in a mailbox, as far as it can be told without opening it."""
    if not payload.startswith(LOOK):
        return payload.split(":", 1)[0]
    try:
        return f"Looked {json.loads(payload[len(LOOK) :])['topic']}"
    except (ValueError, KeyError):
        return "Looked"


def apology_for(event: Event | None, kind: str) -> str:
    """Where the apology stands: in place of the tapped screen; in place of the present one, without a sound,
    where nobody did anything; else below what was typed.
    """
    if isinstance(event, Tapped):
        return str(event.message)
    return "present" if kind.startswith("Looked") else ""
