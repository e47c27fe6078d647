"""Events may come in any order, late or twice: what they come to is always the same."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import permutations

import pytest

from bot.cases.duo.events import Resource, Standing
from bot.cases.duo.outlook import announced, followed, news, standing, to_read
from bot.cases.duo.record import DuoEvent, DuoFacts, DuoRecord
from bot.cases.model import NewsKind
from tests.clocks import NOW

DAY = timedelta(days=1)


def event(code: str, days: int = 0, arrived: datetime | None = None) -> DuoEvent:
    registered = NOW + days * DAY
    return DuoEvent(code, registered, arrived or registered)


def record(*events: DuoEvent, **facts: object) -> DuoRecord:
    return DuoRecord(DuoFacts(**facts), events)  # type: ignore[arg-type]


def test_without_events_somebody_is_obliged() -> None:
    assert announced(()) is Standing.OBLIGED


def test_the_event_registered_last_counts_in_whatever_order_they_arrive() -> None:
    events = (event("SS109"), event("SS130", 1), event("SS110", 2))
    assert {announced(order) for order in permutations(events)} == {Standing.STOPPED}


def test_a_new_obligation_after_a_withdrawal_lifts_it() -> None:
    assert announced((event("SS139", 1), event("SS110"))) is Standing.OBLIGED
    assert announced((event("SS139"), event("SS110", 1))) is Standing.STOPPED


def test_of_two_registered_at_the_same_moment_the_more_silent_one_counts() -> None:
    assert announced((event("SS111"), event("SS101"))) is Standing.STOPPED


@pytest.mark.parametrize("read", list(Standing))
def test_between_events_and_what_was_read_the_more_silent_counts(read: Standing) -> None:
    wanted = read if read in {Standing.FINISHED, Standing.STOPPED} else Standing.PAUSED
    assert standing(record(event("SS109"), standing=read)) is wanted


def test_the_newest_news_of_each_kind_counts() -> None:
    found = news(record(event("SS103", 2), event("SS113", 5), event("SS199", 1)))
    assert [(one.kind, one.on) for one in found] == [
        (NewsKind.TERM, (NOW + 5 * DAY).date()),
        (NewsKind.RESULT, (NOW + DAY).date()),
    ]


def test_a_later_event_has_a_higher_version() -> None:
    (first,), (second,) = news(record(event("SS199"))), news(record(event("SS199", 1)))
    assert second.version > first.version


def test_an_event_that_arrives_a_month_late_is_no_news() -> None:
    assert news(record(event("SS199", -31, arrived=NOW))) == ()
    assert news(record(event("SS199", -29, arrived=NOW))) != ()


def test_that_the_plan_rests_is_news_only_while_it_rests() -> None:
    rests = event("SS109")
    assert [one.kind for one in news(record(rests))] == [NewsKind.PAUSE]
    assert news(record(rests, event("SS130", 1))) == ()


def test_after_a_withdrawal_nothing_is_complete_any_more() -> None:
    assert news(record(event("SS106"), event("SS110", 1))) == ()


def test_only_what_new_events_are_about_is_read() -> None:
    both = record(event("SS199"), event("SS103"))
    assert to_read(both, Resource) == (Resource.TERM, Resource.EXAMS)
    later = record(*both.events, event("SS199", 1), followed=followed(both))
    assert to_read(later, Resource) == (Resource.EXAMS,)


def test_what_the_municipality_does_not_want_is_not_read() -> None:
    assert to_read(record(event("SS199")), (Resource.TERM,)) == ()
