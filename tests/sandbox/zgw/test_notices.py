"""Notices: the two-step probe, thin bodies, repeats, and the switches for tests."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.sandbox.zgw import Handling, Zgw, roots
from bot.sandbox.zgw.notices import RETRIES
from bot.sandbox.zgw.schema import type_uuid

SECRET = "Bearer webhook"


class Receiver:
    """A webhook that wants a secret; `answers` are used up first, then 204."""

    def __init__(self) -> None:
        self.bodies: list[dict[str, Any]] = []
        self.answers: list[int] = []
        self.guarded = True
        self.server: TestServer

    async def answer(self, request: web.Request) -> web.Response:
        if self.guarded and request.headers.get("Authorization") != SECRET:
            return web.Response(status=403)
        body = await request.json()
        if body["kanaal"] != "test":
            self.bodies.append(body)
        return web.Response(status=self.answers.pop(0) if self.answers and body["kanaal"] != "test" else 204)

    @property
    def url(self) -> str:
        return str(self.server.make_url("/bel"))


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    found = Receiver()
    app = web.Application()
    app.router.add_post("/bel", found.answer)
    found.server = TestServer(app)
    await found.server.start_server()
    yield found
    await found.server.close()


async def subscribe(api: Any, receiver: Receiver, channel: str = "objecten", **filters: str) -> Any:
    body = {"callbackUrl": receiver.url, "auth": SECRET, "kanalen": [{"naam": channel, "filters": filters}]}
    return await api.post(roots.ABONNEMENTEN, body)


async def finish_task(api: Any, task: str, status: str = "afgerond") -> None:
    await api.patch(f"{roots.OBJECTS}/{task}", {"record": {"data": {"status": status}}})


async def test_a_callback_without_a_guard_is_refused(api: Any, receiver: Receiver) -> None:
    receiver.guarded = False
    assert (await subscribe(api, receiver)).code == "no-auth-on-callback-url"


async def test_a_callback_that_refuses_the_secret_is_refused(api: Any, receiver: Receiver) -> None:
    body = {
        "callbackUrl": receiver.url,
        "auth": "Bearer anders",
        "kanalen": [{"naam": "zaken", "filters": {}}],
    }
    assert (await api.post(roots.ABONNEMENTEN, body)).code == "invalid-callback-url"


async def test_a_filter_that_the_channel_has_not_is_refused(api: Any, receiver: Receiver) -> None:
    assert (await subscribe(api, receiver, "zaken", onbekend="x")).code == "inconsistent-abonnement-filters"


async def test_the_secret_is_never_shown(api: Any, receiver: Receiver) -> None:
    made = await subscribe(api, receiver)
    listed = await api.get(roots.ABONNEMENTEN)
    assert made.status == 201
    assert SECRET not in str(made.body) + str(listed.body)


async def test_a_change_of_an_object_is_told_thinly(
    api: Any, receiver: Receiver, zgw: Zgw, task: str
) -> None:
    await subscribe(api, receiver)
    await finish_task(api, task)
    await zgw.notices.settle()
    body = receiver.bodies[0]
    assert set(body) == {
        "actie",
        "kanaal",
        "resource",
        "kenmerken",
        "hoofdObject",
        "resourceUrl",
        "aanmaakdatum",
    }
    assert (body["actie"], body["hoofdObject"]) == ("partial_update", f"{zgw.base_url}{roots.OBJECTS}/{task}")


async def test_a_property_is_told_under_its_case(
    api: Any, receiver: Receiver, zgw: Zgw, case_url: str
) -> None:
    await subscribe(api, receiver, "zaken", bronorganisatie="123456782")
    listed = await api.get(f"{case_url}/zaakeigenschappen")
    await api.patch(listed.body[0]["url"], {"waarde": "O"})
    await zgw.notices.settle()
    body = receiver.bodies[0]
    assert (body["resource"], body["hoofdObject"]) == ("zaakeigenschap", zgw.base_url + case_url)


@pytest.mark.parametrize("spelling", ["object_type", "objectType"])
async def test_a_filter_on_objecttype_holds_in_either_spelling(
    api: Any, receiver: Receiver, zgw: Zgw, task: str, spelling: str
) -> None:
    root = f"{zgw.base_url}{roots.OBJECTTYPES}"
    for name in ("les", "externetaak"):
        made = await subscribe(api, receiver, **{spelling: f"{root}/{type_uuid(name)}"})
        assert made.status == 201
    await finish_task(api, task)
    await zgw.notices.settle()
    assert [b["kenmerken"]["objectType"] for b in receiver.bodies] == [f"{root}/{type_uuid('externetaak')}"]


async def test_a_refused_notice_comes_again_later(
    api: Any, receiver: Receiver, zgw: Zgw, sleep: Any, task: str
) -> None:
    await subscribe(api, receiver)
    receiver.answers = [503, 503]
    await finish_task(api, task)
    await zgw.notices.settle()
    assert [a.status for a in zgw.notices.attempts] == [503, 503, 204]
    assert sleep.asked == list(RETRIES[:2])


async def test_after_a_day_a_notice_is_given_up(
    api: Any, receiver: Receiver, zgw: Zgw, sleep: Any, task: str
) -> None:
    await subscribe(api, receiver)
    receiver.answers = [503] * 20
    await finish_task(api, task)
    await zgw.notices.settle()
    assert len(receiver.bodies) == 1 + len(RETRIES)
    assert 23 * 3600 < sum(sleep.asked) < 25 * 3600


async def test_notices_can_be_lost_doubled_and_held_back(
    api: Any, receiver: Receiver, zgw: Zgw, task: str
) -> None:
    await subscribe(api, receiver)
    zgw.notices.handling = Handling.DROP
    await finish_task(api, task)
    zgw.notices.handling = Handling.TWICE
    await finish_task(api, task, "verwerkt")
    await zgw.notices.settle()
    assert len(receiver.bodies) == 2
    zgw.notices.handling = Handling.HOLD
    await finish_task(api, task, "gesloten")
    await api.ask("DELETE", f"{roots.OBJECTS}/{task}")
    assert (len(receiver.bodies), zgw.notices.held) == (2, 2)
    zgw.notices.release(backwards=True)
    await zgw.notices.settle()
    assert [b["actie"] for b in receiver.bodies[2:]] == ["destroy", "partial_update"]


async def test_a_subscription_can_be_changed_and_ended(
    api: Any, receiver: Receiver, zgw: Zgw, task: str
) -> None:
    made = await subscribe(api, receiver)
    new = {"kanalen": [{"naam": "zaken", "filters": {}}]}
    changed = await api.patch(made.body["url"], new)
    assert [k["naam"] for k in changed.body["kanalen"]] == ["zaken"]
    await finish_task(api, task)
    assert (await api.ask("DELETE", made.body["url"])).status == 204
    await zgw.notices.settle()
    assert (receiver.bodies, (await api.get(roots.ABONNEMENTEN)).body) == ([], [])


async def test_contacts_are_never_told(api: Any, receiver: Receiver, zgw: Zgw) -> None:
    await subscribe(api, receiver, "klantcontacten")
    await api.post(roots.KLANTCONTACTEN, {"kanaal": "telegram", "onderwerp": "Vraag", "vertrouwelijk": True})
    await zgw.notices.settle()
    assert receiver.bodies == []
