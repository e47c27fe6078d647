"""Every answer carries the protecting headers, errors and static files included."""

from __future__ import annotations

from dataclasses import replace

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.console.app import console_app
from bot.console.deps import ConsoleDeps
from bot.console.headers import ALWAYS
from bot.console.sessions import cookie_name
from tests.console.colleague import Colleague

PATHS = (
    "/signin",
    "/nothing/here/at/all",
    "/waterveen/today",
    "/static/console.css",
    "/static/nothing.css",
    "/api/v1/",
    "/api/v1/people",
    "/api/v1/openapi.json",
)


@pytest.mark.parametrize("path", PATHS)
async def test_every_answer_is_protected(stranger: Colleague, path: str) -> None:
    headers = (await stranger.opens(path)).headers
    assert {name: headers.get(name) for name in ALWAYS} == ALWAYS


async def test_nothing_inline_and_nothing_foreign_is_loaded(anneke: Colleague) -> None:
    policy = ALWAYS["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    page = (await anneke.opens("/waterveen/people")).html
    assert " style=" not in page
    assert "<style" not in page
    assert " onclick=" not in page


async def test_over_http_there_is_no_hsts(stranger: Colleague) -> None:
    assert "Strict-Transport-Security" not in (await stranger.opens("/signin")).headers


async def test_over_https_there_is_hsts_and_a_host_cookie(deps: ConsoleDeps) -> None:
    app = console_app(replace(deps, https=True))
    async with TestClient(TestServer(app)) as client, client.get("/signin") as answer:
        assert answer.headers["Strict-Transport-Security"].startswith("max-age=31536000")
    assert cookie_name(https=True) == "__Host-wegwijs"


async def test_a_missing_page_is_a_page_in_the_readers_language(stranger: Colleague) -> None:
    stranger.language = "nl"
    page = await stranger.opens("/nothing/here/at/all")
    assert page.status == 404
    assert "Niet gevonden" in page.text


async def test_a_wrong_method_names_the_right_one(stranger: Colleague) -> None:
    page = await stranger._send("/api/v1/openapi.json", {}, {})
    assert page.status == 405
    assert page.headers["Allow"] == "GET"
