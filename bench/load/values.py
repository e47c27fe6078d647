"""What travels between the parts of the load generator."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

Params = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the Bot API as it took effect. `unchanged`: an edit that changed nothing (refused)."""

    at: float
    token: str
    method: str
    params: Params
    chat: int = 0
    message: int = 0
    unchanged: bool = False
    refused: int = 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """How Telegram treats a call: seconds until it takes effect, and a refusal (HTTP code and words).

    Without an answer (`hang`) the call never ends, as a line that is cut.
    """

    delay: float = 0.0
    code: int = 0
    words: str = ""
    retry_after: int | None = None
    hang: bool = False


PROMPT = Verdict()
BLOCKED = Verdict(code=403, words="Forbidden: bot was blocked by the user")
Rule = Callable[[str, str, Params], Verdict]
"""Verdict on a call, by token, method and parameters."""


def prompt(token: str, method: str, params: Params) -> Verdict:
    """Everything at once."""
    return PROMPT


@dataclass(frozen=True, slots=True)
class Shown:
    """A message as it stands on a phone: rows of buttons as pairs of label and data."""

    message: int
    text: str
    rows: tuple[tuple[tuple[str, str], ...], ...] = field(default=())

    @property
    def buttons(self) -> tuple[tuple[str, str], ...]:
        """All buttons, row by row."""
        return tuple(button for row in self.rows for button in row)


@dataclass(frozen=True, slots=True)
class Tap:
    """A tap on a button of the shown message, and whether a screen is the right answer to it."""

    data: str
    right: Callable[[Shown], bool]
