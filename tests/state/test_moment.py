"""When something may be sent."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest

from bot.clock import instant
from bot.state.moment import allowed, bundled, soon, urgent
from bot.tenant import Stilte

NIGHT = Stilte()


def wall(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute)


@pytest.mark.parametrize(
    ("now", "may"),
    [
        (wall(23, 8), wall(23, 8)),
        (wall(23, 20, 59), wall(23, 20, 59)),
        (wall(23, 21), wall(24, 7, 30)),
        (wall(24, 3), wall(24, 7, 30)),
        (wall(24, 7, 30), wall(24, 7, 30)),
    ],
)
def test_quiet_hours_end_in_the_morning(now: datetime, may: datetime) -> None:
    assert allowed(instant(now), NIGHT) == instant(may)


def test_quiet_hours_may_lie_within_one_day() -> None:
    noon = Stilte(van=time(12), tot=time(13))
    assert allowed(instant(wall(23, 12, 30)), noon) == instant(wall(23, 13))
    assert allowed(instant(wall(23, 22)), noon) == instant(wall(23, 22))


def test_no_quiet_hours_at_all() -> None:
    never = Stilte(van=time(9), tot=time(9))
    assert allowed(instant(wall(23, 9)), never) == instant(wall(23, 9))


def test_within_a_day_is_urgent_and_the_past_is_not() -> None:
    now = wall(23, 8)
    assert urgent(now + timedelta(hours=24), now)
    assert not urgent(now + timedelta(hours=24, minutes=1), now)
    assert not urgent(now - timedelta(minutes=1), now)


def test_what_settles_into_the_quiet_hours_waits_for_the_morning() -> None:
    assert soon(instant(wall(23, 20, 59)), wall(26, 9), NIGHT) == instant(wall(24, 7, 30))


@pytest.mark.parametrize(("now", "at"), [(wall(23, 8), wall(23, 17)), (wall(23, 17), wall(24, 17))])
def test_what_can_wait_comes_at_five(now: datetime, at: datetime) -> None:
    assert bundled(instant(now), NIGHT) == instant(at)


def test_the_night_in_which_the_clocks_change_ends_at_the_same_wall_time() -> None:
    assert allowed(instant(datetime(2027, 3, 27, 23)), NIGHT) == instant(datetime(2027, 3, 28, 7, 30))


def test_a_planners_change_whose_undo_time_is_over_rests_no_more() -> None:
    now = instant(wall(23, 10))
    assert soon(now, wall(26, 9), NIGHT, settled=True) == now
