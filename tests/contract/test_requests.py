"""For what the product asks, our client makes the requests that were recorded; what differs is listed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import pytest

from tests.contract.conftest import Watched
from tests.contract.flows import FLOWS
from tests.contract.recordings import recordings
from tests.contract.shapes import differences
from tests.contract.spec import Exchange
from tests.contract.wire import of_recording

_UUID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_ADDRESS: Final = re.compile(r"https?://[^/]+.*?/(?=\w+/\{uuid\}$)")
_HEADERS: Final = ("Accept", "Content-Type", "Accept-Crs", "Content-Crs")


@dataclass(frozen=True, slots=True)
class Made:
    """A recorded request, the flow in which the product makes it, and what differs, with a reason each."""

    file: str
    name: str
    flow: str
    different: Mapping[str, str] = field(default_factory=dict)


_BEHANDELAAR: Final = {"also omschrijvingGeneriek": "other roles hold BSNs, so they are never fetched"}
_OURS: Final = {"also bronorganisatie": "a number is unique only within an organisation"}
_EXPAND: Final = {
    "query expand": "no roles, and a parent beside each part: the real server expands nothing without it"
}
_WINDOW: Final = {
    "query data_attr status__in__gepland|gewijzigd": "cancelled and given lessons are shown as well",
}
_TASKS: Final = {"query data_attr status__exact__open": "what is done is shown as done"}
_CHANNELS: Final = {
    ".kanalen[].filters.zaaktype is missing": "a filter on one version would miss next year's cases",
    ".kanalen[].filters.bronorganisatie is too much": "the organisation is the same in every version",
}
_LESSON: Final = {
    ".record.data.datum is too much": "day, times and length go along, so that a repeat ends the same",
    ".record.data.begin is too much": "as above",
    ".record.data.einde is too much": "as above",
    ".record.data.minuten is too much": "as above",
    ".record.data.wijziging.vorigeBegin is too much": "the message says what was before",
    ".record.data.wijziging.vorigeLocatie is too much": "as above",
}
_QUESTION: Final = {
    ".klantcontact.metadata.vertaling is missing": "only where a machine translated",
    ".klantcontact.metadata.deel is too much": "long questions are split, and each part is found again",
}
_TASK: Final = {".nummer is too much": "without a number its notification is refused by Open Notificaties"}
_COLLEAGUE: Final = {
    ".actorIdentificatie.emailadres is missing": "the case does not tell it, and an empty one is refused",
    ".actorIdentificatie.telefoonnummer is missing": "as above",
}
MADE: Final = (
    Made("zaken", "zaken-list-by-identificatie", "link", _OURS),
    Made("zaken", "zaak-get-expand-for-bot", "read", _EXPAND),
    Made("zaken", "rollen-by-zaak", "read", _BEHANDELAAR),
    Made("catalogi", "zaaktype-get", "read"),
    Made("objecten", "objects-list-lessons-window", "group", _WINDOW),
    Made("objecten", "objects-list-tasks-of-case", "read", _TASKS),
    Made("objecten", "object-get-externetaak", "task_done_and_undone"),
    Made("objecten", "object-patch-externetaak-done", "task_done_and_undone"),
    Made("objecten", "object-patch-les-vervallen", "lesson_change", _LESSON),
    Made("klantinteracties", "klantcontacten-of-case", "question", {"query expand": "tasks come as links"}),
    Made("klantinteracties", "maak-klantcontact", "question", _QUESTION),
    Made("klantinteracties", "actor-create-bot", "question"),
    Made("klantinteracties", "actor-create-klantmanager", "question", _COLLEAGUE),
    Made("klantinteracties", "actorklantcontact-create", "question"),
    Made("klantinteracties", "internetaak-create", "question", _TASK),
    Made("notificaties-abonnementen", "abonnement-list", "subscription"),
    Made("notificaties-abonnementen", "abonnement-create", "subscription", _CHANNELS),
)


def plain(text: str) -> str:
    """A value without the UUIDs, days and hosts that differ from place to place."""
    return _ADDRESS.sub("", _DAY.sub("{day}", _UUID.sub("{uuid}", text)))


def unlike(recorded: Exchange, ours: Exchange) -> list[str]:
    """Where our request differs from the recorded one: query, headers that matter, shape of the body."""
    theirs, mine = _asked(recorded), _asked(ours)
    known = {name for name, _ in theirs}
    found = [f"query {name} {value}" for name, value in theirs if (name, value) not in mine]
    found += [f"also {name}" for name, _ in mine if name not in known]
    for name in _HEADERS:
        wanted = recorded.sent_headers.get(name)
        if wanted is not None and ours.sent_headers.get(name) != wanted:
            found.append(f"header {name}")
    return found + differences(recorded.sent, ours.sent, filled=True)


def _asked(exchange: Exchange) -> list[tuple[str, str]]:
    return [(name, plain(value)) for name, value in exchange.query if name not in {"identificatie"}]


def _same_place(one: Exchange, other: Exchange) -> bool:
    return (one.api, one.method, plain(one.path)) == (other.api, other.method, plain(other.path))


@pytest.mark.parametrize("made", MADE, ids=[made.name for made in MADE])
async def test_our_request_is_the_recorded_one(watched: Watched, made: Made) -> None:
    recorded = of_recording(recordings()[made.file][made.name])
    await FLOWS[made.flow](watched)
    candidates = [e for e in watched.wire.exchanges if _same_place(recorded, e)]
    assert candidates, f"nothing like {recorded} was asked"
    closest = min((unlike(recorded, e) for e in candidates), key=len)
    assert [d for d in closest if not any(d.startswith(listed) for listed in made.different)] == []


async def test_every_request_carries_what_the_servers_demand(watched: Watched) -> None:
    for flow in ("read", "absence", "question"):
        await FLOWS[flow](watched)
    for exchange in watched.wire.exchanges:
        assert exchange.sent_headers["Accept"] == "application/json", exchange
        assert exchange.sent_headers["Accept-Crs"] == "EPSG:4326", exchange
        assert exchange.sent_headers["Content-Crs"] == "EPSG:4326", exchange
        kind = "Bearer" if exchange.api in {"zaken", "catalogi", "notificaties"} else "Token"
        assert exchange.sent_headers["Authorization"].startswith(f"{kind} "), exchange


@pytest.mark.parametrize("flow", FLOWS)
async def test_no_request_names_a_bsn_or_expands_roles(watched: Watched, flow: str) -> None:
    await FLOWS[flow](watched)
    for exchange in watched.wire.exchanges:
        asked = " ".join(f"{name}={value}" for name, value in exchange.query)
        assert "bsn" not in asked.lower(), exchange
        assert not re.search(r"expand=\S*rollen", asked), exchange
        assert not exchange.path.endswith("_zoek"), exchange
