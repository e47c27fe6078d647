"""What a person's taps ask to be written to the case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.cases.appointment import Choice, Preference


class WriteKind(StrEnum):
    """What the bot writes to the case API."""

    TASK_DONE = "task_done"
    TASK_UNDONE = "task_undone"
    ABSENCE = "absence"
    ABSENCE_WITHDRAWN = "absence_withdrawn"
    QUESTION = "question"
    CALLBACK = "callback"
    APPOINTMENT_ANSWER = "appointment_answer"
    INTERPRETER = "interpreter"


@dataclass(frozen=True, slots=True)
class Write:
    """An intent to write, recorded before it is tried (design §3.4).

    `id` and `at` are fixed when the intent is made, so that a repeat is recognisable. `item` is the id of the
    task, lesson or appointment, or the question's own id. `text` is Dutch or the person's own words
    (`language`), only for questions. `choice`, `preference` and the `version` that was answered are of an
    answer to an appointment; `language` is also the interpreter's. `follows` is the id of the question that
    this one goes on with.
    """

    id: str
    kind: WriteKind
    item: str
    at: datetime
    text: str = ""
    language: str = "nl"
    original: str = ""
    choice: Choice | None = None
    preference: Preference | None = None
    version: int = 0
    follows: str = ""


@dataclass(frozen=True, slots=True)
class OwnWrite:
    """A write of this person that the facts may not show yet; `done_at` is the instant of the 2xx."""

    write: Write
    done_at: datetime | None = None
    refused: bool = False
