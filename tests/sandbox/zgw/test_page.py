"""The page of the municipality's own case system: what it shows, what its forms do, how it is guarded."""

from __future__ import annotations

from typing import Any

import aiohttp
import pytest

from bot.sandbox.zgw import Zgw, roots

PLAN: dict[str, Any] = {
    "versie": 1,
    "leerroute": "B",
    "pip": {"datumDagtekening": "2026-03-16"},
    "termijn": {"startdatum": "2026-03-17", "einddatumExclusief": "2029-03-17"},
    "onderdelen": [{"soort": "taal", "status": "volgt"}, {"soort": "pvt", "status": "gepland", "fase": "nu"}],
}


@pytest.fixture
def case(case_url: str) -> str:
    return case_url.rsplit("/", 1)[1]


@pytest.fixture
def planned(zgw: Zgw, case: str) -> Zgw:
    zgw.objecten.add("inburgeringsplan", {"zaak": case, **PLAN})
    talk = {
        "zaak": case,
        "soort": "voortgangsgesprek",
        "datum": "2027-01-18",
        "versie": 1,
        "status": "bevestigd",
    }
    zgw.objecten.add(
        "afspraak", {**talk, "begin": "2027-01-18T10:00:00+01:00", "einde": "2027-01-18T11:00:00+01:00"}
    )
    return zgw


