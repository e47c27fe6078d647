"""python-telegram-bot on aiohttp: what is sent, what every failure becomes, and that no token ever shows."""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer, unused_port
from telegram import InputFile
from telegram.error import (
    BadRequest,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.breaker import Breaker
from bot.channels.telegram.client import Client
from bot.channels.telegram.failures import seconds_of
from bot.channels.telegram.keepalive import LARGEST_ANSWER
from bot.channels.telegram.transport import NotSent, Transport
from tests.channels.telegram.fakes import TOKEN
from tests.clocks import Hands

Answerer = Callable[[web.Request], Awaitable[web.StreamResponse]]


class OddTelegram:
    """A server at Telegram's place that answers as a test tells it."""

    def __init__(self) -> None:
        self.seen: list[tuple[str, str, dict[str, Any]]] = []
        self.answer: Answerer = self.fine
        self.done = asyncio.Event()

    async def fine(self, request: web.Request) -> web.Response:
        return web.json_response({"ok": True, "result": True})

    async def silent(self, request: web.Request) -> web.Response:
        await self.done.wait()
        return web.Response()

    async def broken(self, request: web.Request) -> web.Response:
        assert request.transport is not None
        request.transport.abort()
        return web.Response()

    def says(self, status: int, body: str, content_type: str = "application/json") -> None:
        async def answer(request: web.Request) -> web.Response:
            return web.Response(status=status, text=body, content_type=content_type)

        self.answer = answer

    async def handle(self, request: web.Request) -> web.StreamResponse:
        if request.content_type.startswith("multipart/"):
            form: dict[str, Any] = {}
            for name, value in (await request.post()).items():
                if isinstance(value, web.FileField):
                    form[name] = (value.filename, value.content_type, value.file.read())
                else:
                    form[name] = value
            self.seen.append((request.path, request.content_type, form))
        elif request.body_exists:
            self.seen.append((request.path, request.content_type, await request.json()))
        return await self.answer(request)


@pytest.fixture
async def odd() -> OddTelegram:
    return OddTelegram()


@pytest.fixture
async def root(odd: OddTelegram) -> AsyncIterator[str]:
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", odd.handle)
    server = TestServer(app)
    await server.start_server()
    yield str(server.make_url(""))
    odd.done.set()
    await server.close()


@pytest.fixture
async def near(root: str) -> AsyncIterator[Client]:
    async with Client(TOKEN, root, transport=Transport(seconds=0.3)) as client:
        yield client


async def fault_of(client: Client) -> TelegramError:
    with pytest.raises(TelegramError) as caught:
        await client.call("sendMessage", {"chat_id": 1, "text": "a secret text"})
    shown = "".join(traceback.format_exception(caught.value))
    assert TOKEN not in shown
    assert TOKEN not in repr(vars(caught.value))
    return caught.value


async def test_parameters_travel_as_json(odd: OddTelegram, near: Client) -> None:
    keyboard = {"inline_keyboard": [[{"text": "📚", "callback_data": "d"}]]}
    await near.call("sendMessage", {"chat_id": 7, "text": "درس", "reply_markup": keyboard})

    assert odd.seen == [
        (
            f"/bot{TOKEN}/sendMessage",
            "application/json",
            {"chat_id": 7, "text": "درس", "reply_markup": keyboard},
        )
    ]


async def test_a_text_with_a_lone_surrogate_is_sent_all_the_same(odd: OddTelegram, near: Client) -> None:
    await near.call("sendMessage", {"chat_id": 7, "text": "a\ud800b"})

    assert odd.seen[0][2]["text"] == "a?b"


async def test_files_travel_as_multipart(odd: OddTelegram, near: Client) -> None:
    file = InputFile(b"%PDF", filename="plan.pdf")
    await near.call("sendDocument", {"chat_id": 7, "caption": "خطة", "document": file})

    _, kind, form = odd.seen[0]
    assert kind == "multipart/form-data"
    assert form["caption"] == "خطة"
    assert ("plan.pdf", "application/pdf", b"%PDF") in form.values()


async def test_python_telegram_bots_own_methods_work_on_it(odd: OddTelegram, near: Client) -> None:
    odd.says(200, '{"ok":true,"result":{"id":1,"is_bot":true,"first_name":"Wegwijs"}}')

    assert (await near.bot.get_me()).first_name == "Wegwijs"


async def test_silence_may_or_may_not_have_sent_it(odd: OddTelegram, near: Client) -> None:
    odd.answer = odd.silent
    fault = await fault_of(near)

    assert isinstance(fault, TimedOut)
    assert not isinstance(fault, NotSent)


async def test_a_broken_connection_may_or_may_not_have_sent_it(odd: OddTelegram, near: Client) -> None:
    odd.answer = odd.broken
    fault = await fault_of(near)

    assert isinstance(fault, NetworkError)
    assert not isinstance(fault, TimedOut | NotSent)


async def test_without_a_connection_nothing_was_sent() -> None:
    async with Client(TOKEN, f"http://127.0.0.1:{unused_port()}") as client:
        assert isinstance(await fault_of(client), NotSent)


async def test_waiting_for_a_free_connection_in_vain_sent_nothing(odd: OddTelegram, root: str) -> None:
    odd.answer = odd.silent
    async with Client(TOKEN, root, transport=Transport(connections=1)) as client:
        first = asyncio.create_task(client.call("getMe", {}))
        await asyncio.sleep(0)
        with pytest.raises(TimedOut) as caught:
            await client.bot.get_me(connect_timeout=0.05)
        odd.done.set()
        await asyncio.gather(first, return_exceptions=True)

    assert isinstance(caught.value, NotSent)


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (400, BadRequest),
        (401, InvalidToken),
        (403, Forbidden),
        (409, Conflict),
        (500, NetworkError),
        (502, NetworkError),
    ],
)
async def test_refusals_become_the_errors_of_python_telegram_bot(
    odd: OddTelegram, near: Client, status: int, error: type[TelegramError]
) -> None:
    odd.says(status, f'{{"ok":false,"error_code":{status},"description":"Told so"}}')

    assert type(await fault_of(near)) is error


