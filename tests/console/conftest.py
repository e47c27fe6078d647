"""The console over HTTP, on fakes: two municipalities, four colleagues."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.console.app import console_app
from bot.console.deps import ConsoleDeps
from tests.clocks import Hands
from tests.console.colleague import Colleague
from tests.console.fake_texts import fake_forbidden, fake_preview, fake_words
from tests.console.fakes import (
    FakeCases,
    FakeStore,
    FakeTenantStore,
)
from tests.console.town import HEUVELMEER, QUICK, WATERVEEN, fill, hire, snapshot

Client = TestClient[web.Request, web.Application]
SignsIn = Callable[[str], Awaitable[Colleague]]


@pytest.fixture
def clock() -> Hands:
    """Monday 23 November 2026, 08:10 in Amsterdam."""
    return Hands()


@pytest.fixture
def store(clock: Hands) -> FakeStore:
    """A store with the people of Waterveen and everybody's account."""
    made = FakeStore(clock)
    fill(made.tenant(WATERVEEN))
    made.tenant(HEUVELMEER)
    hire(made)
    return made


@pytest.fixture
def town(store: FakeStore) -> FakeTenantStore:
    """The store of Waterveen."""
    return store.tenant(WATERVEEN)


@pytest.fixture
def cases() -> FakeCases:
    """Waterveen's case system."""
    return FakeCases(snapshot("WV-0002", "case-filmon"), snapshot("WV-0009", "case-new"))


@pytest.fixture
def deps(store: FakeStore, cases: FakeCases, clock: Hands) -> ConsoleDeps:
    """What the console is given."""
    return ConsoleDeps(
        store=store,
        tenants={"waterveen": WATERVEEN, "heuvelmeer": HEUVELMEER},
        cases={"waterveen": cases, "heuvelmeer": FakeCases()},
        clock=clock,
        preview=fake_preview,
        words=fake_words,
        forbidden=fake_forbidden,
        https=False,
        passwords=QUICK,
    )


@pytest.fixture
async def server(deps: ConsoleDeps) -> AsyncIterator[TestServer]:
    """The running console."""
    running = TestServer(console_app(deps))
    await running.start_server()
    yield running
    await running.close()


@pytest.fixture
async def signs_in(server: TestServer, store: FakeStore) -> AsyncIterator[SignsIn]:
    """Sign a colleague in, each with a browser of their own."""
    clients: list[Client] = []

    async def arrives(name: str) -> Colleague:
        clients.append(TestClient(server))
        one = Colleague(name, clients[-1], store)
        seen = await one.signs_in()
        assert seen.status == 303, seen.text
        return one

    yield arrives
    for client in clients:
        await client.session.close()


@pytest.fixture
async def stranger(server: TestServer, store: FakeStore) -> AsyncIterator[Colleague]:
    """A browser in which nobody is signed in."""
    client: Client = TestClient(server)
    yield Colleague("anneke", client, store)
    await client.session.close()


@pytest.fixture
async def anneke(signs_in: SignsIn) -> Colleague:
    """The caseworker of Waterveen."""
    return await signs_in("anneke")


@pytest.fixture
async def ingrid(signs_in: SignsIn) -> Colleague:
    """The planner of De Brug."""
    return await signs_in("ingrid")


@pytest.fixture
async def nadia(signs_in: SignsIn) -> Colleague:
    """The administrator of both municipalities."""
    return await signs_in("nadia")
