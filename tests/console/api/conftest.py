"""Other systems at the HTTP API, with keys."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.console.api.keys import make_key
from bot.console.roles import Role
from tests.console.fakes import FakeStore
from tests.console.town import BRUG


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer of the API."""

    status: int
    body: Any
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class System:
    """Another system with a key."""

    client: TestClient[web.Request, web.Application]
    key: str

    async def asks(
        self, method: str, path: str, body: object = None, once: str = "", **headers: str
    ) -> Reply:
        """Send a request; `once` is its idempotency key."""
        sent = {"Authorization": f"Bearer {self.key}", **headers}
        if once:
            sent["Idempotency-Key"] = once
        data = body if isinstance(body, str) else json.dumps(body) if body is not None else None
        if data is not None:
            sent.setdefault("Content-Type", "application/json")
        async with self.client.request(method, f"/api/v1{path}", data=data, headers=sent) as answer:
            return Reply(answer.status, json.loads(await answer.text()), dict(answer.headers))


@pytest.fixture
async def client(server: TestServer) -> AsyncIterator[TestClient[web.Request, web.Application]]:
    """An HTTP client."""
    made: TestClient[web.Request, web.Application] = TestClient(server)
    yield made
    await made.session.close()


def _system(client: TestClient[web.Request, web.Application], store: FakeStore, role: Role) -> System:
    record, text = make_key(role.value, "waterveen", role, BRUG if role is Role.PLANNER else None)
    store.api_keys.records[record.id] = record
    return System(client, text)


@pytest.fixture
def suite(client: TestClient[web.Request, web.Application], store: FakeStore) -> System:
    """A caseworkers' system of Waterveen."""
    return _system(client, store, Role.CASEWORKER)


@pytest.fixture
def planning(client: TestClient[web.Request, web.Application], store: FakeStore) -> System:
    """The planning system of De Brug."""
    return _system(client, store, Role.PLANNER)


@pytest.fixture
def chief(client: TestClient[web.Request, web.Application], store: FakeStore) -> System:
    """An administrators' system."""
    return _system(client, store, Role.ADMIN)
