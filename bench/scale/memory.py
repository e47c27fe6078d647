"""Memory of a process at rest, with a million stored sessions, and what a person takes in Redis."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.load.botapi import BotApi
from bench.scale.installation import Installation, free_port, listening
from bench.scale.machine import MB, at_rest, rss
from bench.scale.people import People
from bench.scale.section import Promise, Section
from bot.clock import system_clock
from bot.sandbox.samples import read_people
from bot.settings import Settings
from bot.store.store import Store

LEAST_MB = 90.0
ADDED_MB = 5.0
FIRST_CHAT = 8_000_000_000
STEP = 50_000
UNSYNCED = ("--appendonly", "no")
"""A million people are written without a log: the size in memory is what is asked."""
Say = Callable[[str], None]


async def measure(say: Say, sessions: int = 1_000_000, people: int = 5_000) -> tuple[Section, ...]:
    """The section about memory."""
    api = BotApi()
    await api.start()
    try:
        return (await _process(say, api, sessions), await _redis(say, people))
    finally:
        await api.stop()


async def _process(say: Say, api: BotApi, sessions: int) -> Section:
    with TemporaryDirectory() as folder, Installation(Path(folder), extra=UNSYNCED) as here:
        empty = await _at_rest(here, api)
        say(f"memory: a process at rest, empty store: {empty:.1f} MB")
        await _store_visitors(say, here, sessions)
        full = await _at_rest(here, api)
        say(f"memory: the same with {sessions:,} stored sessions: {full:.1f} MB")
    return Section(
        "Memory of a process",
        (
            ("`serve` with all roles, at rest", "RSS MB"),
            ("empty store", f"{empty:.1f}"),
            (f"{sessions:,} stored sessions", f"{full:.1f}"),
        ),
        (
            Promise("a process with all roles at rest", max(empty, full), LEAST_MB, "MB"),
            Promise(f"{sessions:,} stored sessions add", full - empty, ADDED_MB, "MB"),
        ),
        (
            "RSS of `python -m bot serve` (MB of 2^20 bytes) after three seconds without anything to do. "
            "The sessions are visitors who chose a language: each with a link, a data key and sealed values "
            "of its own, in the store's real layout.",
        ),
    )


async def _at_rest(here: Installation, api: BotApi) -> float:
    port = free_port()
    process = here.run(["bot", "serve"], here.environment(api.url, port))
    try:
        await listening(port)
        await at_rest(process.pid)
        return rss(process.pid)
    finally:
        here.end(process)


async def _store_visitors(say: Say, here: Installation, sessions: int) -> None:
    store, people = opened(here)
    try:
        specimen = await people.visitor()
        for start in range(0, sessions, STEP):
            await people.copy(specimen, range(FIRST_CHAT + start, FIRST_CHAT + min(start + STEP, sessions)))
            say(f"memory: {min(start + STEP, sessions):,} sessions stored")
    finally:
        await store.close()


async def _redis(say: Say, people: int) -> Section:
    town = await read_people()
    rows = [("what", "bytes of Redis per person")]
    with TemporaryDirectory() as folder, Installation(Path(folder), extra=UNSYNCED) as here:
        store, crowd = opened(here)
        try:
            visitor, before = await crowd.visitor(), await _used(store)
            await crowd.copy(visitor, range(FIRST_CHAT, FIRST_CHAT + people))
            middle = await _used(store)
            rows.append(("a visitor: link, session, data key", f"{(middle - before) / people:,.0f}"))
            samira = await crowd.linked(town["Samira"], chat=FIRST_CHAT - 1)
            before = await _used(store)
            await crowd.copy(samira, range(FIRST_CHAT + people, FIRST_CHAT + 2 * people))
            linked = (await _used(store) - before) / people
        finally:
            await store.close()
    rows.append(("a linked person: link, session, two data keys, case with plan and tasks", f"{linked:,.0f}"))
    say(f"memory: {linked:,.0f} bytes of Redis per linked person")
    note = f"`used_memory` of the server, before and after {people:,} people (Samira of the example town)."
    return Section("Bytes of Redis per person", rows, (), (note,))


def opened(here: Installation, url: str | None = None) -> tuple[Store, People]:
    """The store of an installation, and hands that put people into its first municipality."""
    settings: Any = Settings(tenants=here.files, master_key_file=here.key, public_url=NOWHERE)
    master = settings.master_key()
    store = Store.open(url or here.server.url, master, system_clock)
    return store, People(store, store.tenant(here.tenants[0]), master, system_clock)


NOWHERE = "http://127.0.0.1"


async def _used(store: Store) -> int:
    info = await store.db.redis.info("memory")
    return int(info["used_memory"])


__all__ = ["MB", "measure", "opened"]
