"""Documents, applications, versions of a case type, and notices with a beat and weather."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.sandbox.zgw import Application, Clients, Weather, Zgw, roots
from bot.sandbox.zgw.catalogus import new_version
from bot.sandbox.zgw.desk import Desk
from bot.sandbox.zgw.notices import AT_ONCE

NUMBER = "WV-0001"


async def test_titles_of_documents_come_as_a_bare_array(api: Any, zgw: Zgw, case_url: str) -> None:
    Desk(zgw).add_document(NUMBER, "Persoonlijk plan")
    found = (await api.get(f"{roots.ZAAKINFORMATIEOBJECTEN}?zaak={zgw.base_url}{case_url}")).body
    assert [row["titel"] for row in found] == ["Persoonlijk plan"]
    assert (await api.get(case_url)).body["zaakinformatieobjecten"] == [found[0]["url"]]


async def test_a_document_is_linked_once_and_moves_the_case_but_not_its_etag(
    api: Any, zgw: Zgw, case_url: str
) -> None:
    before = await api.get(case_url)
    uuid = Desk(zgw).add_document(NUMBER, "Brief")
    after = await api.get(case_url)
    assert after.headers["ETag"] == before.headers["ETag"]
    assert after.body["laatstGemuteerd"] >= before.body["laatstGemuteerd"]
    body = {"zaak": zgw.base_url + case_url, "informatieobject": f"{zgw.base_url}{roots.DOCUMENTS}/{uuid}"}
    assert (await api.post(roots.ZAAKINFORMATIEOBJECTEN, body)).code == "unique"


async def test_without_its_scope_a_document_is_not_read(api: Any, zgw: Zgw) -> None:
    uuid = Desk(zgw).add_document(NUMBER, "Brief")
    refused = await api.get(f"{roots.DOCUMENTS}/{uuid}")
    assert (refused.status, refused.code) == (403, "permission_denied")


async def test_an_application_sees_what_it_may_do(api: Any, zgw: Zgw) -> None:
    scopes = frozenset({"zaken.lezen", "autorisaties.lezen"})
    zgw.clients = Clients(
        applications=(Application("beheer", "geheim", scopes, frozenset({"ZT-INBURGERING"})),)
    )
    found = (await api.get(f"{roots.APPLICATIES}/consumer?clientId=beheer")).body
    rights = {right["component"]: right for right in found["autorisaties"]}
    assert rights["zrc"]["scopes"] == ["zaken.lezen"]
    assert rights["zrc"]["zaaktype"] == zgw.base_url + zgw.case_type["url"]


async def test_next_years_version_of_a_case_type_is_not_seen_by_an_authorisation_for_this_years(
    api: Any, zgw: Zgw, case_url: str
) -> None:
    scopes = frozenset({"zaken.lezen", "catalogi.lezen"})
    mine = frozenset({zgw.case_type["uuid"]})
    zgw.clients = Clients(applications=(Application("beheer", "geheim", scopes, mine),))
    assert (await api.get(case_url)).status == 200
    zgw.case(NUMBER)["zaaktype"] = new_version(zgw.register, zgw.rsin, date(2026, 1, 1))["url"]
    assert (await api.get(case_url)).code == "permission_denied"
    assert (await api.get(roots.CASES)).results == []
    listed = (await api.get(f"{roots.ZAAKTYPEN}?identificatie=ZT-INBURGERING")).results
    assert [kind["beginGeldigheid"] for kind in listed] == ["2026-01-01", "2022-01-01"]
    assert listed[1]["eindeGeldigheid"] == "2026-01-01"


async def test_a_part_of_a_case_names_its_main_case_and_the_main_case_its_parts(api: Any, zgw: Zgw) -> None:
    from bot.sandbox.zgw.zaak import new_case

    given = {"bronorganisatie": zgw.rsin, "startdatum": "2026-03-02", "hoofdzaak": zgw.case(NUMBER)["url"]}
    part = new_case(zgw.register, given, zgw.case_type)
    main = (await api.get(zgw.case(NUMBER)["url"])).body
    assert main["deelzaken"] == [zgw.base_url + part["url"]]


@pytest.fixture
async def arrived(zgw: Zgw) -> AsyncIterator[list[str]]:
    bodies: list[str] = []

    async def answer(request: web.Request) -> web.Response:
        bodies.append((await request.json())["resourceUrl"])
        return web.Response(status=204)

    app = web.Application()
    app.router.add_post("/bel", answer)
    async with TestServer(app) as server:
        channel = {"naam": "zaken", "filters": {}}
        row = {"callbackUrl": str(server.make_url("/bel")), "kanalen": [channel], "_auth": "x"}
        zgw.register.add(roots.ABONNEMENTEN, row)
        yield bodies
        await zgw.notices.close()


def publish(zgw: Zgw, count: int) -> None:
    for number in range(count):
        zgw.rights.tell(zgw.case(NUMBER), "status", f"{roots.STATUSSEN}/{number}", "create")


async def test_notices_are_gathered_and_at_most_500_are_sent_in_a_beat(
    zgw: Zgw, sleep: Any, arrived: list[str]
) -> None:
    zgw.notices.interval = 20.0
    publish(zgw, AT_ONCE + 1)
    await zgw.notices.settle()
    assert sleep.asked == [20.0, 20.0]
    assert len(arrived) == AT_ONCE + 1


async def test_weather_loses_doubles_and_shuffles_by_its_seed(zgw: Zgw, arrived: list[str]) -> None:
    zgw.notices.interval, zgw.notices.weather = 20.0, Weather(lost=0.3, twice=0.3, shuffled=True, seed=3)
    publish(zgw, 300)
    await zgw.notices.settle()
    different = set(arrived)
    assert 180 < len(different) < 240, "about 30% are lost"
    assert 30 < len(arrived) - len(different) < 90, "about 30% of the rest come twice"
    assert arrived != sorted(arrived, key=lambda url: int(url.rsplit("/", 1)[1]))


async def test_an_answer_may_be_a_contact_of_its_own(api: Any, zgw: Zgw) -> None:
    identity = {
        "objectId": "zaak-1",
        "codeObjecttype": "zaak",
        "codeRegister": "open-zaak",
        "codeSoortObjectId": "uuid",
    }
    body = {
        "klantcontact": {"kanaal": "telegram", "onderwerp": "Vraag", "vertrouwelijk": True},
        "onderwerpobject": {"onderwerpobjectidentificator": identity},
    }
    question = (await api.post(f"{roots.KLANT}/maak-klantcontact", body)).body["klantcontact"]
    Desk(zgw).answer_apart(question["uuid"], "Ja, dat mag.", case="zaak-1")
    query = "onderwerpobject__onderwerpobjectidentificatorObjectId=zaak-1&expand=gingOverOnderwerpobjecten"
    found = (await api.get(f"{roots.KLANTCONTACTEN}?{query}")).results
    answer = next(row for row in found if row["inhoud"] == "Ja, dat mag.")
    about = [row["wasKlantcontact"] for row in answer["_expand"]["gingOverOnderwerpobjecten"]]
    assert [one["uuid"] for one in about if one] == [question["uuid"]]
