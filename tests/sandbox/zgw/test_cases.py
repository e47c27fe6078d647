"""The Zaken API: finding and reading a case."""

from __future__ import annotations

from typing import Any

import pytest

from bot.sandbox.zgw import Zgw, roots
from bot.sandbox.zgw.catalogus import finder
from bot.sandbox.zgw.zaak import new_case


def _more_cases(zgw: Zgw, count: int) -> None:
    for number in range(count):
        given = {"identificatie": f"WV-1{number:03}", "bronorganisatie": zgw.rsin, "startdatum": "2026-06-01"}
        new_case(zgw.register, {**given, "verantwoordelijkeOrganisatie": zgw.rsin}, zgw.case_type)


async def test_a_case_is_found_by_its_number(api: Any) -> None:
    answer = await api.get(f"{roots.CASES}?identificatie=WV-0001&bronorganisatie=123456782")
    assert [c["identificatie"] for c in answer.results] == ["WV-0001"]


async def test_an_unknown_number_gives_an_empty_list(api: Any) -> None:
    assert (await api.get(f"{roots.CASES}?identificatie=WV-9999")).results == []


async def test_there_is_no_search_by_bsn(api: Any) -> None:
    name = "rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn"
    answer = await api.get(f"{roots.CASES}?{name}=1")
    assert (answer.status, answer.code) == (400, "unknown-parameters")


async def test_without_the_coordinate_headers_nothing_works(api: Any) -> None:
    assert (await api.get(roots.CASES, Accept_Crs="")).status == 412
    assert (await api.post(roots.CASES, {}, Content_Crs="")).status == 412
    assert (await api.get(roots.CASES, Accept_Crs="EPSG:28992")).status == 406


async def test_rollen_need_no_coordinate_headers(api: Any) -> None:
    assert (await api.get(roots.ROLLEN, Accept_Crs="", Content_Crs="")).status == 200


async def test_problem_json_is_not_acceptable(api: Any) -> None:
    assert (await api.get(roots.CASES, Accept="application/problem+json")).status == 406


async def test_lists_come_newest_first_in_pages_that_name_each_other(api: Any, zgw: Zgw) -> None:
    _more_cases(zgw, 2)
    first = await api.get(f"{roots.CASES}?pageSize=2")
    assert [c["identificatie"] for c in first.results] == ["WV-1001", "WV-1000"]
    second = await api.get(first.body["next"])
    assert [c["identificatie"] for c in second.results] == ["WV-0001"]
    assert second.body["previous"].endswith("?pageSize=2")
    assert (first.body["count"], second.body["next"]) == (3, None)


async def test_more_than_500_a_page_is_clipped(api: Any, zgw: Zgw) -> None:
    _more_cases(zgw, 500)
    assert len((await api.get(f"{roots.CASES}?pageSize=900")).results) == 500


async def test_a_page_past_the_end_is_a_404(api: Any) -> None:
    assert (await api.get(f"{roots.CASES}?page=9")).status == 404


async def test_the_next_page_keeps_an_address_in_the_question(api: Any, zgw: Zgw) -> None:
    _more_cases(zgw, 2)
    first = await api.get(f"{roots.CASES}?pageSize=1&zaaktype={zgw.base_url}{zgw.case_type['url']}")
    assert zgw.base_url in first.body["next"].split("?")[1].replace("%3A", ":").replace("%2F", "/")
    assert (await api.get(first.body["next"])).body["count"] == 3


async def test_without_expand_there_is_an_empty_expand(api: Any, case_url: str) -> None:
    assert (await api.get(case_url)).body["_expand"] == {}


async def test_expand_brings_status_properties_and_their_types(api: Any, case_url: str) -> None:
    answer = await api.get(f"{case_url}?expand=status,status.statustype,eigenschappen,zaakobjecten,resultaat")
    found = answer.body["_expand"]
    assert found["status"]["_expand"]["statustype"]["omschrijving"] == "Traject loopt"
    assert [e["waarde"] for e in found["eigenschappen"]] == ["B"]
    assert "zaakobjecten" not in found
    assert "resultaat" not in found


