"""Linking: codes, years, tries, used and expired letters, frozen links."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.state.session import Session
from bot.state.turn import Alarm, Erase, MarkLinked, Menu, Notify, Redeem, TellLink
from bot.tenant import Codes
from tests.clocks import NOW
from tests.hand import Hand, linked
from tests.people import laila, samira
from tests.shape.moments import LETTER

OFFICE = replace(LETTER, way="office", needs_year=False)
SECRET = "s" * 22


def visitor(**session: str) -> Hand:
    return Hand(session=Session(**{"screen": "linking.code", "language": "en", "reading": "read", **session}))  # type: ignore[arg-type]


def asked() -> Hand:
    hand = visitor(stage="asked", invitation="inv-1", screen="linking.year")
    hand.invitation = replace(LETTER, year_fits=False)
    return hand


def at_who(**invitation: object) -> Hand:
    hand = visitor(stage="who", invitation="inv-1", screen="linking.who")
    hand.invitation = replace(LETTER, **invitation)  # type: ignore[arg-type]
    return hand


def test_a_stranger_chooses_a_language_first() -> None:
    hand = Hand()
    hand.starts()
    assert (hand.screen, hand.effects(Erase)) == ("start.language", [Erase((5,))])


def test_language_then_reading_then_code() -> None:
    hand = Hand()
    hand.starts()
    hand.taps("ar")
    assert (hand.screen, hand.effects(Menu)) == ("reading.choice", [Menu("ar")])
    hand.taps("read")
    assert (hand.screen, hand.session.language, hand.session.reading) == ("linking.code", "ar", "read")


def test_the_language_of_the_app_moves_to_the_front() -> None:
    hand = Hand()
    hand.starts(language_code="en")
    assert hand.shown.fill.front == "en"
    assert list(hand.buttons()) != []
    assert "nl" not in hand.buttons()


def test_dari_shows_persian_and_says_so_once() -> None:
    hand = Hand()
    hand.starts()
    hand.taps("fa-AF")
    assert hand.first == "first-neighbour"
    hand.taps("fa-AF", screen="start.language")
    assert hand.first == ""


def test_a_scanned_code_opens_hello_in_the_invitations_language() -> None:
    hand = Hand(invitation=LETTER)
    hand.starts(SECRET)
    assert (hand.screen, hand.session.language, hand.session.stage) == ("start.hello", "ar", "who")
    assert hand.effects(Erase) == [Erase((5,))]
    hand.taps("yes")
    hand.taps("read")
    assert hand.screen == "linking.who"


def test_a_wrong_code_can_be_tried_four_more_times() -> None:
    hand = visitor()
    hand.types("ABCDEFGHJK")
    first = hand.shown.place.first
    assert first is not None
    assert (first.key, first.values["n"], hand.effects(Erase)) == ("first-code-wrong", 4, [Erase((7,))])


def test_after_five_wrong_codes_even_the_right_one_waits() -> None:
    hand = visitor()
    for _ in range(5):
        hand.types("ABCDEFGHJK")
    assert hand.first == "first-code-wait"
    hand.invitation = LETTER
    hand.types("RIGHTRIGHT")
    assert (hand.screen, hand.first, hand.session.stage) == ("linking.code", "first-code-wait", "new")


def test_an_hour_later_it_can_be_tried_again() -> None:
    hand = visitor()
    for _ in range(5):
        hand.types("ABCDEFGHJK")
    hand.now += timedelta(hours=1)
    hand.invitation = LETTER
    hand.types("RIGHTRIGHT")
    assert hand.screen == "linking.year"


def test_a_right_code_asks_the_year_and_both_messages_vanish() -> None:
    hand = visitor()
    hand.invitation = LETTER
    hand.types("RIGHTRIGHT")
    assert (hand.screen, hand.effects(Erase)) == ("linking.year", [Erase((7,))])
    hand.invitation = replace(LETTER, year_fits=True)
    hand.types("1989")
    assert (hand.screen, hand.effects(Erase), hand.session.tries) == ("linking.who", [Erase((7,))], ())


def test_a_right_code_is_taken_on_any_screen_before_linking() -> None:
    hand = visitor(screen="help.public")
    hand.invitation = LETTER
    hand.types("RIGHTRIGHT")
    assert hand.screen == "linking.year"


def test_a_typed_code_in_a_start_link_still_asks_the_year() -> None:
    hand = Hand(invitation=LETTER)
    hand.starts("RIGHTRIGHT")
    assert (hand.screen, hand.session.stage) == ("linking.year", "asked")


def test_a_typed_code_without_year_is_not_taken() -> None:
    hand = visitor()
    hand.invitation = replace(LETTER, needs_year=False)
    hand.types("RIGHTRIGHT")
    assert hand.first == "first-code-wrong"


def test_a_wrong_year_says_the_same_as_a_wrong_code_and_counts() -> None:
    hand = asked()
    hand.types("1900")
    assert (hand.screen, hand.first, len(hand.session.tries)) == ("linking.year", "first-code-wrong", 1)


def test_an_ended_code_is_like_an_unknown_one() -> None:
    hand = visitor()
    hand.invitation = replace(LETTER, ended=True)
    hand.types("RIGHTRIGHT")
    assert hand.first == "first-code-wrong"


def test_an_expired_code_says_so_only_after_code_and_year() -> None:
    old = replace(LETTER, expires=NOW)
    hand = visitor()
    hand.invitation = old
    hand.types("RIGHTRIGHT")
    assert (hand.screen, hand.first) == ("linking.year", "")
    hand.invitation = replace(old, year_fits=True)
    hand.types("1989")
    assert (hand.screen, hand.first, hand.session.stage) == ("linking.code", "first-code-expired", "new")


def test_an_expired_qr_says_so_at_once() -> None:
    hand = visitor()
    hand.invitation = replace(OFFICE, expires=NOW)
    hand.starts(SECRET)
    assert (hand.screen, hand.first) == ("linking.code", "first-code-expired")


@pytest.mark.parametrize("way", ["typed", "scanned"])
def test_a_used_code_alarms_and_freezes_the_linked_phone(way: str) -> None:
    hand = visitor()
    hand.invitation = replace(LETTER, used_by="link-9")
    _ = hand.types("RIGHTRIGHT") if way == "typed" else hand.starts(SECRET)
    assert (hand.screen, hand.first) == ("linking.code", "first-code-used")
    assert hand.effects(Alarm) == [Alarm("code_used_twice", invitation="inv-1")]
    assert hand.effects(TellLink) == [TellLink("link-9", "frozen")]


def test_ones_own_used_code_shows_home_without_alarm() -> None:
    hand = linked(samira, screen="tasks.list")
    hand.invitation = replace(LETTER, used_by="link-1")
    hand.starts(SECRET)
    assert (hand.screen, hand.first, hand.effects(Alarm)) == ("home.home", "", [])


def test_a_second_person_on_the_phone_gets_their_own_way() -> None:
    hand = linked(samira)
    hand.invitation = replace(LETTER, person="person-2")
    hand.starts(SECRET)
    assert (hand.screen, hand.effects(Alarm)) == (
        "linking.second",
        [Alarm("second_person", invitation="inv-1")],
    )
    hand.taps("callback")
    assert (hand.screen, hand.first) == ("linking.second", "first-callback-noted")


def test_yes_with_a_letter_waits_for_the_caseworker() -> None:
    hand = at_who()
    hand.taps("yes")
    assert (hand.screen, hand.effects(Redeem)) == ("linking.waiting", [Redeem("inv-1", waiting=True)])
    assert hand.effects(Alarm) == [Alarm("link_to_confirm", invitation="inv-1")]
    assert hand.effects(MarkLinked) == []


def test_yes_with_an_office_qr_goes_on_at_once() -> None:
    hand = at_who(way="office")
    hand.taps("yes")
    assert (hand.screen, hand.effects(Redeem)) == ("consent.what", [Redeem("inv-1", waiting=False)])
    assert hand.effects(MarkLinked) == [MarkLinked()]


def test_a_municipality_may_do_without_confirmation() -> None:
    hand = at_who()
    hand.tenant = hand.tenant.model_copy(update={"codes": Codes(bevestigen=False)})
    hand.taps("yes")
    assert hand.screen == "consent.what"


def test_a_code_that_another_chat_used_meanwhile_is_used() -> None:
    hand = at_who(used_by="link-9")
    hand.taps("yes")
    assert (hand.screen, hand.first, hand.effects(Redeem)) == ("linking.code", "first-code-used", [])


def test_not_me_ends_the_code() -> None:
    hand = at_who()
    hand.taps("no")
    assert (hand.screen, hand.session.stage, hand.effects(Alarm)) == (
        "linking.notme",
        "new",
        [Alarm("not_me", invitation="inv-1")],
    )


def test_confirmed_the_phone_is_told_and_asked_for_consent() -> None:
    hand = at_who()
    hand.taps("yes")
    hand.facts = samira()
    hand.looks("confirmed")
    assert hand.effects(MarkLinked) == [MarkLinked()]
    assert [n.screen for n in hand.notices] == ["push.link.ready"]
    hand.taps("begin", "", screen="push.link.ready")
    assert hand.screen == "consent.what"


def test_a_confirmation_comes_once() -> None:
    hand = linked(samira)
    assert hand.looks("confirmed").effects == ()


def test_consent_then_home_with_everything_told() -> None:
    hand = Hand(samira(), Session(stage="consent", language="ar", reading="read", screen="consent.what"))
    hand.link_state = "linked"
    for event in ("yes", "me", "L2", "ok", "both"):
        hand.taps(event)
    assert (hand.screen, hand.session.stage, hand.session.level) == ("home.home", "linked", "L2")
    hand.looks()
    assert hand.notices == []


def test_a_shared_phone_begins_with_the_signal() -> None:
    hand = linked(samira, stage="consent", screen="consent.phone")
    turn = hand.taps("others", message=4)
    assert (hand.screen, hand.session.level, turn.message) == ("consent.level", "L0", None)


def test_refused_or_ended_the_chat_closes_with_a_last_word() -> None:
    for topic in ("refused", "ended"):
        hand = linked(laila)
        turn = hand.looks(topic)
        assert turn.place is not None
        assert (turn.place.screen, [type(e).__name__ for e in turn.effects]) == (
            "push.link.ended",
            ["EndLink"],
        )


def test_a_frozen_link_shows_nothing_until_it_is_opened_again() -> None:
    hand = linked(samira, screen="tasks.list")
    hand.link_state = "frozen"
    hand.looks("frozen")
    assert (hand.screen, hand.turn.message) == ("linking.frozen", -1)
    hand.taps("lessons", "", screen="home.home")
    assert hand.screen == "linking.frozen"
    hand.types("hallo")
    assert hand.screen == "linking.frozen"
    hand.starts()
    assert hand.screen == "linking.frozen"
    hand.withholds()
    assert hand.screen == "linking.frozen"
    assert hand.looks().place is None
    hand.looks("thawed")
    assert (hand.screen, hand.turn.message) == ("home.home", -1)


def test_the_number_of_the_town_hall_works_while_frozen() -> None:
    hand = linked(samira, screen="linking.frozen")
    hand.link_state = "frozen"
    hand.taps("call")
    assert (hand.screen, hand.first) == ("linking.frozen", "first-call")


def test_nobody_is_told_anything_before_consent() -> None:
    hand = linked(samira, stage="consent")
    hand.cancels("B1-2-2026-11-25-09:00")
    hand.looks()
    assert hand.effects(Notify) == []
