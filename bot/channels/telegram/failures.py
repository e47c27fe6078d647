"""What Telegram's refusals mean for what we do next; its words change capitals, so case is not compared."""

from __future__ import annotations

from datetime import timedelta
from enum import Enum, auto

from telegram.error import BadRequest, RetryAfter

LONGEST_BACKOFF = 60.0


class Refusal(Enum):
    """Kinds of a 400."""

    UNCHANGED = auto()
    """An edit or a deletion that was done already: as good as success."""
    UNEDITABLE = auto()
    """This message can never be edited: a new one takes its place (X41)."""
    UNDELETABLE = auto()
    """Older than 48 hours: only an edit can still empty it."""
    CLOSED = auto()
    """The chat or the person is gone: as 403."""
    FINAL = auto()
    """Anything else that no repeat can mend."""


_WORDS: tuple[tuple[str, Refusal], ...] = (
    ("message is not modified", Refusal.UNCHANGED),
    ("message to delete not found", Refusal.UNCHANGED),
    ("message to edit not found", Refusal.UNEDITABLE),
    ("message can't be edited", Refusal.UNEDITABLE),
    ("message_id_invalid", Refusal.UNEDITABLE),
    ("message identifier is not specified", Refusal.UNEDITABLE),
    ("there is no text in the message to edit", Refusal.UNEDITABLE),
    ("inline keyboard expected", Refusal.UNEDITABLE),
    ("message can't be deleted", Refusal.UNDELETABLE),
    ("chat not found", Refusal.CLOSED),
    ("user not found", Refusal.CLOSED),
    ("peer_id_invalid", Refusal.CLOSED),
    ("input_user_deactivated", Refusal.CLOSED),
    ("user_is_blocked", Refusal.CLOSED),
)


def refusal(error: BadRequest) -> Refusal:
    """Say which kind of a 400 this is."""
    said = error.message.lower()
    return next((kind for words, kind in _WORDS if words in said), Refusal.FINAL)


def seconds_of(error: RetryAfter) -> float:
    """Return how long a 429 asks to wait, at least one second."""
    wait = error.retry_after
    return max(1.0, wait.total_seconds() if isinstance(wait, timedelta) else float(wait))


def backoff(attempts: int, chance: float) -> float:
    """Return the seconds until the next try: 1, 2, 4 … 60, less up to a half by `chance` (0 to 1)."""
    wait: float = min(LONGEST_BACKOFF, 2.0 ** min(attempts, 6))
    return wait * (1 - chance / 2)
