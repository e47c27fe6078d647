"""What may be seen of a case: the same as in the municipality's portal, and never more."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import UTC, datetime
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.cases.zgw.adapter import ZgwCases
from bot.cases.zgw.api import Line
from bot.cases.zgw.documents import documents_of
from bot.cases.zgw.reading import Reading
from bot.errors import CaseApiDenied, CaseHidden
from bot.sandbox.zgw import roots
from bot.sandbox.zgw.catalogus import finder
from bot.tenant import Tenant
from tests.cases.conftest import World


def profiled(world: World, **more: Any) -> Tenant:
    """The tenant with other entries in its profile, checked as a file would be."""
    whole = world.tenant.model_dump(exclude_none=True)
    whole["profiel"] |= more
    return Tenant.model_validate(whole)


def reading(world: World, session: ClientSession, **more: Any) -> ZgwCases:
    """An adapter with another profile."""
    line = Line(session, world.clock, sleep=world.naps)
    return ZgwCases(profiled(world, **more), session, world.clock, line)


async def test_a_case_of_an_internal_type_is_neither_found_nor_read(world: World) -> None:
    world.zgw.case_type["indicatieInternOfExtern"] = "intern"
    with pytest.raises(CaseHidden, match="internal"):
        await world.cases.find("WV-0001")
    with pytest.raises(CaseHidden) as hidden:
        await world.cases.read_case(world.case("Samira"))
    assert hidden.value.reason == "internal"


@pytest.mark.parametrize(
    ("has", "most", "shown"),
    [
        ("zaakvertrouwelijk", "zaakvertrouwelijk", True),
        ("openbaar", "zaakvertrouwelijk", True),
        ("vertrouwelijk", "zaakvertrouwelijk", False),
        ("vertrouwelijk", "geheim", True),
    ],
)
async def test_a_case_is_shown_up_to_the_confidentiality_of_the_profile(
    world: World, session: ClientSession, has: str, most: str, shown: bool
) -> None:
    world.zgw.case("WV-0001")["vertrouwelijkheidaanduiding"] = has
    cases = reading(world, session, hoogste_vertrouwelijkheid=most)
    if shown:
        assert (await cases.read_case(world.case("Samira"))).case_number == "WV-0001"
    else:
        with pytest.raises(CaseHidden, match="hoogste_vertrouwelijkheid"):
            await cases.read_case(world.case("Samira"))


async def test_one_case_without_a_right_is_hidden_and_the_key_stays_in_use(world: World) -> None:
    other = {k: v for k, v in world.zgw.case_type.items() if k not in {"url", "uuid"}}
    row = world.zgw.register.add(roots.ZAAKTYPEN, {**other, "identificatie": "ZT-INBURGERING-OUD"})
    world.zgw.case("WV-0001")["zaaktype"] = row["url"]
    for _ in range(4):
        with pytest.raises(CaseHidden, match="authorisation") as hidden:
            await world.cases.read_case(world.case("Samira"))
        assert hidden.value.reason == "right"
    assert (await world.cases.read_case(world.case("Filmon"))).case_number == "WV-0002"


async def test_many_cases_without_a_right_at_once_keep_nobody_else_waiting(world: World) -> None:
    other = {k: v for k, v in world.zgw.case_type.items() if k not in {"url", "uuid"}}
    row = world.zgw.register.add(roots.ZAAKTYPEN, {**other, "identificatie": "ZT-INBURGERING-OUD"})
    numbers = ("WV-0001", "WV-0003", "WV-0004", "WV-0005")
    for number in numbers:
        world.zgw.case(number)["zaaktype"] = row["url"]
    reads = (world.cases.read_case(world.case(number)) for number in numbers)
    found = await asyncio.gather(*reads, return_exceptions=True)
    assert [type(one) for one in found] == [CaseHidden] * len(numbers)
    assert (await world.cases.read_case(world.case("Filmon"))).case_number == "WV-0002"


async def test_a_key_that_may_read_nothing_is_denied_not_hidden(world: World) -> None:
    application = world.zgw.clients.applications[0]
    object.__setattr__(application, "scopes", frozenset({"catalogi.lezen"}))
    with pytest.raises(CaseApiDenied):
        await world.cases.read_case(world.case("Samira"))


async def test_the_first_status_informs_nobody(world: World) -> None:
    world.desk.set_status("WV-0001", "Aangemeld")
    assert not (await world.cases.read_case(world.case("Samira"))).informs


async def test_a_status_of_which_the_catalogue_says_nothing_is_named_and_not_guessed(world: World) -> None:
    del finder(world.zgw.register, roots.STATUSTYPEN, "omschrijving")("Traject loopt")["informeren"]
    read = await world.cases.read_case(world.case("Samira"))
    assert (read.unreadable, read.informs) == (("status",), False)


async def test_a_case_of_another_organisation_with_the_same_number_is_not_found(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    twin = dict(world.zgw.case("WV-0001"), bronorganisatie="999999990")
    world.zgw.register.add(roots.CASES, {k: v for k, v in twin.items() if k not in {"url", "uuid"}})
    monkeypatch.setattr("bot.sandbox.zgw.zaken._equals", lambda name: lambda row, value: True)
    assert (await world.cases.find("WV-0001")).case_uuid == world.case("Samira")


def with_document(world: World, number: str = "WV-0001", **more: Any) -> None:
    """A document on a case, Samira's if no other is named."""
    case = world.zgw.case(number)
    doc = {
        "informatieobject": "/documenten/api/v1/enkelvoudiginformatieobjecten/1",
        "zaak": case["url"],
        "aardRelatieWeergave": "Hoort bij, omgekeerd: kent",
        "titel": "Plan Inburgering",
        "beschrijving": "",
        "registratiedatum": "2026-03-16T23:30:00Z",
        "vernietigingsdatum": None,
        "status": None,
    }
    row = world.zgw.register.add(f"{roots.ZAKEN}/zaakinformatieobjecten", doc | more)
    case["zaakinformatieobjecten"] = [*case["zaakinformatieobjecten"], row["url"]]