async def test_a_429_says_how_long_to_wait(odd: OddTelegram, near: Client) -> None:
    odd.says(429, '{"ok":false,"error_code":429,"description":"x","parameters":{"retry_after":17}}')
    fault = await fault_of(near)

    assert isinstance(fault, RetryAfter)
    assert seconds_of(fault) == 17


@pytest.mark.parametrize(
    ("status", "body"),
    [(502, f"<html>{TOKEN}"), (200, f"<html>{TOKEN}"), (500, "[1]"), (200, "[]"), (200, '{"ok":true}')],
)
async def test_a_proxys_page_is_a_network_error_that_does_not_quote_it(
    odd: OddTelegram, near: Client, status: int, body: str
) -> None:
    odd.says(status, body, "text/html")

    assert isinstance(await fault_of(near), NetworkError)


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409])
async def test_a_refusal_not_in_telegrams_own_words_blocks_nobody(
    odd: OddTelegram, near: Client, status: int
) -> None:
    odd.says(status, '{"error":"blocked by the firewall"}')
    fault = await fault_of(near)

    assert isinstance(fault, NetworkError)
    assert not isinstance(fault, BadRequest | Conflict | Forbidden | InvalidToken)


async def test_an_answer_of_more_than_five_megabytes_is_not_read(odd: OddTelegram, near: Client) -> None:
    odd.says(200, '{"ok":true,"result":"' + "x" * LARGEST_ANSWER + '"}')

    assert isinstance(await fault_of(near), NetworkError)


async def test_a_dead_telegram_is_left_alone_but_for_four_probes_a_minute(
    odd: OddTelegram, root: str
) -> None:
    clock = Hands()
    client = Client(TOKEN, root, breaker=Breaker(clock))
    odd.says(502, "")
    for _ in range(5 + 60):
        assert isinstance(await fault_of(client), NetworkError)
        clock.forward(seconds=1)
    assert len(odd.seen) == 5 + 4
    await client.close()


async def test_a_refused_token_is_used_once_a_minute(odd: OddTelegram, root: str) -> None:
    clock = Hands()
    client = Client(TOKEN, root, breaker=Breaker(clock))
    odd.says(401, '{"ok":false,"error_code":401,"description":"Unauthorized"}')
    for _ in range(120):
        assert isinstance(await fault_of(client), InvalidToken)
        clock.forward(seconds=1)
    assert len(odd.seen) == 2
    await client.close()


async def test_redirects_are_not_followed(odd: OddTelegram, near: Client) -> None:
    async def elsewhere(request: web.Request) -> web.Response:
        raise web.HTTPFound("/elsewhere")

    odd.answer = elsewhere
    await fault_of(near)

    assert len(odd.seen) == 1


async def test_a_bot_does_not_show_its_token(near: Client) -> None:
    assert TOKEN not in f"{near!r} {near.bot!r} {near.bot}"


async def test_closing_twice_is_harmless_and_a_later_call_opens_anew(near: Client) -> None:
    await near.call("getMe", {})
    await near.close()
    await near.close()

    assert await near.call("getMe", {}) is True
