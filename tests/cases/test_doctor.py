"""The doctor finds each planted fault, says it in plain words, and goes on with the rest."""

from __future__ import annotations

import asyncio
import json
import os
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.cases.doctor.configuration import configuration
from bot.cases.doctor.explain import JWT
from bot.cases.doctor.release import safe
from bot.cases.doctor.report import Level
from bot.sandbox.zgw import Fault, Kind, ObjectKey, roots
from tests.cases.doctor import KNOWING, Office, behind, office

STEPS = [
    "Configuration",
    "Reachable",
    "Clock",
    "Credentials",
    "Rights",
    "Case types",
    "Mapping",
    "Object types",
    "Subscription",
    "Callback",
    "Version",
]


@pytest.fixture
async def at(tmp_path: Path) -> AsyncIterator[Office]:
    async with office(tmp_path) as found:
        yield found


async def test_where_nothing_is_wrong_every_step_is_well(at: Office) -> None:
    found = await at.examined()
    assert [section.title for section in found.sections] == STEPS
    assert found.titles(Level.WRONG) == []
    assert found.titles(Level.WARNING) == []
    assert found.titles(Level.UNKNOWN) == []


async def test_it_only_reads(at: Office) -> None:
    await at.examined()
    assert {entry.method for entry in at.zgw.journal.entries()} == {"GET"}


async def test_nothing_of_a_person_and_no_secret_is_said(at: Office) -> None:
    at.change(('staat = "in_route"', 'staat = "in_rout"'))
    said = (await at.examined(behind(minutes=10))).everything
    names = {person.first_name for person in at.town.people} | {"WV-0001", "Postma"}
    (application,) = at.zgw.clients.applications
    keys = {application.secret, *at.zgw.clients.klant_keys, *(k.key for k in at.zgw.clients.object_keys)}
    assert len(names) > 5
    assert [word for word in names | keys | set(at.secret) if word in said] == []


# ------------------------------------------------------------------ reachable, clock, credentials


async def test_a_clock_ten_minutes_behind_is_told(at: Office) -> None:
    found = await at.examined(behind(minutes=10))
    assert "The clock of this machine is 10 minutes behind that of the" in found.said("Clock", Level.WRONG)
    assert "All APIs agree with each other, so it is this machine." in found.fixes("Clock")
    assert found.titles(Level.WRONG) == ["Clock"]


async def test_a_clock_ten_minutes_ahead_is_told(at: Office) -> None:
    assert "10 minutes ahead of" in (await at.examined(behind(minutes=-10))).said("Clock", Level.WRONG)


async def test_a_clock_two_minutes_off_is_a_warning(at: Office) -> None:
    assert "2 minutes behind" in (await at.examined(behind(minutes=2))).said("Clock", Level.WARNING)


async def test_with_a_clock_hours_off_the_other_steps_are_still_looked_at(at: Office) -> None:
    found = await at.examined(behind(hours=3))
    assert "3.0 hours behind" in found.said("Clock", Level.WRONG)
    assert found.titles(Level.WRONG) == ["Clock"]


async def test_a_wrong_secret_is_told_and_the_other_apis_are_still_looked_at(at: Office) -> None:
    at.change(('geheim = "zgw-geheim', 'geheim = "not-the-zgw-geheim'))
    found = await at.examined()
    said = found.said("Credentials", Level.WRONG)
    assert said.count("the secret is wrong: the client_id is known, but the signature does not fit") == 3
    assert "invalid-jwt-signature" in said
    assert "may write les, lesgroep; nothing beyond that." in found.said("Rights", Level.OK)
    assert found.said("Object types", Level.OK).count("with our schema") == 7
    assert "not asked again, as it refuses the credential" in found.said("Case types", Level.UNKNOWN)
    assert "accepts the secret" in found.said("Callback", Level.OK)


async def test_an_unknown_application_is_told(at: Office) -> None:
    at.change(('client_id = "wegwijs', 'client_id = "wegwijzer'))
    found = await at.examined()
    assert "the client_id is not known there" in found.said("Credentials", Level.WRONG)
    assert "the functional administrator of the case system" in found.fixes("Credentials")


