"""Updates as Telegram writes them, and what remains of them for us."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.wire import Ignored, Incoming, Leave, Tap, read
from bot.state.events import Attached, Blocked, Commanded, Event, Started, Typed, Withheld
from tests.own_telegram import MONDAY

WHEN = datetime(2026, 11, 23, 7, 9, tzinfo=UTC)
SAMIRA = {"id": 7, "is_bot": False, "first_name": "Samira", "language_code": "ar"}
CHAT = {"id": 7, "type": "private", "first_name": "Samira"}
FAMILY = {"id": -1005, "type": "supergroup", "title": "Familie"}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)


def message(**parts: Any) -> dict[str, Any]:
    body = {"message_id": 5, "date": int(WHEN.timestamp()), "chat": CHAT, "from": SAMIRA, **parts}
    return {"update_id": 900, "message": body}


def tap(**parts: Any) -> dict[str, Any]:
    shown = {
        "message_id": 4,
        "date": 1,
        "chat": CHAT,
        "text": "Home",
        "reply_markup": {"inline_keyboard": [[{"text": "x", "callback_data": "d"}]]},
    }
    body = {"id": "q1", "from": SAMIRA, "chat_instance": "c", "data": "sealed", "message": shown, **parts}
    return {"update_id": 901, "callback_query": body}


def membership(status: str, chat: dict[str, Any] = CHAT) -> dict[str, Any]:
    user = {"id": 1001, "is_bot": True, "first_name": "Wegwijs"}
    return {
        "update_id": 902,
        "my_chat_member": {
            "chat": chat,
            "from": SAMIRA,
            "date": int(WHEN.timestamp()),
            "old_chat_member": {"status": "member", "user": user},
            "new_chat_member": {"status": status, "user": user},
        },
    }


def event_of(raw: dict[str, Any]) -> Event:
    received = read(raw, MONDAY)
    assert isinstance(received, Incoming)
    assert received.chat == 7
    return received.event


def test_a_typed_text_is_read_with_its_time_and_message() -> None:
    assert event_of(message(text="سلام")) == Typed("tg:900", WHEN, 5, "سلام")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("/start", ""),
        ("/start K7M29XQ4TR", "K7M29XQ4TR"),
        ("/START@WaterveenWegwijsBot  abc_-1 ", "abc_-1"),
        ("/start AB-123456782-cdefghijkl", "AB-123456782-cdefghijkl"),
    ],
)
def test_a_start_brings_its_code_and_the_apps_language(text: str, code: str) -> None:
    assert event_of(message(text=text)) == Started("tg:900", WHEN, 5, code, "ar")


def test_an_odd_language_code_is_no_hint() -> None:
    sender = {**SAMIRA, "language_code": "ar'; DROP"}
    assert event_of(message(text="/start", **{"from": sender})) == Started("tg:900", WHEN, 5, "", "")


@pytest.mark.parametrize("command", ["today", "help", "language", "privacy", "hide", "stop"])
def test_commands_of_the_menu_are_known(command: str) -> None:
    assert event_of(message(text=f"/{command}")) == Commanded("tg:900", WHEN, 5, command)


def test_an_unknown_command_is_a_typed_text() -> None:
    assert event_of(message(text="/admin")) == Typed("tg:900", WHEN, 5, "/admin")


@pytest.mark.parametrize(
    "text",
    [
        "123456782",
        "my bsn is 123.456.782",
        "١٢٣٤٥٦٧٨٢",
        "/start 123456782",
        "/help 123456782",
        "12\u202e3456782",
    ],
)
def test_a_personal_number_never_leaves_the_channel(text: str) -> None:
    event = event_of(message(text=text))

    assert event == Withheld("tg:900", WHEN, 5)


def test_nine_digits_that_fail_the_test_are_kept_nowhere() -> None:
    assert event_of(message(text="123456789")) == Typed("tg:900", WHEN, 5, "")


def test_a_personal_number_at_the_cut_of_a_long_text_is_seen_whole() -> None:
    assert event_of(message(text="x " * 2045 + "123456782")) == Withheld("tg:900", WHEN, 5)


def test_a_long_text_is_cut() -> None:
    event = event_of(message(text="ا" * 9000))
    assert isinstance(event, Typed)
    assert len(event.text) == 4096


@pytest.mark.parametrize("kind", ["photo", "sticker", "document", "contact", "location", "voice", "video"])
def test_of_an_attachment_only_its_kind_is_known(kind: str) -> None:
    raw = message(**{kind: {"file_id": "f"}, "caption": "BSN 123456782"})

    assert event_of(raw) == Attached("tg:900", WHEN, 5, kind)


@pytest.mark.parametrize(
    "mark",
    [
        "forward_origin",
        "forward_date",
        "via_bot",
        "business_connection_id",
        "sender_business_bot",
        "sender_chat",
    ],
)
def test_what_was_not_written_here_is_ignored(mark: str) -> None:
    assert read(message(text="x", **{mark: {"type": "user"}}), MONDAY) == Ignored("foreign")


@pytest.mark.parametrize(
    "kind",
    ["edited_message", "inline_query", "business_message", "poll", "chat_join_request", "something_new"],
)
def test_other_kinds_of_updates_are_ignored(kind: str) -> None:
    body = message(text="x")["message"]
    assert read({"update_id": 1, kind: body}, MONDAY) == Ignored("kind")


def test_a_service_message_is_ignored() -> None:
    assert read(message(pinned_message={}), MONDAY) == Ignored("service")


@pytest.mark.parametrize("sender", [{**SAMIRA, "id": 8}, {**SAMIRA, "is_bot": True}])
def test_a_private_chat_belongs_to_its_person_alone(sender: dict[str, Any]) -> None:
    assert read(message(text="x", **{"from": sender}), MONDAY) == Ignored("sender")


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel"])
@pytest.mark.parametrize("update", ["message", "channel_post", "edited_channel_post", "edited_message"])
def test_groups_and_channels_are_left(update: str, kind: str) -> None:
    body = message(text="BSN 123456782")["message"] | {"chat": {**FAMILY, "type": kind}}

    assert read({"update_id": 1, update: body}, MONDAY) == Leave(-1005)


def test_being_added_to_a_group_is_reason_to_leave_and_having_left_is_not() -> None:
    assert read(membership("member", FAMILY), MONDAY) == Leave(-1005)
    assert read(membership("administrator", FAMILY), MONDAY) == Leave(-1005)
    assert read(membership("left", FAMILY), MONDAY) == Ignored("left")


def test_blocking_and_unblocking_are_events() -> None:
    assert event_of(membership("kicked")) == Blocked("tg:902", WHEN, True)
    assert event_of(membership("member")) == Blocked("tg:902", WHEN, False)


def test_a_tap_is_read_with_its_data_still_sealed() -> None:
    assert read(tap(), MONDAY) == Tap(7, "tg:901", MONDAY, 4, "sealed", "q1")


def test_a_tap_on_a_message_that_telegram_no_longer_shows_is_read_too() -> None:
    gone = {"message_id": 4, "date": 0, "chat": CHAT}
    assert read(tap(message=gone), MONDAY) == Tap(7, "tg:901", MONDAY, 4, "sealed", "q1")


def test_a_tap_of_somebody_else_is_answered_and_ignored() -> None:
    assert read(tap(**{"from": {**SAMIRA, "id": 8}}), MONDAY) == Ignored("sender", "q1")


def test_a_tap_in_a_group_is_reason_to_leave() -> None:
    assert read(tap(message={"message_id": 1, "date": 0, "chat": FAMILY}), MONDAY) == Leave(-1005)


def test_an_inline_tap_is_answered_and_ignored() -> None:
    raw = tap()
    del raw["callback_query"]["message"]
    assert read(raw, MONDAY) == Ignored("inline", "q1")


@pytest.mark.parametrize(
    "raw",
    [
        {"update_id": 1, "message": None},
        {"update_id": 1, "message": {"chat": {"type": "private"}}},
        {"update_id": 1, "message": {**message(text="x")["message"], "date": 10**18}},
        {"update_id": 1, "callback_query": {"id": "q"}},
        {"update_id": True, "message": message(text="x")["message"]},
        {"update_id": 1, "my_chat_member": []},
    ],
)
def test_a_misshapen_update_is_not_fetched_again(raw: dict[str, Any]) -> None:
    assert read(raw, MONDAY) == Ignored("unreadable")


@given(st.sampled_from(["message", "callback_query", "my_chat_member", "channel_post"]), JSON)
def test_no_update_breaks_the_reader(kind: str, body: Any) -> None:
    assert isinstance(read({"update_id": 1, kind: body}, MONDAY), Ignored | Leave)


@given(st.sampled_from(["date", "chat", "from", "text", "message_id", "photo"]), JSON)
def test_no_field_of_a_message_breaks_the_reader(field: str, value: Any) -> None:
    assert isinstance(read(message(**{"text": "x", field: value}), MONDAY), Ignored | Leave | Incoming)
