"""What is remembered of one link between two turns; everything else is in the facts."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.state.values import Term

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Place:
    """A screen with its argument (a handle, a date, a version…) and what just happened as first line."""

    screen: str
    arg: str = ""
    first: Term | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """The version of an item that the person was told, and a digest of what they were told.

    `before` is the digest told before the notice that may still be waiting (so that move-and-back is
    silence). `shows` is a short fact for the next text, e.g. the old start as ISO local time.
    """

    version: int
    digest: str
    before: str | None = None
    shows: str = ""
    shown_before: str = ""


@dataclass(frozen=True, slots=True)
class Session:
    """The dialog state of one link; `v` is the schema version. Times are aware instants.

    `stage`: "new" → "asked" (code known, year wanted) → "who" → "waiting" → "consent" → "linked". `told`
    and `acks` are keyed by item ("lesson:<id>", "task:<id>", "appointment:<id>", "plan", "term",
    "campaign:<id>", "question:<id>"), `reminded` by day and time of day ("2026-11-24:evening"). `letters`:
    the person chose letters. `app_language` is only a hint.
    """

    v: int = SCHEMA
    screen: str = "start.language"
    arg: str = ""
    stage: str = "new"
    language: str = ""
    said_neighbour: bool = False
    reading: str = ""
    level: str = "L1"
    shared_phone: bool = False
    remind: str = "evening"
    paused_until: datetime | None = None
    invitation: str | None = None
    tries: tuple[datetime, ...] = ()
    unknown_in_row: int = 0
    draft: str = ""
    draft_dutch: str = ""
    draft_back: str = ""
    draft_sure: bool = False
    told: dict[str, Told] = field(default_factory=dict)
    acks: dict[str, int] = field(default_factory=dict)
    reminded: dict[str, str] = field(default_factory=dict)
    letters: bool = False
    app_language: str = ""


def upgrade(stored: dict[str, Any]) -> dict[str, Any]:
    """Bring a stored session to the present schema, one pure step per version."""
    return stored