@pytest.mark.parametrize("code", sorted(JWT))
async def test_every_code_of_a_token_has_its_own_words(at: Office, code: str) -> None:
    at.zgw.faults.add(Fault(Kind.REFUSED, api="zaken", status=403, code=code, times=None))
    said = (await at.examined()).said("Credentials", Level.WRONG)
    assert f"Zaken API: {JWT[code].text} (403 {code})." in said


async def test_every_code_is_explained_differently_unless_it_means_the_same() -> None:
    assert len({cause.text for cause in JWT.values()}) == len(JWT) - 1, "two codes say: from the future"


async def test_a_missing_scope_is_told_with_its_name(at: Office) -> None:
    at.zgw.faults.add(Fault(Kind.REFUSED, api="catalogi", status=403, times=None))
    found = await at.examined()
    assert "Catalogi API: known, but not allowed (403 permission_denied)." in found.said("Credentials")
    assert "catalogi.lezen" in found.fixes("Credentials")


async def test_a_wrong_token_of_the_objects_api_is_told_by_name(at: Office) -> None:
    at.change(("objecten-schrijven-waterveen-zandbak", "objecten-schrijven-elders"))
    found = await at.examined()
    said = found.said("Credentials", Level.WRONG)
    assert said == (
        "Objects API (objecten_schrijf_token): the token is not accepted (401 authentication_failed)."
    )
    assert "(objecten_schrijf_token): not asked again" in found.said("Rights", Level.UNKNOWN)
    assert "(objecten_token): may read" in found.said("Rights", Level.OK)


async def test_one_token_for_reading_and_writing_is_wrong(at: Office) -> None:
    at.change(("objecten-lezen-waterveen-zandbak", "objecten-schrijven-waterveen-zandbak"))
    assert "the token that reads and one that writes are the same" in (await at.examined()).said(
        "Credentials"
    )


async def test_an_api_that_is_away_keeps_nobody_from_looking_at_the_others(at: Office) -> None:
    at.change((f"{at.zgw.base_url}/catalogi/", "http://127.0.0.1:1/catalogi/"))
    found = await at.examined()
    assert "Catalogi API refuses the connection" in found.said("Reachable", Level.WRONG)
    assert "the network administrators" in found.fixes("Reachable")
    assert "Catalogi API: not asked again, as it cannot be reached." in found.said("Mapping", Level.UNKNOWN)
    assert found.titles(Level.WRONG) == ["Reachable"]


async def test_an_api_that_gives_no_answer_is_told_after_the_deadline(at: Office) -> None:
    at.zgw.faults.add(Fault(Kind.SLOW, api="klantinteracties", times=None, seconds=30.0))
    found = await at.examined(deadline=0.3)
    assert "Klantinteracties API gives no answer within 0.3 seconds" in found.said("Reachable", Level.WRONG)
    assert found.titles(Level.WRONG) == ["Reachable"]


async def test_a_broken_api_and_one_that_answers_nonsense_are_told(at: Office) -> None:
    at.zgw.faults.down("objecten")
    at.zgw.faults.add(Fault(Kind.GARBLED, api="zaken", times=None))
    said = (await at.examined()).said("Reachable", Level.WRONG)
    assert "Objects API is broken (503)." in said
    assert "Zaken API answers something that is no list of an API (200)." in said


async def test_an_api_that_lets_everybody_in_is_told(at: Office) -> None:
    async def answer(request: web.Request) -> web.Response:
        return web.json_response({"count": 0, "results": []})

    app = web.Application()
    app.router.add_get("/api/v2/permissions", answer)
    async with TestServer(app) as server:
        at.change((f"{at.zgw.base_url}/objecten/api/v2/", str(server.make_url("/api/v2/"))))
        said = (await at.examined()).said("Reachable", Level.WRONG)
    assert said == "Objects API: anybody may read here, without any credential."


async def test_a_redirect_is_not_followed_but_told(at: Office) -> None:
    async def answer(request: web.Request) -> web.Response:
        return web.Response(
            status=301, headers={"Location": f"{at.zgw.base_url}/objecten/api/v2/permissions"}
        )

    app = web.Application()
    app.router.add_get("/api/v2/permissions", answer)
    async with TestServer(app) as server:
        at.change((f"{at.zgw.base_url}/objecten/api/v2/", str(server.make_url("/api/v2/"))))
        said = (await at.examined()).said("Reachable", Level.WRONG)
    assert "Objects API sends on to another address (301); Wegwijs never follows" in said
    assert at.zgw.journal.entries("objecten", path="permissions") == []


