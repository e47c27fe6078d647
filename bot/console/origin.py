"""An unsafe request must come from our own page: the browser says so (Fetch metadata, or Origin)."""

from __future__ import annotations

from urllib.parse import urlsplit

from aiohttp import web

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


def own_page(request: web.Request) -> bool:
    """Whether a browser says that this request was made by a page of ours."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None and site != "same-origin":
        return False
    origin = request.headers.get("Origin")
    if origin is None:
        return site == "same-origin"
    return urlsplit(origin).netloc == request.host
