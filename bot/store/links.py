"""Links: one chat with one bot. A link owns mailbox, session, outbox, schedule and message log."""

from __future__ import annotations

from collections import OrderedDict

from bot.store.base import Room, new_id
from bot.store.codec import from_millis
from bot.store.records import Link, LinkState

KEPT_CHATS = 10_000


class Links:
    """Finds, opens again and ends the links of one tenant."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._chats: OrderedDict[int, str] = OrderedDict()

    def key(self, link: str) -> str:
        """The link's hash."""
        return f"{self._room.prefix}l:{link}"

    async def for_chat(self, chat: int) -> Link:
        """The link of this chat; a new visitor at first contact."""
        found = await self.get(await self._open(chat))
        assert found is not None
        return found

    async def of_chat(self, chat: int) -> str:
        """The id of this chat's link, remembered; where that is gone, `forget` it and ask again."""
        known = self._chats.get(chat)
        if known is None:
            known = self._chats[chat] = await self._open(chat)
            if len(self._chats) > KEPT_CHATS:
                self._chats.popitem(last=False)
        return known

    def forget(self, chat: int) -> None:
        """Remember no longer which link this chat had."""
        self._chats.pop(chat, None)

    async def _open(self, chat: int) -> str:
        room = self._room
        hashed = room.vault.lookup(f"chat:{chat}")
        known = await room.db(room.db.redis.hget(f"{room.prefix}chats", hashed))
        if known is None:
            fresh = new_id()
            sealed = await room.vault.seal(fresh, f"{self.key(fresh)}#chat", str(chat).encode())
            known = await room.script("open_link", hashed, fresh, sealed, room.now())
        return str(known)

    async def get(self, link: str) -> Link | None:
        """The link by id; None where it was purged."""
        fields = await self._room.db(self._room.db.redis.hgetall(self.key(link)))
        return await self.parse(link, fields) if fields.get("chat") else None

    async def parse(self, link: str, fields: dict[str, str]) -> Link:
        """Read a link from its hash."""
        return Link(
            id=link,
            chat=await self._room.vault.read(int, link, f"{self.key(link)}#chat", fields["chat"]),
            state=LinkState(fields["state"]),
            created=from_millis(fields["created"]),
            person=fields.get("person"),
            stage=fields.get("stage", "new"),
            language=fields.get("language", ""),
            level=fields.get("level", "L1"),
            seen_at=from_millis(fields["seen_at"]) if fields.get("seen_at") else None,
        )

    async def of_person(self, person: str) -> Link | None:
        """The person's linked link."""
        room = self._room
        link = await room.db(room.db.redis.hget(f"{room.prefix}p:{person}", "link"))
        return await self.get(link) if link else None

    async def thaw(self, link: str) -> bool:
        """Open a frozen link again."""
        return bool(
            await self._room.script("set_state", link, "linked", "frozen", "thawed", self._room.now())
        )

    async def end(self, link: str, reason: str = "ended") -> bool:
        """End a link for good: its queue dies, the person reads `push.link.ended`, then it is purged."""
        return bool(await self._room.script("ask_end", link, reason, self._room.now()))

    async def messages(self, link: str) -> tuple[int, ...]:
        """Message ids of the last 48 hours, newest first; older ones cannot be deleted at Telegram."""
        since = self._room.now() - 48 * 3_600_000
        found = await self._room.db(self._room.db.redis.zrangebyscore(f"{self.key(link)}:log", since, "+inf"))
        return tuple(int(message) for message in reversed(found))

    async def purge(self, link: str, *, with_person: bool) -> None:
        """Remove every key of an ended link and, on the person's wish, everything of the person."""
        room = self._room
        person = await room.db(room.db.redis.hget(self.key(link), "person"))
        items: set[str] = set()
        if person and with_person:
            items = set(await room.db(room.db.redis.smembers(f"{room.prefix}p:{person}:items")))
        await room.script("purge", link, person if with_person and person else "", *sorted(items))
        room.vault.forget_cached(link)
        if person and with_person:
            room.vault.forget_cached(person)
