"""Who understood, who only saw, who may not know."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from bot.schools.acknowledgements import Acknowledged, acknowledged, to_call
from bot.schools.reach import reach
from bot.store.records import Delivery, DeliveryState
from tests.clocks import NOW
from tests.console.town import people
from tests.schools.making import CANCEL, LATER, change, sure

WHO = reach(people()[:4])
LEFT = replace(sure(change(LATER)), state="left")


def counted(state: DeliveryState, version: int = 4) -> Acknowledged:
    return acknowledged(WHO, (Delivery("lesson:x", "samira", version, state, NOW),), 4)


@pytest.mark.parametrize(
    ("state", "column"),
    [
        (DeliveryState.PLANNED, "not_yet"),
        (DeliveryState.SENDING, "not_yet"),
        (DeliveryState.SENT, "not_yet"),
        (DeliveryState.SEEN, "seen"),
        (DeliveryState.UNDERSTOOD, "understood"),
        (DeliveryState.FAILED, "no_link"),
        (DeliveryState.HANDED_OVER, "no_link"),
    ],
)
def test_a_delivery_stands_in_its_column(state: DeliveryState, column: str) -> None:
    assert [p.id for p in getattr(counted(state), column)][:1] == ["samira"]


def test_an_older_version_does_not_count() -> None:
    assert counted(DeliveryState.UNDERSTOOD, version=3).understood == ()


def test_everybody_stands_in_one_column() -> None:
    counts = acknowledged(reach(people()), (), 4)
    assert len(counts.not_yet) + len(counts.no_link) == len(people())


@pytest.mark.parametrize(
    ("hour", "minute", "calls"),
    [(6, 59, 0), (7, 0, 4), (8, 59, 4), (9, 0, 0)],
    ids=["earlier", "two hours before", "just before", "begun"],
)
def test_calls_are_due_from_two_hours_before_the_old_start(hour: int, minute: int, calls: int) -> None:
    now = datetime(2026, 11, 26, hour - 1, minute, tzinfo=NOW.tzinfo)
    assert len(to_call(acknowledged(WHO, (), 4), LEFT, now)) == calls


def test_nobody_is_called_for_a_change_that_has_not_left() -> None:
    now = datetime(2026, 11, 26, 7, 30, tzinfo=NOW.tzinfo)
    assert to_call(acknowledged(WHO, (), 4), sure(change(CANCEL)), now) == ()
