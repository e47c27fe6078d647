"""A real server for every store test: one embedded Valkey per run, emptied between tests."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest

from bot.store.store import Store, TenantStore
from tests import tenants
from tests.clocks import Hands
from tests.cluster import Cluster
from tests.store.people import Bench

MASTER = b"0123456789abcdef0123456789abcdef"


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """One real three-node cluster for the run."""
    running = Cluster(tmp_path_factory.mktemp("cluster")).start()
    yield running
    running.stop()


@pytest.fixture
def clock() -> Hands:
    """Monday 23 November 2026, 08:10 in Amsterdam."""
    return Hands()


@pytest.fixture(params=["single", "cluster"])
async def store(request: pytest.FixtureRequest, clock: Hands) -> AsyncIterator[Store]:
    """A store on an empty server, once single and once on a cluster."""
    url = str(request.getfixturevalue("valkey" if request.param == "single" else "cluster").url)
    opened = Store.open(url, MASTER, clock)
    await opened.db(opened.db.redis.flushall())
    yield opened
    await opened.close()


@pytest.fixture
def waterveen(store: Store) -> TenantStore:
    """The first municipality's store."""
    return store.tenant(tenants.waterveen())


@pytest.fixture
def bench(store: Store, waterveen: TenantStore, clock: Hands) -> Bench:
    """Hands on one tenant's store."""
    return Bench(store, waterveen, clock)