async def test_a_root_with_nothing_behind_it_is_told(at: Office) -> None:
    at.change((f"{at.zgw.base_url}/zaken/api/v1/", f"{at.zgw.base_url}/zaken/api/v9/"))
    assert "Zaken API knows nothing at this address (404)." in (await at.examined()).said("Reachable")


async def test_a_host_that_no_name_server_knows_is_told(at: Office) -> None:
    at.change((f"{at.zgw.base_url}/zaken/", "https://openzaak.invalid/zaken/"))
    assert "Zaken API has a host name that is not known here (DNS)" in (await at.examined()).said("Reachable")


async def test_a_server_without_tls_behind_https_is_told(at: Office) -> None:
    at.change((f"{at.zgw.base_url}/zaken/", at.zgw.base_url.replace("http://", "https://") + "/zaken/"))
    assert "Zaken API does not speak TLS as it should" in (await at.examined()).said("Reachable", Level.WRONG)


# ------------------------------------------------------------------ rights


@pytest.mark.parametrize("scope", ["zaken.bijwerken", "zaken.verwijderen", "documenten.lezen"])
async def test_a_scope_beyond_reading_is_wrong(at: Office, scope: str) -> None:
    at.grant(scope)
    assert f"may do more than it needs: {scope}." in (await at.examined()).said("Rights", Level.WRONG)


async def test_where_rights_cannot_be_seen_the_doctor_says_so(at: Office) -> None:
    (old,) = at.zgw.clients.applications
    at.grant()
    object.__setattr__(at.zgw.clients.applications[0], "scopes", old.scopes - {KNOWING})
    found = await at.examined()
    assert "may not read its own authorisations" in found.said("Rights", Level.UNKNOWN)
    assert "no tick at 'all authorisations'" in found.fixes("Rights")
    assert found.titles(Level.WRONG) == []


@pytest.mark.parametrize(
    ("key", "types", "said"),
    [
        ("lezen", {"les": "read_and_write"}, "(objecten_token): may write les, which it never needs."),
        ("lezen", {"les": ""}, "(objecten_token): may not read les."),
        ("schrijven", {"les": "read_and_write"}, "(objecten_schrijf_token): may write les, which it never"),
        ("schrijven", {"externetaak": "read_only"}, "may only read externetaak, so what people do cannot be"),
        ("schrijven", {"afmelding": ""}, "(objecten_schrijf_token): may not write afmelding."),
        ("rooster", {"externetaak": "read_and_write"}, "(rooster_token): may write externetaak, which it"),
    ],
)
async def test_a_token_may_do_what_it_needs_and_nothing_else(
    at: Office, key: str, types: dict[str, str], said: str
) -> None:
    at.permit(key, **types)
    assert said in (await at.examined()).said("Rights", Level.WRONG)


async def test_a_token_that_sees_types_of_others_is_wrong(at: Office) -> None:
    at.zgw.register.add(roots.OBJECTTYPES, {"name": "boom", "_versions": [], "versions": []})
    at.permit("lezen", boom="read_only")
    said = (await at.examined()).said("Rights", Level.WRONG)
    assert "(objecten_token): may also see 1 object types that the profile does not map." in said


async def test_a_token_without_scopes_is_said_to_be_so(at: Office) -> None:
    assert "knows no scopes" in (await at.examined()).said("Rights", Level.OK)


# ------------------------------------------------------------------ case types


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


# ------------------------------------------------------------------ mapping


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


# ------------------------------------------------------------------ object types


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


# ------------------------------------------------------------------ deelzaken, the Taken API, a nightly file

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


# ------------------------------------------------------------------ subscription, callback, version


async def test_a_missing_subscription_is_told(at: Office) -> None:
    at.zgw.register.remove(roots.ABONNEMENTEN, at.row(roots.ABONNEMENTEN)["uuid"])
    found = await at.examined()
    assert "There is no subscription for our address" in found.said("Subscription", Level.WRONG)
    assert "wegwijs cases subscribe" in found.fixes("Subscription")


