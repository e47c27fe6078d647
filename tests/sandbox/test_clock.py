"""The story's clock runs on, and is moved forward only."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.sandbox.clock import MONDAY_MORNING, MovedClock


def test_a_moved_clock_is_at_least_so_much_later() -> None:
    clock = MovedClock()
    clock.forward(timedelta(minutes=2))
    assert clock() >= MONDAY_MORNING + timedelta(minutes=2)


def test_a_clock_is_never_moved_back() -> None:
    with pytest.raises(ValueError, match="never moved back"):
        MovedClock().forward(timedelta(seconds=-1))
