"""A crowd of any size: the same for the same seed, valid, and known by nobody but itself."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, date, datetime

import pytest

from bot.sandbox.town import Crowd, Town, case_system, fill
from bot.sandbox.zgw import Zgw, roots
from bot.sandbox.zgw.schema import Schemas

MONDAY = date(2026, 11, 23)
SIZE, GROUPS = 140, 14


def filled(seed: int = 1, municipality: str = "waterveen") -> Zgw:
    zgw = case_system(municipality, clock=lambda: datetime(2026, 11, 24, 9, tzinfo=UTC))
    fill(zgw, Crowd(SIZE, GROUPS, seed, municipality), MONDAY)
    return zgw


@pytest.fixture(scope="module")
def crowd() -> Zgw:
    return filled()


def test_a_seed_makes_the_same_register_and_another_seed_another(crowd: Zgw) -> None:
    assert filled().register.dump() == crowd.register.dump()
    assert filled(seed=2).register.dump() != crowd.register.dump()


def test_it_has_the_people_and_groups_that_were_asked_for(crowd: Zgw) -> None:
    assert len(crowd.register.rows(roots.CASES)) == SIZE
    assert len(crowd.objects("lesgroep")) == GROUPS
    assert {task["status"] for task in crowd.objects("externetaak")} == {"open"}


def test_groups_fill_evenly(crowd: Zgw) -> None:
    links = list(crowd.register.where(roots.ZAAKOBJECTEN, objectTypeOverige="lesgroep"))
    for part in ("taal", "taalschakeltraject", "knm"):
        uuids = {g["uuid"] for g in crowd.objects("lesgroep") if g["onderdeel"] == part}
        sizes = Counter(roots.last(link["object"]) for link in links if roots.last(link["object"]) in uuids)
        assert sizes.keys() == uuids
        assert max(sizes.values()) - min(sizes.values()) <= 1


def test_every_object_fits_its_schema(crowd: Zgw) -> None:
    schemas = Schemas()
    for row in crowd.register.rows(roots.OBJECTS):
        kind = crowd.register.by_url(row["type"])
        assert kind is not None
        schemas.check(kind, 1, row["_records"][-1]["data"])


def test_nobody_of_the_crowd_has_the_number_of_somebody_of_the_town() -> None:
    numbers = {p.number for p in Town().people}
    assert numbers.isdisjoint({p.number for p in Crowd(SIZE, GROUPS).people})


def test_there_is_no_bsn_in_a_crowd(crowd: Zgw) -> None:
    numbers = set(re.findall(r"(?<![\w-])\d{9}(?![\w-])", crowd.register.dump()))
    assert numbers <= {crowd.rsin}


def test_the_other_municipality_can_have_a_crowd_as_well() -> None:
    assert len(filled(municipality="heuvelmeer").register.rows(roots.CASES)) == SIZE


@pytest.mark.parametrize(("people", "groups"), [(0, 1), (1, 0), (10**7, 1)])
def test_a_size_without_sense_is_refused(people: int, groups: int) -> None:
    with pytest.raises(ValueError, match="people"):
        Crowd(people, groups)