async def test_a_subscription_for_a_former_address_is_told(at: Office) -> None:
    at.row(roots.ABONNEMENTEN)["callbackUrl"] = "https://former.example/cases/waterveen"
    said = (await at.examined()).said("Subscription", Level.WARNING)
    assert "1 subscriptions of this tenant point to another address" in said
    assert "former.example" not in said


async def test_a_subscription_without_a_channel_or_for_others_is_told(at: Office) -> None:
    at.row(roots.ABONNEMENTEN)["kanalen"] = [{"naam": "zaken", "filters": {"bronorganisatie": "987654329"}}]
    said = (await at.examined()).said("Subscription", Level.WRONG)
    assert "lacks the channel objecten" in said
    assert "another organisation" in said


async def test_a_channel_that_is_only_useful_is_a_warning(at: Office) -> None:
    row = at.row(roots.ABONNEMENTEN)
    row["kanalen"] = [channel for channel in row["kanalen"] if channel["naam"] != "zaaktypen"]
    assert "lacks the channel zaaktypen" in (await at.examined()).said("Subscription", Level.WARNING)


async def test_a_doubled_subscription_is_told(at: Office) -> None:
    at.zgw.register.add(roots.ABONNEMENTEN, {**at.row(roots.ABONNEMENTEN)}, "twin", "twin")
    assert "every change is told 2 times" in (await at.examined()).said("Subscription", Level.WARNING)


async def test_a_callback_that_has_another_secret_is_told(at: Office) -> None:
    at.secret[0] = "another-secret"
    found = await at.examined()
    assert "refuses who has no secret" in found.said("Callback", Level.OK)
    assert "the running Wegwijs has another one" in found.said("Callback", Level.WRONG)
    assert "--renew" in found.said("Subscription", Level.OK), "the server's secret cannot be seen"


async def test_a_callback_that_is_not_there_is_told(at: Office) -> None:
    at.environ["WEGWIJS_PUBLIC_URL"] = "http://127.0.0.1:1"
    assert "Our own address refuses the connection" in (await at.examined()).said("Callback", Level.WRONG)


async def test_a_proxy_that_answers_in_our_place_is_told(at: Office) -> None:
    at.environ["WEGWIJS_PUBLIC_URL"] = at.zgw.base_url
    assert "Our address answers 404 instead of 401." in (await at.examined()).said("Callback", Level.WRONG)


@pytest.mark.parametrize(
    ("version", "well"),
    [
        ((1, 28, 4), False),
        ((1, 28, 5), True),
        ((1, 28, 9), True),
        ((1, 29, 0), False),
        ((1, 29, 2), False),
        ((1, 29, 3), True),
        ((1, 30, 0), True),
        ((2, 0, 0), True),
        ((1, 9, 0), False),
    ],
)
def test_an_open_zaak_with_known_holes_is_not_safe(version: tuple[int, int, int], well: bool) -> None:
    assert safe(version) is well


async def test_an_old_open_zaak_is_told_and_an_unknown_one_is_to_be_looked_at(at: Office) -> None:
    at.change(('"1.30.0"', '"1.29.2"'))
    found = await at.examined()
    assert "Open Zaak 1.29.2: shows cases to applications" in found.said("Version", Level.WRONG)
    assert "1.29.3 or newer" in found.fixes("Version")
    at.change(('openzaak_versie = "1.29.2"\n', ""))
    assert "No API tells which Open Zaak this is" in (await at.examined()).said("Version", Level.WARNING)


# ------------------------------------------------------------------ a half-broken configuration


async def test_faults_of_the_file_are_told_with_lines_and_the_rest_is_looked_at(at: Office) -> None:
    at.change(
        ('staat = "in_route"', 'staat = "in_rout"'),
        ("klantinteracties_token =", "klant_token ="),
        (f'"{at.zgw.base_url}/catalogi/api/v1/"', '"http://catalogi.example/"'),
    )
    found = await at.examined()
    said = found.said("Configuration", Level.WRONG)
    assert "line 70: zaaksysteem.catalogi must begin with https://" in said
    assert 'zaaksysteem.klant_token is not known here. Did you mean "klantinteracties_token"?' in said
    assert 'Did you mean "in_route"?' in said
    assert "Catalogi API: no usable root." in found.said("Reachable", Level.WRONG)
    assert "Klantinteracties API: there is no usable credential." in found.said("Credentials", Level.WRONG)
    assert "the application may read, and nothing beyond that" in found.said("Rights", Level.OK)
    assert "accepts the secret" in found.said("Callback", Level.OK)


