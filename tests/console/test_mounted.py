"""The console works under a prefix, as part of a larger application."""

from __future__ import annotations

from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.console.app import console_app
from bot.console.deps import ConsoleDeps
from tests.console.colleague import SAME
from tests.console.town import PASSWORD, STAFF


async def test_pages_links_errors_and_api_stand_under_the_prefix(deps: ConsoleDeps) -> None:
    outer = web.Application()
    outer.add_subapp("/console", console_app(deps))
    form = {"email": STAFF["anneke"].email, "password": PASSWORD}
    async with TestClient(TestServer(outer)) as client:
        async with client.post("/console/signin", data=form, headers=SAME) as answer:
            assert str(answer.url.path) == "/console/waterveen/today"
            assert 'href="/console/waterveen/people"' in await answer.text()
        async with client.get("/console/static/console.css") as answer:
            assert answer.status == 200
        async with client.get("/console/nothing") as answer:
            assert answer.status == 404
            assert "Content-Security-Policy" in answer.headers
        async with client.get("/console/api/v1/people") as answer:
            assert answer.content_type == "application/problem+json"
        async with client.get("/console/api/v1/openapi.json") as answer:
            assert (await answer.json())["servers"] == [{"url": "/console/api/v1"}]


async def test_too_much_is_refused_whatever_the_outer_application_allows(deps: ConsoleDeps) -> None:
    outer = web.Application(client_max_size=10 * 1024 * 1024)
    outer.add_subapp("/console", console_app(deps))
    async with TestClient(TestServer(outer)) as client:
        answer = await client.post("/console/signin", data={"email": "x" * 600_000}, headers=SAME)
        assert answer.status == 413
