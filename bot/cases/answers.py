"""Follows questions until they are answered: asks the case system, keeps the answer, has it translated."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from typing import Final, Protocol

from bot.cases import asking
from bot.cases.model import Question, QuestionState, Write, WriteKind
from bot.cases.port import Answers, CaseWrites, LessonWrite
from bot.cases.writer import Alarms
from bot.clock import Clock
from bot.errors import BadAnswer, CaseApiDenied, GiveUp, Retry, StoreAway, Throttled, TranslatorAway

LONGEST_WAIT: Final = 5.0
AWAY_PAUSE: Final = 1.0
PAUSES: Final = {CaseApiDenied: timedelta(minutes=5), BadAnswer: timedelta(minutes=10)}
PAUSE: Final = timedelta(minutes=1)
"""Until a case whose contacts could not be read is asked again."""
UNLINKED_PAUSE: Final = timedelta(hours=6)
THOROUGH: Final = timedelta(minutes=10)
"""How often answers are looked for that hang on the question only: that takes a call more."""
TRANSLATED_WITHIN: Final = 20.0
"""Seconds; shorter than the lease of a person in the store. Lines that were translated are remembered."""
DUTCH: Final = "nl"
Change = Callable[[tuple[Question, ...]], tuple[Question, ...]]
Translator = Callable[[str, str, str], Awaitable[str]]
"""Translates a text for a person into a language; empty where it is not sure. Raises `TranslatorAway`."""
Sleep = Callable[[float], Awaitable[object]]


class Known(Protocol):
    """What is needed of a person."""

    @property
    def id(self) -> str: ...
    @property
    def case_uuid(self) -> str: ...
    @property
    def link(self) -> str | None: ...


class Persons(Protocol):
    """What is needed of the store's persons."""

    async def get(self, person: str, /) -> Known | None: ...
    async def by_case(self, case_uuid: str, /) -> Known | None: ...


class Link(Protocol):
    """What is needed of a link."""

    @property
    def language(self) -> str: ...


class Links(Protocol):
    """What is needed of the store's links."""

    async def get(self, link: str, /) -> Link | None: ...


class Questions(Protocol):
    """What is needed of the store's questions."""

    async def of(self, person: str, /) -> Sequence[Question]: ...
    async def change(self, person: str, change: Change, now: datetime, /, *, read: bool = False) -> bool: ...
    async def next(self) -> str | float: ...
    async def later(self, person: str, at: datetime, /) -> None: ...


class Stored(Protocol):
    """What is needed of a tenant's store."""

    @property
    def persons(self) -> Persons: ...
    @property
    def links(self) -> Links: ...
    @property
    def questions(self) -> Questions: ...
    @property
    def alarms(self) -> Alarms: ...


class Followed:
    """Carries out writes; a question is followed from before it leaves, so that no crash loses its answer."""

    def __init__(self, writes: CaseWrites, store: Stored, clock: Clock) -> None:
        self._writes, self._store, self._clock = writes, store, clock

    async def write(self, case_uuid: str, write: Write) -> None:
        """Carry out a person's write."""
        person = await self._store.persons.by_case(case_uuid) if write.kind is WriteKind.QUESTION else None
        if person is None:
            return await self._writes.write(case_uuid, write)
        await self._change(person.id, lambda known: asking.followed(known, write))
        try:
            await self._writes.write(case_uuid, write)
        except BadAnswer:
            raise
        except GiveUp:
            await self._change(person.id, lambda known: asking.refused(known, write.id))
            raise
        now = self._clock()
        await self._change(person.id, lambda known: asking.sent(known, write.id, now))

    async def write_lesson(self, write: LessonWrite) -> None:
        """Carry out a planner's change."""
        await self._writes.write_lesson(write)

    async def _change(self, person: str, change: Change) -> None:
        await self._store.questions.change(person, change, self._clock())


