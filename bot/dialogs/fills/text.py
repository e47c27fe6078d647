"""Texts of the case as values: a reviewed key wins, then a human translation, then the Dutch as Dutch."""

from __future__ import annotations

from bot.cases.model import Text
from bot.state.values import Dutch, Term, Value


def worded(text: Text, prefix: str = "") -> Value:
    """Return a text of the case; its key "taak.brieven" is the message "task-brieven"."""
    dutch = Dutch(text.nl, text.translations)
    return Term(message(text.key, prefix), otherwise=dutch) if text.key else dutch


def message(key: str, prefix: str = "") -> str:
    """Return the message id of a key of the case."""
    parts = key.split(".")
    if parts[0] == "taak":
        parts[0] = "task"
    return "-".join(parts) if parts[0] == "task" or not prefix else "-".join((prefix, *parts))
