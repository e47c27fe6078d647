"""Who is reached, and why the others are not."""

from __future__ import annotations

import pytest

from bot.schools.reach import REASONS, reach
from bot.store.records import Person


def person(channel: str) -> Person:
    return Person(channel, "case", "number", "Name", "ti", channel=channel, link="link")


@pytest.mark.parametrize(("channel", "why"), REASONS.items())
def test_somebody_who_is_not_linked_is_missed_with_a_reason(channel: str, why: str) -> None:
    assert [m.why for m in reach([person(channel)]).missed] == [why]


def test_a_linked_person_is_reached() -> None:
    assert len(reach([person("linked")]).reached) == 1


def test_who_stopped_messages_is_reached_by_urgent_ones_only() -> None:
    assert reach([person("muted")]).reached == ()
    assert len(reach([person("muted")], urgent=True).reached) == 1


def test_reasons_are_counted_most_first() -> None:
    who = reach([person("muted"), person("invited"), person("not_invited")])
    assert who.reasons == (("never_linked", 2), ("stopped", 1))
    assert who.total == 3


def test_an_unknown_channel_is_never_counted_as_reached() -> None:
    assert [m.why for m in reach([person("something new")]).missed] == ["never_linked"]
