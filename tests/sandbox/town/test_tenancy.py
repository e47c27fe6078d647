"""The tenant files of the example town."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.cases.model import State
from bot.sandbox.town import MUNICIPALITIES, case_system, tenant_of, tenant_text
from bot.sandbox.zgw import roots
from bot.sandbox.zgw.catalogus import EIGENSCHAPPEN, STATUSSEN
from bot.tenant import read_tenant


@pytest.mark.parametrize("name", MUNICIPALITIES)
def test_the_bot_can_read_it(name: str) -> None:
    tenant = tenant_of(name)
    assert (tenant.id, tenant.codes.brief_dagen) == (name, 14)


@pytest.mark.parametrize("name", MUNICIPALITIES)
def test_every_status_and_property_of_the_catalogue_is_mapped(name: str) -> None:
    profile = tenant_of(name).profiel
    assert [s.omschrijving for s in profile.status] == [name for name, _ in STATUSSEN]
    assert {rule.naam for rule in profile.eigenschappen.values()} <= {e[0] for e in EIGENSCHAPPEN}
    assert {s.staat for s in profile.status} >= {State.IN_ROUTE, State.WAITING_FOR_GROUP, State.PAUSED}


@pytest.mark.parametrize("name", MUNICIPALITIES)
def test_the_objecttypes_are_those_of_the_case_system(name: str) -> None:
    kinds = {row["name"]: row["uuid"] for row in case_system(name).register.rows(roots.OBJECTTYPES)}
    assert {k: v.uuid for k, v in tenant_of(name).profiel.objecttypen.items()} == kinds


def test_no_two_tenants_share_a_secret_or_an_organisation() -> None:
    one, other = (tenant_of(name) for name in MUNICIPALITIES)
    assert one.bot.token != other.bot.token
    assert one.zgw.geheim != other.zgw.geheim
    assert one.profiel.bronorganisatie != other.profiel.bronorganisatie


def test_the_file_can_be_written_for_another_address(tmp_path: Path) -> None:
    file = tmp_path / "waterveen.toml"
    file.write_text(tenant_text("waterveen", "http://127.0.0.1:9000/zgw/waterveen"), encoding="utf-8")
    assert read_tenant(file).zgw.zaken == "http://127.0.0.1:9000/zgw/waterveen/zaken/api/v1/"


def test_the_letters_desk_of_waterveen_is_open_on_tuesday() -> None:
    assert [(m.dag, f"{m.begin:%H:%M}", f"{m.einde:%H:%M}") for m in tenant_of("waterveen").balie] == [
        ("di", "09:00", "11:00")
    ]
