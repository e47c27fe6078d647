"""A bot's pending updates, in the queues that Telegram keeps for its webhook.

A text waits in the queue of its chat, a tap in one of its person, a block in one of its chat: serial inside a
queue, no order between queues (telegram-bot-api `Client.cpp`, `add_update`).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

TEXT_LIFETIME = 86_400.0
TAP_LIFETIME = 150.0
"""Seconds after which Telegram drops an update that nobody took."""

NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


def text_queue(chat_id: int) -> int:
    """Return the queue of a chat's messages."""
    return chat_id


def tap_queue(user_id: int) -> int:
    """Return the queue of a person's taps."""
    return user_id + (3 << 33)


def member_queue(chat_id: int) -> int:
    """Return the queue of a chat's blocks, unblocks and invitations."""
    return chat_id + (5 << 33)


@dataclass(frozen=True, slots=True)
class Pending:
    """An update that waits; `expires` is in Unix seconds."""

    id: int
    queue: int
    body: dict[str, Any]
    expires: float


class Updates:
    """All that one bot has not taken yet."""

    def __init__(self, first_id: int) -> None:
        self._next_id = first_id
        self._queues: dict[int, deque[Pending]] = {}
        self.dropped = 0

    def add(self, queue: int, kind: str, body: dict[str, Any], expires: float) -> Pending:
        """Append an update and return it with its new id."""
        pending = Pending(self._next_id, queue, {"update_id": self._next_id, kind: body}, expires)
        self._next_id += 1
        self._queues.setdefault(queue, deque()).append(pending)
        return pending

    @property
    def next_id(self) -> int:
        """The id that the next update will have."""
        return self._next_id

    def queues(self) -> tuple[int, ...]:
        """Return the queues that hold something."""
        return tuple(self._queues)

    def head(self, queue: int, now: float) -> Pending | None:
        """Return the oldest update of a queue that has not expired; expired ones are dropped."""
        while waiting := self._queues.get(queue):
            if waiting[0].expires > now:
                return waiting[0]
            self.dropped += 1
            self._pop(queue)
        return None

    def take(self, pending: Pending) -> None:
        """Forget an update that was delivered or given up."""
        waiting = self._queues.get(pending.queue)
        if waiting and waiting[0] is pending:
            self._pop(pending.queue)

    def give_up(self, pending: Pending) -> None:
        """Forget an update that can't be delivered before it expires."""
        self.dropped += 1
        self.take(pending)

    def confirm(self, offset: int) -> None:
        """Forget every update below an offset (getUpdates' confirmation)."""
        for queue in self.queues():
            while (waiting := self._queues.get(queue)) and waiting[0].id < offset:
                self._pop(queue)

    def all(self, now: float) -> list[Pending]:
        """Return what waits, in order of ids, without what has expired."""
        live = (pending for waiting in self._queues.values() for pending in waiting if pending.expires > now)
        return sorted(live, key=lambda pending: pending.id)

    def count(self, now: float) -> int:
        """Return how many updates wait."""
        return len(self.all(now))

    def clear(self) -> None:
        """Forget everything that waits."""
        self._queues.clear()

    def dump(self, now: float) -> dict[str, Any]:
        """Return what waits as plain data."""
        return {"next_id": self._next_id, "waiting": [asdict(pending) for pending in self.all(now)]}

    def restore(self, raw: Mapping[str, Any]) -> None:
        """Take back what `dump` returned."""
        self._next_id = raw["next_id"]
        for one in raw["waiting"]:
            self._queues.setdefault(one["queue"], deque()).append(Pending(**one))

    def _pop(self, queue: int) -> None:
        self._queues[queue].popleft()
        if not self._queues[queue]:
            del self._queues[queue]


def wanted(kind: str, allowed: Iterable[str] | None) -> bool:
    """Tell whether a bot wants updates of this kind (None or nothing: Telegram's default)."""
    chosen = frozenset(allowed or ())
    return kind in chosen if chosen else kind not in NOT_BY_DEFAULT
