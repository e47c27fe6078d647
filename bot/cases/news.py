"""News that a source announces without telling it: only that there is some, never what it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class NewsKind(StrEnum):
    """What there is news about; each has its screen `news.<kind>`."""

    TERM = "term"
    RESULT = "result"
    PAUSE = "pause"
    COMPLETED = "completed"


@dataclass(frozen=True, slots=True)
class News:
    """The newest news of one kind. `version` rises with each, `on` is the local day of its registration."""

    kind: NewsKind
    version: int
    on: date
