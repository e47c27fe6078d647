"""Home says what is on today, what is waited for, and the one thing to do first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.cases.model import Facts
from bot.clock import instant
from bot.state.values import At, Day, Joined, Raw, Term
from tests.hand import Hand, linked
from tests.people import filmon, karim, laila, mehmet, samira


def home(hand: Hand) -> Hand:
    hand.starts()
    return hand


def test_samiras_day_begins_with_her_lesson() -> None:
    item = home(linked(samira)).shown.fill.values["item1"]
    assert isinstance(item, Term)
    assert (item.key, item.values["icon"], item.values["from"]) == (
        "line-today",
        "📚",
        At(datetime(1, 1, 1, 9).time()),
    )
    assert item.values["place"] == Joined((Raw("Kade 4"), Term("room", {"room": Raw("2.1")})), "list")


def test_filmons_working_day_names_the_place_and_no_organisation() -> None:
    item = home(linked(filmon)).shown.fill.values["item1"]
    assert isinstance(item, Term)
    assert item.values["icon"] == "🛠"
    assert "Groenbedrijf" not in str(item)
    assert "place-werkplek_groen" in str(item)


def test_open_tasks_are_counted_with_the_first_date() -> None:
    values = home(linked(samira)).shown.fill.values
    assert (values["n"], values["due"]) == (2, Day(date(2026, 12, 11)))


def test_a_free_day_names_the_next_lesson() -> None:
    fill = home(linked(mehmet)).shown.fill
    assert fill.text == "home-home--free"
    assert isinstance(fill.values["next"], Term)


def test_karim_waits_for_a_group_and_may_do_two_things_meanwhile() -> None:
    hand = home(linked(karim))
    values = hand.shown.fill.values
    assert (hand.screen, values["n"], values["who"]) == ("home.waiting", 2, Raw("Taalschool De Brug"))
    assert values["window"] == Term("window-before", {"date": Day(date(2027, 2, 1), year=True)})


def test_laila_before_her_plan_sees_the_day_of_the_talk() -> None:
    hand = home(linked(laila))
    assert hand.screen == "home.waiting"
    assert "status-intake_planned" in str(hand.shown.fill.values["what"])
    assert "2026, 12, 10" in str(hand.shown.fill.values["window"])
    assert {"tasks", "plan"}.isdisjoint(hand.buttons())


def test_on_the_day_of_the_talk_it_stands_on_home() -> None:
    hand = linked(laila)
    hand.now = instant(datetime(2026, 12, 10, 8))
    assert home(hand).screen == "home.home"


def test_before_the_first_read_nothing_is_shown_as_fact() -> None:
    hand = linked(samira)
    hand.facts = None
    hand.taps("lessons")
    assert (hand.screen, hand.shown.fill.text) == ("home.home", "home-home--noplan")


def test_the_age_of_the_data_is_said() -> None:
    hand = linked(samira)
    assert home(hand).shown.fill.values["asof"] == At(datetime(1, 1, 1, 8, 10).time())


def test_old_data_carry_their_day_and_that_newer_follow() -> None:
    hand = linked(samira)
    assert hand.facts is not None
    hand.facts = replace(hand.facts, newer_follows=True)
    hand.now += timedelta(hours=24)
    values = home(hand).shown.fill.values
    assert isinstance(values["asof"], Term)
    assert (values["asof"].key, values["newer"]) == ("as-of-day", Term("newer-follows"))


def test_a_part_that_cannot_be_read_is_said() -> None:
    hand = linked(samira)
    hand.case(unreadable=("plan",))
    assert home(hand).shown.fill.values["unreadable"] == Term("unreadable")


def first_thing(hand: Hand) -> str:
    hand.taps("now", "", screen="home.home")
    if "go" in hand.buttons():
        hand.taps("go")
    return hand.screen


def test_the_first_thing_is_a_change_of_today_that_was_not_answered() -> None:
    hand = linked(samira)
    hand.cancels("B1-2-2026-11-23-09:00")
    hand.looks()
    assert first_thing(hand) == "lessons.changes"


def test_then_the_first_task() -> None:
    assert first_thing(linked(samira)) == "tasks.task"


def test_with_nothing_to_do_one_is_up_to_date() -> None:
    hand = linked(samira)
    hand.case(tasks=())
    assert first_thing(hand) == "home.now"
    assert hand.shown.fill.text == "home-now--nothing"


def test_facts_of_nobody_are_a_plain_home() -> None:
    hand = linked(samira)
    assert hand.facts is not None
    hand.facts = Facts(replace(hand.facts.snapshot, plan=None, tasks=(), appointments=()))
    assert home(hand).screen == "home.home"
