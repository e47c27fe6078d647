"""Everything that goes over the wire between the product and the case APIs, kept as it was."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Final

from aiohttp import web
from aiohttp.test_utils import TestServer
from yarl import URL

from bot.sandbox.zgw import Zgw, roots
from tests.contract.spec import Exchange

ROOTS: Final = {
    "catalogi": roots.CATALOGI,
    "zaken": roots.ZAKEN,
    "documenten": roots.DOCUMENTEN,
    "autorisaties": roots.AUTORISATIES,
    "objecten": roots.OBJECTEN,
    "klantinteracties": roots.KLANT,
    "notificaties": roots.NOTIFICATIES,
}
FILES: Final = {
    "catalogi": "open-zaak-catalogi.yaml",
    "zaken": "open-zaak-zaken.yaml",
    "documenten": "open-zaak-documenten.yaml",
    "autorisaties": "open-zaak-autorisaties.yaml",
    "objecten": "open-object-objects-and-objecttypes.yaml",
    "klantinteracties": "open-klant-klantinteracties.yaml",
    "notificaties": "open-notificaties.yaml",
    "webhook": "vng-notificaties-consumer-webhook.yaml",
}
_BARE: Final = {"objecten.example.nl": "/objecten", "notificaties.example.nl": "/notificaties"}
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class Wire:
    """Exchanges in the order in which they were answered."""

    exchanges: list[Exchange] = field(default_factory=list)

    def between(self, api: Callable[[str], tuple[str, str]]) -> Any:
        """A middleware that keeps what passes; `api` splits a path into API and path below its root."""

        @web.middleware
        async def keep(request: web.Request, handler: Handler) -> web.StreamResponse:
            sent = await request.text()
            answer = await handler(request)
            body = answer.text if isinstance(answer, web.Response) and answer.body else None
            name, path = api(request.path)
            self.exchanges.append(
                Exchange(
                    name,
                    request.method,
                    path,
                    tuple(request.query.items()),
                    dict(request.headers),
                    document(sent),
                    answer.status,
                    dict(answer.headers),
                    document(body or ""),
                )
            )
            return answer

        return keep


@asynccontextmanager
async def listening(zgw: Zgw, wire: Wire) -> AsyncIterator[str]:
    """Serve a case system with every exchange kept; gives its address."""
    app = web.Application(middlewares=[wire.between(split)])
    app.add_subapp("/w", zgw.app())
    async with TestServer(app) as server:
        zgw.base_url = str(server.make_url("/w")).rstrip("/")
        yield zgw.base_url


def split(path: str) -> tuple[str, str]:
    """API and path below its root."""
    for name, root in ROOTS.items():
        if root in path:
            return name, path.split(root, 1)[1] or "/"
    return "page", path


def document(text: str) -> Any:
    """JSON, None where there is nothing, the text itself where it is not JSON."""
    if not text.strip():
        return None
    try:
        return json.loads(text)
    except ValueError:
        return text


def of_recording(entry: Mapping[str, Any]) -> Exchange:
    """A recorded exchange in the same form."""
    sent, got = entry["request"], entry["response"]
    url = URL(sent["url"])
    prefix = _BARE.get(str(url.host), "")
    api, path = split(prefix + url.path)
    return Exchange(
        api,
        sent["method"],
        path,
        tuple(url.query.items()),
        sent["headers"],
        sent["body"],
        got["status"],
        got["headers"],
        got.get("body"),
    )
