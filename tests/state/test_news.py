"""News that are only announced: one neutral push, whatever it is about; silence while a plan rests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from bot.cases.model import News, NewsKind, State
from bot.clock import instant
from bot.state.turn import Withdraw
from tests.clocks import NOW
from tests.hand import Hand, linked
from tests.people import samira

RESULT = News(NewsKind.RESULT, 7, NOW.date())
TERM = News(NewsKind.TERM, 7, NOW.date())
PAUSE = News(NewsKind.PAUSE, 7, NOW.date())
COMPLETED = News(NewsKind.COMPLETED, 7, NOW.date())
WEDNESDAY = "B1-2-2026-11-25-09:00"


def announced(*news: News, **case: object) -> Hand:
    hand = linked(samira)
    hand.case(news=news, **case)
    hand.looks()
    return hand


def pushes(hand: Hand) -> list[tuple[str, str]]:
    return [(one.screen, one.item) for one in hand.notices]


@pytest.mark.parametrize(
    ("news", "state"),
    [
        (RESULT, State.IN_ROUTE),
        (TERM, State.IN_ROUTE),
        (PAUSE, State.PAUSED),
        (COMPLETED, State.COMPLETED),
    ],
    ids=lambda value: str(getattr(value, "kind", "")),
)
def test_every_news_is_the_same_push_and_opens_its_own_screen(news: News, state: State) -> None:
    hand = announced(news, state=state)
    (notice,) = hand.notices
    assert (notice.screen, notice.item, notice.protected) == ("push.news", str(news.kind), True)
    assert notice.values == {}
    hand.taps("open", notice.arg, screen="push.news")
    assert hand.screen == f"news.{news.kind}"


def test_it_is_told_once() -> None:
    hand = announced(RESULT)
    hand.pending.clear()
    assert hand.looks().effects == ()


def test_the_next_result_is_news_again() -> None:
    hand = announced(RESULT)
    hand.pending.clear()
    hand.case(news=(replace(RESULT, version=8),))
    hand.looks()
    assert pushes(hand) == [("push.news", "result")]


def test_a_new_link_hears_no_old_news() -> None:
    hand = linked(samira, told={})
    hand.case(news=(RESULT, TERM))
    assert hand.looks().effects == ()


def test_a_refused_extension_is_told_though_the_last_day_stays() -> None:
    assert pushes(announced(TERM)) == [("push.news", "term")]


def test_an_extension_and_the_new_last_day_are_one_push() -> None:
    hand = linked(samira)
    assert hand.facts is not None
    plan = hand.facts.snapshot.plan
    assert plan is not None
    assert plan.term is not None
    longer = replace(plan, term=replace(plan.term, end_exclusive=date(2029, 9, 17)))
    hand.case(plan=longer, news=(TERM,))
    hand.looks()
    assert pushes(hand) == [("push.news", "term")]


def test_news_wait_for_the_end_of_quiet_hours() -> None:
    hand = linked(samira)
    hand.now = instant(datetime(2026, 11, 23, 22, 0))
    hand.case(news=(RESULT,))
    hand.looks()
    (notice,) = hand.notices
    assert notice.not_before == instant(datetime(2026, 11, 24, 7, 30))


def test_while_the_plan_rests_no_change_and_no_reminder_leaves() -> None:
    hand = announced(PAUSE, state=State.PAUSED)
    hand.cancels(WEDNESDAY)
    hand.looks()
    assert hand.notices == []
    hand.now = instant(datetime(2026, 11, 23, 19, 0))
    hand.looks("reminder")
    assert hand.notices == []


def test_what_waits_when_the_plan_comes_to_rest_is_taken_back() -> None:
    hand = linked(samira)
    hand.cancels(WEDNESDAY)
    hand.looks()
    hand.case(state=State.PAUSED, news=(PAUSE,))
    hand.looks()
    assert hand.effects(Withdraw) == [Withdraw(f"lesson:{WEDNESDAY}")]
    assert pushes(hand) == [("push.news", "pause")]


def test_a_pause_of_the_case_itself_is_announced_too_and_only_once() -> None:
    hand = announced(state=State.PAUSED)
    assert pushes(hand) == [("push.news", "pause")]
    hand.pending.clear()
    hand.case(news=(PAUSE,))
    assert hand.looks().effects == ()


def test_when_the_plan_goes_on_nobody_is_told_what_changed_meanwhile() -> None:
    hand = announced(PAUSE, state=State.PAUSED)
    hand.pending.clear()
    hand.cancels(WEDNESDAY)
    hand.looks()
    hand.case(state=State.IN_ROUTE, news=())
    assert hand.looks().effects == ()
    hand.cancels("B1-2-2026-12-02-09:00")
    hand.looks()
    assert [one.screen for one in hand.notices] == ["push.lesson.cancelled"]


def test_a_second_rest_is_news_again() -> None:
    hand = announced(PAUSE, state=State.PAUSED)
    hand.pending.clear()
    hand.case(state=State.IN_ROUTE, news=())
    hand.looks()
    hand.case(state=State.PAUSED, news=(replace(PAUSE, version=9),))
    hand.looks()
    assert pushes(hand) == [("push.news", "pause")]


def test_a_rest_that_was_over_before_it_was_told_is_not_told() -> None:
    hand = announced(PAUSE, state=State.PAUSED)
    hand.case(state=State.IN_ROUTE, news=())
    hand.looks()
    assert (hand.notices, hand.effects(Withdraw)) == ([], [Withdraw("pause")])


@pytest.mark.parametrize("state", [State.CLOSED, State.COMPLETED])
def test_of_a_case_that_is_over_no_other_news_leave(state: State) -> None:
    assert pushes(announced(RESULT, TERM, state=state)) == []


@pytest.mark.parametrize("why", ["letters", "muted"])
def test_silence_that_was_asked_for_holds_for_news_too(why: str) -> None:
    for state in (State.IN_ROUTE, State.PAUSED):
        hand = linked(samira, letters=why == "letters")
        hand.link_state = "muted" if why == "muted" else hand.link_state
        hand.case(news=(RESULT, PAUSE), state=state)
        hand.looks()
        assert hand.notices == []


def test_a_completed_plan_says_when_the_chat_closes() -> None:
    hand = announced(COMPLETED, state=State.COMPLETED)
    (notice,) = hand.notices
    hand.taps("open", notice.arg, screen="push.news")
    closes = NOW.date() + timedelta(days=hand.tenant.bewaren.na_afsluiten)
    assert getattr(hand.shown.fill.values["date"], "on", None) == closes


def test_a_screen_about_a_rest_that_is_over_leads_home() -> None:
    hand = announced(PAUSE, state=State.PAUSED)
    (notice,) = hand.notices
    hand.case(state=State.IN_ROUTE, news=())
    hand.taps("open", notice.arg, screen="push.news")
    assert hand.screen == "home.home"
