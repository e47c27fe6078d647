"""The sandbox answers recorded requests with the same codes and in the same shape; what differs is listed."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any, Final

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.sandbox.zgw import Zgw, serving
from tests.contract.recordings import every
from tests.contract.replay import CLIENTS, NOW, RSIN, Replay, Told
from tests.contract.shapes import differences

_TYPES = "the catalogue is ready-made: types are read only"
_DOCUMENTS = "the product never writes or downloads a document, so the sandbox keeps no contents"
_PARTIES = "the product knows no parties: their only identifiers would be personal numbers"
_BSN = "no search by BSN exists in the product, and the sandbox refuses it so that a slip would be seen"
NOT_SERVED: Final = {
    "catalogus-create": _TYPES,
    "zaaktype-create": _TYPES,
    "statustype-create": _TYPES,
    "roltype-create": _TYPES,
    "eigenschap-create": _TYPES,
    "eigenschap-datum-create": _TYPES,
    "informatieobjecttype-create": _TYPES,
    "informatieobjecttype-publish": _TYPES,
    "ziot-create": _TYPES,
    "zaaktype-publish": _TYPES,
    "eio-create-inline": _DOCUMENTS,
    "eio-create-size-mismatch-400": _DOCUMENTS,
    "eio-create-bad-base64-400": _DOCUMENTS,
    "eio-download": _DOCUMENTS,
    "eio-create-large-bestandsdelen": _DOCUMENTS,
    "bestandsdeel-put": _DOCUMENTS,
    "eio-unlock": _DOCUMENTS,
    "eio-get-after-unlock": _DOCUMENTS,
    "eio-patch-without-lock-400": _DOCUMENTS,
    "eio-lock": _DOCUMENTS,
    "eio-lock-twice-400": _DOCUMENTS,
    "eio-patch-with-lock": _DOCUMENTS,
    "applicatie-create-minimal": "applications are made where a municipality is set up",
    "partij-create": _PARTIES,
    "digitaaladres-create-telegram": _PARTIES,
    "partijidentificator-bsn-create": _PARTIES,
    "zaaknotitie-create": "notes of caseworkers are never shown",
    "zaak-audittrail": "the audit trail belongs to the municipality",
    "zaken-list-by-bsn": _BSN,
    "zaken-list-by-bsn-narrow-expand": _BSN,
    "zaken-zoek-by-bsn": _BSN,
    "zaken-zoek-expand-as-string-500": _BSN,
}
DIFFERENT: Final = {
    "objecttype-version-publish": "our schema of lessons has grown by two fields since the recording",
    "zaakobject-create-object-not-fetchable-400": "the sandbox's Zaken API always reaches its Objects API",
}
_HEADERS: Final = ("API-version", "Content-Crs", "ETag", "Location", "WWW-Authenticate")


@pytest.fixture(scope="module")
def told() -> dict[str, Told]:
    return asyncio.run(replayed())


async def replayed() -> dict[str, Told]:
    """Ask the sandbox everything that was recorded, once."""

    async def callback(request: web.Request) -> web.Response:
        # The recorded subscription with a wrong secret is the one that the callback refuses.
        wrong = request.headers.get("Authorization") in {None, "Bearer <wrong-secret>"}
        return web.Response(status=403 if wrong else 204)

    app = web.Application()
    app.router.add_post("/{name}", callback)
    zgw = Zgw("Waterveen", RSIN, CLIENTS, clock=lambda: NOW)
    async with serving(zgw), aiohttp.ClientSession() as http, TestServer(app) as bot:
        names = {"bot": str(bot.make_url("")).rstrip("/")}
        return await Replay(zgw, http, names).run()


def unlike(real: Mapping[str, Any], ours: Told) -> list[str]:
    """How an answer differs: status, codes, keys and types, and the headers that carry meaning."""
    if real["status"] != ours.status:
        return [f"status {real['status']} is {ours.status} here: {ours.body}"]
    found = differences(real.get("body"), ours.body, filled=True)
    if real["status"] >= 400:
        found += [f"codes {_codes(real['body'])} are {_codes(ours.body)} here"] * (
            _codes(real["body"]) != _codes(ours.body)
        )
    theirs = {k.lower(): v for k, v in real["headers"].items()}
    mine = {k.lower(): v for k, v in ours.headers.items()}
    return found + [f"header {h}" for h in _HEADERS if (h.lower() in theirs) != (h.lower() in mine)]


def _codes(body: Any) -> list[tuple[str, str]]:
    params = body.get("invalidParams") or body.get("invalid_params") or []
    return sorted([("", body["code"]), *((p["name"], p["code"]) for p in params)])


def test_every_recorded_request_is_answered_in_the_same_way(told: dict[str, Told]) -> None:
    found = {
        name: differing
        for _, name, entry in every()
        if name not in NOT_SERVED and name not in DIFFERENT
        if (differing := unlike(entry["response"], told[name]))
    }
    assert found == {}


def test_what_is_listed_as_not_served_is_not_served(told: dict[str, Told]) -> None:
    served = {
        name
        for _, name, entry in every()
        if name in NOT_SERVED and entry["response"]["status"] < 400 and told[name].status < 400
    }
    # A search takes any field, and finds everything where the field means nothing to it.
    assert served == {"zaken-zoek-by-bsn"}


def test_listed_differences_are_there(told: dict[str, Told]) -> None:
    same = [n for _, n, entry in every() if n in DIFFERENT and not unlike(entry["response"], told[n])]
    assert same == []


def test_nothing_is_left_out(told: dict[str, Told]) -> None:
    names = {name for _, name, _ in every()}
    assert told.keys() == names
    assert NOT_SERVED.keys() | DIFFERENT.keys() <= names
