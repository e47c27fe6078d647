"""Wall-clock truth: lessons are at local time in Amsterdam, instants are computed late (design §3.9)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")

Clock = Callable[[], datetime]
"""Returns the present as an aware instant; injected everywhere so that tests own the time."""


def system_clock() -> datetime:
    """Return the present instant of this machine."""
    return datetime.now(UTC)


def local(instant: datetime) -> datetime:
    """Turn an aware instant into naive local wall time, as used in the case model."""
    return instant.astimezone(AMSTERDAM).replace(tzinfo=None)


def instant(wall: datetime) -> datetime:
    """Turn naive local wall time into an aware UTC instant (the earlier one of an ambiguous hour)."""
    return wall.replace(tzinfo=AMSTERDAM).astimezone(UTC)
