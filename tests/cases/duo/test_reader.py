"""DUO's resources through the gateway: strictly read, and nothing that is nobody's business."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.cases.duo.events import Resource, Standing
from bot.cases.duo.reader import DuoReader, is_reference
from bot.cases.duo.record import DuoFacts, HoursKnown
from bot.cases.model import PartKind, Route, Term
from bot.cases.zgw.api import Line
from bot.errors import CaseApiAway, CaseApiDenied, CaseNotFound
from bot.sandbox.duo import Gateway
from bot.sandbox.duo.gateway import VERSIONS
from bot.store.codec import dump
from tests.cases.duo.conftest import NUMBER, tenant
from tests.cases.duo.official import FILES, faults, shapes

CANARY = "123456782"
VISA = 9876543210
EVERYTHING: dict[str, Any] = {
    "inburgeringsplicht": {
        "indicatorInburgeringsplicht": False,
        "redenGeenInburgeringsplicht": "Tijdelijke vrijstelling",
        "wijzigingsdatum": "2026-11-20",
    },
    "inburgeringstermijn": {"startdatum": "2026-03-17", "einddatum": "2029-03-17"},
    "uren": [
        {"gemeentecode": "9991", "bekendTot": "2026-11-01", "ParticipatieAlsTaalles": {"uren": 120}},
        {"gemeentecode": "1111", "bekendTot": "2026-02-01", "ParticipatieAlsTaalles": {"uren": 78}},
    ],
    "PIP": {
        "gemeentecode": "9991",
        "pip": {"dagtekeningPip": "2026-03-16", "leerroute": "B", "niveau": "B1"},
    },
    "map": {"datumEindgesprekMap": "2026-11-03"},
    "pvt": {"datumOndertekeningPvt": "2026-11-02"},
    "examens/resultaten": [
        {"examendatum": "2026-09-01", "resultaat": "Gezakt", "onderdeel": "LU", "niveau": "B1"},
        {
            "examendatum": "2026-10-12",
            "resultaat": "Geen",
            "redenGeenResultaat": "Absent",
            "onderdeel": "LU",
        },
    ],
}
FACTS = DuoFacts(
    standing=Standing.PAUSED,
    term=Term(date(2026, 3, 17), date(2029, 3, 17)),
    hours=(HoursKnown(PartKind.LANGUAGE, 198, date(2026, 10, 31)),),
    dated_on=date(2026, 3, 16),
    route=Route.B1,
    level="B1",
    pvt_on=date(2026, 11, 2),
    map_on=date(2026, 11, 3),
    exams=(("LU", date(2026, 10, 12)),),
)


async def read(reader: DuoReader, *wanted: Resource, before: DuoFacts | None = None) -> DuoFacts:
    return await reader.read(NUMBER, wanted or tuple(Resource), before or DuoFacts())


async def test_everything_is_read_into_our_own_model(gateway: Gateway, reader: DuoReader) -> None:
    gateway.person(NUMBER).update(EVERYTHING)
    assert await read(reader) == FACTS


@pytest.mark.parametrize("path", FILES)
def test_what_the_gateway_serves_is_what_duo_specifies(path: str) -> None:
    shape = shapes()["resources"][path]
    assert faults(shape["schema"], EVERYTHING[path]) == []
    assert shape["version"] == VERSIONS[path]


async def test_a_request_carries_the_headers_of_the_specification_and_no_number_of_a_person(
    session: Any, clock: Any
) -> None:
    seen: list[web.Request] = []

    async def answer(request: web.Request) -> web.Response:
        seen.append(request)
        return web.Response(status=404, headers={"API-Version": "1.0.0"})

    app = web.Application()
    app.router.add_get("/v1/{rest:.*}", answer)
    async with TestServer(app) as running:
        config = tenant(str(running.make_url("")).rstrip("/")).duo
        assert config is not None
        await read(DuoReader(config, Line(session, clock)))
    asked = {request.path.removeprefix(f"/v1/personen/{NUMBER}/"): request for request in seen}
    assert set(asked) == set(FILES)
    for path, request in asked.items():
        headers = shapes()["resources"][path]["headers"]
        assert [name for name in headers if not request.headers.get(name)] == []
        assert len(request.headers["bron"]) == len(request.headers["doel"]) == 20
    assert len({request.headers["berichtId"] for request in seen}) == len(seen)


async def test_what_duo_does_not_have_is_none(gateway: Gateway, reader: DuoReader) -> None:
    assert await read(reader, before=FACTS) == DuoFacts()


async def test_only_what_is_wanted_is_asked_for_and_the_rest_stays(
    gateway: Gateway, reader: DuoReader
) -> None:
    gateway.person(NUMBER)["map"] = {"datumEindgesprekMap": "2026-12-01"}
    found = await read(reader, Resource.MAP, before=FACTS)
    assert gateway.asked == [(NUMBER, "map")]
    assert (found.map_on, found.term) == (date(2026, 12, 1), FACTS.term)


@pytest.mark.parametrize(
    ("resource", "path", "wrong"),
    [
        (Resource.DUTY, "inburgeringsplicht", {"indicatorInburgeringsplicht": "nee"}),
        (Resource.DUTY, "inburgeringsplicht", {"indicatorInburgeringsplicht": False}),
        (
            Resource.DUTY,
            "inburgeringsplicht",
            {"indicatorInburgeringsplicht": False, "redenGeenInburgeringsplicht": "Anders"},
        ),
        (Resource.TERM, "inburgeringstermijn", {"startdatum": "2026-03-17"}),
        (Resource.TERM, "inburgeringstermijn", {"startdatum": "2026-03-17", "einddatum": "2026-03-17"}),
        (Resource.TERM, "inburgeringstermijn", {"startdatum": "17-03-2026", "einddatum": "2029-03-17"}),
        (Resource.HOURS, "uren", {"gemeentecode": "9991"}),
        (
            Resource.HOURS,
            "uren",
            [{"bekendTot": "2026-11-01", "ParticipatieAlsTaalles": {"uren": -1}}],
        ),
        (Resource.PLAN, "PIP", {"pip": {"dagtekeningPip": "2026-03-16", "leerroute": "X"}}),
        (Resource.MAP, "map", {}),
        (Resource.PVT, "pvt", []),
        (Resource.EXAMS, "examens/resultaten", [{"examendatum": "2026-10-12", "onderdeel": "XX"}]),
    ],
)
async def test_a_wrong_shape_is_named_and_hides_that_part_only(
    gateway: Gateway, reader: DuoReader, resource: Resource, path: str, wrong: Any
) -> None:
    gateway.person(NUMBER).update({**EVERYTHING, path: wrong})
    found = await read(reader)
    assert found.unreadable == (resource,)
    gateway.person(NUMBER).update(EVERYTHING)
    assert await read(reader, resource, before=found) == FACTS


async def test_a_counter_of_which_a_part_has_no_day_is_not_shown(gateway: Gateway, reader: DuoReader) -> None:
    gateway.person(NUMBER)["uren"] = [
        {"gemeentecode": "9991", "bekendTot": "2026-11-01", "ParticipatieAlsTaalles": {"uren": 120}},
        {"gemeentecode": "1111", "ParticipatieAlsTaalles": {"uren": 78}},
    ]
    assert (await read(reader, Resource.HOURS)).hours == ()


async def test_a_gateway_that_is_away_is_said_so(gateway: Gateway, reader: DuoReader) -> None:
    gateway.away = True
    with pytest.raises(CaseApiAway):
        await read(reader)


async def test_a_404_that_is_not_duos_own_is_not_taken_for_none(session: Any, clock: Any) -> None:
    async with TestServer(web.Application()) as running:
        config = tenant(str(running.make_url("")).rstrip("/")).duo
        assert config is not None
        with pytest.raises(CaseApiAway):
            await read(DuoReader(config, Line(session, clock, attempts=1)))


async def test_a_wrong_key_is_denied(gateway: Gateway, reader: DuoReader) -> None:
    gateway.key = "another"
    with pytest.raises(CaseApiDenied):
        await read(reader)


@pytest.mark.parametrize("number", [CANARY, str(VISA), "12345678", "../uren", "WV 1", "", "a/b", "x" * 65])
async def test_a_bare_number_or_a_path_is_never_sent_as_a_reference(
    gateway: Gateway, reader: DuoReader, number: str
) -> None:
    assert not is_reference(number)
    with pytest.raises(CaseNotFound):
        await reader.read(number, tuple(Resource), DuoFacts())
    assert gateway.asked == []


async def test_no_number_reason_or_result_comes_into_the_model(gateway: Gateway, reader: DuoReader) -> None:
    def spoiled(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: spoiled(inner) for name, inner in value.items()} | {"bsn": CANARY, "vNummer": VISA}
        return [spoiled(one) for one in value] if isinstance(value, list) else value

    gateway.person(NUMBER).update({path: spoiled(doc) for path, doc in EVERYTHING.items()})
    found = await read(reader)
    assert found == FACTS
    kept = repr(found) + dump(found).decode()
    for secret in (CANARY, str(VISA), "Gezakt", "Geen", "Absent", "vrijstelling"):
        assert secret not in kept
