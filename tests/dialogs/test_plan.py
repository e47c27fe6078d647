"""The plan: where each part stands, hours only with the day until which they are known, never a result."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.cases.model import PartKind
from bot.state.values import Day, Joined, Raw, Term
from bot.tenant import Regel
from tests.hand import Hand, linked
from tests.people import filmon, mehmet, samira


def at(hand: Hand, screen: str, arg: str = "") -> Hand:
    hand.taps("x", arg, screen=screen)
    return hand


def names(value: object) -> list[str]:
    assert isinstance(value, Joined)
    return [item.key for item in value.items if isinstance(item, Term)]


def test_filmons_overview_is_done_now_and_later() -> None:
    values = at(linked(filmon), "plan.overview").shown.fill.values
    assert names(values["done"]) == ["part-pvt"]
    assert names(values["now"]) == ["part-taal", "part-participatie"]
    assert names(values["later"]) == ["part-eindgesprek"]
    assert values["last_day"] == Day(date(2028, 9, 8), weekday=True, year=True)


def test_more_than_three_names_are_counted() -> None:
    values = at(linked(samira), "plan.overview").shown.fill.values
    assert names(values["now"]) == ["part-taal", "part-knm", "part-pvt", "and-more"]


def test_hours_carry_their_day_and_who_reports_them() -> None:
    values = at(linked(filmon), "plan.part", "taal").shown.fill.values
    assert (values["hours"], values["target"], values["known_until"]) == (322, 800, Day(date(2026, 10, 31)))
    assert values["reporter"] == Term("party-aanbieder")


def test_hours_without_a_day_are_not_shown() -> None:
    hand = linked(filmon)
    assert hand.facts is not None
    plan = hand.facts.snapshot.plan
    assert plan is not None
    hand.case(plan=replace(plan, parts=tuple(replace(p, known_until=None) for p in plan.parts)))
    values = at(hand, "plan.part", "taal").shown.fill.values
    assert (values["hours"], values["unknown"], values["reporter"]) == (None, Term("hours-unknown"), None)


def test_parts_without_hours_say_nothing_about_hours() -> None:
    values = at(linked(filmon), "plan.part", "pvt").shown.fill.values
    assert (values["hours"], values["unknown"]) == (None, None)


def test_only_parts_of_the_plan_are_buttons() -> None:
    assert set(at(linked(filmon), "plan.parts").buttons()) == {"language", "participation", "pvt", "map"}


def test_a_part_that_does_not_apply_is_not_shown() -> None:
    hand = linked(filmon)
    assert hand.facts is not None
    plan = hand.facts.snapshot.plan
    assert plan is not None
    hand.case(
        plan=replace(
            plan, parts=tuple(replace(p, status="nvt") for p in plan.parts if p.kind is PartKind.MAP)
        )
    )
    assert at(hand, "plan.parts").shown.fill.text == "plan-parts--none"


def test_mehmets_exams_show_days_and_stands_never_results() -> None:
    value = at(linked(mehmet), "plan.exams").shown.fill.values["exam_lines"]
    assert isinstance(value, Joined)
    states = [item.values["state"] for item in value.items if isinstance(item, Term)]
    done, registered = Term("stand-examen-klaar"), Day(date(2027, 1, 21), weekday=True, year=True)
    unknown = Term("stand-examen-niet_aangemeld")
    assert states == [done, registered, done, unknown, unknown]


def test_a_known_result_that_was_not_told_shows_where_to_look() -> None:
    hand = linked(mehmet)
    assert hand.facts is not None
    plan = hand.facts.snapshot.plan
    assert plan is not None
    hand.case(plan=replace(plan, parts=tuple(replace(p, phase=None) for p in plan.parts)))
    value = at(hand, "plan.exams").shown.fill.values["exam_lines"]
    assert "stand-examen-bekend" in str(value)
    assert "stand-examen-klaar" not in str(value)


def test_mehmets_level_is_said_per_skill() -> None:
    value = at(linked(mehmet), "plan.part", "taal").shown.fill.values["level"]
    assert names(value) == ["level-line"] * 4


def test_dates_come_three_at_a_time_and_name_a_clash() -> None:
    hand = at(linked(samira), "plan.dates")
    assert [hand.shown.fill.values[f"date{n}"] is not None for n in (1, 2, 3)] == [True, True, True]
    hand.taps("later", hand.buttons()["later"][0])
    first = hand.shown.fill.values["what1"]
    assert isinstance(first, Term)
    assert first.key == "same-time"


def test_a_computed_date_is_advice_with_its_source() -> None:
    hand = linked(mehmet)
    rule = Regel(sleutel="taak.examen_aanmelden", maanden_voor_einde=6, bron="beleidsregel 4")
    hand.tenant = hand.tenant.model_copy(update={"regels": (rule,)})
    values = at(hand, "plan.dates").shown.fill.values
    advice = next(
        v
        for name, v in values.items()
        if name.startswith("what") and isinstance(v, Term) and v.key == "advice"
    )
    assert (advice.values["municipality"], advice.values["source"]) == (
        Raw("Waterveen"),
        Raw("beleidsregel 4"),
    )
    assert Day(date(2027, 5, 5), year=True) in values.values()


def test_without_a_plan_every_screen_of_it_says_so() -> None:
    hand = linked(samira)
    hand.case(plan=None)
    for screen in ("plan.parts", "plan.who", "plan.about", "plan.exams"):
        at(hand, screen)
        assert (hand.screen, hand.shown.fill.text) == ("plan.overview", "plan-overview--none")


def test_who_acts_names_each_party_and_nothing_for_the_rest() -> None:
    values = at(linked(samira), "plan.who").shown.fill.values
    assert isinstance(values["you"], Term)
    assert (values["you"].key, values["duo"]) == ("be-at", None)
    assert values["school"] == Term("lesson-on", {"date": Day(date(2026, 11, 23))})


def test_an_explanation_leads_to_the_one_who_helps() -> None:
    hand = at(linked(filmon), "plan.explain", "taal")
    hand.taps("person")
    assert (hand.screen, hand.shown.fill.values["name"]) == ("people.person", Raw("Taalschool De Brug"))
