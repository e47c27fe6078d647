"""Times of intents, which may be instants, as the wall time in which the case model is written."""

from __future__ import annotations

from datetime import datetime

from bot.clock import local


def wall(at: datetime) -> datetime:
    """Return naive local wall time; what is naive already stays as it is."""
    return at if at.tzinfo is None else local(at)
