"""A citizen service number anywhere in the case system comes no further: no store, log or phone has it."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any, Final

import aiohttp
import pytest

from bot.channels.telegram.callback import MAC_LENGTH
from bot.sandbox.arrivals import tap
from bot.sandbox.town import tenant_text
from bot.sandbox.zgw import Fault, Kind
from bot.sandbox.zgw.desk import Desk
from bot.sandbox.zgw.klant import Klant
from bot.store import vault
from tests.canaries import Canaries
from tests.office import anneke
from tests.phone import Newcomer, newcomer
from tests.rest import at_rest
from tests.stories.story_clock import StoryClock
from tests.town import BOT, TestTown, town

pytestmark = pytest.mark.story
NUMBER: Final = "WV-0001"
MOST: Final = 60
AVOIDED: Final = ("privacy.", "start.", "linking.", "reading.")


class Leaks:
    """What leaves the adapter for elsewhere: what is sealed, before it is, and what is sent."""

    def __init__(self) -> None:
        self.sealed: list[str] = []
        self.sent: list[str] = []

    def watch(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Look over the shoulder of the vault and of everything that asks over HTTP."""
        seal, request = vault.seal_with, aiohttp.ClientSession._request

        def sealing(key: Any, plain: bytes, bound: str) -> str:
            self.sealed.append(plain.decode("utf-8", "replace"))
            return seal(key, plain, bound)

        async def asking(session: aiohttp.ClientSession, method: str, url: Any, **more: Any) -> Any:
            if not any(
                part in str(url) for part in ("/zgw/", "/wegwijs/")
            ):  # the case system's, and this test's own
                kept = {k: v for k, v in more.items() if k in {"json", "data", "params", "headers"}}
                self.sent.append(f"{url} {json.dumps(kept, default=_readable, ensure_ascii=False)}")
            return await request(session, method, url, **more)

        monkeypatch.setattr(vault, "seal_with", sealing)
        monkeypatch.setattr(aiohttp.ClientSession, "_request", asking)


def _readable(value: object) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else repr(vars(value))


@pytest.fixture
def leaks(monkeypatch: pytest.MonkeyPatch) -> Leaks:
    found = Leaks()
    found.watch(monkeypatch)
    return found


