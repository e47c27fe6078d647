"""PVT and MAP as deelzaken: a reading profile for municipalities that keep them so."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.cases.model import Part, PartKind
from bot.sandbox.zgw import roots
from bot.sandbox.zgw.register import Doc, Register
from bot.sandbox.zgw.zaak import new_case, new_status, view
from tests.cases.conftest import World
from tests.cases.zgw.test_visible import reading

RULES = {
    "deelzaken": [
        {
            "zaaktype": "ZT-PVT",
            "onderdeel": "pvt",
            "status": {"Bijeenkomst gepland": "gepland", "Ondertekend": "ondertekend"},
        }
    ]
}


def deelzaak(
    world: World, status: str = "Ondertekend", kind: str = "ZT-PVT", number: str = "WV-0001", **more: Any
) -> Doc:
    """A deelzaak of a case (Samira's) that ended on 2 June."""
    register, main = world.zgw.register, world.zgw.case(number)
    empty = {k: v for k, v in world.zgw.case_type.items() if k not in {"url", "uuid"}}
    case_type = register.add(roots.ZAAKTYPEN, {**empty, "identificatie": kind, **more.pop("type", {})})
    given = {
        "bronorganisatie": main["bronorganisatie"],
        "verantwoordelijkeOrganisatie": main["bronorganisatie"],
        "startdatum": "2026-05-01",
        "hoofdzaak": main["url"],
    }
    case = new_case(register, given | more, case_type)
    case |= {"einddatum": "2026-06-02", **more}
    named = {"omschrijving": status, "volgnummer": 2, "informeren": True, "isEindstatus": False}
    kind_of_status = register.add(roots.STATUSTYPEN, named)
    new_status(register, case, kind_of_status, {"datumStatusGezet": "2026-06-02T10:00:00Z"})
    return case


async def pvt(world: World, session: ClientSession) -> tuple[list[Part], tuple[str, ...]]:
    """Read the part of the plan, and what could not be read."""
    read = await reading(world, session, **RULES).read_case(world.case("Samira"))
    assert read.plan is not None
    return [part for part in read.plan.parts if part.kind is PartKind.PVT], read.unreadable


async def test_a_deelzaak_says_how_the_part_stands(world: World, session: ClientSession) -> None:
    deelzaak(world)
    (part,), unreadable = await pvt(world, session)
    assert (part.status, part.on, unreadable) == ("ondertekend", date(2026, 6, 2), ())


async def test_of_two_deelzaken_the_one_begun_last_counts(world: World, session: ClientSession) -> None:
    deelzaak(world, "Bijeenkomst gepland", startdatum="2026-09-01", einddatum=None)
    deelzaak(world)
    (part,), _ = await pvt(world, session)
    assert (part.status, part.on) == ("gepland", None)


@pytest.mark.parametrize(
    "hidden",
    [
        {"kind": "ZT-BIJSTAND"},
        {"type": {"indicatieInternOfExtern": "intern"}},
        {"vertrouwelijkheidaanduiding": "geheim"},
    ],
    ids=["another type", "internal", "too confidential"],
)
async def test_a_deelzaak_that_the_profile_or_the_portal_does_not_show_stays_hidden(
    world: World, session: ClientSession, hidden: dict[str, Any]
) -> None:
    before, _ = await pvt(world, session)
    deelzaak(world, **hidden)
    after, unreadable = await pvt(world, session)
    assert (after, unreadable) == (before, ())


async def test_a_status_that_is_not_mapped_is_named(world: World, session: ClientSession) -> None:
    before, _ = await pvt(world, session)
    deelzaak(world, "Iets eigens")
    assert await pvt(world, session) == (before, ("deelzaken",))


async def test_a_deelzaak_of_another_case_is_dropped_and_named(
    world: World, session: ClientSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, _ = await pvt(world, session)
    lie, whose = deelzaak(world), world.zgw.case("WV-0002")["url"]

    def lying(register: Register, row: Doc) -> Doc:
        return view(register, row) | ({"hoofdzaak": whose} if row is lie else {})

    monkeypatch.setattr("bot.sandbox.zgw.expand.view", lying)
    assert await pvt(world, session) == (before, ("deelzaken",))


async def test_without_a_rule_no_deelzaak_is_asked_for(world: World) -> None:
    deelzaak(world)
    world.zgw.journal.clear()
    read = await world.cases.read_case(world.case("Samira"))
    assert read.unreadable == ()
    assert all("deelzaken" not in value for e in world.zgw.journal.entries("zaken") for _, value in e.query)


async def test_without_a_plan_object_the_properties_say_how_pvt_and_map_stand(world: World) -> None:
    plan = world.zgw.plan("WV-0001")
    assert plan is not None
    case = world.zgw.case("WV-0001")
    world.zgw.register.remove(roots.OBJECTS, plan["uuid"])
    for link in list(world.zgw.register.where(roots.ZAAKOBJECTEN, zaak=case["url"])):
        if link["objectTypeOverige"] == "inburgeringsplan":
            world.zgw.register.remove(roots.ZAAKOBJECTEN, link["uuid"])
    read = await world.cases.read_case(world.case("Samira"))
    assert read.plan is not None
    assert {part.kind for part in read.plan.parts} <= {PartKind.PVT, PartKind.MAP}
    assert read.plan.parts
