"""The adapter stands before the sandbox's case servers, filled with the example town."""

from __future__ import annotations

import json
import tomllib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp.test_utils import TestServer

from bot.cases.model import Write, WriteKind
from bot.cases.port import LessonWrite
from bot.cases.zgw.adapter import ZgwCases
from bot.cases.zgw.api import Line
from bot.cases.zgw.writes import ZgwWrites
from bot.clock import local
from bot.sandbox.town.population import Town
from bot.sandbox.town.seed import seed
from bot.sandbox.town.tenancy import case_system, tenant_text
from bot.sandbox.zgw import Zgw, roots
from bot.sandbox.zgw.desk import Desk
from bot.tenant import Tenant
from tests.cases.doctor import Office, office
from tests.clocks import Hands

RECORDED = Path(__file__).parent / "recorded"


@dataclass
class Naps:
    """Sleeps that take no time, remembered."""

    seconds: list[float] = field(default_factory=list)

    async def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)


@dataclass
class World:
    """A municipality's case system that runs, and the bot's adapter before it."""

    zgw: Zgw
    town: Town
    tenant: Tenant
    cases: ZgwCases
    writes: ZgwWrites
    clock: Hands
    naps: Naps

    @property
    def desk(self) -> Desk:
        """A caseworker's hands."""
        return Desk(self.zgw)

    def case(self, name: str) -> str:
        """The case UUID of a person."""
        return self.town.person(name).case_uuid

    def group(self, code: str) -> str:
        """The UUID of a lesson group."""
        return self.town.group(code).uuid

    def row(self, uuid: str) -> dict[str, Any]:
        """An object as the case system stores it."""
        found = self.zgw.register.get(roots.OBJECTS, uuid)
        assert found is not None
        return found

    def intent(self, kind: WriteKind, item: str, **more: Any) -> Write:
        """A person's write, made now."""
        return Write(more.pop("id", f"{kind}:{item}"), kind, item, local(self.clock()), **more)

    async def move(self, **more: Any) -> LessonWrite:
        """A planner's change of the first lesson of B1-2 that is still to come."""
        facts = await self.cases.read_group(self.group("B1-2"))
        lesson = next(le for le in facts.lessons if le.starts > local(self.clock()) and not le.cancelled)
        values: dict[str, Any] = {
            "id": "change-1",
            "lesson": lesson.id,
            "group": facts.group.id,
            "version": lesson.version + 1,
            "at": local(self.clock()),
            "status": lesson.status,
            "starts": lesson.starts,
            "ends": lesson.ends,
        }
        return LessonWrite(**values | more)


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as found:
        yield found


@pytest.fixture
async def world(session: aiohttp.ClientSession) -> AsyncIterator[World]:
    clock, naps, town = Hands(), Naps(), Town()
    zgw = case_system("waterveen", clock=clock)
    seed(zgw, town, "waterveen", local(clock()).date())
    async with TestServer(zgw.app()) as server:
        zgw.base_url = address = str(server.make_url("")).rstrip("/")
        tenant = Tenant.model_validate(tomllib.loads(tenant_text("waterveen", address)))
        line = Line(session, clock, sleep=naps, chance=lambda: 0.5)
        cases = ZgwCases(tenant.reading(), session, clock, line)
        yield World(zgw, town, tenant, cases, cases.writes(tenant.zgw.writing_keys), clock, naps)


def recorded(name: str) -> Any:
    """The body of an answer that a real server gave."""
    return json.loads((RECORDED / f"{name}.json").read_text(encoding="utf-8"))


@pytest.fixture
async def at(tmp_path: Path) -> AsyncIterator[Office]:
    """A municipality with its case system, for the doctor."""
    async with office(tmp_path) as found:
        yield found
