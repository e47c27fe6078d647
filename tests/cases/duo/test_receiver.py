"""The gateway's notices: durable before 201, refused where they name a person."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any
from uuid import uuid4

import pytest
import structlog
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestClient, TestServer

from bot.cases.duo.receiver import LARGEST, VERSION, Arrived, Fault, receiver
from bot.errors import BadAnswer, StoreAway
from tests.cases.duo.official import faults, shapes

Client = TestClient[web.Request, web.Application]
SECRET = "secret-of-the-notices"
SIGNED = {
    "Authorization": f"Bearer {SECRET}",
    "bron": "00000009990000000000",
    "doel": "00000009990000999100",
    "berichtId": str(uuid4()),
}
CANARY = "123456782"
NOTICE: dict[str, Any] = {
    "registratieDatumTijd": "2026-11-23T08:00:00+01:00",
    "gebeurtenisId": "SS103",
    "zaak": "WV-0001",
}


class Door:
    """Keeps what was accepted and told."""

    def __init__(self) -> None:
        self.accepted: list[Arrived] = []
        self.told: list[tuple[Fault, bool]] = []
        self.fault: Exception | None = None

    async def accept(self, arrived: Arrived) -> None:
        if self.fault:
            raise self.fault
        self.accepted.append(arrived)

    def tell(self, fault: Fault, over: bool) -> None:
        if not over:
            self.told.append((fault, over))

    def app(self) -> web.Application:
        app = web.Application()
        app.router.add_post("/notificaties", receiver(self.accept, SECRET, self.tell))
        return app


@pytest.fixture
def door() -> Door:
    return Door()


@pytest.fixture
async def client(door: Door) -> AsyncIterator[Client]:
    async with TestClient(TestServer(door.app())) as found:
        yield found


async def sent(client: Client, body: object = NOTICE, **headers: str) -> tuple[int, str]:
    """Send a notice; every answer must be one that DUO's specification knows."""
    text = body if isinstance(body, str | bytes) else json.dumps(body)
    answer = await client.post("/notificaties", data=text, headers={**SIGNED, **headers})
    said = await answer.text()
    notice = shapes()["notice"]
    assert str(answer.status) in notice["answers"]
    assert answer.headers["API-Version"] == notice["version"] == VERSION
    assert not said or faults(notice["fault"], json.loads(said)) == []
    return answer.status, said


async def test_a_notice_is_taken_in(door: Door, client: Client) -> None:
    assert await sent(client) == (201, "")
    (found,) = door.accepted
    assert (found.reference, found.code) == ("WV-0001", "SS103")
    assert found.registered.isoformat() == NOTICE["registratieDatumTijd"]


async def test_the_notice_without_its_person_is_duos_own() -> None:
    own = {name: value for name, value in NOTICE.items() if name != "zaak"}
    assert faults(shapes()["notice"]["schema"], own) == []
    assert set(own) <= set(shapes()["notice"]["schema"]["properties"])


async def test_further_fields_are_not_read(door: Door, client: Client) -> None:
    assert await sent(client, {**NOTICE, "toelichting": "x"}) == (201, "")


@pytest.mark.parametrize("header", ["", "Bearer", f"Bearer {SECRET}x", f"Token {SECRET}", "Bearer ÿ"])
async def test_nobody_gets_in_without_the_secret(door: Door, client: Client, header: str) -> None:
    status, _ = await sent(client, Authorization=header)
    assert (status, door.accepted) == (401, [])


async def test_a_wrong_secret_is_told_and_a_missing_one_is_not(door: Door, client: Client) -> None:
    await sent(client, Authorization="Bearer wrong")
    assert door.told == [(Fault.SECRET, False)]
    door.told.clear()
    async with ClientSession() as http, http.post(client.make_url("/notificaties"), json=NOTICE) as answer:
        assert (answer.status, door.told) == (401, [])


@pytest.mark.parametrize(
    "name",
    [
        "bsn",
        "BSN",
        "vNummer",
        "v_nummer",
        "Burgerservicenummer",
        "inpBsn",
        "bsnNummer",
        "persoonBsn",
        "\uff42\uff53\uff4e",
        "sofi-nummer",
    ],
)
@pytest.mark.parametrize("nested", [False, True])
async def test_a_body_that_names_a_person_is_refused_and_leaves_no_trace(
    door: Door, client: Client, name: str, nested: bool
) -> None:
    person: dict[str, Any] = {name: CANARY}
    body = {**NOTICE, "persoon": [person]} if nested else {**NOTICE, **person}
    with structlog.testing.capture_logs() as logs:
        status, said = await sent(client, body)
    assert (status, door.accepted, door.told) == (400, [], [(Fault.PERSON, False)])
    assert "nooit een BSN" in said
    assert CANARY not in said + repr(logs)


@pytest.mark.parametrize("number", [CANARY, "1234567890", "12345678", "", "WV 1", "../x", 7, None])
async def test_a_bare_number_is_no_case_reference(door: Door, client: Client, number: object) -> None:
    status, said = await sent(client, {**NOTICE, "zaak": number})
    assert (status, door.accepted) == (400, [])
    assert CANARY not in said


def _deep() -> Any:
    value: Any = {"bsn": CANARY}
    for _ in range(50):
        value = [value]
    return {**NOTICE, "x": value}


@pytest.mark.parametrize(
    "body",
    [
        "not json",
        b"\xff\xfe",
        "[]",
        "null",
        "[" * 5000,
        {},
        {**NOTICE, "gebeurtenisId": "ss103"},
        {**NOTICE, "gebeurtenisId": "SS1031234"},
        {**NOTICE, "gebeurtenisId": 103},
        {**NOTICE, "registratieDatumTijd": "2026-11-23"},
        {**NOTICE, "registratieDatumTijd": "2026-11-23T08:00:00"},
        {**NOTICE, "registratieDatumTijd": 1},
        {name: value for name, value in NOTICE.items() if name != "zaak"},
        {**NOTICE, "x": "y" * LARGEST},
        _deep(),
    ],
    ids=lambda body: str(body)[:20],
)
async def test_what_is_no_notice_is_refused(door: Door, client: Client, body: object) -> None:
    status, _ = await sent(client, body)
    assert (status, door.accepted) == (400, [])


async def test_while_nothing_can_be_kept_it_comes_again(door: Door, client: Client) -> None:
    door.fault = StoreAway("away")
    assert (await sent(client))[0] == 503


async def test_a_registration_in_the_future_is_refused(door: Door, client: Client) -> None:
    door.fault = BadAnswer("registratieDatumTijd")
    assert (await sent(client))[0] == 400
