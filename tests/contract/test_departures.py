"""What the real servers answered fits their own OpenAPI files, but for departures that are proven."""

from __future__ import annotations

from functools import cache
from typing import Final

import pytest

from tests.contract.departures import DEPARTURES, Departure, mended
from tests.contract.recordings import recordings
from tests.contract.spec import Exchange, Spec, read_spec
from tests.contract.wire import FILES, of_recording
from tests.shared import case_api

# Recorded requests that were wrong on purpose, or that the product never makes, and what is wrong about them.
WRONG: Final = {
    "zaken-unknown-query-400": "query onbekend is not known",
    "zaak-create-400-invalid-params": "startdatum: format 'date'",
    "post-without-content-crs-412": "header Content-Crs is missing",
    "get-without-accept-crs-412": "a body is not expected",
    "expand-unknown-400": "query expand",
    "zaken-zoek-expand-as-string-500": "expand: type 'array'",
    "zaken-page-404": "status 404 is not described",
    "zaak-audittrail": "bron: enum",
    "objects-list-fields": "record: required startAt",
    "informatieobjecttype-publish": "header Content-Type is missing",
    "zaaktype-publish": "header Content-Type is missing",
    "eio-create-inline": "unevaluatedProperties lock",
    "eio-create-large-bestandsdelen": "unevaluatedProperties lock",
    "eio-lock": "a body is not expected",
    "eio-lock-twice-400": "a body is not expected",
    "zio-list": "query zaak: (all of it): type 'integer'",
}


@cache
def spec(file: str, without: Departure | None = None) -> Spec:
    """An official file with the departures, all or all but one."""
    folder = case_api()
    assert folder is not None
    return mended(read_spec(folder / "openapi" / file), file, without)


def faults(exchange: Exchange, without: Departure | None = None) -> list[str]:
    """What is wrong with a recorded exchange."""
    found = spec(FILES[exchange.api], without)
    return [*found.request_faults(exchange), *found.answer_faults(exchange)]


def test_recorded_exchanges_fit_the_official_files_unless_they_are_wrong_on_purpose() -> None:
    wrong = {
        name: told
        for entries in recordings().values()
        for name, entry in entries.items()
        if (told := faults(of_recording(entry)))
    }
    assert wrong.keys() == WRONG.keys()
    assert {
        name: any(WRONG[name] in fault for fault in told) for name, told in wrong.items()
    } == dict.fromkeys(WRONG, True)


@pytest.mark.parametrize("departure", DEPARTURES, ids=[d.what for d in DEPARTURES])
def test_a_departure_is_shown_by_its_recording(departure: Departure) -> None:
    file, name = departure.shown
    exchange = of_recording(recordings()[file][name])
    assert not [fault for fault in faults(exchange) if name not in WRONG]
    assert faults(exchange, without=departure)
