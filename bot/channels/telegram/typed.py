"""Turns a typed text into an event; what holds a personal number loses its text right here (X21, X22)."""

from __future__ import annotations

import re
from datetime import datetime

from bot import personal_numbers
from bot.channels.telegram.commands import COMMANDS
from bot.channels.telegram.text import LONGEST, clean
from bot.personal_numbers import Finding
from bot.state.events import Commanded, Event, Started, Typed, Withheld

_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@[A-Za-z0-9_]+)?(?:\s+(.*))?", re.DOTALL)
_LONGEST_CODE = 64
# The secret of an invitation's link is random: a few digits of it may look like a number by chance.
_SECRET = re.compile(r"(?=.*[A-Za-z])[A-Za-z0-9_-]{20,64}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def read_text(text: str, id: str, at: datetime, message: int, language_code: str | None) -> Event:
    """Return the event of a typed text: a start, a command, plain text, or that it was withheld."""
    text = clean(text)
    name, rest = _command(text)
    if name == "start" and _SECRET.fullmatch(rest):
        return Started(id, at, message, rest, _language(language_code))
    finding = personal_numbers.look(text)
    if finding is Finding.PERSONAL:
        return Withheld(id, at, message)
    if finding is Finding.UNSURE:
        return Typed(id, at, message, "")
    if name == "start":
        return Started(id, at, message, rest[:_LONGEST_CODE], _language(language_code))
    if name in COMMANDS:
        return Commanded(id, at, message, name)
    return Typed(id, at, message, text[:LONGEST])


def _command(text: str) -> tuple[str, str]:
    found = _COMMAND.fullmatch(text)
    return (found[1].lower(), (found[2] or "").strip()) if found else ("", "")


def _language(code: str | None) -> str:
    return code if code and _LANGUAGE.fullmatch(code) else ""
