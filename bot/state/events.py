"""Everything that can reach a mailbox. Frozen; ids make a repeat recognisable; times are aware instants."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Started:
    """`/start`, with or without a code; `language_code` is the app's own language (a hint only)."""

    id: str
    at: datetime
    message: int
    code: str = ""
    language_code: str = ""


@dataclass(frozen=True, slots=True)
class Commanded:
    """Another command of the menu: help, language, privacy, stop, hide, today."""

    id: str
    at: datetime
    message: int
    command: str


@dataclass(frozen=True, slots=True)
class Tapped:
    """A tap on a button that carries its own place. `genuine` is False where the MAC does not fit."""

    id: str
    at: datetime
    message: int
    screen: str
    event: str
    arg: str = ""
    genuine: bool = True


@dataclass(frozen=True, slots=True)
class Typed:
    """Typed text, at most 4,096 characters, with no personal number in it (those become `Withheld`)."""

    id: str
    at: datetime
    message: int
    text: str


@dataclass(frozen=True, slots=True)
class Withheld:
    """A message that looked like a BSN, V-number or bank number: its text never left the channel (X21)."""

    id: str
    at: datetime
    message: int


@dataclass(frozen=True, slots=True)
class Attached:
    """A photo, file, sticker, contact, location or voice message; only its kind is known (X23, X24)."""

    id: str
    at: datetime
    message: int
    kind: str


@dataclass(frozen=True, slots=True)
class Looked:
    """Look again: facts changed, a wake-up is due, or a colleague acted. Carries no content.

    `topic`: "facts", "reminder", "confirmed", "refused", "frozen", "thawed", "ended", "settle", "translated",
    "redraw", "sorry", "campaign", "catchup". `data` holds small values of that topic (e.g. the campaign's
    template and fields).
    """

    id: str
    at: datetime
    topic: str
    data: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Blocked:
    """The person blocked (True) or unblocked (False) the bot."""

    id: str
    at: datetime
    blocked: bool


Event = Started | Commanded | Tapped | Typed | Withheld | Attached | Looked | Blocked
