"""What a person takes in Redis, and what 100,000 stored sessions take of a bot's process."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from bench.scale.machine import MB, at_rest
from bench.scale.people import People
from bench.scale.section import Promise, Section
from bench.speed import folk
from bench.speed.bots import AIOGRAM, DIALOGS, FLOOR, MENU, PTB, Candidate
from bench.speed.copies import Copier
from bench.speed.ground import FIRST_CHAT, Ground
from bot.clock import system_clock
from bot.store.store import Store

SESSIONS = 100_000
SAMPLE = 2_000
WALKED = 40.0
"""Steps that the person who is copied has walked (20 a second for two seconds)."""
WAY = "never"
WEIGHED = (MENU, FLOOR, AIOGRAM, DIALOGS, PTB)


@dataclass(frozen=True, slots=True)
class Weight:
    """MB of the process empty and with the sessions; bytes of Redis per person."""

    empty: float
    full: float
    person: float


async def measure(ground: Ground, sessions: int = SESSIONS) -> Mapping[str, Weight]:
    """One candidate after the other, on a store that is emptied for each."""
    found: dict[str, Weight] = {}
    for one in WEIGHED:
        found[one.name] = weight = await _weigh(ground, replace(one, fsync=WAY), sessions)
        ground.say(
            f"memory: {one.name}: {weight.empty:.0f} MB, with {sessions:,} sessions {weight.full:.0f} MB; "
            f"{weight.person:,.0f} bytes of Redis per person"
        )
    return found


async def _weigh(ground: Ground, candidate: Candidate, sessions: int) -> Weight:
    with ground.redis(WAY) as redis:
        redis.flushall()
        await ground.settle(WAY)
        empty = await _walked(ground, candidate)
        ids = [str(FIRST_CHAT)]
        if candidate.ours:
            ids = await _ids(ground, candidate)
        copier = Copier(redis, ids)
        before = _used(redis)
        copier.copy(SAMPLE)
        person = (_used(redis) - before) / SAMPLE
        if candidate.ours:
            # Copies that open: the scheduler of a process may look at anybody.
            redis.flushall()
            await _store(ground, candidate, sessions)
        else:
            copier.copy(sessions - SAMPLE)
        full = await _rest(ground, candidate)
        redis.flushall()
    return Weight(empty, full, person)


async def _walked(ground: Ground, candidate: Candidate) -> float:
    """Let one person walk a little; answers the MB of the process at rest before that."""
    bot = ground.ready(candidate)
    try:
        await bot.start(ground.generator)
        await at_rest(bot.pid)
        empty = bot.rss
        await ground.phones(bot, 1)
        await ground.generator.run("open", crowd=bot.token, rate=WALKED / 2, seconds=2.0)
        return empty
    finally:
        await bot.stop(ground.generator)


async def _rest(ground: Ground, candidate: Candidate) -> float:
    bot = ground.ready(candidate)
    try:
        await bot.start(ground.generator, seconds=120.0)
        with suppress(TimeoutError):
            await at_rest(bot.pid)
        return bot.rss
    finally:
        await bot.stop(ground.generator)


def _used(redis: Any) -> int:
    return int(redis.info("memory")["used_memory"])


def _opened(ground: Ground) -> tuple[Store, bytes]:
    here = ground.installations[WAY]
    master = base64.b64decode(here.key.read_text())
    return Store.open(here.server.url, master, system_clock), master


async def _ids(ground: Ground, candidate: Candidate) -> list[str]:
    store, _ = _opened(ground)
    try:
        link = await store.tenant(ground.tenant(candidate)).links.for_chat(FIRST_CHAT)
    finally:
        await store.close()
    return [link.id, link.person or link.id]


async def _store(ground: Ground, candidate: Candidate, sessions: int) -> None:
    store, master = _opened(ground)
    try:
        people = People(store, store.tenant(ground.tenant(candidate)), master, system_clock)
        specimen = await people.linked(folk.menu_facts(), chat=folk.SPECIMEN)
        await people.copy(specimen, range(FIRST_CHAT, FIRST_CHAT + sessions))
    finally:
        await store.close()


def section(found: Mapping[str, Weight], sessions: int = SESSIONS) -> Section:
    """The table, and the promise about it."""
    rows = [("", "RSS MB at rest", f"with {sessions:,} sessions", "bytes of Redis per person")]
    for one in WEIGHED:
        w = found[one.name]
        rows.append((one.title, f"{w.empty:.0f}", f"{w.full:.0f}", f"{w.person:,.0f}"))
    ours = found[MENU.name]
    return Section(
        "Memory",
        rows,
        (
            Promise(
                f"MB that {sessions:,} stored sessions add to a process", ours.full - ours.empty, 5.0, "MB"
            ),
        ),
        (
            f"RSS (MB of {MB:,} bytes) after a start, when the process has had nothing to do for three "
            "seconds, at the latest after a minute. Redis: what `used_memory` grows per copy of a person who "
            f"has walked {WALKED:g} steps, plan of 2.2 kB included; that of Wegwijs is sealed and remembers "
            "the updates of 48 hours.",
        ),
    )
