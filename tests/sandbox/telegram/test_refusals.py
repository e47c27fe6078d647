"""The sandbox refuses what Telegram refuses, in Telegram's words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.sandbox.telegram import Phone, StepClock, Telegram
from bot.sandbox.telegram.caller import Caller


def _keyboard(**button: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "Open", **button}]]}


async def test_a_token_that_no_bot_has_is_unauthorized(api: Caller) -> None:
    answer = await replace(api, token="9:nobody").answer("getMe")
    assert answer == {"ok": False, "error_code": 401, "description": "Unauthorized"}


async def test_a_method_that_the_bot_api_lacks_is_not_found(api: Caller) -> None:
    assert (await api.answer("sendMesage"))["error_code"] == 404


async def test_a_method_that_the_sandbox_lacks_says_so(api: Caller) -> None:
    answer = await api.answer("sendDice", chat_id=1)
    assert answer["error_code"] == 501
    assert "sandbox does not play sendDice" in answer["description"]


async def test_method_names_are_case_insensitive(api: Caller) -> None:
    assert (await api("GETME"))["username"] == "WaterveenWegwijsBot"


@pytest.mark.parametrize(
    ("params", "words"),
    [
        pytest.param({"text": "hi"}, "chat_id is empty", id="no-chat"),
        pytest.param({"chat_id": 1}, "message text is empty", id="no-text"),
        pytest.param({"chat_id": 1, "text": ""}, "message text is empty", id="empty-text"),
        pytest.param({"chat_id": 1, "text": " \n "}, "text must be non-empty", id="blank-text"),
        pytest.param({"chat_id": 1, "text": "hi"}, "chat not found", id="stranger"),
        pytest.param({"chat_id": 1, "text": "x" * 4097}, "message is too long", id="too-long"),
        pytest.param({"chat_id": 1, "text": "😀" * 2049}, "message is too long", id="too-long-in-utf16"),
        pytest.param(
            {"chat_id": 1, "text": 7}, 'field "text" of sendMessage must be of type String', id="type"
        ),
        pytest.param({"chat_id": 1, "text": "hi", "colour": "red"}, 'unknown field "colour"', id="unknown"),
        pytest.param({"chat_id": 1, "text": "hi", "parse_mode": "XML"}, "unsupported parse_mode", id="mode"),
        pytest.param(
            {"chat_id": 1, "text": "hi", "reply_markup": "{"}, "can't parse reply keyboard markup", id="json"
        ),
        pytest.param(
            {"chat_id": 1, "text": "hi", "entities": [{"type": "bold", "offset": 0, "length": 3}]},
            "entity beginning at UTF-16 offset 0 ends after the end of the text",
            id="entity-outside",
        ),
        pytest.param(
            {"chat_id": 1, "text": "hi", "entities": [{"type": "huge", "offset": 0, "length": 1}]},
            "Unsupported type huge",
            id="entity-kind",
        ),
    ],
)
async def test_a_wrong_message_is_refused(api: Caller, params: dict[str, Any], words: str) -> None:
    description = await api.refusal("sendMessage", **params)
    assert description.startswith("Bad Request: ")
    assert words in description


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        pytest.param(_keyboard(callback_data="x" * 65), "BUTTON_DATA_INVALID", id="65-bytes"),
        pytest.param(_keyboard(callback_data="ع" * 33), "BUTTON_DATA_INVALID", id="66-bytes-of-arabic"),
        pytest.param(_keyboard(callback_data=5), 'Field "callback_data" must be of type String', id="number"),
        pytest.param(_keyboard(), "Text buttons are unallowed in the inline keyboard", id="no-action"),
        pytest.param(
            _keyboard(callback_data="a", url="https://x.nl"), "exactly one action", id="two-actions"
        ),
        pytest.param(_keyboard(url="not a link"), "Wrong HTTP URL", id="bad-link"),
        pytest.param(
            {"inline_keyboard": [[{"callback_data": "a"}]]}, 'Can\'t find field "text"', id="no-label"
        ),
        pytest.param(
            {"inline_keyboard": [[{"text": "a", "callback_data": "a"}] * 9]},
            "reply markup is too long",
            id="9-a-row",
        ),
        pytest.param({"inline_keyboard": "none"}, "must be of type Array", id="no-array"),
    ],
)
async def test_a_wrong_keyboard_is_refused(
    api: Caller, samira: Phone, markup: dict[str, Any], words: str
) -> None:
    await samira.start()
    description = await api.refusal("sendMessage", chat_id=samira.person.id, text="hi", reply_markup=markup)
    assert words in description


async def test_64_bytes_of_data_are_allowed(api: Caller, samira: Phone) -> None:
    await samira.start()
    await api(
        "sendMessage", chat_id=samira.person.id, text="hi", reply_markup=_keyboard(callback_data="x" * 64)
    )
    assert samira.messages()[-1].labels == ("Open",)


async def test_4096_utf16_units_are_allowed(api: Caller, samira: Phone) -> None:
    await samira.start()
    await api("sendMessage", chat_id=samira.person.id, text="😀" * 2048)
    assert len(samira.messages()[-1].text) == 2048


async def test_an_edit_that_changes_nothing_is_refused(api: Caller, samira: Phone) -> None:
    await samira.start()
    sent = await api("sendMessage", chat_id=samira.person.id, text="hi")
    same = {"chat_id": samira.person.id, "message_id": sent["message_id"], "text": "hi"}
    assert await api.refusal("editMessageText", **same) == (
        "Bad Request: message is not modified: specified new message content and reply markup are exactly "
        "the same as a current content and reply markup of the message"
    )


async def test_an_edit_of_a_message_that_is_gone_is_refused(api: Caller, samira: Phone) -> None:
    await samira.start()
    gone = {"chat_id": samira.person.id, "message_id": 99, "text": "hi"}
    assert await api.refusal("editMessageText", **gone) == "Bad Request: message to edit not found"


async def test_a_persons_message_cannot_be_edited(api: Caller, samira: Phone) -> None:
    typed = await samira.start()
    refusal = await api.refusal("editMessageText", chat_id=samira.person.id, message_id=typed.id, text="hi")
    assert refusal == "Bad Request: message can't be edited"


async def test_a_message_that_is_gone_cannot_be_deleted(api: Caller, samira: Phone) -> None:
    await samira.start()
    refusal = await api.refusal("deleteMessage", chat_id=samira.person.id, message_id=99)
    assert refusal == "Bad Request: message to delete not found"


async def test_a_message_older_than_48_hours_cannot_be_deleted(
    api: Caller, samira: Phone, clock: StepClock
) -> None:
    typed = await samira.start()
    clock.advance(48 * 3600 + 1)
    refusal = await api.refusal("deleteMessage", chat_id=samira.person.id, message_id=typed.id)
    assert refusal == "Bad Request: message can't be deleted for everyone"


async def test_several_messages_are_deleted_and_missing_ones_skipped(api: Caller, samira: Phone) -> None:
    typed = await samira.start()
    sent = await api("sendMessage", chat_id=samira.person.id, text="hi")
    await api("deleteMessages", chat_id=samira.person.id, message_ids=[typed.id, sent["message_id"], 99])
    assert samira.messages() == ()


async def test_a_tap_can_be_answered_for_ten_seconds(api: Caller, samira: Phone, clock: StepClock) -> None:
    await samira.start()
    await api("sendMessage", chat_id=samira.person.id, text="hi", reply_markup=_keyboard(callback_data="a"))
    early, late = await samira.taps("Open"), await samira.taps("Open")
    clock.advance(10)
    await api("answerCallbackQuery", callback_query_id=early.id)
    clock.advance(0.1)
    assert await api.refusal("answerCallbackQuery", callback_query_id=late.id) == (
        "Bad Request: query is too old and response timeout expired or query ID is invalid"
    )


async def test_a_blocked_bot_is_forbidden_to_write(api: Caller, samira: Phone) -> None:
    await samira.start()
    await samira.blocks()
    answer = await api.answer("sendMessage", chat_id=samira.person.id, text="hi")
    assert (answer["error_code"], answer["description"]) == (403, "Forbidden: bot was blocked by the user")


@pytest.mark.parametrize("secret", ["with space", "a" * 257, "ümlaut"], ids=["space", "too-long", "letter"])
async def test_a_wrong_webhook_secret_is_refused(api: Caller, secret: str) -> None:
    refusal = await api.refusal("setWebhook", url="https://bot.example.nl/", secret_token=secret)
    assert "secret token" in refusal


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://bot.example.nl/", "HTTPS URL must be provided"),
        ("https://bot.example.nl:8081/", "only on ports 80, 88, 443 or 8443"),
        ("nonsense", "invalid webhook URL"),
    ],
)
async def test_a_wrong_webhook_address_is_refused(api: Caller, url: str, words: str) -> None:
    assert words in await api.refusal("setWebhook", url=url)


async def test_a_wrong_command_is_refused(api: Caller) -> None:
    commands = [{"command": "Start Now", "description": "Begin"}]
    assert await api.refusal("setMyCommands", commands=commands) == "Bad Request: BOT_COMMAND_INVALID"


async def test_a_command_scope_of_an_unknown_type_is_refused(api: Caller) -> None:
    description = await api.refusal("setMyCommands", commands=[], scope={"type": "everyone"})
    assert "must be" in description


async def test_refused_calls_are_kept_with_their_reason(api: Caller, telegram: Telegram) -> None:
    await api.refusal("sendMessage", chat_id=1, text="hi")
    assert [(call.method, call.error) for call in telegram.calls] == [
        ("sendMessage", "Bad Request: chat not found")
    ]
