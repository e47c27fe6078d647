"""Invariant 1 (durable before 200) and threat T9 (forged webhooks)."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
import structlog
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.channels.base import Button
from bot.channels.telegram.intake import Intake
from bot.channels.telegram.webhook import LARGEST_BODY, SECRET_HEADER, Door, Webhook
from bot.errors import Throttled
from bot.state.events import Tapped, Typed
from tests.channels.telegram.fakes import CALLBACKS, SECRET, Cabinet, Doorkeeper, monday
from tests.channels.telegram.test_wire import FAMILY, membership, message, tap
from tests.own_telegram import MONDAY

JSON = {"Content-Type": "application/json", SECRET_HEADER: SECRET}
Web = TestClient[web.Request, web.Application]


class Busy(Doorkeeper):
    """Cannot leave a group now."""

    async def __call__(self, chat: int) -> None:
        raise Throttled(7.2)


@pytest.fixture
def doorkeeper() -> Doorkeeper:
    return Doorkeeper()


@pytest.fixture
async def line(cabinet: Cabinet, doorkeeper: Doorkeeper) -> AsyncIterator[Web]:
    intake = Intake(cabinet, cabinet, CALLBACKS, doorkeeper, monday)
    stuck = Intake(cabinet, cabinet, CALLBACKS, Busy(), monday)
    # Larger than ours, as in an application that also takes uploads: our own cap must hold.
    app = web.Application(client_max_size=64 * 1024 * 1024)
    doors = {"waterveen": Door((SECRET, "the-next-secret"), intake), "heuvelmeer": Door((SECRET,), stuck)}
    Webhook(doors).add_routes(app)
    async with TestClient(TestServer(app)) as client:
        yield client


async def post(line: Web, update: Any, tenant: str = "waterveen", **headers: str) -> tuple[int, bytes]:
    body = update if isinstance(update, bytes) else json.dumps(update).encode()
    async with line.post(f"/telegram/{tenant}", data=body, headers=JSON | headers) as answer:
        return answer.status, await answer.read()


async def test_a_text_is_stored_and_then_acknowledged(line: Web, cabinet: Cabinet) -> None:
    assert await post(line, message(text="hello")) == (200, b"")

    (link, event), *others = cabinet.events
    assert not others
    assert link == "link-7"
    assert isinstance(event, Typed)
    assert event.text == "hello"


async def test_a_text_to_an_ended_link_goes_to_the_chats_new_one(line: Web, cabinet: Cabinet) -> None:
    cabinet.ended.add("link-7")
    assert await post(line, message(text="hello")) == (200, b"")
    assert [link for link, _ in cabinet.events] == ["link-7-1"]


async def test_a_text_that_no_link_takes_comes_again(line: Web, cabinet: Cabinet) -> None:
    cabinet.ended |= {"link-7", "link-7-1"}
    assert (await post(line, message(text="hello")))[0] == 503


async def test_a_taps_answer_travels_in_the_acknowledgement(line: Web, cabinet: Cabinet) -> None:
    status, body = await post(line, tap())

    assert status == 200
    assert json.loads(body) == {"method": "answerCallbackQuery", "callback_query_id": "q1"}
    assert len(cabinet.events) == 1


async def test_a_tap_of_this_link_is_genuine_and_a_forged_one_is_not(line: Web, cabinet: Cabinet) -> None:
    sealed = CALLBACKS.encode(Button("x", "lessons.lesson", "open", "a1"), "link-7")
    await post(line, tap(data=sealed))
    await post(line, tap(data="x" + sealed[1:]) | {"update_id": 902})

    assert [event for _, event in cabinet.events] == [
        Tapped("tg:901", MONDAY, 4, "lessons.lesson", "open", "a1", True),
        Tapped("tg:902", MONDAY, 4, "lessons.lesson", "open", "a1", False),
    ]


async def test_the_same_update_again_gets_the_same_answer_and_is_stored_once(
    line: Web, cabinet: Cabinet
) -> None:
    first, second = await post(line, tap()), await post(line, tap())

    assert first == second
    assert len(cabinet.events) == 1


async def test_with_the_store_away_telegram_is_asked_to_come_again(line: Web, cabinet: Cabinet) -> None:
    cabinet.away = 1
    async with line.post("/telegram/waterveen", json=message(text="x"), headers=JSON) as answer:
        assert (answer.status, answer.headers["Retry-After"]) == (503, "1")
    assert cabinet.events == []

    assert (await post(line, message(text="x")))[0] == 200
    assert len(cabinet.events) == 1


@pytest.mark.parametrize("secret", ["", "wrong", SECRET + "x", "\u00e9", SECRET.upper()])
async def test_a_forged_update_is_refused_and_nothing_is_stored(
    line: Web, cabinet: Cabinet, secret: str
) -> None:
    assert (await post(line, message(text="x"), **{SECRET_HEADER: secret}))[0] == 403
    assert cabinet.events == []


async def test_a_forged_update_without_any_secret_is_refused(line: Web, cabinet: Cabinet) -> None:
    async with line.post("/telegram/waterveen", json=message(text="x")) as answer:
        assert answer.status == 403
    assert cabinet.events == []


async def test_while_the_secret_changes_both_are_valid(line: Web) -> None:
    assert (await post(line, message(text="x"), **{SECRET_HEADER: "the-next-secret"}))[0] == 200


async def test_an_unknown_tenant_is_not_found(line: Web) -> None:
    assert (await post(line, message(text="x"), tenant="elsewhere"))[0] == 404


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'{"update_id":"1"}',
        b'{"update_id":true}',
        b"{}",
        b"[" * 100_000,
    ],
)
async def test_what_is_no_update_is_a_bad_request(line: Web, cabinet: Cabinet, body: bytes) -> None:
    assert (await post(line, body))[0] == 400
    assert cabinet.events == []


async def test_an_update_that_cannot_be_understood_does_not_block_its_queue(line: Web) -> None:
    assert await post(line, {"update_id": 1, "message": {"chat": 5}}) == (200, b"")


async def test_only_json_is_taken(line: Web) -> None:
    assert (await post(line, message(text="x"), **{"Content-Type": "text/plain"}))[0] == 415


async def test_a_body_over_a_mebibyte_is_refused(line: Web) -> None:
    body = io.BytesIO(b"x" * (LARGEST_BODY + 1))

    async with line.post("/telegram/waterveen", data=body, headers=JSON) as answer:
        assert answer.status == 413


async def test_a_small_body_that_unpacks_to_a_large_one_is_refused(line: Web) -> None:
    packed = gzip.compress(b" " * (4 * LARGEST_BODY))

    assert (await post(line, packed, **{"Content-Encoding": "gzip"}))[0] == 413


async def test_a_group_is_left_and_nothing_of_it_is_stored(
    line: Web, cabinet: Cabinet, doorkeeper: Doorkeeper
) -> None:
    assert await post(line, membership("member", FAMILY)) == (200, b"")

    assert doorkeeper.left == [-1005]
    assert cabinet.events == []


async def test_a_group_that_cannot_be_left_now_is_told_again(line: Web) -> None:
    async with line.post("/telegram/heuvelmeer", json=membership("member", FAMILY), headers=JSON) as answer:
        assert (answer.status, answer.headers["Retry-After"]) == (503, "8")


async def test_no_text_and_no_secret_is_logged(line: Web, spoken: list[structlog.typing.EventDict]) -> None:
    await post(line, message(text="my number is 123456782"))
    await post(line, message(text="x"), **{SECRET_HEADER: "wrong-secret"})
    await post(line, b"BSN 123456782")

    assert len(spoken) == 2
    assert "123456782" not in repr(spoken)
    assert "wrong-secret" not in repr(spoken)
