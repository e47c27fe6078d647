"""The API's own description: the OpenAPI document and a plain page."""

from __future__ import annotations

from aiohttp import web

from bot.console.api.openapi import document
from bot.console.api.operations import OPERATIONS
from bot.console.pages import address, draw


async def openapi(request: web.Request) -> web.StreamResponse:
    """The OpenAPI document."""
    return web.json_response(document(address(request, "api_docs").rstrip("/")))


async def page(request: web.Request) -> web.StreamResponse:
    """A page to read."""
    return draw(
        request, "api_docs.html", {"operations": OPERATIONS, "base": address(request, "api_docs").rstrip("/")}
    )
