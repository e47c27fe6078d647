"""The phones over HTTP JSON, as the main story uses them from another process."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import aiohttp
import pytest
from aiohttp.test_utils import TestServer

from bot.sandbox.telegram import Phone, StepClock, Telegram, telegram_app
from bot.sandbox.telegram.caller import Caller


@pytest.fixture
def phones(base: str) -> str:
    return f"{base}/phone/api/phones"


async def _do(session: aiohttp.ClientSession, url: str, status: int = 200, **body: Any) -> Any:
    async with session.post(url, json=body) as response:
        answer = await response.json(content_type=None)
        assert response.status == status, answer
        return answer


async def test_a_story_plays_over_http(
    phones: str, session: aiohttp.ClientSession, api: Caller, telegram: Telegram
) -> None:
    added = await _do(session, phones, 201, name="elif", first_name="Elif", language_code="tr")
    await _do(session, f"{phones}/elif/start", payload="abc")
    [update] = await api("getUpdates")
    assert update["message"]["text"] == "/start abc"
    keyboard = {"inline_keyboard": [[{"text": "Aç", "callback_data": "open"}]]}
    await api("sendMessage", chat_id=added["id"], text="Merhaba", reply_markup=keyboard)
    tap = await _do(session, f"{phones}/elif/tap", button="Aç")
    assert (tap["data"], tap["answered"]) == ("open", False)
    async with session.get(f"{phones}/elif/chats/WaterveenWegwijsBot/messages") as response:
        chat = await response.json()
    assert [message["text"] for message in chat["messages"]] == ["/start", "Merhaba"]
    assert chat["spinning"] == [{"message_id": tap["message_id"], "data": "open", "for_ms": 10_000}]


@pytest.mark.parametrize(
    ("path", "body", "status", "detail"),
    [
        ("nobody/text", {"text": "hi"}, 404, "there is no phone 'nobody'"),
        ("samira/tap", {"button": "Home"}, 409, "samira finds no button 'Home'"),
        ("samira/text", {"text": " "}, 409, "an empty text can't be sent"),
        ("samira/dance", {}, 409, "a phone can't dance"),
        ("samira/text", {"word": "hi"}, 400, "word: Extra inputs are not permitted"),
        ("samira/text", {"text": "hi", "bot": "NoBot"}, 409, "there is no bot @NoBot"),
    ],
)
async def test_what_cannot_be_done_is_explained(
    phones: str,
    session: aiohttp.ClientSession,
    samira: Phone,
    path: str,
    body: dict[str, Any],
    status: int,
    detail: str,
) -> None:
    answer = await _do(session, f"{phones}/{path}", status, **body)
    assert detail in answer["detail"]


async def test_a_form_of_a_foreign_page_is_not_taken(
    phones: str, session: aiohttp.ClientSession, samira: Phone
) -> None:
    async with session.post(
        f"{phones}/samira/text", data="{}", headers={"Content-Type": "text/plain"}
    ) as response:
        assert response.status == 415


async def test_events_tell_what_changed(base: str, session: aiohttp.ClientSession, samira: Phone) -> None:
    async with session.get(f"{base}/phone/api/events") as stream:
        before = await _event(stream)
        await samira.start()
        after = await _event(stream)
    assert (before[0]["chats"][0]["started"], after[0]["chats"][0]["started"]) == (False, True)


async def _event(stream: aiohttp.ClientResponse) -> Any:
    async with asyncio.timeout(5):
        line = await stream.content.readline()
        await stream.content.readline()
    return json.loads(line.removeprefix(b"data: "))


@pytest.mark.parametrize(
    ("media_type", "served", "disposition"),
    [
        ("text/html", "application/octet-stream", "attachment"),
        ("image/svg+xml", "application/octet-stream", "attachment"),
        ("image/png", "image/png", "inline"),
    ],
)
async def test_only_pictures_and_sound_are_shown(
    base: str,
    session: aiohttp.ClientSession,
    api: Caller,
    samira: Phone,
    media_type: str,
    served: str,
    disposition: str,
) -> None:
    await samira.start()
    form = aiohttp.FormData({"chat_id": str(samira.person.id)})
    form.add_field("document", b"<script>", filename="x", content_type=media_type)
    async with session.post(f"{base}/bot{api.token}/sendDocument", data=form) as response:
        file_id = (await response.json())["result"]["document"]["file_id"]
    async with session.get(f"{base}/phone/api/files/{file_id}") as response:
        assert response.content_type == served
        assert response.headers["Content-Disposition"] == disposition


async def test_the_apps_shutdown_ends_streams_and_polls_at_once(
    samira: Phone, telegram: Telegram, clock: StepClock
) -> None:
    server = TestServer(telegram_app(telegram))
    await server.start_server()
    async with aiohttp.ClientSession() as session:
        async with session.get(server.make_url("/phone/api/events")) as stream:
            await _event(stream)
            url = server.make_url("/bot1001:AAA/getUpdates").with_query(timeout="30")
            poll = asyncio.create_task(session.get(url))
            await clock.sleeper()
            async with asyncio.timeout(2):
                await server.close()
        assert (await poll).status == 200