async def test_a_nested_expand_without_its_parent_does_nothing(api: Any, case_url: str) -> None:
    assert "_expand" not in (await api.get(f"{case_url}?expand=status.statustype")).body


async def test_an_unknown_expand_is_refused(api: Any) -> None:
    assert (await api.get(f"{roots.CASES}?expand=nonsense")).code == "invalid_choice"


async def test_the_etag_is_blind_for_properties_and_roles(api: Any, case_url: str) -> None:
    tag = (await api.get(case_url)).headers["ETag"]
    listed = await api.get(f"{case_url}/zaakeigenschappen")
    assert (await api.patch(listed.body[0]["url"], {"waarde": "O"})).status == 200
    again = await api.get(f"{case_url}?expand=eigenschappen", If_None_Match=tag)
    assert again.status == 304


async def test_the_etag_sees_a_change_of_the_case_and_a_status(api: Any, case_url: str, zgw: Zgw) -> None:
    tag = (await api.get(case_url)).headers["ETag"]
    await api.patch(case_url, {"toelichting": "bijgewerkt"})
    changed = await api.get(case_url, If_None_Match=tag)
    kind = finder(zgw.register, roots.STATUSTYPEN, "omschrijving")("Gepauzeerd")
    body = {"zaak": zgw.base_url + case_url, "statustype": zgw.base_url + kind["url"]}
    assert (
        await api.post(roots.STATUSSEN, {**body, "datumStatusGezet": "2026-11-23T07:00:00Z"})
    ).status == 201
    assert changed.status == 200
    assert (await api.get(case_url, If_None_Match=changed.headers["ETag"])).status == 200


async def test_properties_are_a_bare_list_newest_first_and_may_be_double(
    api: Any, case_url: str, zgw: Zgw
) -> None:
    kind = finder(zgw.register, roots.EIGENSCHAPPEN, "naam")("leerroute")
    body = {"zaak": zgw.base_url + case_url, "eigenschap": zgw.base_url + kind["url"], "waarde": "X"}
    assert (await api.post(f"{case_url}/zaakeigenschappen", body)).status == 201
    assert [e["waarde"] for e in (await api.get(f"{case_url}/zaakeigenschappen")).body] == ["X", "B"]


async def test_the_caseworker_is_asked_for_without_meeting_the_person(
    api: Any, case_url: str, zgw: Zgw
) -> None:
    url = f"{roots.ROLLEN}?zaak={zgw.base_url}{case_url}&omschrijvingGeneriek=behandelaar"
    found = (await api.get(url)).results
    assert [r["betrokkeneIdentificatie"]["identificatie"] for r in found] == ["km-001"]


async def test_the_present_status_can_be_asked_for(api: Any, case_url: str, zgw: Zgw) -> None:
    url = f"{roots.STATUSSEN}?zaak={zgw.base_url}{case_url}&indicatieLaatstGezetteStatus=true"
    assert [s["datumStatusGezet"] for s in (await api.get(url)).results] == ["2026-05-11T07:00:00Z"]


@pytest.mark.parametrize(
    ("name", "moment", "code"),
    [
        ("Gepauzeerd", "2027-01-01T00:00:00Z", "date-in-future"),
        ("Gepauzeerd", "2026-05-11T07:00:00Z", "unique"),
        ("Afgerond", "2026-11-23T07:00:00Z", "resultaat-does-not-exist"),
    ],
)
async def test_statuses_that_open_zaak_refuses(
    api: Any, case_url: str, zgw: Zgw, name: str, moment: str, code: str
) -> None:
    kind = finder(zgw.register, roots.STATUSTYPEN, "omschrijving")(name)
    body = {
        "zaak": zgw.base_url + case_url,
        "statustype": zgw.base_url + kind["url"],
        "datumStatusGezet": moment,
    }
    answer = await api.post(roots.STATUSSEN, body)
    assert (answer.status, answer.code) == (400, code)


