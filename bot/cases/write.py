"""What a person's taps ask to be written to the case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class WriteKind(StrEnum):
    """What the bot writes to the case API."""

    TASK_DONE = "task_done"
    TASK_UNDONE = "task_undone"
    ABSENCE = "absence"
    ABSENCE_WITHDRAWN = "absence_withdrawn"
    QUESTION = "question"
    CALLBACK = "callback"


@dataclass(frozen=True, slots=True)
class Write:
    """An intent to write, recorded before it is tried (design §3.4).

    `id` and `at` are fixed when the intent is made, so that a repeat is recognisable. `item` is the task's
    or lesson's id, or the question's own id. `text` is Dutch or the person's own words (`language`), only for
    questions; `follows` is the id of the question that this one goes on with.
    """

    id: str
    kind: WriteKind
    item: str
    at: datetime
    text: str = ""
    language: str = "nl"
    original: str = ""
    follows: str = ""


@dataclass(frozen=True, slots=True)
class OwnWrite:
    """A write of this person that the facts may not show yet; `done_at` is the instant of the 2xx."""

    write: Write
    done_at: datetime | None = None
    refused: bool = False
