"""A caseworker's and a planner's day on the real store."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.cases.model import LessonStatus
from bot.console.api.keys import make_key
from bot.console.app import console_app
from bot.console.deps import ConsoleDeps
from bot.console.roles import Role
from bot.console.staff import add_staff
from bot.schools import campaigns, leave
from bot.store.embedded import EmbeddedServer
from bot.store.records import Delivery, DeliveryState, LinkState
from bot.store.store import Store, TenantStore
from tests.clocks import Hands
from tests.console.colleague import Colleague, hidden
from tests.console.fake_texts import fake_preview, fake_words
from tests.console.fakes import FakeCases, FakeStore
from tests.console.town import BRUG, PASSWORD, QUICK, STAFF, WATERVEEN, snapshot
from tests.store.conftest import MASTER
from tests.store.people import GROUP, LESSON, PERSON, Bench

AT = f"/waterveen/school/lessons/{LESSON}"


@dataclass
class AtWork(Colleague):
    """A colleague whose form token is read from a page, as a browser does."""

    token: str = ""

    async def arrives(self, page: str) -> None:
        assert (await self.signs_in(PASSWORD)).status == 303
        self.token = hidden(await self.opens(page), "csrf")

    def csrf(self) -> str:
        return self.token


@pytest.fixture
async def real(valkey: EmbeddedServer, clock: Hands) -> AsyncIterator[Store]:
    """An empty real store with Anneke's and Ingrid's accounts."""
    store = Store.open(str(valkey.url), MASTER, clock)
    await store.db(store.db.redis.flushall())
    for one in (STAFF["anneke"], STAFF["ingrid"]):
        await add_staff(store, one.email, one.name, PASSWORD, one.grants, school=one.school, passwords=QUICK)
    yield store
    await store.close()


@pytest.fixture
def waterveen(real: Store) -> TenantStore:
    """The store of Waterveen."""
    return real.tenant(WATERVEEN)


@pytest.fixture
def bench(real: Store, waterveen: TenantStore, clock: Hands) -> Bench:
    """Turns done by hand."""
    return Bench(real, waterveen, clock)


@pytest.fixture
async def client(real: Store, clock: Hands) -> AsyncIterator[TestClient[web.Request, web.Application]]:
    """The console on the real store."""
    deps = ConsoleDeps(
        store=real,
        tenants={"waterveen": WATERVEEN},
        cases={"waterveen": FakeCases(snapshot("WV-0009", "case-new"))},
        clock=clock,
        preview=fake_preview,
        words=fake_words,
        https=False,
        passwords=QUICK,
    )
    async with TestClient(TestServer(console_app(deps))) as made:
        yield made


@pytest.fixture
async def anneke(client: TestClient[web.Request, web.Application], clock: Hands) -> AtWork:
    """The caseworker, signed in."""
    one = AtWork("anneke", client, FakeStore(clock))
    await one.arrives("/waterveen/today")
    return one


@pytest.fixture
async def ingrid(client: TestClient[web.Request, web.Application], clock: Hands) -> AtWork:
    """The planner, signed in."""
    one = AtWork("ingrid", client, FakeStore(clock))
    await one.arrives("/waterveen/school")
    return one


async def test_an_invited_person_stands_in_the_list_and_the_code_works(
    anneke: AtWork, waterveen: TenantStore
) -> None:
    form = {"case_number": "WV-0009", "first_name": "Yusuf", "birth_year": "1991", "language": "ar"}
    page = await anneke.sends("/waterveen/invite", **form, way="office")
    found = await waterveen.invitations.by_text(hidden(page, "secret"))
    assert found is not None
    assert waterveen.invitations.year_fits(found, "1991")
    assert "Yusuf WV-0009 B1 Arabic invited" in (await anneke.opens("/waterveen/people")).text
    again = await anneke.sends("/waterveen/invite/qr", secret=hidden(page, "secret"))
    assert "used by nobody yet" in again.text


async def test_a_linked_persons_page_shows_the_snapshot(anneke: AtWork, bench: Bench) -> None:
    await bench.linked()
    page = (await anneke.opens(f"/waterveen/people/{PERSON.id}")).text
    assert "Samira WV-0001 linked" in page
    assert "As of 08:10." in page
    lines = await bench.tenant.audit.all()
    assert [line.what for line in lines if line.person == PERSON.id] == ["person_opened"]


async def test_a_frozen_phone_is_opened_again(anneke: AtWork, bench: Bench) -> None:
    link = await bench.linked()
    await bench.freeze(link)
    await bench.tenant.alarms.raise_("code_used_twice", PERSON.id)
    assert "frozen" in (await anneke.opens(f"/waterveen/people/{PERSON.id}")).text
    page = await anneke.sends_and_follows(f"/waterveen/people/{PERSON.id}/thaw")
    assert "No phone is frozen." in page.text
    thawed = await bench.tenant.links.get(link.id)
    assert thawed is not None
    assert thawed.state is LinkState.LINKED


async def test_a_reminder_is_sent_once_and_becomes_a_look_of_the_link(anneke: AtWork, bench: Bench) -> None:
    await bench.linked()
    fields = {"person": PERSON.id, "template": "call-us", "campaign": "campaign-0001", "when": "now"}
    for _ in range(2):
        assert (await anneke.sends("/waterveen/remind", **fields)).status == 303
    bench.clock.forward(seconds=61)
    assert await campaigns.leave(bench.tenant, "campaign-0001", bench.clock()) == "left"
    loaded = await bench.next()
    assert loaded is not None
    assert "1 planned" in (await anneke.opens("/waterveen/sent/campaign-0001")).text


async def test_taken_back_the_job_is_gone(anneke: AtWork, bench: Bench) -> None:
    await bench.linked()
    fields = {"person": PERSON.id, "template": "call-us", "campaign": "campaign-0001", "when": "now"}
    await anneke.sends("/waterveen/remind", **fields)
    page = await anneke.sends_and_follows("/waterveen/sent/campaign-0001/undo")
    assert "Taken back. Nothing has left." in page.text
    assert not await bench.tenant.jobs.cancel("campaign", "campaign-0001")


async def test_who_is_not_reached_is_handed_over(anneke: AtWork, bench: Bench) -> None:
    await bench.invited()
    await bench.tenant.deliveries.record(
        Delivery("campaign:c", PERSON.id, 1, DeliveryState.FAILED, bench.clock(), "never_linked")
    )
    assert "Samira WV-0001" in (await anneke.opens("/waterveen/unreachable")).text
    page = await anneke.sends_and_follows(f"/waterveen/unreachable/{PERSON.id}", way="letter")
    assert "Everybody can be reached." in page.text


async def test_a_cancelled_lesson_leaves_and_is_acknowledged(ingrid: AtWork, bench: Bench) -> None:
    await bench.linked()
    await ingrid.sends(AT, act="cancel", version="1", change="change-of-this-form")
    assert await leave.leave(bench.tenant, "change-of-this-form") == "left"
    group = await bench.tenant.groups.get(GROUP)
    assert group is not None
    assert group.lessons[0].status is LessonStatus.CANCELLED
    assert group.lessons[0].version == 2
    await bench.tenant.deliveries.record(
        Delivery(f"lesson:{LESSON}", PERSON.id, 2, DeliveryState.UNDERSTOOD, bench.clock())
    )
    page = (await ingrid.opens(AT)).text
    assert "cancelled" in page
    assert "1 understood Samira" in page
    assert await leave.leave(bench.tenant, "change-of-this-form") == "gone"


async def test_the_same_api_request_gets_the_same_answer(
    client: TestClient[web.Request, web.Application], real: Store, bench: Bench
) -> None:
    await bench.linked()
    record, key = make_key("planning", "waterveen", Role.PLANNER, BRUG)
    await real.api_keys.put(record)
    headers = {"Authorization": f"Bearer {key}", "Idempotency-Key": "k1"}
    answers = []
    for _ in range(2):
        body = {"lesson": LESSON, "version": 1, "act": "cancel"}
        async with client.post("/api/v1/changes", json=body, headers=headers) as answer:
            answers.append((answer.status, await answer.text()))
    assert answers[0] == answers[1]
    assert answers[0][0] == 202
    assert len(await bench.tenant.changes.all()) == 1


async def test_a_session_survives_another_process(anneke: AtWork, real: Store) -> None:
    assert len(await real.sessions.all()) == 1
    assert (await anneke.opens("/waterveen/today")).status == 200
