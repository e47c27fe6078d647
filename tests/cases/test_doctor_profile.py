"""The doctor compares the profile with the municipality's own catalogue, object types and folders."""

from __future__ import annotations

import os
import time
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.cases.doctor.report import Level
from bot.sandbox.zgw import Fault, Kind, ObjectKey, roots
from tests.cases.doctor import Office


async def test_an_authorisation_for_last_years_version_is_wrong(at: Office) -> None:
    old = at.row(roots.ZAAKTYPEN, identificatie="ZT-INBURGERING")
    at.new_version()
    at.grant(zaaktypen=frozenset({old["uuid"]}))
    found = await at.examined()
    said = found.said("Case types", Level.WRONG)
    assert "the authorisation is for an earlier version only; the version from 2026-01-01 is missing" in said
    assert "Add the newest version of the case type to the authorisations" in found.fixes("Case types")


async def test_where_authorisations_cannot_be_read_last_years_version_is_suspected(at: Office) -> None:
    old = at.row(roots.ZAAKTYPEN, identificatie="ZT-INBURGERING")
    at.new_version()
    at.grant(zaaktypen=frozenset({old["uuid"]}))
    at.zgw.faults.add(Fault(Kind.REFUSED, api="autorisaties", status=403, times=None))
    said = (await at.examined()).said("Case types", Level.WARNING)
    assert "cases of an earlier version can be read, but none of the version from 2026-01-01" in said


async def test_a_version_of_next_year_is_not_missed_yet(at: Office) -> None:
    old = at.row(roots.ZAAKTYPEN, identificatie="ZT-INBURGERING")
    at.new_version("2199-01-01")
    at.grant(zaaktypen=frozenset({old["uuid"]}))
    found = await at.examined()
    assert "the newest version may be read" in found.said("Case types", Level.OK)
    assert found.titles(Level.WRONG) == []


async def test_cases_that_are_more_confidential_than_the_authorisation_are_told(at: Office) -> None:
    at.row(roots.ZAAKTYPEN)["vertrouwelijkheidaanduiding"] = "geheim"
    said = (await at.examined()).said("Case types", Level.WRONG)
    assert "may be read up to zaakvertrouwelijk, but its cases are geheim" in said


async def test_a_case_type_that_does_not_exist_is_told(at: Office) -> None:
    at.change(('"ZT-INBURGERING"', '"ZT-INBURGERING", "ZT-MAP"'))
    found = await at.examined()
    assert "Case type ZT-MAP: the catalogue has no published case type" in found.said(
        "Case types", Level.WRONG
    )
    assert "7 status types are mapped." in found.said("Mapping", Level.OK)


async def test_where_no_case_can_be_read_it_is_not_known_why(at: Office) -> None:
    at.grant(zaaktypen=frozenset({"ZT-ANDERS"}))
    at.zgw.faults.add(Fault(Kind.REFUSED, api="autorisaties", status=403, times=None))
    said = (await at.examined()).said("Case types", Level.UNKNOWN)
    assert "no case can be read. Either there is none yet, or the right is missing." in said


async def test_a_misspelt_status_type_is_wrong_and_the_real_one_hidden(at: Office) -> None:
    at.change(('omschrijving = "Traject loopt"', 'omschrijving = "Traject lopt"'))
    found = await at.examined()
    said = 'The catalogue has no status type "Traject lopt". Did you mean "Traject loopt"?'
    assert said in found.said("Mapping", Level.WRONG)
    assert "not mapped and therefore hidden: Traject loopt." in found.said("Mapping", Level.WARNING)


async def test_a_property_that_does_not_exist_is_wrong_and_unmapped_ones_are_listed(at: Office) -> None:
    at.change(('niveau = "niveau"', 'niveau = "taalniveau"'))
    found = await at.examined()
    assert 'has no property (eigenschap) "taalniveau"' in found.said("Mapping", Level.WRONG)
    assert "16 properties are mapped. Not mapped and therefore hidden: " in found.said("Mapping", Level.OK)


async def test_names_of_an_earlier_version_still_count(at: Office) -> None:
    at.new_version()
    assert "7 status types are mapped." in (await at.examined()).said("Mapping", Level.OK)


