"""Running several municipalities in one process, and keeping their data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.sandbox.zgw import Clients, ObjectKey, Zgw, roots, serving


def small(name: str, **more: Any) -> Zgw:
    return Zgw(name, "123456782", Clients(object_keys=(ObjectKey("alles", "sleutel"),)), **more)


async def test_two_municipalities_live_behind_prefixes_of_one_server() -> None:
    both = {name: small(name) for name in ("waterveen", "heuvelmeer")}
    app = web.Application()
    for name, zgw in both.items():
        app.add_subapp(f"/zgw/{name}", zgw.app())
    server = TestServer(app)
    await server.start_server()
    for name, zgw in both.items():
        zgw.base_url = str(server.make_url(f"/zgw/{name}"))
    auth = {"Authorization": "Token sleutel"}
    async with aiohttp.ClientSession(headers=auth) as http:
        for name, zgw in both.items():
            async with http.get(f"{zgw.base_url}{roots.OBJECTTYPES}") as answer:
                found = await answer.json()
            assert found["results"][0]["url"].startswith(zgw.base_url)
            async with http.get(f"{zgw.base_url}/zaaksysteem/") as answer:
                assert f"/zgw/{name}/zaaksysteem/style.css" in await answer.text()
    await server.close()


async def test_what_was_written_is_there_after_a_restart(tmp_path: Path, task_fields: Any) -> None:
    file = tmp_path / "waterveen.json"
    first = small("waterveen", file=file)
    first.objecten.add("externetaak", task_fields())
    assert not first.restored
    async with serving(first):
        pass
    second = small("waterveen", file=file)
    assert second.restored
    assert [t["titel"] for t in second.objects("externetaak")] == ["Meld je aan bij een huisarts"]