async def test_documents_are_titles_alone_and_only_where_the_profile_says_so(
    world: World, session: ClientSession
) -> None:
    with_document(world)
    with_document(world, titel="Weg", vernietigingsdatum="2026-06-01T00:00:00Z")
    with_document(world, titel=" ")
    assert (await world.cases.read_case(world.case("Samira"))).documents == ()
    world.zgw.journal.clear()
    read = await reading(world, session, documenttitels=True).read_case(world.case("Samira"))
    assert [(d.title, str(d.on)) for d in read.documents] == [("Plan Inburgering", "2026-03-17")]
    assert all("informatieobject" not in e.path for e in world.zgw.journal.entries("documenten"))
    assert read.unreadable == ()


async def test_a_document_that_cannot_be_read_names_the_part(world: World, session: ClientSession) -> None:
    with_document(world, titel=None)
    read = await reading(world, session, documenttitels=True).read_case(world.case("Samira"))
    assert (read.unreadable, read.documents) == (("documents",), ())


def test_documents_come_newest_first() -> None:
    case, at = "65fcf664-2219-474b-a128-754cc193eeff", "2026-0{}-02T10:00:00Z"
    ids = [f"65fcf664-2219-474b-a128-754cc193ee0{n}" for n in (1, 2)]
    docs = [
        {
            "uuid": ids[n - 1],
            "url": f"u/{ids[n - 1]}",
            "zaak": f"z/{case}",
            "titel": f"{n}",
            "registratiedatum": at.format(n),
        }
        for n in (1, 2)
    ]
    found = documents_of(docs, datetime(2026, 11, 1, tzinfo=UTC), Reading(case, Counter()))
    assert [d.title for d in found] == ["2", "1"]