@pytest.mark.parametrize(
    ("name", "specification", "said", "level"),
    [
        ("termijnEinde", {"formaat": "getal"}, 'is a day, but the property "termijnEinde" has', Level.WRONG),
        ("termijnEinde", {"formaat": "tekst", "lengte": "6"}, "is too short to hold JJJJMMDD", Level.WRONG),
        ("leerroute", {"waardenverzameling": ["B1", "O"]}, "does not know: B1.", Level.WARNING),
    ],
)
async def test_a_property_must_be_able_to_hold_its_fact(
    at: Office, name: str, specification: dict[str, Any], said: str, level: Level
) -> None:
    at.row(roots.EIGENSCHAPPEN, naam=name)["specificatie"].update(specification)
    assert said in (await at.examined()).said("Mapping", level)


async def test_two_kinds_of_caseworker_are_for_the_profile_to_choose(at: Office) -> None:
    at.row(roots.ROLTYPEN, omschrijving="Regisseur")["omschrijvingGeneriek"] = "behandelaar"
    said = (await at.examined()).said("Mapping", Level.WARNING)
    assert "Several types of role are behandelaar" in said
    at.change(
        ("[profiel.objecttypen]", '[profiel.rollen]\nklantmanager = "Klantmanager"\n\n[profiel.objecttypen]')
    )
    found = await at.examined()
    assert "The caseworker is who has the role Klantmanager." in found.said("Mapping", Level.OK)
    assert found.titles(Level.WARNING) == []


async def test_an_end_that_is_mapped_to_something_else_is_told(at: Office) -> None:
    at.change(('staat = "completed"', 'staat = "paused"'))
    assert '"Afgerond" ends a case, but is mapped to paused' in (await at.examined()).said("Mapping")


async def test_an_object_type_that_does_not_exist_is_told(at: Office) -> None:
    at.change(("6931e866-d945-55d4-bce2-9e32bf836186", "6931e866-0000-4000-8000-000000000000"))
    found = await at.examined()
    assert "les: there is no object type with the UUID of the profile." in found.said(
        "Object types", Level.WRONG
    )
    assert "wegwijs cases install-types" in found.fixes("Object types")


async def test_a_version_that_does_not_exist_is_told(at: Office) -> None:
    uuid = '"6931e866-d945-55d4-bce2-9e32bf836186"'
    at.change((f"{uuid}, versie = 1", f"{uuid}, versie = 2"))
    assert "les: has no version 2; there are: 1." in (await at.examined()).said("Object types", Level.WRONG)


@pytest.mark.parametrize(
    ("change", "said", "level"),
    [
        ({"status": "draft"}, "les: version 1 is a draft", Level.WRONG),
        ({"status": "deprecated"}, "les: version 1 is deprecated.", Level.WARNING),
        ({"jsonSchema": {}}, "les: the schema of version 1 is not that of this release", Level.WRONG),
    ],
)
async def test_a_version_must_be_published_and_ours(
    at: Office, change: dict[str, Any], said: str, level: Level
) -> None:
    at.row(roots.OBJECTTYPES, name="les")["_versions"][0].update(change)
    assert said in (await at.examined()).said("Object types", level)


async def test_where_a_later_version_is_ours_the_profile_is_to_name_it(at: Office) -> None:
    versions = at.row(roots.OBJECTTYPES, name="les")["_versions"]
    versions.append({**versions[0], "version": 2})
    versions[0] = {**versions[0], "jsonSchema": {}}
    assert "Write versie = 2 into the tenant file." in (await at.examined()).fixes("Object types")


async def test_the_communitys_task_may_differ_but_is_told(at: Office) -> None:
    at.row(roots.OBJECTTYPES, name="externetaak")["_versions"][0]["jsonSchema"] = {}
    found = await at.examined()
    assert "externetaak: version 1 is not the community's" in found.said("Object types", Level.WARNING)


async def test_what_is_not_mapped_is_listed_as_hidden(at: Office) -> None:
    line = next(row for row in at.text.splitlines() if row.startswith("intakevoorbereiding"))
    at.change((line + "\n", ""))
    at.permit("lezen", intakevoorbereiding="")
    at.permit("schrijven", intakevoorbereiding="")
    found = await at.examined()
    assert "Not mapped and therefore hidden: intakevoorbereiding." in found.said(
        "Object types", Level.WARNING
    )
    assert found.titles(Level.WRONG) == []


async def test_an_objecttypes_api_of_its_own_needs_a_token_for_the_check(at: Office) -> None:
    root = f"{at.zgw.base_url}/objecten/api/v2/"
    at.change(("client_id =", f'objecttypen = "{root}"\nclient_id ='))
    assert "keeps no token for it" in (await at.examined()).said("Object types", Level.UNKNOWN)
    keys = (*at.zgw.clients.object_keys, ObjectKey("typen", "typen", {}))
    object.__setattr__(at.zgw.clients, "object_keys", keys)
    assert (await at.examined(token="typen")).said("Object types", Level.OK).count("with our schema") == 7


