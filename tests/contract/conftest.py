"""The adapter before a case system whose every exchange is kept."""

from __future__ import annotations

import tomllib
from collections.abc import AsyncIterator
from dataclasses import dataclass

import aiohttp
import pytest

from bot.cases.zgw.adapter import ZgwCases
from bot.cases.zgw.api import Line
from bot.clock import local
from bot.sandbox.town.population import Town
from bot.sandbox.town.seed import seed
from bot.sandbox.town.tenancy import case_system, tenant_text
from bot.tenant import Tenant
from tests.cases.conftest import Naps, World
from tests.clocks import Hands
from tests.contract.wire import Wire, listening


@dataclass
class Watched(World):
    """A world whose exchanges are kept in `wire`."""

    wire: Wire
    http: aiohttp.ClientSession


@pytest.fixture
async def watched() -> AsyncIterator[Watched]:
    clock, naps, town, wire = Hands(), Naps(), Town(), Wire()
    zgw = case_system("waterveen", clock=clock)
    seed(zgw, town, "waterveen", local(clock()).date())
    async with aiohttp.ClientSession() as http, listening(zgw, wire) as address:
        tenant = Tenant.model_validate(tomllib.loads(tenant_text("waterveen", address)))
        line = Line(http, clock, sleep=naps, chance=lambda: 0.5)
        cases = ZgwCases(tenant.reading(), http, clock, line)
        writes = cases.writes(tenant.zgw.writing_keys)
        yield Watched(zgw, town, tenant, cases, writes, clock, naps, wire, http)
