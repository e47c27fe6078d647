"""A case system to test the adapter against: the sandbox, or a real one that the environment names."""

from __future__ import annotations

import os
import tomllib
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Final

import aiohttp
from aiohttp.test_utils import TestServer

from bot.cases.zgw.adapter import ZgwCases
from bot.cases.zgw.writes import ZgwWrites
from bot.clock import Clock, local, system_clock
from bot.sandbox.town.population import Town
from bot.sandbox.town.seed import seed
from bot.sandbox.town.tenancy import case_system, tenant_text
from bot.tenant import Tenant, read_tenant

TENANT: Final = "WEGWIJS_TEST_ZGW_TENANT"
CASE: Final = "WEGWIJS_TEST_ZGW_CASE"
WRITE: Final = "WEGWIJS_TEST_ZGW_WRITE"
AWAY: Final = f"no real case system: set {TENANT} and {CASE} (docs/testing-against-a-real-stack.md)"
NO_WRITES: Final = f"nothing is written to a real case system unless {WRITE}=1"


@dataclass(frozen=True, slots=True)
class Stack:
    """A tenant with a case that may be read; `writes` is None where nothing may be written."""

    tenant: Tenant
    case_number: str
    cases: ZgwCases
    writes: ZgwWrites | None
    http: aiohttp.ClientSession
    clock: Clock

    def with_clock_behind(self, seconds: float) -> ZgwCases:
        """The adapter on a machine whose clock is slow."""
        return ZgwCases(self.tenant.reading(), self.http, lambda: self.clock() - timedelta(seconds=seconds))

    def with_secret(self, secret: str) -> ZgwCases:
        """The adapter with another secret."""
        system = self.tenant.zgw.model_copy(update={"geheim": secret})
        tenant = self.tenant.model_copy(update={"zaaksysteem": system})
        return ZgwCases(tenant.reading(), self.http, self.clock)


def named(environment: Mapping[str, str] = os.environ) -> tuple[Path, str] | None:
    """Tenant file and case number of the real case system, or None where none is named."""
    tenant, case = environment.get(TENANT), environment.get(CASE)
    return (Path(tenant), case) if tenant and case else None


@asynccontextmanager
async def real(tenant_file: Path, case_number: str, may_write: bool) -> AsyncIterator[Stack]:
    """The case system of a tenant file, with the clock of this machine."""
    tenant = read_tenant(tenant_file)
    async with aiohttp.ClientSession() as http:
        cases = ZgwCases(tenant.reading(), http, system_clock)
        writes = cases.writes(tenant.zgw.writing_keys) if may_write else None
        yield Stack(tenant, case_number, cases, writes, http, system_clock)


@asynccontextmanager
async def sandbox() -> AsyncIterator[Stack]:
    """The sandbox over real HTTP, with the example town."""
    zgw = case_system("waterveen")
    seed(zgw, Town(), "waterveen", local(system_clock()).date())
    async with TestServer(zgw.app()) as server, aiohttp.ClientSession() as http:
        zgw.base_url = str(server.make_url("")).rstrip("/")
        tenant = Tenant.model_validate(tomllib.loads(tenant_text("waterveen", zgw.base_url)))
        cases = ZgwCases(tenant.reading(), http, system_clock)
        writes = cases.writes(tenant.zgw.writing_keys)
        yield Stack(tenant, "WV-0001", cases, writes, http, system_clock)