@pytest.fixture
async def waterveen(
    tmp_path: Path, clock: StoryClock, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[TestTown]:
    """A town whose municipality also shows titles of documents."""

    def text(name: str, address: str) -> str:
        return tenant_text(name, address).replace("[profiel]\n", "[profiel]\ndocumenttitels = true\n", 1)

    monkeypatch.setattr("bot.sandbox.demo.tenant_text", text)
    async with town(tmp_path, clock) as one:
        yield one


@pytest.fixture
async def canaries(leaks: Leaks, waterveen: TestTown) -> Canaries:
    found = Canaries(waterveen.case_system, NUMBER)
    found.plant()
    return found


async def everything_stored(town: TestTown) -> str:
    """Every key and every value of the store, as they stand there."""
    redis = town.waterveen.store.room.db.redis
    readers = {
        "string": lambda key: redis.get(key),
        "hash": lambda key: redis.hgetall(key),
        "list": lambda key: redis.lrange(key, 0, -1),
        "set": lambda key: redis.smembers(key),
        "zset": lambda key: redis.zrange(key, 0, -1, withscores=True),
        "stream": lambda key: redis.xrange(key),
    }
    found = []
    async for key in redis.scan_iter(count=1000):
        kind = await redis.type(key)
        found.append(f"{key!r} {await readers[kind if isinstance(kind, str) else kind.decode()](key)!r}")
    return "\n".join(found)


async def walk(town: TestTown) -> Newcomer:
    """Every kind of button once, from home on, but for those that end or empty something."""
    samira = await newcomer("Samira", town)
    await samira.links()
    done: set[str] = set()
    while len(done) < MOST:
        fresh = next((one for one in _buttons(samira) if one[0] not in done), None)
        if fresh is None:
            await samira.opens_the_bot()
            fresh = next((one for one in _buttons(samira) if one[0] not in done), None)
        if fresh is None:
            break
        kind, data, message = fresh
        done.add(kind)
        await samira.phone.forges(data, message_id=message, bot=BOT)
        await at_rest(town)
    assert {"home.home/lessons", "home.home/tasks", "home.home/people"} <= done, done
    return samira


def _buttons(samira: Newcomer) -> Iterator[tuple[str, str, int]]:
    """Screen and event, data and message of each button on the phone, the newest first."""
    for message in reversed(samira.phone.messages(BOT)):
        for row in message.rows:
            for button in row:
                data = str(button.get("callback_data", ""))
                screen, _, rest = data[MAC_LENGTH:].partition("/")
                event = rest.partition("/")[0]
                if data and not screen.startswith(AVOIDED) and event not in {"stop", "delete", "lang"}:
                    yield f"{screen}/{event}", data, message.id


async def console_pages(town: TestTown) -> str:
    """What a caseworker reads."""
    async with anneke(town) as caseworker:
        await caseworker.signs_in()
        people = await town.waterveen.store.persons.all()
        paths = [
            "",
            *(f"/people/{one.id}" for one in people if one.first_name == "Samira"),
            "/today",
            "/stuck",
        ]
        found = []
        for path in paths:
            async with caseworker.http.get(f"{town.console}/waterveen{path}") as page:
                found.append(await page.text())
        return "\n".join(found)


async def test_a_number_in_the_case_system_comes_no_further(
    waterveen: TestTown,
    canaries: Canaries,
    leaks: Leaks,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    samira = await walk(waterveen)
    await asks_a_question(waterveen, canaries)
    monkeypatch.setattr(Klant, "contact", canaries.in_parties())
    await things_go_wrong(waterveen, canaries)
    async with aiohttp.ClientSession() as http, http.get(f"{waterveen.demo.url}/wegwijs/health") as health:
        status = await health.text()
    captured = capfd.readouterr()
    seen = {
        "the phone": samira.screen_text,
        "what is sent": "\n".join(leaks.sent),
        "what is sealed": "\n".join(leaks.sealed),
        "the store": await everything_stored(waterveen),
        "the log": captured.out + captured.err + caplog.text,
        "the console": await console_pages(waterveen),
        "the health page": status,
    }
    assert {where: places for where, text in seen.items() if (places := canaries.found_in(text))} == {}
    assert len(canaries.places) > 40
    assert "Plan van [•••]" in seen["what is sealed"], "titles of documents are read"
    assert "Anneke Postma" in seen["the phone"], "what is meant to be read arrives"
    assert all(seen[where] for where in seen if where != "the log")


async def asks_a_question(town: TestTown, canaries: Canaries) -> None:
    """A question leaves; the case system's people write numbers beside it."""
    phone = town.phone("Samira")
    await phone.start("", bot=BOT)
    for place in ("home.home/people/", "people.list/caseworker/", "people.person/ask/"):
        await tap(phone, place, BOT)
    await phone.sees(lambda message: any("people.ask/" in str(row) for row in message.rows), bot=BOT)
    await phone.says("Mag ik later komen?", bot=BOT)
    await at_rest(town)
    await tap(phone, "people.asis/send/", BOT)
    await at_rest(town)
    assert town.case_system.klantcontacten(), "the question arrived"
    canaries.in_contacts()


async def things_go_wrong(town: TestTown, canaries: Canaries) -> None:
    """Refusals whose words hold numbers, a notification whose traits do, and a sweep over everything."""
    for api, status in (("zaken", 400), ("objecten", 500), ("klantinteracties", 403), ("zaken", 404)):
        code = f"zaak van {canaries.one(f'refusal {status} of {api}')}"
        town.case_system.faults.add(Fault(Kind.REFUSED, api=api, status=status, code=code, times=2))
        await town.stir()
        town.case_system.faults.clear()
    secret = town.waterveen.tenant.zgw.notificatie_geheim
    cases = f"{town.case_system.base_url}/zaken/api/v1/zaken"
    body = {
        "kanaal": "partijen",
        "hoofdObject": f"{cases}/{canaries.one('notification.hoofdObject')}",
        "resource": "partij",
        "resourceUrl": f"https://elsewhere.example/zaken?bsn={canaries.one('notification.resourceUrl')}",
        "actie": "create",
        "aanmaakdatum": "2026-11-23T10:00:00Z",
        "kenmerken": {"toelichting": canaries.one("notification.kenmerken")},
    }
    async with aiohttp.ClientSession() as http:
        for channel in ("partijen", "zaken", "objecten"):
            address = f"{town.demo.url}/wegwijs/cases/waterveen"
            head = {"Authorization": f"Bearer {secret}"}
            async with http.post(address, json={**body, "kanaal": channel}, headers=head) as answer:
                assert answer.status in {204, 400}
    Desk(town.case_system).add_task(NUMBER, "Haal een bibliotheekpas")
    await town.stir()
    await at_rest(town)