PART = """
[[profiel.deelzaken]]
zaaktype = "ZT-PVT"
onderdeel = "pvt"
status = { Gepland = "gepland", Ondertekent = "ondertekend" }
"""


def with_a_part(at: Office) -> None:
    """Publish the type of case of a deelzaak, and map it."""
    new = at.new_version("2022-01-01")
    new["identificatie"] = "ZT-PVT"
    for name in ("Gepland", "Ondertekend", "Gevolgd"):
        row = {**at.row(roots.STATUSTYPEN), "omschrijving": name, "zaaktypeIdentificatie": "ZT-PVT"}
        del row["uuid"], row["url"]
        at.zgw.register.add(roots.STATUSTYPEN, {**row, "zaaktype": new["url"]})
    at.text += PART
    at.write()


async def test_the_case_type_of_a_deelzaak_must_be_readable_too(at: Office) -> None:
    with_a_part(at)
    found = await at.examined()
    assert "Case type ZT-PVT: the authorisation is for none of its versions" in found.said("Case types")
    at.grant(zaaktypen=frozenset({"ZT-INBURGERING", "ZT-PVT"}))
    assert "Case type ZT-PVT: the newest version may be read." in (await at.examined()).said("Case types")


async def test_the_status_types_of_a_deelzaak_are_compared_for_themselves(at: Office) -> None:
    with_a_part(at)
    said = (await at.examined()).said("Mapping")
    assert 'no status type of ZT-PVT "Ondertekent". Did you mean "Ondertekend"?' in said
    assert "ZT-PVT: 1 status types of this deelzaak are mapped. Not mapped and therefore hidden: " in said
    assert "7 status types are mapped." in said


async def test_cases_that_are_not_ours_must_not_be_readable(at: Office) -> None:
    at.new_version("2022-01-01")["identificatie"] = "ZT-SCHULDHULP"
    at.grant(zaaktypen=frozenset({"ZT-INBURGERING", "ZT-SCHULDHULP"}))
    said = (await at.examined()).said("Case types", Level.WRONG)
    assert said == "The application may also read cases of 1 case types or versions that are not ours."


async def test_the_taken_api_is_looked_at_where_there_is_one(at: Office) -> None:
    async def answer(request: web.Request) -> web.Response:
        known = request.headers.get("Authorization") == "Token taken-lezen"
        refused = {"code": "authentication_failed"} if not known else {"count": 0, "results": []}
        return web.json_response(refused, status=200 if known else 401, headers={"API-version": "0.1.0"})

    app = web.Application()
    app.router.add_get("/taken/api/v1/externetaken", answer)
    async with TestServer(app) as server:
        keys = 'taken_token = "taken-lezen"\ntaken_schrijf_token = "wrong"'
        at.change(("client_id =", f'taken = "{server.make_url("/taken/api/v1/")}"\n{keys}\nclient_id ='))
        found = await at.examined()
    assert "Taken API (taken_token): let in." in found.said("Credentials", Level.OK)
    assert "Taken API (taken_schrijf_token): the token is not accepted" in found.said(
        "Credentials", Level.WRONG
    )
    assert "Taken API 0.1.0." in found.said("Version", Level.OK)


@pytest.mark.parametrize(
    ("days", "said", "level"),
    [
        (None, "none has been taken in yet", Level.WARNING),
        (0.5, "less than 36 hours old", Level.OK),
        (4, "taken in 4 days ago", Level.WARNING),
    ],
)
async def test_of_a_nightly_file_the_folder_is_looked_at(
    at: Office, days: float | None, said: str, level: Level
) -> None:
    folder = at.folder / "nightly"
    folder.mkdir()
    if days is not None:
        (folder / "stand.json").write_text("{}", encoding="utf-8")
        then = time.time() - days * 86400
        os.utime(folder / "stand.json", (then, then))
    before, _, rest = at.text.partition("[zaaksysteem]")
    at.text = f'{before}[bestand]\nmap = "{folder}"\n\n[profiel]{rest.partition("[profiel]")[2]}'
    at.write()
    found = await at.examined()
    assert [section.title for section in found.sections] == ["Configuration"]
    assert said in found.said("Configuration", level)
    assert found.titles(Level.WRONG) == []
