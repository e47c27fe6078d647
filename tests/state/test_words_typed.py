"""What is typed or sent: only screens that ask for words take them; the rest is answered, never stored."""

from __future__ import annotations

from bot.state.session import Session
from bot.state.turn import LETTERS, Alarm, Erase, Mute, WriteCase
from tests.hand import Hand, linked
from tests.people import samira


def test_words_nobody_asked_for_are_not_understood() -> None:
    hand = linked(samira)
    turn = hand.types("hallo")
    assert (hand.screen, turn.message, turn.effects) == ("help.unknown", None, ())
    assert "callback" not in hand.buttons()


def test_the_third_time_a_call_is_offered_first() -> None:
    hand = linked(samira)
    for text in ("a", "b", "c"):
        hand.types(text)
    assert hand.shown.fill.front == "callback"
    assert "callback" in hand.buttons()


def test_a_tap_between_begins_the_count_anew() -> None:
    hand = linked(samira)
    hand.types("a")
    hand.types("b")
    hand.taps("home", "")
    hand.types("c")
    assert "callback" not in hand.buttons()


def test_a_personal_number_is_deleted_and_explained() -> None:
    hand = linked(samira, screen="tasks.list")
    turn = hand.withholds()
    assert (hand.screen, hand.first, turn.message) == ("tasks.list", "first-number-removed", None)
    assert hand.effects(Erase) == [Erase((9,))]


def test_a_personal_number_in_a_question_is_not_a_question() -> None:
    hand = linked(samira, screen="people.ask", arg="caseworker")
    hand.withholds()
    assert (hand.screen, hand.session.draft) == ("people.ask", "")


def test_a_file_is_deleted_and_a_call_offered() -> None:
    hand = linked(samira)
    hand.sends("document")
    assert (hand.screen, hand.effects(Erase)) == ("help.attachment", [Erase((8,))])
    hand.taps("callback")
    assert (hand.screen, len(hand.effects(WriteCase)), hand.effects(Alarm)) == (
        "people.callback",
        1,
        [Alarm("callback")],
    )


def test_a_voice_message_is_answered_in_its_own_words() -> None:
    hand = linked(samira)
    hand.sends("voice")
    assert hand.shown.fill.text == "help-attachment--voice"


def test_a_visitors_file_shows_whom_to_call() -> None:
    hand = Hand(session=Session(language="en", reading="read"))
    hand.sends("photo")
    assert (hand.screen, hand.first) == ("help.public", "first-no-files")


def test_blocking_silences_and_tells_the_console() -> None:
    hand = linked(samira)
    turn = hand.blocks()
    assert turn.effects == (Mute(True, "blocked"), Alarm("unreachable", "blocked"))
    assert turn.place is None


def test_coming_back_after_blocking_resumes() -> None:
    hand = linked(samira)
    hand.link_state = "blocked"
    hand.blocks(False)
    assert (hand.effects(Mute), hand.turn.place) == ([Mute(False)], None)
    hand.starts()
    assert (hand.screen, hand.effects(Mute)) == ("home.home", [Mute(False)])


def test_coming_back_after_blocking_keeps_the_choice_of_letters() -> None:
    hand = linked(samira, letters=True)
    hand.link_state = "blocked"
    hand.blocks(False)
    assert hand.effects(Mute) == [Mute(True, LETTERS)]


def test_starting_does_not_undo_the_choice_of_letters() -> None:
    hand = linked(samira, letters=True)
    hand.link_state = "muted"
    hand.starts()
    assert (hand.screen, hand.effects(Mute)) == ("home.home", [Mute(True, LETTERS)])


def test_commands_go_to_their_screens_and_are_deleted() -> None:
    wanted = {
        "help": "help.help",
        "language": "language.language",
        "privacy": "privacy.privacy",
        "stop": "privacy.stop",
    }
    for command, screen in wanted.items():
        hand = linked(samira)
        turn = hand.commands(command)
        assert (hand.screen, turn.message, hand.effects(Erase)) == (screen, None, [Erase((6,))])


def test_commands_of_visitors_stay_outside() -> None:
    wanted = {
        "help": "help.public",
        "language": "start.language",
        "today": "linking.code",
        "weather": "help.public",
    }
    for command, screen in wanted.items():
        hand = Hand(session=Session(language="en", reading="read"))
        hand.commands(command)
        assert hand.screen == screen
