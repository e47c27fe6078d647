"""The person's own choices: language, reminders, pause, letters, delete."""

from __future__ import annotations

from datetime import date, timedelta

from bot.cases.model import WriteKind
from bot.state.turn import EndLink, Menu, Mute, WakeAt, WriteCase
from bot.state.values import Day, Raw, Term
from tests.hand import Hand, linked
from tests.people import filmon, samira


def at(screen: str) -> Hand:
    return linked(samira, screen=screen)


def test_another_language_comes_at_once_and_returns_to_language() -> None:
    hand = at("start.language")
    hand.taps("tr")
    assert (hand.screen, hand.session.language, hand.effects(Menu)) == (
        "language.language",
        "tr",
        [Menu("tr")],
    )


def test_other_times_return_to_reminders() -> None:
    hand = at("reminders.when")
    hand.taps("morning")
    assert (hand.screen, hand.session.remind) == ("reminders.reminders", "morning")


def test_a_pause_lasts_a_week_and_ends_with_a_look() -> None:
    hand = at("privacy.stop")
    hand.taps("pause")
    until = hand.now + timedelta(days=7)
    assert (hand.screen, hand.effects(WakeAt)) == ("reminders.pause", [WakeAt("settle", until)])


def test_going_on_ends_the_pause() -> None:
    hand = at("privacy.stop")
    hand.taps("pause")
    hand.taps("resume")
    assert (hand.screen, hand.first, hand.session.paused_until) == (
        "reminders.reminders",
        "first-resumed",
        None,
    )


def test_letters_silence_the_chat_until_messages_are_wanted_again() -> None:
    hand = at("privacy.stop")
    hand.taps("letters")
    assert (hand.screen, hand.effects(Mute)) == ("privacy.letters", [Mute(True, "letters")])
    assert WakeAt("reminder", None) in hand.turn.effects
    hand.taps("undo")
    assert (hand.screen, hand.effects(Mute)) == ("privacy.privacy", [Mute(False, "letters")])


def test_deleting_asks_first() -> None:
    hand = at("privacy.stop")
    hand.taps("delete")
    assert (hand.screen, hand.effects(EndLink)) == ("privacy.delete", [])


def test_deleting_ends_the_link_with_a_receipt_and_no_name() -> None:
    hand = at("privacy.delete")
    hand.taps("yes")
    assert (hand.screen, hand.effects(EndLink)) == ("privacy.deleted", [EndLink("deleted", person=True)])
    receipt = hand.shown.fill.values["receipt"]
    assert isinstance(receipt, Raw)
    assert len(receipt.text) == 9
    assert "samira" not in receipt.text.lower()


def test_an_old_delete_button_asks_again() -> None:
    hand = at("home.home")
    hand.taps("yes", "", screen="privacy.delete")
    assert (hand.screen, hand.first, hand.effects(EndLink)) == ("privacy.delete", "first-newest", [])


def test_declining_at_consent_ends_the_link_and_keeps_the_last_words() -> None:
    hand = linked(samira, stage="consent", screen="consent.what")
    hand.taps("no")
    assert (hand.screen, hand.effects(EndLink)) == ("consent.other", [EndLink("declined", erase=False)])


def test_none_of_these_choices_is_written_to_the_case() -> None:
    for screen, event in (("privacy.stop", "letters"), ("reminders.when", "both"), ("consent.level", "L2")):
        hand = at(screen)
        hand.taps(event)
        assert [e.write.kind for e in hand.effects(WriteCase) if e.write.kind in WriteKind] == []


def test_the_example_at_consent_is_the_reminder_of_the_next_day_with_a_lesson() -> None:
    hand = linked(filmon, stage="consent", screen="consent.level")
    preview = hand.shown.fill.values["preview"]
    assert isinstance(preview, Term)
    assert (preview.key, preview.values["date"]) == ("push-lesson-reminder", Day(date(2026, 11, 24)))


def test_the_example_follows_the_level() -> None:
    hand = linked(filmon, stage="consent", screen="consent.level")
    shown = []
    for level in ("L2", "L0", "L1"):
        hand.taps(level)
        preview = hand.shown.fill.values["preview"]
        assert isinstance(preview, Term)
        shown.append(preview.key)
    assert shown == ["push-lesson-reminder--full", "push-signal", "push-lesson-reminder"]
