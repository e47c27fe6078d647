"""What a person recognises on a phone."""

from __future__ import annotations

from collections.abc import Callable

from bot.sandbox.telegram.message import Message

Wanted = str | Callable[[Message], bool]
"""A part of a text or of a button's label, or a property of the message."""


class NotSeen(AssertionError):
    """A person waited for something on the phone and it did not come."""


def fits(message: Message, wanted: Wanted) -> bool:
    """Tell whether a message of the bot is what the person looks for."""
    if not message.from_bot:
        return False
    if callable(wanted):
        return wanted(message)
    return wanted in message.text or any(wanted in label for label in message.labels)


def line(message: Message) -> str:
    """Return a message as a line of a transcript: » from the bot, « from the person."""
    side = "»" if message.from_bot else "«"
    rows = "".join("\n    " + " ".join(f"[{button['text']}]" for button in row) for row in message.rows)
    return f"{side} {message.text or message.kind}{rows}"
