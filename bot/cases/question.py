"""A question of a person to the caseworker, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.cases.shared import handle


class QuestionState(StrEnum):
    """How a question stands."""

    SENDING = "sending"
    REFUSED = "refused"
    WAITING = "waiting"
    ANSWERED = "answered"
    DEALT_WITH = "dealt_with"
    SILENT = "silent"
    """No answer came, and nobody looks for one any more."""


@dataclass(frozen=True, slots=True)
class Question:
    """`id` is that of the write; all moments are instants.

    `text` is what the colleague reads, `original` the person's own words where a machine translated them.
    `answer` is Dutch, without the numbers that nobody may send (`withheld` tells that there were some).
    `translations` are pairs of language and text; an empty text says that no translation is sure. `version`
    counts what the person can be told.
    """

    id: str
    asked_at: datetime
    text: str
    language: str = "nl"
    original: str = ""
    sent_at: datetime | None = None
    refused: bool = False
    answer: str = ""
    by: str = ""
    withheld: bool = False
    answered_at: datetime | None = None
    dealt_at: datetime | None = None
    silent_at: datetime | None = None
    translations: tuple[tuple[str, str], ...] = ()
    version: int = 1

    @property
    def handle(self) -> str:
        """Short id for callback data."""
        return handle(self.id)

    @property
    def state(self) -> QuestionState:
        """How it stands."""
        if self.answer:
            return QuestionState.ANSWERED
        if self.refused:
            return QuestionState.REFUSED
        if self.dealt_at is not None:
            return QuestionState.DEALT_WITH
        if self.silent_at is not None:
            return QuestionState.SILENT
        return QuestionState.SENDING if self.sent_at is None else QuestionState.WAITING

    @property
    def words(self) -> str:
        """The question in the person's own words."""
        return self.original or self.text

    def translation(self, language: str) -> str | None:
        """The answer in this language; empty where it is not sure, None where nobody tried."""
        return dict(self.translations).get(language)


@dataclass(frozen=True, slots=True)
class Questions:
    """All questions of a person that are kept, oldest first."""

    items: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """What the case system holds of one question now.

    `text` is None where it was not looked for in every place; `numbers` tells that some were taken out.
    """

    question: str
    text: str | None = None
    by: str = ""
    numbers: bool = False
    dealt_with: bool = False
