"""The short way in answers as aiohttp does, and hands on what it does not read."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import unused_port
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.intake import Intake
from bot.channels.telegram.lane import LONGEST_HEAD, Odd, read_head
from bot.channels.telegram.webhook import SECRET_HEADER, Door, Webhook
from bot.listen import listening
from tests.channels.telegram.fakes import CALLBACKS, SECRET, Cabinet, Doorkeeper, monday
from tests.channels.telegram.test_wire import message, tap

HEAD = (
    b"POST /telegram/waterveen HTTP/1.1\r\nHost: bot\r\nContent-Type: application/json\r\n"
    b"X-Telegram-Bot-Api-Secret-Token: " + SECRET.encode() + b"\r\n"
)


@pytest.fixture
async def port(cabinet: Cabinet) -> AsyncIterator[int]:
    webhook = Webhook(
        {"waterveen": Door((SECRET,), Intake(cabinet, cabinet, CALLBACKS, Doorkeeper(), monday))}
    )
    app = web.Application(client_max_size=4 * 1024 * 1024)
    webhook.add_routes(app)

    async def other(request: web.Request) -> web.Response:
        return web.Response(text=request.path)

    app.router.add_get("/console", other)
    free = unused_port()
    async with listening(web.AppRunner(app), webhook, "127.0.0.1", free):
        yield free


class Talk:
    """One connection to the server."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer

    def send(self, data: bytes) -> None:
        self._writer.write(data)

    def post(self, update: dict[str, Any], head: bytes = HEAD) -> None:
        body = json.dumps(update).encode()
        self.send(head + b"Content-Length: %d\r\n\r\n" % len(body) + body)

    async def answer(self) -> tuple[int, bytes]:
        async with asyncio.timeout(5):
            head = await self._reader.readuntil(b"\r\n\r\n")
            length = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
            return int(head.split()[1]), await self._reader.readexactly(length)

    async def closed(self) -> bool:
        async with asyncio.timeout(5):
            return await self._reader.read() == b""


@pytest.fixture
async def talk(port: int) -> AsyncIterator[Talk]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    yield Talk(reader, writer)
    writer.close()


async def test_updates_on_one_connection_are_stored_and_acknowledged(talk: Talk, cabinet: Cabinet) -> None:
    for number in range(3):
        talk.post(message(text="hello") | {"update_id": number})
        assert await talk.answer() == (200, b"")
    assert len(cabinet.events) == 3


async def test_the_answer_to_a_tap_travels_in_the_body(talk: Talk) -> None:
    talk.post(tap())
    status, body = await talk.answer()
    assert (status, json.loads(body)["method"]) == (200, "answerCallbackQuery")


async def test_an_update_in_many_pieces_is_put_together(talk: Talk, cabinet: Cabinet) -> None:
    body = json.dumps(message(text="hello")).encode()
    for byte in HEAD + b"Content-Length: %d\r\n\r\n" % len(body) + body:
        talk.send(bytes([byte]))
        await asyncio.sleep(0)
    assert await talk.answer() == (200, b"")
    assert len(cabinet.events) == 1


async def test_two_updates_in_one_packet_are_answered_in_their_order(talk: Talk, cabinet: Cabinet) -> None:
    talk.post(tap())
    talk.post(message(text="hello"))
    assert (await talk.answer())[1] != b""
    assert await talk.answer() == (200, b"")
    assert len(cabinet.events) == 2


async def test_a_store_that_is_away_is_said_with_a_pause(talk: Talk, cabinet: Cabinet) -> None:
    cabinet.away = 1
    talk.post(message(text="hello"))
    assert (await talk.answer())[0] == 503
    talk.post(message(text="hello"))
    assert (await talk.answer())[0] == 200


async def test_a_fault_of_ours_is_no_acknowledgement(
    talk: Talk, cabinet: Cabinet, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(chat: int) -> str:
        raise ValueError("ours")

    monkeypatch.setattr(cabinet, "of_chat", broken)
    talk.post(message(text="hello"))
    assert (await talk.answer())[0] == 500


@pytest.mark.parametrize(
    ("head", "status"),
    [
        (HEAD.replace(SECRET.encode(), b"wrong"), 403),
        (HEAD.replace(b"waterveen", b"elsewhere"), 404),
        (HEAD.replace(b"application/json", b"text/plain"), 415),
    ],
)
async def test_what_is_not_telegrams_is_refused(
    talk: Talk, cabinet: Cabinet, head: bytes, status: int
) -> None:
    talk.post(message(text="hello"), head)
    assert (await talk.answer())[0] == status
    assert not cabinet.events


async def test_a_body_that_is_no_update_is_refused(talk: Talk) -> None:
    talk.send(HEAD + b"Content-Length: 2\r\n\r\n[]")
    assert (await talk.answer())[0] == 400


async def test_another_path_on_the_same_connection_is_aiohttps(talk: Talk, cabinet: Cabinet) -> None:
    talk.post(message(text="hello"))
    assert await talk.answer() == (200, b"")
    talk.send(b"GET /console HTTP/1.1\r\nHost: bot\r\n\r\n")
    assert await talk.answer() == (200, b"/console")
    talk.post(message(text="again") | {"update_id": 7})
    assert (await talk.answer())[0] == 200
    assert len(cabinet.events) == 2


async def test_a_chunked_update_is_aiohttps(port: int, cabinet: Cabinet) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        yield json.dumps(message(text="hello")).encode()

    headers = {SECRET_HEADER: SECRET, "Content-Type": "application/json"}
    url = f"http://127.0.0.1:{port}/telegram/waterveen"
    async with aiohttp.ClientSession() as session, session.post(url, data=chunks(), headers=headers) as said:
        assert said.status == 200
    assert len(cabinet.events) == 1


async def test_a_body_beyond_the_limit_is_refused(talk: Talk) -> None:
    talk.send(HEAD + b"Content-Length: 1048577\r\n\r\n")
    assert (await talk.answer())[0] == 413


@pytest.mark.parametrize(
    "field",
    [
        b"Content-Length: 1\r\n",
        b"Transfer-Encoding: chunked\r\n",
        b"Expect: 100-continue\r\n",
        b"Connection: close\r\n",
        b"no field\r\n",
        b" folded: x\r\n",
        b"X-Null: \x00\r\n",
    ],
)
def test_an_odd_head_is_not_read_here(field: bytes) -> None:
    with pytest.raises(Odd):
        read_head(HEAD + field + b"Content-Length: 2\r\n\r\n{}")


def test_an_endless_head_is_not_waited_for() -> None:
    with pytest.raises(Odd):
        read_head(HEAD + b"X: " + b"x" * LONGEST_HEAD)


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    for tried in (data, HEAD + data, data + b"\r\n\r\n"):
        try:
            head = read_head(tried)
        except Odd:
            continue
        assert head is None or head.size <= len(tried)
