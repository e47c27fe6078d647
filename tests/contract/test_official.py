"""Every request that the bot sends, and every answer that the sandbox gives, fits the official OpenAPI files.

The files lie beside the project (`../shared/case-api/openapi`). Without them the same is checked against a
part of them that the tests carry, and this module says so.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.contract.conftest import Watched
from tests.contract.departures import mended
from tests.contract.flows import FLOWS
from tests.contract.spec import Exchange, Spec, read_spec
from tests.contract.wire import FILES
from tests.shared import AWAY, case_api

STAND_IN = Path(__file__).parent / "openapi"


@cache
def official(api: str) -> Spec:
    """The official file of an API with the known departures of the real servers."""
    folder = case_api()
    assert folder is not None
    return mended(read_spec(folder / "openapi" / FILES[api]), FILES[api])


@cache
def carried(api: str) -> Spec:
    """The part of an official file that the tests carry."""
    return mended(read_spec(STAND_IN / FILES[api].replace(".yaml", ".json")), FILES[api])


def faults(exchanges: list[Exchange], found: Callable[[str], Spec]) -> list[str]:
    """What does not fit, as sentences."""
    told = []
    for exchange in exchanges:
        spec = found(exchange.api)
        told += [f"{exchange}: request: {fault}" for fault in spec.request_faults(exchange)]
        told += [f"{exchange}: answer: {fault}" for fault in spec.answer_faults(exchange)]
    return told


@pytest.mark.parametrize("flow", FLOWS)
async def test_requests_and_answers_fit_the_openapi_files(watched: Watched, flow: str) -> None:
    await FLOWS[flow](watched)
    assert watched.wire.exchanges
    assert faults(watched.wire.exchanges, carried) == []
    if case_api() is None:
        pytest.skip(AWAY)
    assert faults(watched.wire.exchanges, official) == []