class AnswerPost:
    """Brings answers of one tenant back. `run` never ends; cancelling it loses nothing.

    `translate` is None where free text is not translated.
    """

    def __init__(
        self,
        source: Answers,
        store: Stored,
        clock: Clock,
        translate: Translator | None = None,
        *,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._source, self._store, self._clock = source, store, clock
        self._translate, self._sleep = translate, sleep
        self._thorough: dict[str, datetime] = {}
        self._told: set[str] = set()

    async def run(self) -> None:
        """Ask after questions as they come due."""
        while True:
            try:
                pause = await self.step()
                if pause > 0:
                    await self._sleep(min(pause, LONGEST_WAIT))
            except Retry:
                # The store may be away while we wait as well.
                await asyncio.sleep(AWAY_PAUSE)

    async def step(self) -> float:
        """Ask after one person's questions, if any are due; returns the seconds to wait before the next."""
        person = await self._store.questions.next()
        if not isinstance(person, str):
            return person
        known = await self._store.persons.get(person)
        if known is None or known.link is None:
            self._thorough.pop(person, None)
            await self._store.questions.later(person, self._clock() + UNLINKED_PAUSE)
            return 0.0
        try:
            await self._ask(known)
        except StoreAway:
            raise
        except Throttled as throttled:
            await self._later(person, max(timedelta(seconds=throttled.seconds), PAUSE))
        except (Retry, CaseApiDenied, GiveUp) as fault:
            if isinstance(fault, BadAnswer) and person not in self._told:
                self._told.add(person)
                await self._store.alarms.raise_("part_unreadable", person, fault.where)
            await self._later(person, PAUSES.get(type(fault), PAUSE))
        else:
            self._told.discard(person)
        return 0.0

    async def _ask(self, known: Known) -> None:
        before = tuple(await self._store.questions.of(known.id))
        now = self._clock()
        ids = tuple(question.id for question in before)
        replies = await self._source.replies(known.case_uuid, ids, self._is_thorough(known.id, before, now))
        after = asking.heard(before, replies, now)
        # Told before it is stored: a colleague who reads it twice is better off than one who never does.
        for was, question in zip(before, after, strict=True):
            await self._tell(known.id, was, question)
        said, missing = await self._translations(known, after)

        def heard(kept: tuple[Question, ...]) -> tuple[Question, ...]:
            found = asking.heard(kept, replies, now)
            for of, language, text in said:
                found = asking.translated(found, of.id, of.answer, language, text)
            return found

        await self._store.questions.change(known.id, heard, now, read=True)
        if missing:
            await self._later(known.id, PAUSE)
        if asking.next_look(after, now) is None:
            self._thorough.pop(known.id, None)

    def _is_thorough(self, person: str, before: Sequence[Question], now: datetime) -> bool:
        answered = any(question.state is QuestionState.ANSWERED for question in before)
        last = self._thorough.get(person)
        if not answered and last is not None and now - last < THOROUGH:
            return False
        self._thorough[person] = now
        return True

    async def _tell(self, person: str, was: Question, question: Question) -> None:
        """Tell colleagues what they must do: take a number out, or answer after all."""
        if question.withheld and was.answer != question.answer:
            await self._store.alarms.raise_("answer_number", person, "klantcontact")
        if question.state is QuestionState.SILENT and was.state in asking.OPEN:
            await self._store.alarms.raise_("question_silent", person, "internetaak")

    async def _translations(
        self, known: Known, questions: Sequence[Question]
    ) -> tuple[list[tuple[Question, str, str]], bool]:
        """Translate answers that have no translation yet; also whether one is missing for now.

        An answer does not wait long for its translation: it is shown in Dutch, and the rest follows.
        """
        link = await self._store.links.get(known.link or "")
        language = link.language if link is not None else ""
        found: list[tuple[Question, str, str]] = []
        if self._translate is None or language in {"", DUTCH}:
            return found, False
        try:
            async with asyncio.timeout(TRANSLATED_WITHIN):
                for question in questions:
                    if question.answer and question.translation(language) is None:
                        text = await self._translate(question.answer, language, known.id)
                        found.append((question, language, text))
        except (TranslatorAway, TimeoutError):
            return found, True
        return found, False

    async def _later(self, person: str, pause: timedelta) -> None:
        await self._store.questions.later(person, self._clock() + pause)