async def test_a_missing_setting_ends_nothing(at: Office) -> None:
    at.environ["WEGWIJS_MASTER_KEY_FILE"] = str(at.folder / "nowhere")
    at.environ["WEGWIJS_PROT"] = "1"
    found = await at.examined()
    assert "WEGWIJS_PROT is not a setting of Wegwijs" in found.said("Configuration", Level.WRONG)
    assert found.titles(Level.WRONG) == ["Configuration"]


def test_without_a_tenant_file_there_is_nothing_to_look_at(tmp_path: Path) -> None:
    section, target, _ = configuration("waterveen", {"WEGWIJS_TENANTS": str(tmp_path)})
    assert target is None
    assert any("there is no tenant file" in line.text for line in section.lines)


async def test_an_unknown_tenant_is_told_with_those_that_there_are(at: Office) -> None:
    section, target, _ = configuration("zeeveen", at.settings())
    assert target is None
    assert any("zeeveen is no tenant here: waterveen." in line.text for line in section.lines)


async def test_a_file_that_is_not_toml_is_found_by_its_name(at: Office) -> None:
    at.change(("[team]", "[team"))
    found = await at.examined()
    assert "this is not TOML" in found.said("Configuration", Level.WRONG)
    assert [section.title for section in found.sections] == STEPS


# ------------------------------------------------------------------ the command


async def command(at: Office, *words: str, **more: str) -> tuple[int, str, str]:
    environ = {k: v for k, v in os.environ.items() if not k.startswith("WEGWIJS_")}
    program = (sys.executable, "-m", "bot", "cases", *words)
    process = await asyncio.create_subprocess_exec(
        *program,
        env={**environ, **at.settings(), **more},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, err = await asyncio.wait_for(process.communicate(), 60)
    return process.returncode or 0, out.decode(), err.decode()


async def test_the_command_says_all_is_well_and_exits_0(at: Office) -> None:
    code, out, err = await command(at, "doctor", "--tenant", "waterveen")
    assert (code, err) == (0, "")
    assert out.splitlines()[-1] == "All is well."


async def test_the_command_exits_1_where_something_is_wrong(at: Office) -> None:
    at.change(('geheim = "zgw-geheim', 'geheim = "not-the-zgw-geheim'))
    code, out, _ = await command(at, "doctor")
    assert code == 1
    assert "→ Give zaaksysteem.geheim the secret that stands beside this Client ID" in out
    assert out.splitlines()[-1].startswith("3 things are wrong.")


async def test_the_command_speaks_json_to_machines(at: Office) -> None:
    at.change(('"1.30.0"', '"1.29.0"'))
    code, out, _ = await command(at, "doctor", "--json")
    found = json.loads(out)
    assert (code, found["tenant"], found["ok"], found["counts"]["wrong"]) == (1, "waterveen", False, 1)
    assert [step["title"] for step in found["steps"]] == STEPS
    assert {line["level"] for step in found["steps"] for line in step["lines"]} == {"ok", "wrong"}


async def test_types_are_installed_from_the_command_line(at: Office) -> None:
    at.zgw.clients = type(at.zgw.clients)(object_keys=(ObjectKey("beheer", "beheer-token"),))
    line = next(row for row in at.text.splitlines() if row.startswith("afmelding"))
    at.change((line + "\n", ""))
    at.zgw.register.remove(roots.OBJECTTYPES, at.row(roots.OBJECTTYPES, name="afmelding")["uuid"])
    code, out, err = await command(at, "install-types", WEGWIJS_OBJECTTYPEN_TOKEN="beheer-token")
    uuid = at.row(roots.OBJECTTYPES, name="afmelding")["uuid"]
    assert (code, err) == (0, "")
    assert f'afmelding = {{ uuid = "{uuid}", versie = 1 }}' in out.splitlines()
    assert out.splitlines()[-1] == "All object types are in place."
    assert "beheer-token" not in out


async def test_types_are_not_installed_without_a_token(at: Office) -> None:
    code, _, err = await command(at, "install-types")
    assert code == 2
    assert "set WEGWIJS_OBJECTTYPEN_TOKEN, or --token-file" in err
