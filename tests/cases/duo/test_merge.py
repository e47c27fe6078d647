"""Case and DUO side by side: the tenant says which counts per field, but for silence and results."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.cases.duo.events import Resource, Standing
from bot.cases.duo.merge import merge
from bot.cases.duo.record import DuoEvent, DuoFacts, DuoRecord, HoursKnown
from bot.cases.model import Part, PartKind, Party, Plan, Route, Snapshot, State, Term
from bot.tenant import DuoBron
from tests.clocks import NOW
from tests.people import filmon, mehmet, samira

CASE = samira().snapshot
DUO = DuoBron(termijn="duo", uren="duo", pip="duo", map="duo", pvt="duo", examens="duo")
TERM = Term(date(2026, 3, 17), date(2029, 9, 17))
HOURS = HoursKnown(PartKind.LANGUAGE, 240, date(2026, 11, 30))


def read(**facts: object) -> DuoRecord:
    return DuoRecord(DuoFacts(**facts))  # type: ignore[arg-type]


def part(snapshot: Snapshot, kind: PartKind, exam: str | None = None) -> Part:
    assert snapshot.plan is not None
    return next(one for one in snapshot.plan.parts if one.kind is kind and one.exam == exam)


def term(snapshot: Snapshot) -> Term | None:
    return snapshot.plan.term if snapshot.plan else None


def test_the_case_counts_unless_the_tenant_says_otherwise() -> None:
    found = merge(CASE, read(term=TERM, hours=(HOURS,), route=Route.Z), DuoBron())
    assert found.snapshot == CASE


def test_a_contradiction_is_named_without_its_values() -> None:
    found = merge(CASE, read(term=TERM, route=Route.Z), DuoBron())
    assert found.differs == ("leerroute", "termijn")


def test_what_only_one_of_both_knows_is_no_contradiction() -> None:
    assert merge(CASE, read(), DuoBron()).differs == ()
    assert CASE.plan is not None
    without = replace(CASE, plan=replace(CASE.plan, term=None))
    assert merge(without, read(term=TERM), DuoBron()).differs == ()


def test_duos_term_counts_where_the_tenant_says_so_and_its_last_day_is_the_day_before_its_end() -> None:
    found = term(merge(CASE, read(term=TERM), DUO).snapshot)
    assert found is not None
    assert found.last_day == date(2029, 9, 16)


def test_where_duo_knows_no_term_the_case_still_counts() -> None:
    assert term(merge(CASE, read(), DUO).snapshot) == term(CASE)


def test_a_term_of_duo_that_cannot_be_read_is_not_replaced_by_the_cases() -> None:
    found = merge(CASE, read(unreadable=(Resource.TERM,)), DUO).snapshot
    assert (term(found), found.unreadable) == (None, ("duo-termijn",))


def test_nobody_misses_what_cannot_be_read_and_does_not_count() -> None:
    assert merge(CASE, read(unreadable=(Resource.TERM,)), DuoBron()).snapshot == CASE


def test_hours_of_duo_come_with_their_day_and_say_who_reports_them() -> None:
    found = part(merge(CASE, read(hours=(HOURS,)), DUO).snapshot, PartKind.LANGUAGE)
    assert (found.hours_known, found.known_until, found.reported_by) == (240, date(2026, 11, 30), Party.DUO)


def test_hours_that_cannot_be_read_are_not_shown() -> None:
    found = part(merge(CASE, read(unreadable=(Resource.HOURS,)), DUO).snapshot, PartKind.LANGUAGE)
    assert found.hours_known is None


def test_counters_contradict_each_other_only_for_the_same_day() -> None:
    case = filmon().snapshot
    same = HoursKnown(PartKind.LANGUAGE, 300, date(2026, 10, 31))
    assert merge(case, read(hours=(same,)), DuoBron()).differs == ("uren taal",)
    assert merge(case, read(hours=(replace(same, known_until=date(2026, 11, 1)),)), DuoBron()).differs == ()


def test_the_signature_of_the_pvt_and_the_end_of_the_map_are_taken_over() -> None:
    found = merge(CASE, read(pvt_on=date(2026, 11, 2), map_on=date(2026, 11, 3)), DUO).snapshot
    assert [(part(found, kind).status, part(found, kind).on) for kind in (PartKind.PVT, PartKind.MAP)] == [
        ("ondertekend", date(2026, 11, 2)),
        ("afgerond", date(2026, 11, 3)),
    ]


def test_an_exam_that_was_waited_for_has_a_result_and_nobody_reads_which() -> None:
    exams = (("LU", date(2027, 1, 21)), ("SC", date(2026, 5, 1)))
    found = merge(mehmet().snapshot, read(exams=exams), DUO).snapshot
    assert part(found, PartKind.EXAM, "LU").status == "bekend"
    assert part(found, PartKind.EXAM, "SC").status == "niet_aangemeld", "it will be tried again"


def test_an_older_result_leaves_the_exam_that_comes_alone() -> None:
    found = merge(mehmet().snapshot, read(exams=(("LU", date(2026, 5, 1)),)), DUO).snapshot
    assert part(found, PartKind.EXAM, "LU").status == "aangemeld"


def test_without_a_plan_of_the_case_that_of_duo_is_shown_where_the_tenant_says_so() -> None:
    bare = replace(CASE, plan=None)
    record = read(dated_on=date(2026, 3, 16), route=Route.B1, level="B1", term=TERM)
    assert merge(bare, record, DUO).snapshot.plan == Plan(1, date(2026, 3, 16), Route.B1, "B1", term=TERM)
    assert merge(bare, record, DuoBron()).snapshot.plan is None
    assert merge(replace(bare, unreadable=("plan",)), record, DUO).snapshot.plan is None


@pytest.mark.parametrize(
    ("said", "state"),
    [
        (Standing.OBLIGED, State.IN_ROUTE),
        (Standing.PAUSED, State.PAUSED),
        (Standing.FINISHED, State.COMPLETED),
        (Standing.STOPPED, State.CLOSED),
    ],
)
def test_the_more_silent_state_counts_whatever_the_tenant_says(said: Standing, state: State) -> None:
    found = merge(CASE, read(standing=said), DuoBron())
    assert found.snapshot.state is state
    assert found.differs == (() if state is CASE.state else ("status",))


def test_duo_never_makes_a_closed_case_speak_again() -> None:
    closed = replace(CASE, state=State.CLOSED)
    assert merge(closed, read(standing=Standing.PAUSED), DUO).snapshot.state is State.CLOSED


def test_news_come_along() -> None:
    record = DuoRecord(events=(DuoEvent("SS199", NOW, NOW + timedelta(hours=1)),))
    assert [one.kind for one in merge(CASE, record, DuoBron()).snapshot.news] == ["result"]


def test_a_stop_by_event_is_no_contradiction_as_it_was_told_already() -> None:
    record = DuoRecord(events=(DuoEvent("SS110", NOW, NOW),))
    found = merge(CASE, record, DuoBron())
    assert (found.snapshot.state, found.differs) == (State.CLOSED, ())
