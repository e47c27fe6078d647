"""Group B1-2 of De Brug in memory."""

from __future__ import annotations

import pytest

from tests.clocks import Hands
from tests.console.fakes import FakeTenantStore
from tests.console.town import fill


@pytest.fixture
def clock() -> Hands:
    """Monday 23 November 2026, 08:10 in Amsterdam."""
    return Hands()


@pytest.fixture
def town(clock: Hands) -> FakeTenantStore:
    """Waterveen with its people and groups."""
    store = FakeTenantStore(clock)
    fill(store)
    return store
