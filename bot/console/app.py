"""Puts the console together: one application, wherever it is mounted."""

from __future__ import annotations

from pathlib import Path

from aiohttp import web

from bot.console import pages
from bot.console.deps import DEPS, ConsoleDeps
from bot.console.faults import LARGEST_BODY, answer_faults
from bot.console.routes import add_routes

STATIC = Path(__file__).parent / "static"


def console_app(deps: ConsoleDeps) -> web.Application:
    """Return the console with pages and HTTP API; may be mounted under a prefix with `add_subapp`."""
    app = web.Application(middlewares=[answer_faults], client_max_size=LARGEST_BODY)
    app[DEPS] = deps
    pages.set_up(app)
    add_routes(app)
    app.router.add_static("/static", STATIC, name="static")
    return app
