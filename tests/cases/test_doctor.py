"""The doctor finds each planted fault of a connection, says it in plain words, and goes on."""

from __future__ import annotations

from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.cases.doctor.configuration import configuration
from bot.cases.doctor.explain import JWT
from bot.cases.doctor.report import Level
from bot.sandbox.zgw import Fault, Kind, roots
from tests.cases.doctor import KNOWING, STEPS, Office, behind


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
