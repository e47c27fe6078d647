"""Questions of persons: what was asked and answered, sealed, and whose answers are looked for when."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from functools import partial

from bot.cases.asking import next_look, task_number
from bot.cases.model import Question
from bot.cases.model import Questions as Kept
from bot.store.base import Room
from bot.store.codec import millis

LEASE_MS = 60_000
"""Longer than reading one case's contacts and translating an answer together."""
Change = Callable[[tuple[Question, ...]], tuple[Question, ...]]


class Questions:
    """The questions of one tenant's persons; they stand in the person's hash and go with the person."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def of(self, person: str) -> tuple[Question, ...]:
        """The questions of a person, oldest first."""
        return (await self._read(person))[0]

    async def change(self, person: str, change: Change, now: datetime, *, read: bool = False) -> bool:
        """Change what is known of a person's questions; True where the phone was told to look.

        `read` says that the case system was asked just now.
        """
        while True:
            before, revision = await self._read(person)
            after = change(before)
            due = next_look(after, now)
            answer = await self._room.script(
                "store_questions",
                person,
                revision,
                await self._sealed(person, after) if after != before else "",
                millis(due) if due is not None else "",
                millis(now),
                "1" if read else "",
                json.dumps(_numbers(after, before)) if after != before else "[]",
                json.dumps(_numbers(before, after)) if after != before else "[]",
            )
            if int(answer) != 0:
                return int(answer) == 1 and after != before

    async def next(self) -> str | float:
        """Whose questions are asked after next, leased; or seconds to wait."""
        answer = await self._room.script("next_question", self._room.now(), LEASE_MS)
        return float(answer[0]) / 1000 if len(answer) == 1 else str(answer[0])

    async def later(self, person: str, at: datetime) -> None:
        """Ask after this person's questions at another time."""
        key, db = f"{self._room.prefix}questions", self._room.db
        await db(db.redis.zadd(key, {person: millis(at)}, xx=True))
        await db(db.redis.hdel(f"{key}taken", person))

    async def forget_before(self, old: datetime) -> int:
        """Remove questions that were asked before `old`; answers how many."""
        gone = 0
        for person in sorted(
            await self._room.db(self._room.db.redis.smembers(f"{self._room.prefix}persons"))
        ):
            late = sum(question.asked_at < old for question in await self.of(person))
            if late:
                gone += late
                await self.change(person, partial(_since, old), self._room.clock())
        return gone

    async def _read(self, person: str) -> tuple[tuple[Question, ...], str]:
        key, db = f"{self._room.prefix}p:{person}", self._room.db
        sealed, revision = await db(db.redis.hmget(key, "questions", "qrev"))
        return await opened(self._room, person, sealed), revision or "0"

    async def _sealed(self, person: str, questions: tuple[Question, ...]) -> str:
        if not questions:
            return "-"
        return await self._room.vault.write(person, _name(self._room, person), Kept(questions))


async def opened(room: Room, person: str, sealed: str | None) -> tuple[Question, ...]:
    """Open the questions of a person as they stand in the person's hash."""
    if not sealed:
        return ()
    return (await room.vault.read(Kept, person, _name(room, person), sealed)).items


def _since(old: datetime, questions: tuple[Question, ...]) -> tuple[Question, ...]:
    return tuple(question for question in questions if question.asked_at >= old)


def _name(room: Room, person: str) -> str:
    return f"{room.prefix}p:{person}#questions"


def _numbers(these: tuple[Question, ...], those: tuple[Question, ...]) -> list[str]:
    known = {question.id for question in those}
    return [task_number(question.id) for question in these if question.id not in known]
