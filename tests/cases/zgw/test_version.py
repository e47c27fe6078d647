"""The version that an API names in its answers is compared with what is known."""

from __future__ import annotations

import pytest
from aiohttp import ClientSession

from bot.cases.zgw.api import Api, Line
from bot.cases.zgw.credentials import ApiKey
from bot.cases.zgw.version import Version, fits
from tests.cases.conftest import World
from tests.cases.scripted import Answer, Scripted
from tests.clocks import Hands


@pytest.mark.parametrize(
    ("version", "known"),
    [("1.5.1", True), ("1.7.0", True), ("1.4.9", False), ("2.0.0", False), ("1", False), ("een.vijf", False)],
)
def test_a_version_is_known_from_the_oldest_on_within_its_major(version: str, known: bool) -> None:
    assert fits(version, (1, 5)) is known


async def test_an_unknown_version_is_told_once_and_its_end_too(session: ClientSession) -> None:
    told: list[bool] = []
    answers = [Answer({}, headers={"API-version": v}) for v in ("1.5.1", "2.0.0", "2.0.0", "2.1.0", "1.6.0")]
    async with Scripted(*answers).running() as server:
        api = Api(Line(session, Hands()), server.root, ApiKey("k"), version=Version("zaken", told.append))
        for _ in answers:
            await api.get("zaken/1")
    assert (told, api.version) == ([True, False], "1.6.0")


async def test_the_sandbox_names_versions_that_are_known(world: World) -> None:
    await world.cases.read_case(world.case("Samira"))
    assert world.cases.versions() == {"zaken": "1.5.1", "catalogi": "1.3.1", "objecten": "2.7.0"}
