"""A gateway of the sandbox, a reader before it, and a real store."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import aiohttp
import pytest
from aiohttp.test_utils import TestServer

from bot.cases.duo.follow import Duo
from bot.cases.duo.reader import DuoReader
from bot.cases.sync import Outcome
from bot.cases.zgw.api import Line
from bot.outages import News
from bot.sandbox.duo import Gateway, gateway_of
from bot.store.embedded import EmbeddedServer
from bot.store.store import Store, TenantStore
from bot.tenant import Tenant
from tests.cases.conftest import Naps
from tests.clocks import Hands
from tests.store.conftest import MASTER
from tests.store.people import PERSON, Bench
from tests.tenants import municipality

SECTION = {
    "sleutel": "key-of-the-gateway",
    "notificatie_geheim": "secret-of-the-notices",
    "bron": "00000009990000999100",
    "doel": "00000009990000000000",
    "gemeentecode": "9991",
}
NUMBER = PERSON.case_number


def tenant(address: str = "http://127.0.0.1:1", **more: object) -> Tenant:
    """Waterveen with DUO at this address."""
    return municipality("waterveen", "Waterveen", duo={**SECTION, "poort": f"{address}/v1/", **more})


@dataclass
class World:
    """DUO for one municipality; reading a case is only noted, and answers what `outcome` says."""

    tenant: Tenant
    gateway: Gateway
    reader: DuoReader
    store: TenantStore
    bench: Bench
    clock: Hands
    told: list[News] = field(default_factory=list)
    refreshed: list[str] = field(default_factory=list)
    outcome: Outcome = Outcome.CHANGED
    duo: Duo = field(init=False)

    def __post_init__(self) -> None:
        self.duo = self.with_config()

    def with_config(self, **more: object) -> Duo:
        """DUO's room with another configuration."""
        assert self.tenant.duo is not None
        config = self.tenant.duo.model_copy(update=more)
        store = self.store
        return Duo(
            config,
            self.reader,
            store.persons,
            store.duo,
            store.alarms,
            self._refresh,
            self.told.append,
            self.clock,
        )

    async def _refresh(self, person: str) -> Outcome:
        self.refreshed.append(person)
        return self.outcome

    async def alarms(self) -> list[str]:
        """Kinds of alarms, oldest first."""
        return [alarm.kind for alarm in reversed(await self.store.alarms.all())]


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as found:
        yield found


@pytest.fixture
async def gateway(clock: Hands) -> AsyncIterator[Gateway]:
    """A gateway that runs; `callback` is its own address."""
    made = gateway_of(tenant(), "", clock=clock)
    async with TestServer(made.app()) as running:
        made.callback = str(running.make_url("")).rstrip("/")
        yield made
    await made.close()


@pytest.fixture
def reader(gateway: Gateway, session: aiohttp.ClientSession, clock: Hands) -> DuoReader:
    here = tenant(gateway.callback)
    assert here.duo is not None
    return DuoReader(here.duo, Line(session, clock, sleep=Naps(), chance=lambda: 0.5))


@pytest.fixture
async def world(
    valkey: EmbeddedServer, gateway: Gateway, reader: DuoReader, clock: Hands
) -> AsyncIterator[World]:
    store = Store.open(valkey.url, MASTER, clock)
    await store.db(store.db.redis.flushall())
    here = tenant(gateway.callback)
    mine = store.tenant(here)
    yield World(here, gateway, reader, mine, Bench(store, mine, clock), clock)
    await store.close()
