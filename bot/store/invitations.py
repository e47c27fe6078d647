"""Invitations: codes and links for one person; only hashes of their secrets are kept."""

from __future__ import annotations

import secrets
from datetime import datetime

from bot.store.base import Room, new_id
from bot.store.codec import from_millis, millis
from bot.store.records import InvitationRecord, NewInvitation

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""No 0/O, 1/I/L, U: letters and numbers that nobody confuses on paper. Ten of them carry 49 bits."""
CODE_LENGTH = 10


def normalised(code: str) -> str:
    """The typed code without spaces and dashes, in capitals."""
    return "".join(sign for sign in code.upper() if sign.isalnum())


class Invitations:
    """The invitations of one tenant."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def key(self, invitation: str) -> str:
        """The invitation's hash."""
        return f"{self._room.prefix}i:{invitation}"

    async def create(
        self,
        person: str,
        way: str,
        language: str,
        birth_year: int | None,
        by: str,
        now: datetime,
        expires: datetime,
    ) -> NewInvitation:
        """Make an invitation; its secrets exist only in what is returned. Earlier unused ones end."""
        code = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
        secret = secrets.token_urlsafe(16)
        made, vault = new_id(), self._room.vault
        record = InvitationRecord(
            id=made,
            person=person,
            way=way,
            language=language,
            made_at=now,
            expires=expires,
            by=by,
            code_hash=vault.lookup(f"code:{code}"),
            secret_hash=vault.lookup(f"code:{secret}"),
            year_hash=vault.lookup(f"year:{made}:{birth_year}") if birth_year else None,
        )
        await self._room.script(
            "create_invitation",
            made,
            person,
            way,
            language,
            millis(now),
            millis(expires),
            by,
            record.code_hash,
            record.secret_hash,
            record.year_hash or "",
        )
        return NewInvitation(record, code, secret)

    async def get(self, invitation: str) -> InvitationRecord | None:
        """The invitation by id."""
        fields = await self._room.db(self._room.db.redis.hgetall(self.key(invitation)))
        return self._parse(invitation, fields) if fields else None

    def _parse(self, invitation: str, fields: dict[str, str]) -> InvitationRecord:
        def at(name: str) -> datetime | None:
            return from_millis(fields[name]) if fields.get(name) else None

        return InvitationRecord(
            id=invitation,
            person=fields["person"],
            way=fields["way"],
            language=fields["language"],
            made_at=from_millis(fields["made_at"]),
            expires=from_millis(fields["expires"]),
            by=fields.get("by", ""),
            code_hash=fields["code_hash"],
            secret_hash=fields["secret_hash"],
            year_hash=fields.get("year_hash") or None,
            opened_at=at("opened_at"),
            used_by=fields.get("used_by"),
            ended=fields.get("ended") == "1",
        )

    async def by_text(self, text: str) -> InvitationRecord | None:
        """The invitation whose typed code or link secret this is."""
        return await self._by_hash(normalised(text)) or await self._by_hash(text.strip())

    async def _by_hash(self, value: str) -> InvitationRecord | None:
        room = self._room
        hashed = room.vault.lookup(f"code:{value}")
        found = await room.db(room.db.redis.hget(f"{room.prefix}codes", hashed))
        return await self.get(found) if found else None

    async def mark_opened(self, invitation: str) -> None:
        """Remember that the code was opened in a chat (the console shows it)."""
        await self._room.db(self._room.db.redis.hsetnx(self.key(invitation), "opened_at", self._room.now()))

    def year_fits(self, invitation: InvitationRecord, text: str) -> bool:
        """Whether these digits are the birth year that the municipality wrote."""
        digits = "".join(str(int(sign)) for sign in text if sign.isdecimal())
        return (
            bool(digits) and self._room.vault.lookup(f"year:{invitation.id}:{digits}") == invitation.year_hash
        )

    async def of_person(self, person: str) -> tuple[InvitationRecord, ...]:
        """The person's invitations, newest first."""
        key = f"{self._room.prefix}p:{person}:invitations"
        ids = await self._room.db(self._room.db.redis.smembers(key))
        found = [one for i in ids if (one := await self.get(i)) is not None]
        return tuple(sorted(found, key=lambda one: one.made_at, reverse=True))
