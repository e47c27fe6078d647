"""The outbox of one tenant's links: one call per link at a time, leased (design §4)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import structlog

from bot.channels.outgoing import Lease, Outgoing
from bot.errors import BadAnswer, StoreAway
from bot.state.digest import MOST
from bot.state.scene import Scene
from bot.state.session import Place
from bot.state.turn import Notice
from bot.store.base import Room, new_id
from bot.store.codec import load
from bot.store.links import Links
from bot.store.records import Link
from bot.store.turns import Concluded, Hold
from bot.store.wakes import Wakes

log = structlog.get_logger()
LEASE_MS = 15_000
LATE_MS = 3_600_000
"""A notice that waits an hour longer than planned was held up by an outage: of ours, or of Telegram."""
HOLD_MS = 60_000
"""How long late notices are held back at first, for the turn that folds them into a digest."""
LOST_KEPT = 64
"""A store that is away for the length of a lease is asked fewer times."""
PRESENT_SCREEN = -1
"""A screen entry with this message edits whatever is the present screen when it is sent."""
LIMITS = {"gap": 40, "burst": 200, "bulk_gap": 60, "bulk_burst": 120, "chat_gap": 1000, "chat_burst": 2000}
"""Milliseconds. Telegram allows about 30 messages a second per bot and one a second per chat with short
bursts: we send at most 25 a second with bursts of 5 (so never more than 30 in any second), pushes at most 17
of these."""
UNLIMITED = dict.fromkeys(LIMITS, 0) | {"burst": 1, "bulk_burst": 1, "chat_burst": 1}


class TenantOutbox:
    """What is to be sent for one tenant. Implements `bot.channels.outgoing.Outbox`."""

    def __init__(self, room: Room, tenant: str, links: Links) -> None:
        self._room = room
        self._tenant = tenant
        self._links = links
        self._wakes = Wakes(room)
        self._sender = new_id()
        self._lost: tuple[str, ...] = ()
        self.limits: dict[str, int] = dict(LIMITS)

    async def next_send(self, most: int = 1) -> tuple[Outgoing, ...] | float:
        """Lease the best entries of this tenant, or say how many seconds to wait."""
        token = new_id()
        try:
            return await self._lease(token, most)
        except StoreAway:
            # Perhaps much was leased and the answer got lost, or could not be opened: nobody sends under it.
            self._lost = (*self._lost[1 - LOST_KEPT :], token)
            raise

    def hold(self) -> Hold:
        """Ask for the screen that a commit is about to write."""
        return Hold(new_id(), self._sender, LEASE_MS, self.limits)

    def held(
        self, hold: Hold, link: Link, place: Place, done: Concluded, scene: Scene | None
    ) -> Outgoing | None:
        """The screen that a commit leased to us; None where it did not."""
        if done.entry is None:
            return None
        lease = Lease(
            self._tenant, link.id, link.chat, "screen", "screen", int(done.entry["rev"]), hold.token
        )
        return self._screen(lease, done.entry, place, done.screen, scene)

    def lose(self, hold: Hold) -> None:
        """The answer of a commit got lost, perhaps with a lease: nobody sends under it."""
        self._lost = (*self._lost[1 - LOST_KEPT :], hold.token)

    async def leave(self) -> None:
        """This sender ends, and says so."""
        await self._room.db(self._room.db.redis.zrem(f"{self._room.prefix}senders", self._sender))

    async def _lease(self, token: str, most: int) -> tuple[Outgoing, ...] | float:
        limits, lost = json.dumps(self.limits), json.dumps(self._lost) if self._lost else "[]"
        answer = await self._room.script(
            "next_send", self._room.now(), token, LEASE_MS, limits, self._sender, most, lost
        )
        if isinstance(answer[0], str):
            return float(answer[0]) / 1000
        found = [await self._leased(token, *one) for one in answer]
        return tuple(one for one in found if one is not None)

    async def _leased(
        self, token: str, link: str, sealed_chat: str, screen: str, shown: str, key: str, text: str
    ) -> Outgoing | None:
        entry = json.loads(text)
        if entry["lane"] == "notice" and await self._catches_up(link, token, entry):
            return None
        try:
            chat = await self._room.vault.read(int, link, f"{self._links.key(link)}#chat", sealed_chat)
            lease = Lease(self._tenant, link, chat, entry["lane"], key, int(entry["rev"]), token)
            plain = await self._room.vault.open(link, f"{self._links.key(link)}:out#{key}", entry["payload"])
            return self._outgoing(lease, entry, plain, int(screen or 0), int(shown or 0))
        except BadAnswer:
            # It must not stop the others; its lease keeps it away for a while.
            log.error("outbox entry cannot be read", link=link, lane=entry["lane"])
            return None

    def _outgoing(
        self, lease: Lease, entry: dict[str, Any], plain: bytes, screen: int, shown: int
    ) -> Outgoing:
        tries = int(entry.get("tries", 0))
        if lease.lane == "screen":
            return self._screen(lease, entry, load(Place, plain), screen)
        if lease.lane == "notice":
            notice = load(Notice, plain)
            # One digest does not make an earlier one wrong.
            old = None if notice.covers else shown or None
            return Outgoing(lease, None, notice, None, old_message=old, attempts=tries)
        return Outgoing(lease, None, None, None, messages=tuple(json.loads(plain)), attempts=tries)

    def _screen(
        self, lease: Lease, entry: Mapping[str, Any], place: Place, screen: int, scene: Scene | None = None
    ) -> Outgoing:
        wanted = entry.get("msg")
        message = (screen or None) if wanted == PRESENT_SCREEN else wanted
        strip, tries = int(entry.get("strip") or 0) or None, int(entry.get("tries", 0))
        return Outgoing(lease, place, None, message, old_message=strip, attempts=tries, scene=scene)

    @property
    def spacing(self) -> tuple[float, float]:
        """Seconds between two calls of this bot, and how far ahead of that a burst may go."""
        return self.limits["gap"] / 1000, self.limits["burst"] / 1000

    async def beat(self) -> None:
        """Say that this sender lives: who is not heard of for 3 seconds loses its leases."""
        await self._room.script("beat", self._sender, self._room.now())

    async def _catches_up(self, link: str, token: str, entry: dict[str, Any]) -> bool:
        """Whether so much has waited too long that the person's phone gets a digest of it instead."""
        now = self._room.now()
        if entry["nb"] >= now - LATE_MS or entry.get("covers"):
            return False
        return bool(await self._room.script("catch_up", link, token, now, now - LATE_MS, MOST, HOLD_MS))

    async def sent(self, lease: Lease, message_id: int | None) -> str:
        """It is on the phone: "ok", "newer" (a newer revision waits), "more" (something else waits), "ended"
        (delete it again).
        """
        return await self._after(lease, "sent", message_id or 0)

    async def later(self, lease: Lease, seconds: float) -> None:
        """Try this entry again later."""
        await self._after(lease, "later", int(seconds * 1000))

    async def refused(self, lease: Lease, reason: str) -> None:
        """Telegram refuses this for good, or it is "outdated"."""
        await self._after(lease, "outdated" if reason == "outdated" else "refused", 0, reason)

    async def closed(self, lease: Lease) -> None:
        """The person blocked the bot or the chat is gone (403): the queue dies and the caseworker is told."""
        await self._after(lease, "closed", 0)

    async def freeze(self, scope: str, lease: Lease, seconds: float) -> None:
        """Telegram asked to wait for this chat or for the whole token (429)."""
        await self._after(lease, f"freeze_{scope}", int(seconds * 1000))

    async def wait(self, seconds: float) -> None:
        """Wait until something was put in, at most `seconds`."""
        await self._wakes.wait(seconds)

    async def _after(self, lease: Lease, verb: str, number: int, text: str = "") -> str:
        answer = await self._room.script(
            "after_send", lease.link, lease.token, verb, self._room.now(), number, text[:200]
        )
        return str(answer)
