"""The demo's first page: where everything is, who can sign in, whose letter lies on the table."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, select_autoescape

if TYPE_CHECKING:
    from bot.sandbox.demo import Demo

FOLDER = Path(__file__).parent / "page"
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


def landing(demo: Demo) -> Callable[[web.Request], Awaitable[web.Response]]:
    """Make the handler of the page."""
    pages = Environment(loader=FileSystemLoader(FOLDER), autoescape=select_autoescape())

    async def handle(_: web.Request) -> web.Response:
        staff = [one for one in demo.town.staff if one.role in {"caseworker", "planner"}]
        text = pages.get_template("landing.html").render(demo=demo, staff=staff, letters=demo.letters)
        return web.Response(text=text, content_type="text/html", headers={"Content-Security-Policy": POLICY})

    return handle


async def stylesheet(_: web.Request) -> web.FileResponse:
    """The page's style."""
    return web.FileResponse(FOLDER / "landing.css")
