"""Loading what a turn may look at, and committing what it decided in one script (design §3.3)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.cases.model import Facts, OwnWrite
from bot.state import turn as t
from bot.state.events import Event, Looked
from bot.state.session import Place, Session
from bot.store.base import Room, new_id
from bot.store.codec import dump, millis, pairs
from bot.store.links import Links
from bot.store.mailbox import Mailbox
from bot.store.persons import Persons
from bot.store.records import AlarmRecord, Link
from bot.store.tables import encode_alarm

GROUP = "workers"
MUTED_BY = {"letters": "letter", "blocked": "blocked"}
ONCE = frozenset({"link_to_confirm", "code_used_twice", "callback", "unreachable", "appointment_answer"})
"""Alarms that stand once per person, however often they are raised."""
WITHDRAWN = "callback_withdrawn"
PURGE_AFTER_MS = 45_000
"""An ended link is purged at second 45, whether its last message was sent or not."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A link with its oldest event and all that a turn may know. `revisions` are compared at the commit."""

    link: Link
    entry: str
    event: Event
    session: Session
    rev: int
    facts: Facts | None
    pending: frozenset[str]
    revisions: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Stand:
    """A link as it stands now, without an event."""

    link: Link
    session: Session
    facts: Facts | None


class Turns:
    """Turns of one tenant's links."""

    def __init__(self, room: Room, links: Links, mailbox: Mailbox, persons: Persons) -> None:
        self._room = room
        self._links = links
        self._mailbox = mailbox
        self._persons = persons

    async def load(self, link: str, entry: str) -> Loaded | None:
        """Load the turn of this ready entry; None where there is nothing to do any more (it is settled)."""
        answer = await self._room.script("load_turn", link, entry)
        if not answer:
            return None
        head, stored, facts, waiting = answer
        fields = pairs(stored)
        known = await self._links.parse(link, fields)
        loaded = await self._persons.parse(known.person, facts) if known.person and facts else None
        return Loaded(
            link=known,
            entry=entry,
            event=await self._mailbox.parse(link, head),
            session=await self._session(link, fields),
            rev=int(fields["rev"]),
            facts=loaded.facts if loaded else None,
            revisions=loaded.revisions if loaded else (),
            pending=frozenset(name[2:] for name in waiting if name.startswith("n:")),
        )

    async def stand(self, link: str) -> Stand | None:
        """The link, its session and facts as they stand, for the renderer; None where the link is gone."""
        stored, facts = await self._room.script("load_link", link)
        fields = pairs(stored)
        if not fields.get("chat"):
            return None
        known = await self._links.parse(link, fields)
        loaded = await self._persons.parse(known.person, facts) if known.person and facts else None
        return Stand(known, await self._session(link, fields), loaded.facts if loaded else None)

    async def _session(self, link: str, fields: dict[str, str]) -> Session:
        if not fields.get("session"):
            return Session()
        return await self._room.vault.read(
            Session, link, f"{self._links.key(link)}#session", fields["session"]
        )

    async def session(self, link: str) -> Session | None:
        """The session as it stands; None where the link is gone."""
        fields = await self._room.db(self._room.db.redis.hgetall(self._links.key(link)))
        return await self._session(link, fields) if fields.get("chat") else None

    async def commit(self, loaded: Loaded, turn: t.Turn, now: datetime) -> str:
        """Commit what the turn decided.

        Answers "ok", "conflict" or "claimed" (run the turn again), "busy" (again a little later), "gone" or
        "ended".
        """
        room, link = self._room, loaded.link.id
        name = f"{self._links.key(link)}#session"
        ops = await self._operations(loaded, turn, now)
        session = turn.session
        request = {
            "link": link,
            "entry": loaded.entry,
            "event": loaded.event.id,
            "rev": loaded.rev,
            "state": loaded.link.state.value,
            "now": millis(now),
            "group": GROUP,
            "session": await room.vault.write(link, name, session),
            "copies": {
                "stage": session.stage,
                "language": session.language,
                "level": session.level,
                **({} if isinstance(loaded.event, Looked) else {"seen_at": millis(now)}),
            },
            "facts": [{"key": k, "field": f, "value": v} for k, f, v in loaded.revisions],
            "ops": ops,
        }
        answer = await room.script("commit", json.dumps(request))
        return str(answer[0])

    async def settle(self, entry: str) -> None:
        """Take an entry with nothing to do out of the ready stream."""
        await self._room.script("settle", entry, GROUP)

    # -- effects to operations

    async def _operations(self, loaded: Loaded, turn: t.Turn, now: datetime) -> list[dict[str, Any]]:
        ops: list[dict[str, Any]] = []
        ends = any(isinstance(effect, t.EndLink) for effect in turn.effects)
        if turn.place is not None:
            ops.append(await self._screen(loaded, turn.place, turn.message, final=ends, now=now))
        erase: set[int] = set()
        for number, effect in enumerate(turn.effects):
            if isinstance(effect, t.Erase):
                erase |= set(effect.messages)
            elif isinstance(effect, t.EndLink):
                if effect.erase:
                    erase |= set(await self._links.messages(loaded.link.id)) - {turn.message or 0}
                ops += self._ending(loaded, effect, now)
            else:
                ops += await self._operation(loaded, effect, f"{loaded.event.id}:{number}", now)
        if erase:
            # An entry of its own per event: what a person should not have typed is never overwritten.
            ops.append(
                await self._out(
                    loaded, f"erase:{loaded.event.id}", "erase", sorted(erase), list[int], now, final=True
                )
            )
        return sorted(ops, key=lambda op: op["op"] == "end")

    async def _operation(
        self, loaded: Loaded, effect: t.Effect, id: str, now: datetime
    ) -> list[dict[str, Any]]:
        match effect:
            case t.Notify(notice):
                return [await self._notice(loaded, notice)]
            case t.Withdraw(item, folded):
                waits = item in loaded.pending
                return [{"op": "withdraw", "key": f"n:{item}", "folded": folded, "waits": waits}]
            case t.WriteCase(write):
                name = f"{self._persons.key(loaded.link.person or '')}:own#{write.id}"
                sealed = await self._room.vault.seal(loaded.link.person or "", name, dump(OwnWrite(write)))
                return [{"op": "write", "id": write.id, "payload": sealed}]
            case t.WakeAt(topic, at):
                return [{"op": "wake", "topic": topic, **({"at": millis(at)} if at else {})}]
            case t.Redeem(invitation, waiting):
                return [{"op": "claim", "invitation": invitation, "waiting": waiting}]
            case t.MarkLinked():
                return [{"op": "link"}]
            case t.EndInvitation(invitation):
                return [{"op": "end_invitation", "invitation": invitation}]
            case t.Alarm(kind, detail, invitation):
                person = loaded.link.person or await self._invited(invitation)
                if kind == WITHDRAWN:
                    return [{"op": "drop_alarm", "id": f"callback-{person}"}]
                alarm = AlarmRecord(f"{kind}-{person}" if kind in ONCE else id, kind, now, person, detail)
                return [{"op": "alarm", "id": alarm.id, "record": encode_alarm(alarm)}]
            case t.TellLink(link, topic):
                return [{"op": "look", "link": link, "topic": topic, "id": id}]
            case t.Mark(item, version, state):
                return [{"op": "mark", "item": item, "version": version, "state": state}]
            case t.Mute(muted, reason):
                channel = MUTED_BY.get(reason, "muted") if muted else "linked"
                state = "blocked" if channel == "blocked" else "muted" if muted else "linked"
                return [{"op": "mute", "state": state, "channel": channel}]
            case t.Translate():
                member = f"translate\x1f{loaded.link.id}"
                return [{"op": "job", "member": member, "at": millis(now), "data": "{}"}]
            case t.Menu(language):
                member = f"menu\x1f{loaded.link.id}"
                return [
                    {
                        "op": "job",
                        "member": member,
                        "at": millis(now),
                        "data": json.dumps({"language": language}),
                    }
                ]
            case _:
                return []

    async def _invited(self, invitation: str) -> str | None:
        """Whom an invitation is for; None where none is named."""
        key = f"{self._room.prefix}i:{invitation}"
        return await self._room.db(self._room.db.redis.hget(key, "person")) if invitation else None

    async def _screen(
        self, loaded: Loaded, place: Place, message: int | None, *, final: bool, now: datetime
    ) -> dict[str, Any]:
        op = await self._out(loaded, "screen", "screen", place, Place, now, final=final)
        # Nobody waits for a redraw of what stands there: it goes behind all answers, like a broadcast.
        redraw = message == t.PRESENT and isinstance(loaded.event, Looked) and not final
        pri = int(t.Priority.BROADCAST) if redraw else 0
        return {**op, "pri": pri, **({"msg": message} if message is not None else {})}

    async def _notice(self, loaded: Loaded, notice: t.Notice) -> dict[str, Any]:
        op = await self._out(loaded, f"n:{notice.item}", "notice", notice, t.Notice, notice.not_before)
        after: dict[str, Any] = {"na": millis(notice.not_after)} if notice.not_after else {}
        after["waits"] = notice.item in loaded.pending
        if notice.covers:
            after["covers"] = notice.covers
        return {**op, **after, "pri": int(notice.priority), "item": notice.item, "version": notice.version}

    async def _out(
        self,
        loaded: Loaded,
        key: str,
        lane: str,
        value: object,
        kind: Any,
        at: datetime,
        *,
        final: bool = False,
    ) -> dict[str, Any]:
        name = f"{self._links.key(loaded.link.id)}:out#{key}"
        sealed = await self._room.vault.seal(loaded.link.id, name, dump(value, kind))
        return {
            "op": "out",
            "key": key,
            "lane": lane,
            "pri": 0,
            "nb": millis(at),
            "payload": sealed,
            "final": final,
        }

    def _ending(self, loaded: Loaded, effect: t.EndLink, now: datetime) -> list[dict[str, Any]]:
        data = json.dumps({"person": effect.person})
        member = f"purge\x1f{loaded.link.id}"
        ops: list[dict[str, Any]] = [
            {"op": "job", "member": member, "at": millis(now) + PURGE_AFTER_MS, "data": data}
        ]
        if effect.reason:
            alarm = AlarmRecord(
                new_id(), "ended", now, None if effect.person else loaded.link.person, effect.reason
            )
            ops.append({"op": "alarm", "id": alarm.id, "record": encode_alarm(alarm)})
        return [*ops, {"op": "end"}]
