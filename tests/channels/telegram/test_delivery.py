"""What one entry does to a phone, and what each of Telegram's answers means."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.channels.base import View
from bot.channels.outgoing import OUTDATED, Outgoing
from bot.channels.telegram.client import Resting
from bot.channels.telegram.delivery import Closed, Delivery, Done, Later, Never, Result
from bot.channels.telegram.transport import NotSent
from bot.state.turn import Notice, Priority
from tests.channels.telegram.fakes import CALLBACKS, HOME, Line, entry
from tests.own_telegram import MONDAY

NOTICE = Notice("lesson:1", 2, "push.lesson.moved", "1", Priority.URGENT, MONDAY)
NOT_MODIFIED = BadRequest("Message is NOT modified: specified new message content is exactly the same")
CANNOT_EDIT = [
    BadRequest("Bad Request: message to edit not found"),
    BadRequest("Bad Request: message can't be edited"),
    BadRequest("Bad Request: MESSAGE_ID_INVALID"),
    BadRequest("Bad Request: there is no text in the message to edit"),
]


async def shows_home(_: Outgoing) -> View | None:
    return HOME


async def nothing_to_say(_: Outgoing) -> View | None:
    return None


async def see_below(_: Outgoing) -> View:
    return View("🔁 Changed, see below")


@pytest.fixture
def line() -> Line:
    return Line()


@pytest.fixture
def delivery(line: Line) -> Delivery:
    return Delivery(line, CALLBACKS, shows_home, see_below, lambda: 0.0)


async def test_a_screen_without_a_message_is_sent_anew(line: Line, delivery: Delivery) -> None:
    assert await delivery.bring(entry()) == Done(101)

    assert line.methods == ["sendMessage"]
    assert line.calls[0][1]["text"] == "Home"


async def test_a_screen_edits_the_message_that_was_tapped(line: Line, delivery: Delivery) -> None:
    assert await delivery.bring(entry(message=5)) == Done(5)

    assert line.methods == ["editMessageText"]
    assert line.calls[0][1]["message_id"] == 5


async def test_an_edit_that_was_done_already_is_a_success(line: Line, delivery: Delivery) -> None:
    line.will("editMessageText", NOT_MODIFIED)

    assert await delivery.bring(entry(message=5)) == Done(5)
    assert line.methods == ["editMessageText"]


@pytest.mark.parametrize("refused", CANNOT_EDIT, ids=lambda fault: fault.message)
async def test_x41_a_message_that_can_never_be_edited_gets_a_successor(
    line: Line, delivery: Delivery, refused: BadRequest
) -> None:
    line.will("editMessageText", refused)

    assert await delivery.bring(entry(message=5)) == Done(101)
    assert line.methods == ["editMessageText", "sendMessage"]


async def test_a_new_screen_takes_the_buttons_off_the_old_one_first(line: Line, delivery: Delivery) -> None:
    assert await delivery.bring(entry(old_message=4)) == Done(101)

    assert line.calls[0] == ("editMessageReplyMarkup", {"chat_id": 7, "message_id": 4})
    assert line.methods == ["editMessageReplyMarkup", "sendMessage"]


async def test_an_old_screen_that_is_gone_holds_nothing_up(line: Line, delivery: Delivery) -> None:
    line.will("editMessageReplyMarkup", CANNOT_EDIT[0])

    assert await delivery.bring(entry(old_message=4)) == Done(101)


async def test_when_the_old_message_cannot_be_reached_nothing_is_sent_yet(
    line: Line, delivery: Delivery
) -> None:
    line.will("editMessageReplyMarkup", TimedOut())

    assert await delivery.bring(entry(old_message=4)) == Later(1.0)
    assert "sendMessage" not in line.methods


async def test_a_notice_is_a_message_of_its_own(line: Line, delivery: Delivery) -> None:
    assert await delivery.bring(entry("notice", notice=NOTICE)) == Done(101)
    assert line.methods == ["sendMessage"]


async def test_a_newer_notice_takes_what_is_wrong_out_of_the_older_one(
    line: Line, delivery: Delivery
) -> None:
    assert await delivery.bring(entry("notice", notice=NOTICE, old_message=44)) == Done(101)

    method, params = line.calls[0]
    assert (method, params["message_id"], params["text"]) == ("editMessageText", 44, "🔁 Changed, see below")
    assert "reply_markup" not in params


async def test_a_protected_entry_is_sent_protected(line: Line, delivery: Delivery) -> None:
    await delivery.bring(entry(protected=True))

    assert line.calls[0][1]["protect_content"] is True


async def test_what_need_not_be_said_any_more_is_not_sent(line: Line) -> None:
    delivery = Delivery(line, CALLBACKS, nothing_to_say, see_below, lambda: 0.0)

    assert await delivery.bring(entry("notice", notice=NOTICE, old_message=44)) == Never(OUTDATED)
    assert line.calls == []


async def test_strip_takes_buttons_off(line: Line, delivery: Delivery) -> None:
    assert await delivery.bring(entry("strip", messages=(3, 4))) == Done(None)
    assert line.calls == [
        ("editMessageReplyMarkup", {"chat_id": 7, "message_id": 3}),
        ("editMessageReplyMarkup", {"chat_id": 7, "message_id": 4}),
    ]


async def test_erase_deletes_a_hundred_at_once(line: Line, delivery: Delivery) -> None:
    assert await delivery.bring(entry("erase", messages=tuple(range(150)))) == Done(None)
    assert [len(params["message_ids"]) for _, params in line.calls] == [100, 50]


async def test_what_is_too_old_to_be_deleted_is_emptied(line: Line, delivery: Delivery) -> None:
    line.will("deleteMessages", BadRequest("message can't be deleted for everyone"))
    line.will(
        "deleteMessage", BadRequest("Message to delete not found"), BadRequest("message can't be deleted")
    )

    assert await delivery.bring(entry("erase", messages=(1, 2))) == Done(None)

    method, params = line.calls[-1]
    assert (method, params["message_id"], params["text"]) == ("editMessageText", 2, "·")


async def test_what_can_neither_be_deleted_nor_emptied_is_said_with_its_number(
    line: Line, delivery: Delivery
) -> None:
    line.will("deleteMessages", BadRequest("message can't be deleted"))
    line.will("deleteMessage", BadRequest("message can't be deleted"))
    line.will("editMessageText", BadRequest("message can't be edited"))

    assert await delivery.bring(entry("erase", messages=(1,))) == Never("1 messages could not be deleted")


@pytest.mark.parametrize(
    ("fault", "result"),
    [
        (RetryAfter(17), Later(17.0, "chat")),
        (RetryAfter(timedelta(seconds=3)), Later(3.0, "chat")),
        (Forbidden("Forbidden: bot was blocked by the user"), Closed()),
        (Forbidden("Forbidden: user is deactivated"), Closed()),
        (BadRequest("Bad Request: chat not found"), Closed()),
        (BadRequest("PEER_ID_INVALID"), Closed()),
        (BadRequest("Bad Request: message text is empty"), Never("Message text is empty")),
        (ChatMigrated(-100), Never("the chat became a group")),
        (InvalidToken("Unauthorized"), Later(60.0, "token")),
        (NetworkError("Internal Server Error"), Later(1.0)),
        (TimedOut(), Later(1.0)),
        (NotSent("No connection to Telegram."), Later(1.0)),
    ],
    ids=repr,
)
@pytest.mark.filterwarnings("ignore:.*retry_after")
async def test_every_failure_of_a_new_message_has_its_result(
    line: Line, delivery: Delivery, fault: TelegramError, result: Result
) -> None:
    line.will("sendMessage", fault)

    assert await delivery.bring(entry()) == result


async def test_a_blocked_bot_is_noticed_at_an_edit_too(line: Line, delivery: Delivery) -> None:
    line.will("editMessageText", Forbidden("Forbidden: bot was blocked by the user"))

    assert await delivery.bring(entry(message=5)) == Closed()


@pytest.mark.parametrize(("attempts", "seconds"), [(0, 1.0), (1, 2.0), (5, 32.0), (6, 60.0), (40, 60.0)])
async def test_repeats_become_rarer(line: Line, delivery: Delivery, attempts: int, seconds: float) -> None:
    line.will("sendMessage", TimedOut())

    assert await delivery.bring(entry(attempts=attempts)) == Later(seconds)


@pytest.mark.parametrize("answer", [{"no": "message_id"}, {"message_id": "7"}, [], True])
async def test_an_answer_that_names_no_message_is_tried_again(
    line: Line, delivery: Delivery, answer: object
) -> None:
    line.will("sendMessage", answer)

    assert await delivery.bring(entry()) == Later(1.0)


async def test_while_telegram_is_left_alone_the_whole_bot_waits(line: Line, delivery: Delivery) -> None:
    line.will("sendMessage", Resting(12.0))

    assert await delivery.bring(entry()) == Later(12.0, "token")


async def test_a_late_message_is_taken_back(line: Line, delivery: Delivery) -> None:
    await delivery.take_back(entry(), 101)

    taken: tuple[str, dict[str, Any]] = ("deleteMessage", {"chat_id": 7, "message_id": 101})
    assert line.calls == [taken]
