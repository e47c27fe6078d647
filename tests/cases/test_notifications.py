"""The callback lets in who knows the secret, answers quickly and tells nothing."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestClient, TestServer

from bot.cases.notifications import notification_handler
from bot.cases.port import Hint
from bot.cases.subscribe import Subscriber
from bot.errors import BadAnswer, StoreAway
from tests.cases.conftest import World

Client = TestClient[web.Request, web.Application]

SECRET = "notification-secret"
KNOWN = {"kanaal": "zaken", "hoofdObject": "known"}
FOREIGN = {"kanaal": "zaken", "hoofdObject": "foreign"}
PROBE = {"kanaal": "test", "hoofdObject": "http://some.hoofdobject.nl/", "kenmerken": {}}
SIGNED = {"Authorization": f"Bearer {SECRET}"}


class Receiver:
    """Decodes as a test needs it, and keeps what was accepted."""

    def __init__(self) -> None:
        self.accepted: list[Hint] = []
        self.decoded: list[object] = []
        self.told: list[bool] = []
        self.fault: Exception | None = None

    async def decode(self, body: object) -> Hint | None:
        self.decoded.append(body)
        if isinstance(body, dict) and "specversion" in body:
            return Hint(case_uuid=str(body["subject"]))
        if not isinstance(body, dict) or "hoofdObject" not in body:
            raise BadAnswer("notification")
        return Hint(case_uuid="known") if body["hoofdObject"] == "known" else None

    async def accept(self, hint: Hint) -> None:
        if self.fault:
            raise self.fault
        self.accepted.append(hint)

    def app(self) -> web.Application:
        app = web.Application()
        handler = notification_handler(self.decode, self.accept, SECRET, self.told.append)
        app.router.add_post("/notifications", handler)
        return app


@pytest.fixture
def receiver() -> Receiver:
    return Receiver()


@pytest.fixture
async def client(receiver: Receiver) -> AsyncIterator[Client]:
    async with TestClient(TestServer(receiver.app())) as found:
        yield found


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer wrong"}, {"Authorization": SECRET}])
async def test_without_the_secret_nobody_is_let_in(
    client: Client, receiver: Receiver, headers: dict[str, str]
) -> None:
    answer = await client.post("/notifications", json=KNOWN, headers=headers)
    assert answer.status == 401
    assert receiver.accepted == []


async def test_the_probe_of_the_registration_is_accepted_and_does_nothing(
    client: Client, receiver: Receiver
) -> None:
    assert (await client.post("/notifications", json=PROBE)).status == 401
    assert (await client.post("/notifications", json=PROBE, headers=SIGNED)).status == 204
    assert receiver.accepted == []


async def test_a_known_case_is_handed_on_and_a_foreign_one_gets_the_same_answer(
    client: Client, receiver: Receiver
) -> None:
    for body in (KNOWN, FOREIGN):
        assert (await client.post("/notifications", json=body, headers=SIGNED)).status == 204
    assert receiver.accepted == [Hint(case_uuid="known")]


@pytest.mark.parametrize("text", [b"", b"{", b"[1]", b'"x"', b"[" * 5000, b"\xff"])
async def test_a_malformed_body_is_a_problem(client: Client, text: bytes) -> None:
    answer = await client.post("/notifications", data=text, headers=SIGNED)
    assert (answer.status, answer.content_type) == (400, "application/problem+json")


async def test_a_body_of_more_than_64_kib_is_not_read(client: Client) -> None:
    answer = await client.post("/notifications", data=b" " * (64 * 1024 + 1), headers=SIGNED)
    assert answer.status == 413


async def test_while_the_store_is_away_it_asks_for_the_notification_again(
    client: Client, receiver: Receiver
) -> None:
    receiver.fault = StoreAway()
    answer = await client.post("/notifications", json=KNOWN, headers=SIGNED)
    assert answer.status == 503
    assert answer.headers["Retry-After"]


async def test_a_wrong_secret_is_told_and_a_missing_one_is_only_the_probe(
    client: Client, receiver: Receiver
) -> None:
    await client.post("/notifications", json=PROBE)
    await client.post("/notifications", json=KNOWN, headers={"Authorization": "Bearer wrong"})
    await client.post("/notifications", json=KNOWN, headers={"Authorization": "Bearer \u00e9"})
    await client.post("/notifications", json=KNOWN, headers=SIGNED)
    assert receiver.told == [False, False, True]


EVENT = {"specversion": "1.0", "type": "nl.overheid.zaken.zaak-gemuteerd", "id": "1", "source": "urn:x"}


async def test_a_cloudevent_comes_in_structured_mode(client: Client, receiver: Receiver) -> None:
    headers = {**SIGNED, "Content-Type": "application/cloudevents+json; charset=utf-8"}
    text = json.dumps({**EVENT, "subject": "a"})
    assert (await client.post("/notifications", data=text, headers=headers)).status == 204
    assert receiver.accepted == [Hint(case_uuid="a")]


async def test_a_cloudevent_comes_in_binary_mode(client: Client, receiver: Receiver) -> None:
    headers = {**SIGNED, **{f"ce-{name}": value for name, value in EVENT.items()}, "Ce-Subject": "a"}
    assert (await client.post("/notifications", json={"x": 1}, headers=headers)).status == 204
    assert (await client.post("/notifications", headers=headers)).status == 204
    assert receiver.decoded == [{**EVENT, "subject": "a", "data": data} for data in ({"x": 1}, None)]


async def test_cloudevents_come_in_a_batch(client: Client, receiver: Receiver) -> None:
    headers = {**SIGNED, "Content-Type": "application/cloudevents-batch+json"}
    text = json.dumps([{**EVENT, "subject": "a"}, {**EVENT, "subject": "b"}])
    assert (await client.post("/notifications", data=text, headers=headers)).status == 204
    assert receiver.accepted == [Hint(case_uuid="a"), Hint(case_uuid="b")]


async def test_one_broken_event_of_a_batch_loses_none_of_the_others(
    client: Client, receiver: Receiver
) -> None:
    headers = {**SIGNED, "Content-Type": "application/cloudevents-batch+json"}
    text = json.dumps([{"nonsense": 1}, {**EVENT, "subject": "b"}])
    assert (await client.post("/notifications", data=text, headers=headers)).status == 400
    assert receiver.accepted == [Hint(case_uuid="b")]


async def test_a_batch_without_end_is_refused(client: Client) -> None:
    headers = {**SIGNED, "Content-Type": "application/cloudevents-batch+json"}
    assert (
        await client.post("/notifications", data=b"[" + b"1," * 600 + b"1]", headers=headers)
    ).status == 400


@pytest.fixture
async def callback(receiver: Receiver, world: World) -> AsyncIterator[str]:
    decode = world.cases.hint
    app = web.Application()
    secret = world.tenant.zgw.notificatie_geheim
    app.router.add_post("/notifications", notification_handler(decode, receiver.accept, secret))
    async with TestServer(app) as server:
        yield str(server.make_url("/notifications"))


async def test_a_change_at_the_municipality_arrives_as_a_hint(
    world: World, session: ClientSession, callback: str, receiver: Receiver
) -> None:
    await Subscriber(world.tenant, session, world.clock).ensure(callback)
    world.desk.set_status("WV-0001", "Gepauzeerd")
    await world.zgw.notices.settle()
    assert receiver.accepted == [Hint(case_uuid=world.case("Samira"))]
