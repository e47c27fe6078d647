"""A phone does what a person can do, and shows what Telegram would show."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest

from bot.sandbox.telegram import NotSeen, Phone, Telegram
from bot.sandbox.telegram.attachments import KINDS
from bot.sandbox.telegram.caller import Caller


def _keyboard(*labels: str) -> dict[str, object]:
    return {"inline_keyboard": [[{"text": label, "callback_data": f"d:{label}"}] for label in labels]}


async def test_a_phone_waits_for_what_comes_later(api: Caller, samira: Phone) -> None:
    await samira.start()
    waiting = asyncio.create_task(samira.sees("Kade 4"))
    await api("sendMessage", chat_id=samira.person.id, text="Lesson at Kade 4")
    assert (await waiting).text == "Lesson at Kade 4"


async def test_a_phone_that_waits_in_vain_tells_what_it_shows(samira: Phone) -> None:
    await samira.start()
    with pytest.raises(NotSeen, match="waited 0 s to see 'Kade 4'"):
        await samira.sees("Kade 4", timeout=0)


async def test_a_phone_can_ask_for_changes_since_a_moment(api: Caller, samira: Phone) -> None:
    await samira.start()
    await api("sendMessage", chat_id=samira.person.id, text="home")
    mark = samira.mark()
    with pytest.raises(NotSeen):
        await samira.sees("home", since=mark, timeout=0)


async def test_a_button_is_found_by_label_part_of_it_or_data(api: Caller, samira: Phone) -> None:
    await samira.start()
    await api("sendMessage", chat_id=samira.person.id, text="hi", reply_markup=_keyboard("📚 Lessons", "🏠"))
    assert [(await samira.taps(one)).data for one in ("📚 Lessons", "Lessons", "d:🏠")] == [
        "d:📚 Lessons",
        "d:📚 Lessons",
        "d:🏠",
    ]


async def test_a_button_that_no_message_has_is_not_tapped(samira: Phone) -> None:
    await samira.start()
    with pytest.raises(LookupError, match="samira finds no button 'Home'; buttons on the phone: none"):
        await samira.taps("Home")


async def test_an_old_message_can_be_tapped(api: Caller, samira: Phone) -> None:
    await samira.start()
    old = await api("sendMessage", chat_id=samira.person.id, text="a", reply_markup=_keyboard("Open"))
    await api("sendMessage", chat_id=samira.person.id, text="b", reply_markup=_keyboard("Open"))
    tap = await samira.taps("Open", message_id=old["message_id"])
    assert tap.message_id == old["message_id"]


async def test_a_tap_on_a_message_that_is_gone_carries_no_text(api: Caller, samira: Phone) -> None:
    await samira.start()
    await samira.forges("x", message_id=77)
    update = (await api("getUpdates"))[-1]
    assert update["callback_query"]["message"]["date"] == 0


async def test_a_tap_waits_for_its_answer(api: Caller, samira: Phone) -> None:
    await samira.start()
    tap = await samira.forges("x")
    await api("answerCallbackQuery", callback_query_id=tap.id, text="Saved", show_alert=True)
    answered = await tap.answered()
    assert (answered.text, answered.alert) == ("Saved", True)


@pytest.mark.parametrize("kind", KINDS)
async def test_attachments_reach_the_bot(api: Caller, samira: Phone, telegram: Telegram, kind: str) -> None:
    await samira.sends(kind)
    [update] = await api("getUpdates")
    assert kind in update["message"]
    telegram.schema.check_type("Update", update)


async def test_every_update_is_one_that_the_bot_api_describes(
    api: Caller, samira: Phone, telegram: Telegram
) -> None:
    await samira.start("abc")
    await api("sendMessage", chat_id=samira.person.id, text="hi", reply_markup=_keyboard("Open"))
    await samira.taps("Open")
    await samira.forges("x", message_id=99)
    await samira.blocks()
    await samira.unblocks()
    await samira.in_group()
    updates = await api("getUpdates")
    assert len(updates) == 7
    for update in updates:
        telegram.schema.check_type("Update", update)


async def test_results_are_what_the_bot_api_describes(api: Caller, samira: Phone, telegram: Telegram) -> None:
    await samira.start()
    sent = await api("sendMessage", chat_id=samira.person.id, text="hi", protect_content=True)
    where = {"chat_id": samira.person.id, "message_id": sent["message_id"]}
    edited = await api("editMessageText", **where, text="ho", reply_markup=_keyboard("Open"))
    for message in (sent, edited):
        telegram.schema.check_type("Message", message)
    telegram.schema.check_type("User", await api("getMe"))
    telegram.schema.check_type("WebhookInfo", await api("getWebhookInfo"))
    telegram.schema.check_type("ChatFullInfo", await api("getChat", chat_id=samira.person.id))
    assert sent["has_protected_content"]
    assert edited["has_protected_content"]


async def test_an_edit_without_keyboard_takes_the_buttons_away(api: Caller, samira: Phone) -> None:
    await samira.start()
    sent = await api("sendMessage", chat_id=samira.person.id, text="hi", reply_markup=_keyboard("Open"))
    await api("editMessageText", chat_id=samira.person.id, message_id=sent["message_id"], text="hi")
    assert samira.messages()[-1].rows == ()
    assert not samira.messages()[-1].text_edited


async def test_a_block_reaches_the_bot_and_start_unblocks(api: Caller, samira: Phone) -> None:
    await samira.start()
    await samira.blocks()
    await samira.start()
    kinds = [next(key for key in update if key != "update_id") for update in await api("getUpdates")]
    assert kinds == ["message", "my_chat_member", "my_chat_member", "message"]


async def test_who_blocked_a_bot_cannot_write_to_it(samira: Phone) -> None:
    await samira.start()
    await samira.blocks()
    with pytest.raises(RuntimeError, match="unblock it before writing"):
        await samira.says("hello")


async def test_a_cleared_chat_is_empty_on_the_phone_and_stays_editable(api: Caller, samira: Phone) -> None:
    await samira.start()
    sent = await api("sendMessage", chat_id=samira.person.id, text="hi")
    await samira.clears_chat()
    await api("editMessageText", chat_id=samira.person.id, message_id=sent["message_id"], text="ho")
    assert samira.messages() == ()


async def test_a_message_that_the_person_deleted_cannot_be_edited(api: Caller, samira: Phone) -> None:
    await samira.start()
    sent = await api("sendMessage", chat_id=samira.person.id, text="hi")
    await samira.deletes(sent["message_id"])
    gone = {"chat_id": samira.person.id, "message_id": sent["message_id"], "text": "ho"}
    assert await api.refusal("editMessageText", **gone) == "Bad Request: message to edit not found"


async def test_a_bot_can_leave_a_group(api: Caller, samira: Phone) -> None:
    group = await samira.in_group("Familie")
    member, message = await api("getUpdates")
    assert member["my_chat_member"]["chat"] == {"id": group.id, "type": "group", "title": "Familie"}
    assert message["message"]["chat"]["type"] == "group"
    await api("leaveChat", chat_id=group.id)
    assert group.left
    assert "not a member" in await api.refusal("sendMessage", chat_id=group.id, text="hi")


async def test_a_phone_keeps_its_id_whatever_else_exists(samira: Phone) -> None:
    other = Telegram()
    other.phone("filmon")
    assert other.phone("samira").person.id == samira.person.id > 2**32


@pytest.mark.parametrize("payload", ["a b", "x" * 65, "é"])
async def test_a_start_payload_that_no_link_can_carry_is_refused(samira: Phone, payload: str) -> None:
    with pytest.raises(ValueError, match="at most 64 characters"):
        await samira.start(payload)


async def test_a_document_sent_as_multipart_arrives(
    base: str, session: aiohttp.ClientSession, api: Caller, samira: Phone, telegram: Telegram
) -> None:
    await samira.start()
    form = aiohttp.FormData()
    form.add_field("chat_id", str(samira.person.id))
    form.add_field("document", b"BEGIN:VCALENDAR", filename="lessons.ics", content_type="text/calendar")
    form.add_field("reply_markup", '{"inline_keyboard": [[{"text": "Home", "callback_data": "h"}]]}')
    async with session.post(f"{base}/bot{api.token}/sendDocument", data=form) as response:
        result = (await response.json())["result"]
    message = samira.messages()[-1]
    assert result["document"]["file_name"] == "lessons.ics"
    assert message.labels == ("Home",)
    stored = telegram.files.find(message.file_id or "")
    assert stored is not None
    assert stored.upload.content == b"BEGIN:VCALENDAR"


async def test_a_get_with_a_query_is_a_call_too(
    base: str, session: aiohttp.ClientSession, api: Caller, samira: Phone
) -> None:
    await samira.start()
    query = {"chat_id": str(samira.person.id), "text": "hi", "protect_content": "true"}
    async with session.get(f"{base}/bot{api.token}/sendMessage", params=query) as response:
        assert response.status == 200
    assert samira.messages()[-1].protected


async def test_commands_follow_scope_and_language(api: Caller, telegram: Telegram) -> None:
    english, arabic = ([{"command": "help", "description": text}] for text in ("Help", "مساعدة"))
    await api("setMyCommands", commands=english)
    await api("setMyCommands", commands=arabic, language_code="ar", scope={"type": "all_private_chats"})
    account = telegram.account()
    assert [account.commands_for(code) for code in ("ar", "ti", None)] == [arabic, english, english]
    await api("deleteMyCommands", language_code="ar", scope={"type": "all_private_chats"})
    assert account.commands_for("ar") == english
    assert await api("getMyCommands", language_code="ar") == []
