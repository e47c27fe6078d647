"""The bot's own adapter reads every case of the example town."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import aiohttp
import pytest

from bot.cases.zgw.adapter import ZgwCases
from bot.sandbox.town import MUNICIPALITIES, Town, case_system, seed, tenant_text
from bot.sandbox.zgw import serving
from bot.tenant import read_tenant

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 7, 10, tzinfo=UTC)


def clock() -> datetime:
    return NOW


@pytest.mark.parametrize("name", MUNICIPALITIES)
async def test_everybody_is_found_by_number_and_read_without_a_gap(name: str, tmp_path: Path) -> None:
    town, zgw = Town(), case_system(name, clock=clock)
    seed(zgw, town, name, TODAY)
    file = tmp_path / "tenant.toml"
    async with serving(zgw) as address, aiohttp.ClientSession() as http:
        file.write_text(tenant_text(name, address), encoding="utf-8")
        cases = ZgwCases(read_tenant(file), http, clock)
        for person in (p for p in town.people if p.municipality == name):
            found = await cases.find(person.number)
            assert (found.case_uuid, found.snapshot.unreadable) == (person.case_uuid, ())
            assert set(found.snapshot.groups) == {town.group(code).uuid for code in person.groups}
            assert found.snapshot.language == person.language
        for group in (g for g in town.groups if g.municipality == name):
            facts = await cases.read_group(group.uuid)
            assert (facts.group.code, len(facts.lessons) >= 4) == (group.code, True)
