"""When nothing is left to do; what a dead process held is waited for by moving the clock on."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from time import monotonic

from bench.crash.surroundings import Surroundings
from bot.store.codec import millis

BEAT = 0.003
QUEUES = ("writes", "lessonwrites", "hints", "hintstaken")
LANES = 4
PACED_MS = 10_000
"""What is due within this time only waits for its chat's or its bot's turn."""


class NotAtRest(Exception):
    """Something stays undone."""


@dataclass(frozen=True, slots=True)
class Left:
    """What is left to do: `busy` now, and until which moment (ms) others are only held by somebody."""

    busy: tuple[str, ...] = ()
    held: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.busy or self.held)


async def left(around: Surroundings, notices: bool = True) -> Left:
    """Look once at everything; at the case system's `notices` unless they are tried for hours."""
    busy = ["updates"] if around.account.updates.queues() else []
    waiting = around.zgw.notices
    busy += ["case notices"] if notices and (waiting._tasks or waiting.held) else []
    room = around.town.room
    prefix, now = room.prefix, millis(around.clock())
    held: list[int] = []
    async with room.db.redis.pipeline(transaction=True) as at_once:
        at_once.xlen(f"{room.bucket}ready")
        at_once.zrange(f"{prefix}jobs", 0, -1, withscores=True)
        at_once.hkeys(f"{prefix}jobtaken")
        for queue in QUEUES:
            at_once.zrange(f"{prefix}{queue}", 0, -1, withscores=True)
        for lane in range(LANES):
            at_once.zrange(f"{prefix}send:{lane}", 0, -1, withscores=True)
        ready, jobs, taken, *others = await at_once.execute()
    busy += ["turns"] if ready else []
    fanouts = {member for member, _ in jobs if member.startswith("fanout")}
    for member, due in jobs:
        _sort(
            due, now, f"job {member.split(chr(31))[0]}", busy, held if member in {*taken, *fanouts} else None
        )
    for queue, found in zip(QUEUES, others, strict=False):
        for _, due in found:
            _sort(due, now, queue, busy, held)
    for link, due in (one for lane in others[len(QUEUES) :] for one in lane):
        near = due < now + PACED_MS or await room.db.redis.hexists(f"{prefix}l:{link}", "lease")
        _sort(due, now, "messages", busy, held if near else None)
    return Left(tuple(busy), tuple(held))


def _sort(due: float, now: int, what: str, busy: list[str], held: list[int] | None) -> None:
    """Due things are busy; later ones are held by somebody, or not our concern where `held` is None."""
    if due <= now:
        busy.append(what)
    elif held is not None:
        held.append(int(due))


async def at_rest(
    around: Surroundings,
    also: Callable[[], Awaitable[bool]] | None = None,
    *,
    patience: float = 60.0,
    until: asyncio.Event | None = None,
    beat: float = BEAT,
    moves: bool = True,
    notices: bool = True,
) -> None:
    """Wait until nothing is left (or `until` is set); raises `NotAtRest` with what stays undone.

    `moves`: the clock is moved on to where what is held becomes free; else that is waited for.
    """
    ends = monotonic() + patience
    quiet = 0
    while monotonic() < ends:
        if until is not None and until.is_set():
            return
        found = await left(around, notices)
        busy = bool(found.busy) or (also is not None and await also())
        if moves and not busy and found.held:
            now = millis(around.clock())
            around.clock.forward(max(min(found.held) - now + 1, 1) / 1000)
            await around.town.stir()
        # Two looks: what moves on while one looks may be seen nowhere.
        quiet = quiet + 1 if not busy and not found.held else 0
        if quiet >= 2:
            return
        await asyncio.sleep(beat)
    raise NotAtRest(f"After {patience:g} s still left: {await left(around, notices)}")
