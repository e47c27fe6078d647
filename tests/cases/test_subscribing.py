"""`wegwijs cases subscribe` against a real Notificaties API of the sandbox and a real address of ours."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer
from typer.testing import CliRunner

from bot.cases.notifications import notification_handler
from bot.cases.port import Hint
from bot.cases.subscribe import Subscribed, Subscriber
from bot.cases.subscribe_words import probed
from bot.cases.subscribing import Asked, carry_out
from bot.cli import app
from bot.errors import CaseApiRefused
from bot.sandbox.town import tenant_text
from bot.sandbox.zgw import roots
from bot.settings import make_master_key
from tests.cases.conftest import World

ELSEWHERE = "https://old.example/notifications"
CHANNELS = ["internetaken", "objecten", "zaaktypen", "zaken"]


class Ours:
    """Our address, and how it may be spoilt."""

    def __init__(self, secret: str) -> None:
        self.spoilt: web.Response | None = None
        self._handler = notification_handler(self.nothing, self.nobody, secret)

    async def nothing(self, body: object) -> Hint | None:
        return None

    async def nobody(self, hint: Hint) -> None:
        return None

    async def answer(self, request: web.Request) -> web.StreamResponse:
        return web.Response(status=self.spoilt.status) if self.spoilt else await self._handler(request)


@pytest.fixture
def ours(world: World) -> Ours:
    return Ours(world.tenant.zgw.notificatie_geheim)


@pytest.fixture
async def callback(ours: Ours) -> AsyncIterator[str]:
    made = web.Application()
    made.router.add_post("/notifications", ours.answer)
    async with TestServer(made) as server:
        yield str(server.make_url("/notifications"))


def rows(world: World) -> list[dict[str, Any]]:
    return world.zgw.register.rows(roots.ABONNEMENTEN)


def foreign(world: World, callback: str) -> None:
    world.zgw.register.add(
        roots.ABONNEMENTEN,
        {"callbackUrl": callback, "kanalen": [{"naam": "zaken", "filters": {}}], "_auth": "x"},
    )


async def said(world: World, callback: str, **asked: bool) -> tuple[bool, str]:
    right, lines = await carry_out(world.tenant, callback, Asked(**asked), world.clock)
    return right, "\n".join(lines)


async def test_it_is_made_kept_and_mended(world: World, session: ClientSession, callback: str) -> None:
    subscriber = Subscriber(world.tenant, session, world.clock)
    assert await subscriber.ensure(callback) is Subscribed.CREATED
    assert await subscriber.ensure(callback) is Subscribed.UNCHANGED
    (row,) = rows(world)
    row["kanalen"] = row["kanalen"][:1]
    assert await subscriber.ensure(callback) is Subscribed.MENDED
    assert sorted(channel["naam"] for channel in row["kanalen"]) == CHANNELS


async def test_without_a_subscription_the_command_makes_one(world: World, callback: str) -> None:
    right, words = await said(world, callback)
    assert right
    assert "There is no subscription for this address." in words
    assert "401 without the secret, 204 with it: as it should." in words
    assert words.endswith("Done: the subscription is made. Changes arrive within half a minute from now on.")
    assert [row["callbackUrl"] for row in rows(world)] == [callback]


async def test_check_changes_nothing_and_says_whether_all_is_well(world: World, callback: str) -> None:
    right, words = await said(world, callback, check=True)
    assert not right
    assert words.endswith("wegwijs cases subscribe makes it.")
    assert rows(world) == []
    await said(world, callback)
    assert (await said(world, callback, check=True))[1].endswith("All is well.")


async def test_what_differs_is_shown_and_mended(world: World, callback: str) -> None:
    await said(world, callback)
    rows(world)[0]["kanalen"] = [{"naam": "zaken", "filters": {}}]
    right, words = await said(world, callback, check=True)
    assert not right
    assert "it has   zaken\n" in words
    assert "we need  internetaken, objecten, zaaktypen, zaken bronorganisatie=" in words
    assert (await said(world, callback))[1].endswith("Done: the subscription is mended.")


async def test_what_is_there_twice_becomes_one(world: World, callback: str) -> None:
    await said(world, callback)
    foreign(world, callback)
    right, words = await said(world, callback, check=True)
    assert not right
    assert "It is there 2 times" in words
    await said(world, callback)
    assert len(rows(world)) == 1


async def test_what_belongs_to_others_is_left_alone(world: World, callback: str) -> None:
    foreign(world, ELSEWHERE)
    foreign(world, "https://omc.example/events/listen")
    _, words = await said(world, callback)
    assert f"Another address with the same path is subscribed: {ELSEWHERE}." in words
    assert "1 subscriptions of other programs are left alone." in words
    _, words = await said(world, callback, remove=True)
    assert words.endswith("A running Wegwijs makes it again at its next start.")
    assert [row["callbackUrl"] for row in rows(world)] == [ELSEWHERE, "https://omc.example/events/listen"]
    assert (await said(world, callback, remove=True))[1].endswith("There was nothing to remove.")


async def test_a_new_secret_is_sent_on_request(world: World, callback: str) -> None:
    await said(world, callback)
    rows(world)[0]["_auth"] = "Bearer old"
    assert (await said(world, callback))[1].endswith("run this with --renew.")
    assert (await said(world, callback, renew=True))[0]
    assert rows(world)[0]["_auth"] == f"Bearer {world.tenant.zgw.notificatie_geheim}"


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (204, "was not refused with 401 or 403.\nEither nobody answers there"),
        (401, "got no answer between 200 and 209.\nStart `wegwijs serve web` first."),
    ],
)
async def test_a_refused_callback_is_explained(
    world: World, callback: str, ours: Ours, status: int, words: str
) -> None:
    ours.spoilt = web.Response(status=status)
    right, found = await said(world, callback)
    assert not right
    assert words in found
    assert found.endswith("The subscription was not changed.")
    assert rows(world) == []


async def test_a_subscription_whose_address_no_longer_answers_is_not_well(
    world: World, callback: str, ours: Ours
) -> None:
    await said(world, callback)
    ours.spoilt = web.Response(status=404)
    right, words = await said(world, callback)
    assert not right
    assert words.endswith("the subscription stands, but our address does not answer as it should.")


async def test_unknown_filters_are_explained_with_those_that_are_known(world: World, callback: str) -> None:
    channel = next(world.zgw.register.where(roots.KANALEN, naam="zaken"))
    channel["filters"] = ["zaaktype"]
    right, words = await said(world, callback)
    assert not right
    assert "zaken (zaaktype)" in words
    assert "register_kanalen" in words


async def test_a_missing_channel_is_said_and_done_without(world: World, callback: str) -> None:
    channel = next(world.zgw.register.where(roots.KANALEN, naam="objecten"))
    world.zgw.register.remove(roots.KANALEN, channel["uuid"])
    right, words = await said(world, callback)
    assert right
    assert "The server has no channel `objecten`" in words
    assert [one["naam"] for one in rows(world)[0]["kanalen"]] == ["zaken", "zaaktypen", "internetaken"]


async def test_a_server_without_internal_tasks_is_nothing_to_speak_of(world: World, callback: str) -> None:
    channel = next(world.zgw.register.where(roots.KANALEN, naam="internetaken"))
    world.zgw.register.remove(roots.KANALEN, channel["uuid"])
    right, words = await said(world, callback)
    assert (right, "internetaken" in words) == (True, False)


async def test_a_missing_right_and_a_silent_server_are_explained(world: World, callback: str) -> None:
    world.zgw.faults.refuse(403, "notificaties")
    right, words = await said(world, callback)
    assert not right
    assert "`notificaties.consumeren`" in words
    world.zgw.faults.clear()
    world.zgw.faults.down()
    right, words = await said(world, callback)
    assert not right
    assert "Check zaaksysteem.notificaties in the tenant file" in words


async def test_a_callback_that_nobody_answers_is_refused_by_the_server(
    world: World, session: ClientSession
) -> None:
    with pytest.raises(CaseApiRefused):
        await Subscriber(world.tenant, session, world.clock).ensure("http://127.0.0.1:9/nobody")


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ((0, 0), "Is `wegwijs serve web` running"),
        ((204, 204), "lets everybody in"),
        ((401, 401), "knows another secret"),
        ((404, 404), "Does the proxy pass on this path"),
    ],
)
def test_each_wrong_answer_of_our_own_address_is_explained(answers: tuple[int, int], words: str) -> None:
    well, line = probed(answers)
    assert not well
    assert words in line


def test_the_command_reads_settings_and_tenant_and_exits_1_where_something_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = tmp_path / "master.key"
    make_master_key(key)
    (tmp_path / "waterveen.toml").write_text(tenant_text("waterveen", "http://127.0.0.1:9"), encoding="utf-8")
    monkeypatch.setenv("WEGWIJS_TENANTS", str(tmp_path))
    monkeypatch.setenv("WEGWIJS_MASTER_KEY_FILE", str(key))
    monkeypatch.setenv("WEGWIJS_PUBLIC_URL", "https://bot.example")
    found = CliRunner().invoke(app, ["cases", "subscribe", "--check"])
    assert found.exit_code == 1
    assert "→ https://bot.example/cases/waterveen" in found.output
    assert "Check zaaksysteem.notificaties in the tenant file" in found.output