async def send(api: Any, path: str, **form: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as http:
        url = f"{api.address}/zaaksysteem/zaak/WV-0001{path}"
        async with http.post(url, data=form, allow_redirects=False) as answer:
            return answer.status, answer.headers.get("Location", "")


async def show(api: Any, path: str = "zaak/WV-0001") -> aiohttp.ClientResponse:
    async with aiohttp.ClientSession() as http, http.get(f"{api.address}/zaaksysteem/{path}") as answer:
        await answer.read()
        return answer


async def test_the_list_names_cases_by_number_and_says_what_it_stands_for(api: Any) -> None:
    text = await (await show(api, "")).text()
    assert "WV-0001" in text
    assert "staat voor het eigen zaaksysteem van de gemeente" in text


async def test_the_page_needs_no_script_and_forbids_it(api: Any, planned: Zgw) -> None:
    answer = await show(api)
    text = await answer.text()
    assert "<script" not in text
    assert " style=" not in text
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'; style-src 'self'")


async def test_an_unknown_case_is_not_found(api: Any) -> None:
    assert (await show(api, "zaak/WV-9999")).status == 404
    assert (await send(api, "/taak/onbekend/verwerkt"))[0] == 404


async def test_a_task_is_processed(api: Any, zgw: Zgw, task: str) -> None:
    assert await send(api, f"/taak/{task}/verwerkt") == (303, "/zaaksysteem/zaak/WV-0001")
    assert [t["status"] for t in zgw.tasks("WV-0001")] == ["verwerkt"]


async def test_a_task_is_added_with_its_reason_and_day(api: Any, zgw: Zgw) -> None:
    await send(api, "/taken", titel="Bel <de> school", waarom="Zij weten meer", voor="2026-12-04")
    task = zgw.tasks("WV-0001")[-1]
    assert (task["titel"], task["verloopdatum"]) == ("Bel <de> school", "2026-12-04T23:59:00+01:00")
    assert task["portaalformulier"]["data"]["waarom"] == {"nl": "Zij weten meer"}
    assert "Bel &lt;de&gt; school" in await (await show(api)).text()


async def test_a_new_term_stands_in_plan_and_case_alike(api: Any, planned: Zgw) -> None:
    await send(api, "/termijn", einde="2029-09-17")
    plan = planned.plan("WV-0001")
    assert plan is not None
    assert (plan["termijn"]["einddatumExclusief"], plan["versie"]) == ("2029-09-17", 2)
    (kept,) = planned.register.where(roots.ZAAKEIGENSCHAPPEN, naam="termijnEinde")
    assert kept["waarde"] == "20290917"


async def test_a_part_of_the_plan_moves_on(api: Any, planned: Zgw) -> None:
    await send(api, "/onderdeel", index="1", status="ondertekend")
    plan = planned.plan("WV-0001")
    assert plan is not None
    assert plan["onderdelen"][1] == {"soort": "pvt", "status": "ondertekend"}
    assert plan["onderdelen"][0]["status"] == "volgt"


async def test_a_talk_moves_and_stays_as_long(api: Any, planned: Zgw) -> None:
    (talk,) = planned.objects("afspraak")
    await send(api, f"/afspraak/{talk['uuid']}", begin="2027-07-12T13:30")
    (moved,) = planned.objects("afspraak")
    assert (moved["begin"], moved["einde"]) == ("2027-07-12T13:30:00+02:00", "2027-07-12T14:30:00+02:00")
    assert (moved["datum"], moved["versie"], moved["status"]) == ("2027-07-12", 2, "gepland")


async def test_a_talk_is_called_off(api: Any, planned: Zgw) -> None:
    (talk,) = planned.objects("afspraak")
    await send(api, f"/afspraak/{talk['uuid']}/afgezegd")
    assert [t["status"] for t in planned.objects("afspraak")] == ["afgezegd"]


async def test_a_question_is_answered_and_its_task_done(api: Any, zgw: Zgw, case: str) -> None:
    subject = {"onderwerpobjectidentificator": {"objectId": case}}
    contact = {
        "kanaal": "telegram",
        "onderwerp": "Vraag",
        "inhoud": "Mag mijn dochter mee?",
        "vertrouwelijk": True,
    }
    body = {"klantcontact": contact, "onderwerpobject": subject}
    uuid = (await api.post(f"{roots.KLANT}/maak-klantcontact", body)).body["klantcontact"]["uuid"]
    cause = {"aanleidinggevendKlantcontact": {"uuid": uuid}}
    await api.post(roots.INTERNETAKEN, {"gevraagdeHandeling": "x", "status": "te_verwerken", **cause})
    assert "Mag mijn dochter mee?" in await (await show(api)).text()
    await send(api, f"/vraag/{uuid}", reactie="Ja, dat mag.")
    assert [c["reactie"] for c in zgw.klantcontacten()] == ["Ja, dat mag."]
    assert [t["status"] for t in zgw.register.rows(roots.INTERNETAKEN)] == ["verwerkt"]
    await send(api, f"/vraag/{uuid}/apart", reactie="Neem uw pas mee.")
    (answer,) = [c for c in zgw.klantcontacten() if c["inhoud"] == "Neem uw pas mee."]
    links = [s["wasKlantcontact"] for s in zgw.register.rows(roots.ONDERWERPOBJECTEN)]
    assert [link["uuid"] for link in links if link] == [uuid]
    assert answer["uuid"] != uuid
    zgw.register.rows(roots.INTERNETAKEN)[0]["status"] = "te_verwerken"
    await send(api, f"/vraag/{uuid}/verwerkt", reactie="")
    assert [t["status"] for t in zgw.register.rows(roots.INTERNETAKEN)] == ["verwerkt"]


async def test_a_status_is_set_and_the_end_gets_its_result(api: Any, zgw: Zgw) -> None:
    await send(api, "/status", status="Afgerond")
    assert zgw.case("WV-0001")["einddatum"] == "2026-11-23"
    assert len(zgw.register.rows(roots.RESULTATEN)) == 1


@pytest.mark.parametrize("form", [{"einde": "morgen"}, {"einde": ""}])
async def test_a_date_that_is_none_changes_nothing(api: Any, planned: Zgw, form: dict[str, str]) -> None:
    assert (await send(api, "/termijn", **form))[0] == 400
    assert (planned.plan("WV-0001") or {})["versie"] == 1


async def test_a_form_of_another_site_changes_nothing(api: Any, zgw: Zgw, task: str) -> None:
    async with aiohttp.ClientSession() as http:
        url = f"{api.address}/zaaksysteem/zaak/WV-0001/taak/{task}/verwerkt"
        async with http.post(url, headers={"Sec-Fetch-Site": "cross-site"}) as answer:
            assert answer.status == 403
    assert [t["status"] for t in zgw.tasks("WV-0001")] == ["open"]