async def test_an_end_status_closes_the_case_for_writing(api: Any, case_url: str, zgw: Zgw) -> None:
    result = finder(zgw.register, roots.RESULTAATTYPEN, "omschrijving")("Voldaan")
    kind = finder(zgw.register, roots.STATUSTYPEN, "omschrijving")("Afgerond")
    case = zgw.base_url + case_url
    await api.post(roots.RESULTATEN, {"zaak": case, "resultaattype": zgw.base_url + result["url"]})
    moment = {"datumStatusGezet": "2026-11-23T07:00:00Z"}
    await api.post(roots.STATUSSEN, {"zaak": case, "statustype": zgw.base_url + kind["url"], **moment})
    found = (await api.get(f"{case_url}?expand=resultaat,resultaat.resultaattype")).body
    assert found["einddatum"] == "2026-11-23"
    assert found["_expand"]["resultaat"]["_expand"]["resultaattype"]["omschrijving"] == "Voldaan"
    assert (await api.patch(case_url, {"toelichting": "x"})).code == "zaak-closed"


async def test_search_by_uuid_expands_from_a_list_only(api: Any, case_url: str) -> None:
    uuid = case_url.rsplit("/", 1)[1]
    good = await api.post(f"{roots.CASES}/_zoek", {"uuid__in": [uuid], "expand": ["status"]})
    assert "status" in good.results[0]["_expand"]
    assert (await api.post(f"{roots.CASES}/_zoek", {"uuid__in": [uuid], "expand": "status"})).status == 500
    assert (await api.post(f"{roots.CASES}/_zoek", {})).code == "empty_search_body"


async def test_a_new_case_is_checked_as_recorded(api: Any, zgw: Zgw) -> None:
    body = {"bronorganisatie": "123", "zaaktype": zgw.base_url + zgw.case_type["url"], "startdatum": "x"}
    answer = await api.post(roots.CASES, body)
    codes = {(p["name"], p["code"]) for p in answer.body["invalidParams"]}
    assert codes >= {("bronorganisatie", "invalid"), ("startdatum", "invalid")}


async def test_a_number_is_unique_within_the_organisation(api: Any, zgw: Zgw) -> None:
    body = {"identificatie": "WV-0001", "bronorganisatie": zgw.rsin, "verantwoordelijkeOrganisatie": zgw.rsin}
    body |= {"zaaktype": zgw.base_url + zgw.case_type["url"], "startdatum": "2026-11-01"}
    assert (await api.post(roots.CASES, body)).code == "identificatie-niet-uniek"
    assert (await api.post(roots.CASES, {**body, "identificatie": "WV-0002"})).status == 201


async def test_an_object_that_does_not_exist_cannot_be_linked(api: Any, case_url: str, zgw: Zgw) -> None:
    body = {"zaak": zgw.base_url + case_url, "object": "https://elders.example.nl/1", "objectType": "overige"}
    assert (await api.post(roots.ZAAKOBJECTEN, body)).code == "bad-url"


async def test_the_catalogue_has_the_published_type(api: Any) -> None:
    found = (await api.get(f"{roots.ZAAKTYPEN}?identificatie=ZT-INBURGERING&status=definitief")).results
    assert [len(found[0][k]) for k in ("statustypen", "eigenschappen", "resultaattypen")] == [7, 18, 2]
    statuses = (await api.get(f"{roots.STATUSTYPEN}?zaaktype={found[0]['url']}")).results
    assert [s["volgnummer"] for s in statuses] == [7, 6, 5, 4, 3, 2, 1]


async def test_a_wrong_method_and_a_wrong_path_are_official_refusals(api: Any) -> None:
    assert (await api.ask("DELETE", roots.CASES)).code == "method_not_allowed"
    assert (await api.get(f"{roots.ZAKEN}/onbekend")).code == "not_found"


async def test_a_body_that_is_not_json_is_a_parse_error(api: Any) -> None:
    assert (await api.post(roots.ROLLEN, [])).code == "parse_error"
