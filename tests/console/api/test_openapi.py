"""The OpenAPI document describes what the API does."""

from __future__ import annotations

import re

from aiohttp import web
from aiohttp.test_utils import TestClient

from bot.console.api.openapi import document
from bot.console.api.operations import OPERATIONS

Client = TestClient[web.Request, web.Application]


def test_every_operation_stands_in_the_document() -> None:
    paths = document("/api/v1")["paths"]
    described = {(method.upper(), path) for path, item in paths.items() for method in item}
    assert described == {(one.method, one.path) for one in OPERATIONS}


def test_every_reference_leads_somewhere() -> None:
    made = document("/api/v1")
    named = set(re.findall(r"#/components/schemas/(\w+)", str(made)))
    assert named <= set(made["components"]["schemas"])


def test_what_is_done_once_asks_for_an_idempotency_key() -> None:
    paths = document("/api/v1")["paths"]
    names = {parameter["name"] for parameter in paths["/changes"]["post"]["parameters"]}
    assert "Idempotency-Key" in names
    assert all(one.once for one in OPERATIONS if one.status in {201, 202})


def test_no_field_of_the_api_is_a_personal_number() -> None:
    assert not re.search(r"['\"](bsn|v_?number|vnummer)['\"]", str(document("/api/v1")).lower())


async def test_the_document_is_served_without_a_key(client: Client) -> None:
    async with client.get("/api/v1/openapi.json") as answer:
        made = await answer.json()
    assert (made["openapi"], made["servers"]) == ("3.1.0", [{"url": "/api/v1"}])


async def test_a_page_lists_every_operation(client: Client) -> None:
    async with client.get("/api/v1/") as answer:
        page = await answer.text()
    for one in OPERATIONS:
        assert f"{one.method} /api/v1{one.path}" in page
