"""A reading is whole: few requests, nothing that hides behind a type, a day or a name that comes twice."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from aiohttp import ClientSession

from bot.cases.zgw.edge import Edge
from bot.cases.zgw.edge_objects import AfmeldingData, AfspraakData, LesData, LesgroepData, TaakData
from bot.cases.zgw.edge_plan import PlanData
from bot.clock import local
from bot.sandbox.zgw import roots
from bot.sandbox.zgw.catalogus import finder
from bot.sandbox.zgw.schema import CONTENT, FILES
from bot.sandbox.zgw.zaak import new_property
from tests.cases.conftest import World
from tests.cases.zgw.test_visible import reading


async def test_a_case_takes_four_requests_once_its_type_is_known(world: World) -> None:
    await world.cases.read_case(world.case("Filmon"))
    world.zgw.journal.clear()
    await world.cases.read_case(world.case("Samira"))
    assert len(world.zgw.journal.entries("zaken")) == 2
    assert len(world.zgw.journal.entries("objecten")) == 2
    assert not world.zgw.journal.entries("catalogi")


async def test_a_list_with_a_type_that_is_not_mapped_is_asked_for_type_by_type(world: World) -> None:
    before = await world.cases.read_case(world.case("Samira"))
    plan = world.zgw.plan("WV-0001")
    assert plan is not None
    strange = dict(world.row(plan["uuid"])["_records"][-1]["data"])
    kind = world.zgw.register.add(roots.OBJECTTYPES, {"name": "iets eigens"})
    row = world.zgw.objecten.add("inburgeringsplan", strange, check=False)
    row["type"] = kind["url"]
    key = world.zgw.clients.object_keys[0]
    assert isinstance(key.types, dict)
    key.types["iets eigens"] = "read_only"
    world.zgw.journal.clear()
    assert await world.cases.read_case(world.case("Samira")) == before
    assert len(world.zgw.journal.entries("objecten")) == 5
    assert world.cases.counts["unmapped_type"] == 1


async def test_a_type_of_case_is_asked_for_again_after_a_day_and_only_if_it_changed(world: World) -> None:
    await world.cases.read_case(world.case("Samira"))
    world.clock.forward(hours=25)
    world.zgw.journal.clear()
    await world.cases.read_case(world.case("Samira"))
    assert [entry.status for entry in world.zgw.journal.entries("catalogi")] == [304]
    world.zgw.case_type["identificatie"] = "ZT-INBURGERING"
    world.zgw.case_type["omschrijving"] = "Anders"
    world.clock.forward(hours=25)
    await world.cases.read_case(world.case("Samira"))
    assert [entry.status for entry in world.zgw.journal.entries("catalogi")] == [304, 200]


async def test_an_appointment_registered_for_a_later_day_is_seen_if_the_profile_looks_ahead(
    world: World, session: ClientSession
) -> None:
    known = (await world.cases.read_case(world.case("Laila"))).appointments
    later = local(world.clock()).date() + timedelta(days=17)
    row = world.row(known[0].id)
    data = {**row["_records"][-1]["data"], "antwoordMogelijk": ["bevestigen"]}
    made = world.zgw.objecten.add("afspraak", data, start=later)
    assert (await world.cases.read_case(world.case("Laila"))).appointments == known
    ahead = await reading(world, session, dagen_vooruit=60).read_case(world.case("Laila"))
    assert {talk.id for talk in ahead.appointments} == {*(talk.id for talk in known), made["uuid"]}
    assert next(t for t in ahead.appointments if t.id == made["uuid"]).answers == (), "it takes none yet"


def doubled(world: World, value: str) -> None:
    """A second value for a property of Samira's case."""
    kind = finder(world.zgw.register, roots.EIGENSCHAPPEN, "naam")("pipDatumDagtekening")
    new_property(world.zgw.register, world.zgw.case("WV-0001"), kind, value)


async def test_of_two_values_the_newest_counts_and_the_operator_is_told_which_property(world: World) -> None:
    kind = finder(world.zgw.register, roots.EIGENSCHAPPEN, "naam")("voorkeurstaal")
    new_property(world.zgw.register, world.zgw.case("WV-0001"), kind, "tr")
    read = await world.cases.read_case(world.case("Samira"))
    assert (read.language, read.doubled, read.unreadable) == ("tr", ("voorkeurstaal",), ())


async def test_the_same_value_twice_is_nobodys_trouble(world: World) -> None:
    doubled(world, "20260316")
    world.zgw.journal.clear()
    assert (await world.cases.read_case(world.case("Samira"))).doubled == ()
    assert len(world.zgw.journal.entries("zaken")) == 2


async def test_where_the_order_of_two_values_cannot_be_known_neither_counts(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind = finder(world.zgw.register, roots.EIGENSCHAPPEN, "naam")("voorkeurstaal")
    new_property(world.zgw.register, world.zgw.case("WV-0001"), kind, "tr")
    rows = world.zgw.register.rows
    monkeypatch.setattr(
        world.zgw.register,
        "where",
        lambda root, **f: reversed([r for r in rows(root) if all(r.get(k) == v for k, v in f.items())]),
    )
    monkeypatch.setattr(
        "bot.sandbox.zgw.zaak._urls",
        lambda register, root, case: [r["url"] for r in rows(root) if r.get("zaak") == case["url"]],
    )
    read = await world.cases.read_case(world.case("Samira"))
    assert read.language is None
    assert "facts" in read.unreadable


async def test_fields_that_nobody_knows_are_counted_and_kept_out(world: World) -> None:
    row = world.row((await world.cases.read_case(world.case("Samira"))).tasks[0].id)
    row["_records"][-1]["data"]["bsnVanPartner"] = "999993653"
    world.zgw.case("WV-0001")["nieuwVeld"] = "geheim"
    read = await world.cases.read_case(world.case("Samira"))
    assert "999993653" not in repr(read)
    assert world.cases.counts["unknown:tasks"] == 1


@pytest.mark.parametrize(
    ("name", "shape"),
    [
        ("les", LesData),
        ("lesgroep", LesgroepData),
        ("afspraak", AfspraakData),
        ("afmelding", AfmeldingData),
        ("inburgeringsplan", PlanData),
        ("externetaak", TaakData),
    ],
)
def test_every_field_of_our_own_object_types_is_known(name: str, shape: type[Edge]) -> None:
    schema = json.loads((CONTENT / f"{FILES[name]}.schema.json").read_text(encoding="utf-8"))
    properties = schema["properties"]
    assert shape.strange(properties) == 0, set(properties)
