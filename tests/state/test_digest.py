"""Much at once, or much too late, is one digest beside one urgent change; each item is told as ever."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.clock import instant
from bot.state.digest import ahead, covers
from bot.state.turn import Mark, Notice, Notify, Priority, Withdraw
from tests.hand import Hand, linked
from tests.people import samira, task

WEDNESDAY = "B1-2-2026-11-25-09:00"
THURSDAY = "B1-2-2026-11-26-09:00"
LATER = ("B1-2-2026-11-30-09:00", "B1-2-2026-12-02-09:00", "B1-2-2026-12-03-09:00", "B1-2-2026-12-07-09:00")
MORNING = instant(datetime(2026, 11, 24, 7, 30))


def cancelled(hand: Hand, *lessons: str) -> Hand:
    for lesson in lessons:
        hand.cancels(lesson)
    hand.looks()
    return hand


def digest(hand: Hand) -> Notice:
    (found,) = [one for one in hand.notices if one.screen == "push.digest"]
    return found


def keys(hand: Hand) -> list[str]:
    return [key for key, _ in covers(hand.session)]


def late(hand: Hand, *items: str) -> Hand:
    """These waited in the outbox too long."""
    hand.pending |= set(items)
    hand.looks("catchup", value=" ".join(f"{item}@2" for item in items))
    return hand


def told(hand: Hand, *lessons: str) -> list[str]:
    """Tell one change after the other, each in a look of its own; none of them has left."""
    for lesson in lessons:
        hand.cancels(lesson)
        hand.looks()
    return [f"lesson:{lesson}" for lesson in lessons]


def test_three_changes_at_once_are_three_messages() -> None:
    hand = cancelled(linked(samira), *LATER[:3])
    assert [one.screen for one in hand.notices] == ["push.lesson.cancelled"] * 3


def test_four_changes_at_once_are_one_digest() -> None:
    hand = cancelled(linked(samira), *LATER)
    (said,) = hand.notices
    assert (said.screen, said.item, said.priority) == ("push.digest", "digest", Priority.REMINDER)
    assert said.covers == tuple((f"lesson:{lesson}", 2) for lesson in LATER)


def test_the_most_urgent_one_stays_a_message_of_its_own() -> None:
    hand = linked(samira)
    hand.now = instant(datetime(2026, 11, 25, 6, 40))
    cancelled(hand, WEDNESDAY, THURSDAY, *LATER)
    alone = [one for one in hand.notices if one.screen != "push.digest"]
    assert [one.item for one in alone] == [f"lesson:{WEDNESDAY}"]
    assert len(digest(hand).covers) == 5


def test_forty_changes_after_an_outage_are_two_messages_at_most() -> None:
    hand = linked(samira)
    hand.now = instant(datetime(2026, 11, 25, 6, 40))
    assert hand.facts is not None
    everything = [one.id for one in hand.facts.lessons if one.starts > hand.scene.wall][:40]
    cancelled(hand, *everything)
    hand.looks("reminder")
    assert len(hand.pending) <= 2


def test_a_digest_at_night_waits_for_the_morning() -> None:
    hand = linked(samira)
    hand.now = instant(datetime(2026, 11, 23, 23, 0))
    cancelled(hand, *LATER)
    assert digest(hand).not_before == MORNING


def test_every_item_of_a_digest_counts_as_told() -> None:
    hand = cancelled(linked(samira), *LATER)
    hand.pending.clear()
    assert hand.looks().effects == ()
    hand.cancels(THURSDAY)
    hand.looks()
    assert [one.item for one in hand.notices] == [f"lesson:{THURSDAY}"]


def test_more_while_a_digest_waits_joins_it() -> None:
    hand = cancelled(linked(samira), *LATER)
    cancelled(hand, THURSDAY)
    assert hand.pending == {"digest"}
    assert keys(hand) == [f"lesson:{lesson}" for lesson in (*LATER, THURSDAY)]
    assert digest(hand).version == 2


def test_moved_and_back_while_a_digest_waits_is_silence_about_it() -> None:
    hand = cancelled(linked(samira), *LATER)
    was = linked(samira).facts
    assert was is not None
    hand.facts = was
    hand.looks()
    assert hand.effects(Withdraw) == [Withdraw("digest", folded=True)]
    assert {effect.state for effect in hand.effects(Mark)} == {"superseded"}
    assert hand.pending == set()
    assert hand.looks().effects == ()


def test_one_item_less_is_a_digest_of_the_others() -> None:
    hand = cancelled(linked(samira), *LATER)
    was = linked(samira).facts
    assert was is not None
    back = next(one for one in was.lessons if one.id == LATER[0])
    hand.changes(back.id, status=back.status)
    hand.looks()
    assert keys(hand) == [f"lesson:{lesson}" for lesson in LATER[1:]]
    assert hand.effects(Mark) == [Mark(f"lesson:{LATER[0]}", 2, "superseded")]


def test_a_reminder_that_waits_joins_the_digest() -> None:
    hand = linked(samira)
    hand.now = instant(datetime(2026, 11, 25, 7, 30))
    hand.session = replace(hand.session, remind="morning")
    hand.looks("reminder")
    assert hand.pending == {f"reminder:{WEDNESDAY}"}
    cancelled(hand, *LATER)
    assert hand.pending == {"digest"}
    assert (f"reminder:{WEDNESDAY}", 1) in digest(hand).covers
    assert Withdraw(f"reminder:{WEDNESDAY}", folded=True) in hand.turn.effects


def test_a_reminder_that_comes_while_a_digest_waits_joins_it() -> None:
    hand = cancelled(linked(samira), *LATER)
    hand.now = instant(datetime(2026, 11, 24, 19, 0))
    hand.looks("reminder")
    assert hand.pending == {"digest"}
    assert f"reminder:{WEDNESDAY}" in keys(hand)


def test_what_waited_too_long_is_folded() -> None:
    hand = linked(samira)
    items = told(hand, *LATER)
    hand.now += timedelta(hours=6)
    late(hand, *items)
    assert hand.pending == {"digest"}
    assert {effect.item for effect in hand.effects(Withdraw) if effect.folded} == set(items)
    assert [key for key, _ in ahead(hand.scene)] == items


def test_of_what_waited_too_long_the_most_urgent_leaves_by_itself() -> None:
    hand = linked(samira)
    items = told(hand, THURSDAY, *LATER)
    hand.now = instant(datetime(2026, 11, 25, 17, 0))
    late(hand, *items)
    assert [one.item for one in hand.notices if one.screen != "push.digest"] == [f"lesson:{THURSDAY}"]
    assert hand.pending == {"digest", f"lesson:{THURSDAY}"}


def test_three_that_waited_too_long_leave_as_they_are() -> None:
    hand = linked(samira)
    items = told(hand, *LATER[:3])
    assert late(hand, *items).turn.effects == ()


def test_a_late_reminder_of_a_lesson_that_has_begun_never_leaves() -> None:
    hand = linked(samira)
    items = told(hand, *LATER)
    hand.now = instant(datetime(2026, 11, 25, 9, 1))
    late(hand, *items, f"reminder:{WEDNESDAY}")
    assert Withdraw(f"reminder:{WEDNESDAY}") in hand.turn.effects
    assert f"reminder:{WEDNESDAY}" not in keys(hand)


@pytest.mark.parametrize("why", ["letters", "muted"])
def test_who_wants_silence_gets_no_digest(why: str) -> None:
    hand = linked(samira)
    items = told(hand, *LATER)
    hand.session = replace(hand.session, letters=why == "letters")
    hand.link_state = "muted" if why == "muted" else hand.link_state
    assert late(hand, *items).turn.effects == ()


def test_a_digest_opens_what_changed_and_each_line_its_own_screen() -> None:
    hand = linked(samira)
    assert hand.facts is not None
    hand.case(tasks=(*hand.facts.snapshot.tasks, task("digid", "DigiD", None)))
    cancelled(hand, *LATER[:3])
    said = digest(hand)
    hand.pending.clear()
    hand.taps("open", said.arg, screen="push.digest")
    assert hand.screen == "news.digest"
    assert len(hand.buttons()["item"]) == 3
    assert hand.shown.fill.values["more"] == 1
    assert [mark.item for mark in hand.effects(Mark)] == [f"lesson:{lesson}" for lesson in LATER[:3]]
    hand.taps("item", hand.buttons()["item"][0])
    assert hand.screen == "lessons.cancelled"
    assert "ack" in hand.buttons()


def test_at_signal_level_the_digest_is_opened_like_any_signal() -> None:
    hand = cancelled(linked(samira, level="L0"), *LATER)
    hand.taps("open", digest(hand).arg, screen="push.signal")
    assert hand.screen == "news.digest"


def test_a_digest_of_which_everything_is_over_leads_home() -> None:
    hand = cancelled(linked(samira), *LATER)
    hand.now += timedelta(days=30)
    hand.taps("open", digest(hand).arg if hand.notices else "digest.1", screen="push.digest")
    assert hand.screen == "home.home"


def test_a_closed_case_takes_the_digest_back() -> None:
    hand = cancelled(linked(samira), *LATER)
    hand.case(state="closed")
    hand.looks()
    assert Withdraw("digest") in hand.turn.effects
    assert hand.effects(Notify) == []


def test_a_caseworkers_reminder_of_a_day_that_is_over_is_not_sent() -> None:
    hand = linked(samira)
    fields = {"date": "2026-11-24", "time": "10:00"}
    hand.looks("campaign", campaign="c1", template="be-there", fields=fields)
    (said,) = hand.notices
    assert said.not_after == instant(datetime(2026, 11, 24, 10))


def test_after_an_apology_home_says_so_and_the_next_reminder_is_planned() -> None:
    hand = linked(samira)
    hand.session = replace(hand.session, screen="tasks.list")
    turn = hand.looks("sorry", value="77")
    assert (hand.screen, hand.first, turn.message) == ("home.home", "first-sorry", 77)
    assert [type(effect).__name__ for effect in turn.effects] == ["WakeAt"]
