"""Mailboxes: an event is durable before anybody is told so, and one entry in the ready stream is one turn."""

from __future__ import annotations

import json
from typing import Any, Literal

from bot.state import events
from bot.state.events import Event, Looked
from bot.store.base import Room, new_id
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


class Mailbox:
    """The mailboxes of one tenant's links."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def key(self, link: str) -> str:
        """The link's mailbox."""
        return f"{self._room.prefix}l:{link}:mail"

    async def ingest(self, link: str, event: Event) -> bool:
        """Store an event; False where it was seen within 48 hours or the link has ended."""
        return await self.take(link, event) == "new"

    async def take(self, link: str, event: Event) -> Taken:
        """Store an event, and say whether it is new, was seen within 48 hours, or the link is gone."""
        answer = await self._room.script(
            "ingest", link, event.id, await self.sealed(link, event), millis(event.at)
        )
        return TAKEN[int(answer)]

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
