"""Mailboxes: an event is durable before anybody is told so, and one entry in the ready stream is one turn."""

from __future__ import annotations

import json
from typing import Any, Literal, Protocol

from bot.state import events
from bot.state.events import Event, Looked
from bot.store.base import GROUP, Room, new_id
from bot.store.codec import dump, from_millis, load, millis

LOOK = "look:"
Taken = Literal["new", "seen", "gone"]
TAKEN: dict[int, Taken] = {1: "new", 0: "seen", -1: "gone"}
KINDS: dict[str, type[Any]] = {
    kind.__name__: kind
    for kind in (
        events.Started,
        events.Commanded,
        events.Tapped,
        events.Typed,
        events.Withheld,
        events.Attached,
        events.Looked,
        events.Blocked,
    )
}


class Desk(Protocol):
    """A worker of this process: what is stored while it is free is handed to it in the same step."""

    @property
    def consumer(self) -> str:
        """Its name among the consumers of the ready stream where it takes a turn now; else empty."""
        ...

    def take(self, entry: str, prefix: str, link: str, stored: list[Any] | None, /) -> None:
        """Take the turn of this ready entry, held for it already; `stored` is what was read of it, if so."""
        ...


class Mailbox:
    """The mailboxes of one tenant's links."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self.desk: Desk | None = None

    def key(self, link: str) -> str:
        """The link's mailbox."""
        return f"{self._room.prefix}l:{link}:mail"

    async def ingest(self, link: str, event: Event) -> bool:
        """Store an event; False where it was seen within 48 hours or the link has ended."""
        return await self.take(link, event) == "new"

    async def take(self, link: str, event: Event) -> Taken:
        """Store an event, and say whether it is new, was seen within 48 hours, or the link is gone."""
        sealed = await self.sealed(link, event)
        desk = self.desk
        consumer = desk.consumer if desk is not None else ""
        answer = await self._room.script("ingest", link, event.id, sealed, millis(event.at), GROUP, consumer)
        if not isinstance(answer, list):
            return TAKEN[int(answer)]
        new, entry, prefix, ready, stored = answer
        if desk is not None:
            desk.take(entry, prefix, ready, stored if isinstance(stored, list) else None)
        return TAKEN[int(new)]

    async def sealed(self, link: str, event: Event) -> str:
        """An event as it stands in its mailbox: its kind, and the rest sealed."""
        sealed = await self._room.vault.seal(link, f"{self.key(link)}#{event.id}", dump(event))
        return f"{type(event).__name__}:{sealed}"

    async def look(
        self, link: str, topic: str, data: dict[str, Any] | None = None, id: str | None = None
    ) -> bool:
        """Ask a link to look again."""
        return await self.ingest(
            link, Looked(id or f"look:{new_id()}", self._room.clock(), topic, data or {})
        )

    async def parse(self, link: str, stored: str) -> Event:
        """Read an event from its mailbox entry."""
        event_id, payload = stored.split("\x1f", 1)
        if payload.startswith(LOOK):
            fields = json.loads(payload[len(LOOK) :])
            data = {"value": fields["data"]} if fields["data"] else {}
            return Looked(event_id, from_millis(fields["at"]), fields["topic"], data)
        kind, sealed = payload.split(":", 1)
        plain = await self._room.vault.open(link, f"{self.key(link)}#{event_id}", sealed)
        found: Event = load(KINDS[kind], plain)
        return found
