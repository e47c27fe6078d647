"""The phone page and the sandbox's t.me links."""

from __future__ import annotations

from pathlib import Path

from aiohttp import web
from yarl import URL

from bot.sandbox.telegram.service import Telegram

_PAGE = Path(__file__).parent / "page"
_TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}


class PhonePage:
    """Static files below `/phone/`, and `/t.me/<bot>?start=…` as a scanned QR code would open it."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram
        self._files = {path.name: path.read_bytes() for path in _PAGE.iterdir()}

    def add_routes(self, app: web.Application) -> None:
        """Serve the page."""
        app.router.add_get("/phone", self.to_page)
        app.router.add_get("/phone/", self.file)
        app.router.add_get("/phone/{file:[a-z]+\\.(?:css|js|svg)}", self.file)
        app.router.add_get("/t.me/{bot}", self.link)

    async def to_page(self, request: web.Request) -> web.Response:
        """Add the slash that the page's relative addresses need."""
        raise web.HTTPFound(URL("phone/").with_query(request.query))

    async def file(self, request: web.Request) -> web.Response:
        """Serve one file of the page."""
        name = request.match_info.get("file", "index.html")
        if name not in self._files:
            raise web.HTTPNotFound
        media_type = _TYPES[Path(name).suffix]
        return web.Response(
            body=self._files[name], content_type=media_type, charset="utf-8", headers=_HEADERS
        )

    async def link(self, request: web.Request) -> web.Response:
        """Open the phone page with a bot's START, as a phone opens https://t.me/<bot>?start=…"""
        query = {"bot": request.match_info["bot"], "start": request.query.get("start", "")}
        if "phone" in request.query:
            query["phone"] = request.query["phone"]
        raise web.HTTPFound(URL("../phone/").with_query(query))
