"""The sequential oracle: the stored order, replayed one turn after the other by the pure engine.

The append-only file is copied, step by step, into a second server. Right before each turn that was committed,
the turn is decided once more, alone, on exactly the session, mailbox and facts that stood there; what the
crashed and interleaved processes committed must be the same.
"""

from __future__ import annotations

import asyncio
import json
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import hiredis

from bench.crash.journal import Commit, History, Step
from bench.crash.surroundings import Surroundings
from bot.cases.model import Write
from bot.clock import system_clock
from bot.dialogs import DIALOGS
from bot.scenes import Scenes
from bot.state.engine import Engine
from bot.state.session import Place, Session
from bot.state.turn import Notify, Turn, WriteCase
from bot.store.codec import from_millis, load
from bot.store.embedded import EmbeddedServer
from bot.store.store import Store, TenantStore

NO_FILE = ("--appendonly", "no")
SHOWN = 20


@dataclass
class Replayed:
    """What the oracle found; `writes` are what it would have promised, by person, in order.

    `places` is where each link stands in the end.
    """

    turns: int = 0
    kinds: dict[str, int] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    writes: list[tuple[str, Write]] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)

    def fault(self, text: str) -> None:
        """Note a difference."""
        self.faults.append(text)


@dataclass
class Hands:
    """The moment of the turn that is replayed."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now


class Copy:
    """A second server, into which the history is written command by command."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer
        self._answers = hiredis.Reader()
        self._sent = 0
        self._buffer: list[bytes] = []

    def add(self, step: Step) -> None:
        """Write this step, some time before the next `settled`."""
        for command in step:
            if command[0].upper() != b"SELECT":
                self._buffer.append(hiredis.pack_command(tuple(command)))  # type: ignore[arg-type]

    async def settled(self) -> None:
        """Wait until the server has carried out all of it."""
        sent, self._buffer = self._buffer, []
        self._writer.write(b"".join(sent))
        waiting = len(sent)
        while waiting:
            self._answers.feed(await self._reader.read(1 << 16))
            while waiting and (answer := self._answers.gets()) is not False:
                waiting -= 1
                if isinstance(answer, Exception) and not str(answer).startswith("BUSYGROUP"):
                    raise RuntimeError(f"the history cannot be written again: {answer}")


async def replay(around: Surroundings, steps: Iterable[Step]) -> tuple[History, Replayed]:
    """Follow the whole history of a town, and decide each of its turns again."""
    history, found = History(), Replayed()
    with tempfile.TemporaryDirectory(prefix="wegwijs-oracle-") as folder:
        server = await asyncio.to_thread(EmbeddedServer(Path(folder), "no", NO_FILE).start)
        hands = Hands(system_clock())
        store = Store.open(server.url, around.settings.master_key(), hands)
        reader, writer = await asyncio.open_unix_connection(str(server.socket))
        try:
            judge = _Judge(store.tenant(around.tenant), hands, found)
            copy = Copy(reader, writer)
            for step in steps:
                commit = history.take(step)
                if commit is not None:
                    await copy.settled()
                    await judge.turn(commit)
                copy.add(step)
            await copy.settled()
        finally:
            writer.close()
            await store.close()
            await asyncio.to_thread(server.stop)
    return history, found


class _Judge:
    def __init__(self, town: TenantStore, hands: Hands, found: Replayed) -> None:
        self._town, self._hands, self._found = town, hands, found
        self._engine, self._scenes = Engine(DIALOGS), Scenes(town, hands)

    async def turn(self, commit: Commit) -> None:
        """Decide a committed turn again, and compare."""
        town, found = self._town, self._found
        key = town.links.key(commit.link)
        entry = await town.room.db(town.room.db.redis.hget(key, "mark"))
        loaded = await town.turns.load(commit.link, str(entry))
        name = f"link {commit.link[:6]}… event {commit.event}"
        if loaded is None:
            found.fault(f"{name}: a turn was committed where nothing was to do")
            return
        found.turns += 1
        kind = type(loaded.event).__name__
        found.kinds[kind] = found.kinds.get(kind, 0) + 1
        if loaded.event.id != commit.event or loaded.rev + 1 != commit.rev:
            found.fault(f"{name}: committed as revision {commit.rev}, but {loaded.event.id} was the next one")
            return
        self._hands.now = _moment(commit, key) or loaded.event.at
        event = await self._scenes.complete(loaded.event)
        scene = await self._scenes.for_turn(loaded, event)
        turn = self._engine.step(scene, event)
        writes = [effect.write for effect in turn.effects if isinstance(effect, WriteCase)]
        found.writes += [(loaded.link.person or "", write) for write in writes]
        if turn.place is not None:
            found.places[commit.link] = turn.place
        for difference in await self._differences(commit, key, turn):
            found.fault(f"{name} ({kind}): {difference}")

    async def _differences(self, commit: Commit, key: str, turn: Turn) -> list[str]:
        town, link = self._town, commit.link
        stored = _fields(commit.step, key)
        plain = await town.room.vault.open(link, f"{key}#session", stored["session"])
        found: list[str] = []
        session = load(Session, plain)
        if session != turn.session:
            found.append(f"session {_unlike(session, turn.session)}")
        out = _fields(commit.step, f"{key}:out")
        if ("screen" in out) != (turn.place is not None):
            found.append(f"a screen {'was' if 'screen' in out else 'was not'} put in")
        elif turn.place is not None:
            payload = await town.room.vault.open(link, f"{key}:out#screen", _payload(out["screen"]))
            if load(Place, payload) != turn.place:
                found.append(f"place {load(Place, payload)} instead of {turn.place}")
        notices = {f"n:{effect.notice.item}" for effect in turn.effects if isinstance(effect, Notify)}
        if notices != {name for name in out if name.startswith("n:")}:
            found.append(f"notices {sorted(out)} instead of {sorted(notices)}")
        promised = sum(isinstance(effect, WriteCase) for effect in turn.effects)
        written = sum(c[0].upper() == b"RPUSH" and c[1].endswith(b":writes") for c in commit.step)
        if promised != written:
            found.append(f"{written} writes instead of {promised}")
        return found


def _fields(step: Step, key: str) -> dict[str, str]:
    """All fields that a step set in one hash."""
    found: dict[str, str] = {}
    for command in step:
        if command[0].upper() == b"HSET" and command[1].decode() == key:
            found |= {
                name.decode(): value.decode()
                for name, value in zip(command[2::2], command[3::2], strict=True)
            }
    return found


def _moment(commit: Commit, key: str) -> datetime | None:
    """When the turn was decided, where its step tells."""
    seen = _fields(commit.step, key).get("seen_at")
    return from_millis(seen) if seen else None


def _payload(entry: str) -> str:
    return str(json.loads(entry)["payload"])


def _unlike(one: Session, other: Session) -> str:
    names = [name for name in one.__slots__ if getattr(one, name) != getattr(other, name)]
    return ", ".join(_difference(name, getattr(one, name), getattr(other, name)) for name in names)


def _difference(name: str, found: object, wanted: object) -> str:
    """Name what differs; of a table only the entries that do."""
    if isinstance(found, dict) and isinstance(wanted, dict):
        keys = [key for key in {**found, **wanted} if found.get(key) != wanted.get(key)]
        found, wanted = {key: found.get(key) for key in keys}, {key: wanted.get(key) for key in keys}
    return f"{name}: {found!r} instead of {wanted!r}"
