"""Which updates became turns, in which order: written into the session by the turn itself.

A worker whose commit went through and whose answer got lost does not know that it did. So the record travels
inside the commit: the pure engine is wrapped, and each update of Telegram adds its number to a field of the
session that linked people do not use (`app_language`).
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.state.events import Event
from bot.state.scene import Scene
from bot.state.session import Session
from bot.state.turn import Turn
from bot.worker import Steps

UPDATE = "tg:"


@dataclass(frozen=True, slots=True)
class Journalled:
    """An engine that writes down every update it decided."""

    engine: Steps

    def step(self, scene: Scene, event: Event) -> Turn:
        """Decide one turn."""
        turn = self.engine.step(scene, event)
        if not event.id.startswith(UPDATE):
            return turn
        kept = f"{turn.session.app_language},{event.id[len(UPDATE) :]}"
        return replace(turn, session=replace(turn.session, app_language=kept))


def journal(session: Session | None) -> tuple[int, ...]:
    """The updates that became turns of this link, in order."""
    written = session.app_language if session else ""
    return tuple(int(number) for number in written.split(",") if number.isdecimal())


@dataclass
class Ledger:
    """What went over the wire: updates by chat and queue as sent, and those that were acknowledged."""

    sent: dict[int, dict[int, str]] = field(default_factory=dict)
    acknowledged: set[int] = field(default_factory=set)
    _told: asyncio.Event = field(default_factory=asyncio.Event)

    def send(self, chat: int, update: int, queue: str) -> None:
        """A phone sent this update; `queue` is "text" or "tap"."""
        self.sent.setdefault(chat, {})[update] = queue

    def acknowledge(self, update: int) -> None:
        """The webhook answered 2xx."""
        self.acknowledged.add(update)
        self._told.set()

    async def next_acknowledged(self) -> None:
        """Wait until one more is acknowledged."""
        self._told.clear()
        await self._told.wait()

    @property
    def count(self) -> int:
        """How many updates were sent."""
        return sum(map(len, self.sent.values()))

    def open(self, chat: int) -> int:
        """How many of a chat's updates were not acknowledged yet."""
        return sum(update not in self.acknowledged for update in self.sent.get(chat, {}))


@dataclass(frozen=True, slots=True)
class Findings:
    """What a comparison of ledger and journals found; all empty where every promise was kept."""

    lost: tuple[int, ...]
    doubled: tuple[int, ...]
    misplaced: tuple[int, ...]
    foreign: tuple[int, ...]

    @property
    def broken(self) -> tuple[str, ...]:
        """The broken promises in words."""
        return (
            *(f"update {one} was acknowledged and never became a turn" for one in self.lost),
            *(f"update {one} became a turn twice" for one in self.doubled),
            *(f"update {one} became a turn before an earlier one of its queue" for one in self.misplaced),
            *(f"update {one} became a turn of a chat that did not send it" for one in self.foreign),
        )


def judge(ledger: Ledger, journals: Mapping[int, Sequence[int]]) -> Findings:
    """Compare what was acknowledged with what became turns, by chat; order counts within a queue."""
    lost: list[int] = []
    doubled: list[int] = []
    misplaced: list[int] = []
    foreign: list[int] = []
    for chat, sent in ledger.sent.items():
        written = journals.get(chat, ())
        times = Counter(written)
        lost += [update for update in sent if update in ledger.acknowledged and not times[update]]
        doubled += [update for update, count in times.items() if count > 1]
        foreign += [update for update in times if update not in sent]
        for queue in ("text", "tap"):
            misplaced += _misplaced(update for update in written if sent.get(update) == queue)
    return Findings(tuple(lost), tuple(doubled), tuple(misplaced), tuple(foreign))


def _misplaced(updates: Iterable[int]) -> list[int]:
    """Those that are smaller than one before them (repeats are judged elsewhere)."""
    found: list[int] = []
    highest = -1
    for update in updates:
        if update < highest:
            found.append(update)
        highest = max(highest, update)
    return found
