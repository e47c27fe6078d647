"""Hints of the case system that wait to be followed: kept before they are acknowledged, one per thing.

`hints` holds things by when they are due, `hintstaken` those that are being fetched, `hintpace` when the last
fetch of each began, or ended, so that all processes together keep one pace.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot.cases.hints import GATHER, PACE, Noted, Thing
from bot.cases.port import Hint
from bot.store.base import Room

SEPARATOR = "\x1f"
LEASE_MS = 15_000
"""Longer than reading a case takes; a process that died held its hints no longer than this."""
GATHER_MS, PACE_MS = (int(one / timedelta(milliseconds=1)) for one in (GATHER, PACE))


class Hints:
    """The waiting hints of one tenant."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def put(self, hint: Hint) -> bool:
        """Keep a hint; False where it concerns nobody of ours. It is safe when this returns."""
        if hint.number is not None:
            return bool(await self._room.script("ask_again", hint.number, self._room.now(), PACE_MS))
        kind, value = _named(hint)
        if kind is None:
            return False
        if kind is Thing.CASE:
            value = self._room.vault.lookup(f"case:{value}")
        return bool(await self._room.script("note_hint", self._room.now(), GATHER_MS, PACE_MS, kind, value))

    async def take(self, count: int, everything: bool = False) -> tuple[tuple[Noted, ...], float]:
        """Lease up to so many that are due (or that wait at all); also the seconds until the next is due."""
        now = self._room.now()
        wait, *found = await self._room.script("take_hints", now, LEASE_MS, PACE_MS, count, int(everything))
        return tuple(map(_read, found)), float(wait) / 1000

    async def done(self, noted: Noted, again: timedelta | None = None) -> None:
        """A leased hint was followed; `again` where it must be followed once more."""
        now = self._room.now()
        at = "" if again is None else now + int(again / timedelta(milliseconds=1))
        await self._room.script("done_hint", _member(noted), at, now)

    async def waiting(self) -> int:
        """How many wait or are being followed."""
        db, prefix = self._room.db, self._room.prefix
        counts = [await db(db.redis.zcard(f"{prefix}{key}")) for key in ("hints", "hintstaken")]
        return sum(map(int, counts))


def _named(hint: Hint) -> tuple[Thing | None, str]:
    if hint.case_uuid:
        return Thing.CASE, hint.case_uuid.lower()
    if hint.group:
        return Thing.GROUP, hint.group
    if hint.object_uuid and hint.kind:
        return Thing.OBJECT, f"{hint.kind}{SEPARATOR}{hint.object_uuid}"
    return (Thing.TYPES, "all") if hint.types else (None, "")


def _member(noted: Noted) -> str:
    parts: Sequence[str] = (noted.thing, noted.kind, noted.id) if noted.kind else (noted.thing, noted.id)
    return SEPARATOR.join(parts)


def _read(member: str) -> Noted:
    thing, *kind, value = member.split(SEPARATOR)
    return Noted(Thing(thing), value, *kind)
