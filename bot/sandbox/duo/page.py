"""The page on which the demo lets DUO's events happen."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import jinja2
from aiohttp import web

from bot.cases.duo.events import REACTIONS
from bot.sandbox.duo.gateway import Gateway
from bot.sandbox.duo.happen import happen

POLICY: Final = (
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)
SHOWN: Final = 12


def page(gateway: Gateway, name: str) -> web.Application:
    """DUO for one municipality: its resources below `/v1/`, and the page."""
    app = web.Application(client_max_size=16 * 1024)
    app.add_routes(gateway.routes())
    pages = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
    )

    async def show(request: web.Request) -> web.Response:
        text = pages.get_template("duo.html").render(
            gemeente=name,
            numbers=sorted(gateway.persons),
            events=REACTIONS,
            delivered=gateway.delivered[-SHOWN:][::-1],
            number=request.query.get("zaak", ""),
        )
        headers = {"Content-Security-Policy": POLICY, "Cache-Control": "no-store"}
        return web.Response(text=text, content_type="text/html", headers=headers)

    async def fire(request: web.Request) -> web.Response:
        if request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
            raise web.HTTPForbidden(text="Dit formulier kwam van een andere site; er is niets gewijzigd.")
        form = await request.post()
        number, code = str(form.get("zaak", "")), str(form.get("gebeurtenis", ""))
        if number not in gateway.persons or code not in REACTIONS:
            raise web.HTTPBadRequest(text="Deze zaak of gebeurtenis bestaat niet; er is niets gewijzigd.")
        happen(gateway, number, code)
        raise web.HTTPSeeOther(f"{request.path.rsplit('/', 1)[0]}/?zaak={number}")

    async def style(_: web.Request) -> web.FileResponse:
        return web.FileResponse(Path(__file__).parents[1] / "zgw" / "templates" / "zaaksysteem.css")

    async def close(_: web.Application) -> None:
        await gateway.close()

    app.router.add_get("/", show)
    app.router.add_post("/gebeurtenis", fire)
    app.router.add_get("/style.css", style)
    app.on_cleanup.append(close)
    return app
