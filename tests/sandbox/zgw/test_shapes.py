"""The sandbox's answers have the shapes that were recorded from the real servers."""

from __future__ import annotations

from typing import Any

import pytest

from bot.sandbox.zgw import Zgw, roots
from bot.sandbox.zgw.catalogus import finder
from bot.sandbox.zgw.zaak import new_object_link, new_role
from tests.contract.shapes import differences


@pytest.fixture
def full(zgw: Zgw, group: str) -> Zgw:
    case = zgw.case("WV-0001")
    row = zgw.register.get(roots.OBJECTS, group)
    assert row is not None
    new_object_link(zgw.register, case, {"object": row["url"], "objectTypeOverige": "lesgroep"})
    school = finder(zgw.register, roots.ROLTYPEN, "omschrijving")("Taalschool")
    new_role(zgw.register, case, school, {"betrokkeneType": "organisatorische_eenheid"})
    return zgw


@pytest.mark.parametrize(
    ("name", "root", "kind"),
    [
        ("rol-create-klantmanager", roots.ROLLEN, "medewerker"),
        ("rol-create-taalschool", roots.ROLLEN, "organisatorische_eenheid"),
        ("zaakobject-create-lesgroep", roots.ZAAKOBJECTEN, None),
    ],
)
async def test_parts_of_a_case(
    api: Any, full: Zgw, recorded: Any, name: str, root: str, kind: str | None
) -> None:
    rows = (await api.get(root)).results
    found = next(r for r in rows if kind is None or r["betrokkeneType"] == kind)
    assert differences(recorded["zaken"][name]["response"]["body"], found) == []


async def test_a_case(api: Any, full: Zgw, recorded: Any, case_url: str) -> None:
    found = (await api.get(case_url)).body
    assert differences(recorded["zaken"]["zaak-get"]["response"]["body"], found) == []
    assert found["kenmerken"] == []


async def test_statuses_and_properties(api: Any, full: Zgw, recorded: Any, case_url: str) -> None:
    statuses = (await api.get(roots.STATUSSEN)).body
    assert differences(recorded["zaken"]["statussen-current"]["response"]["body"], statuses) == []
    properties = (await api.get(f"{case_url}/zaakeigenschappen")).body
    assert differences(recorded["zaken"]["zaakeigenschap-create"]["response"]["body"], properties[0]) == []


@pytest.mark.parametrize(
    ("name", "root"),
    [
        ("catalogus-create", roots.CATALOGUSSEN),
        ("statustype-create", roots.STATUSTYPEN),
        ("roltype-create", roots.ROLTYPEN),
        ("eigenschap-create", roots.EIGENSCHAPPEN),
    ],
)
async def test_types(api: Any, recorded: Any, name: str, root: str) -> None:
    found = (await api.get(root)).results[-1]
    assert differences(recorded["catalogi"][name]["response"]["body"], found) == []


REFUSALS = [
    ("zaken", "zaken-unknown-query-400", f"{roots.CASES}?onbekend=1", {}),
    ("zaken", "zaken-page-404", f"{roots.CASES}?page=9", {}),
    ("zaken", "zaak-404", f"{roots.CASES}/00000000-0000-0000-0000-000000000000", {}),
    ("zaken", "get-without-accept-crs-412", roots.CASES, {"Accept_Crs": ""}),
    ("zaken", "accept-crs-not-supported-406", roots.CASES, {"Accept_Crs": "EPSG:28992"}),
    ("zaken", "no-token-403", roots.CASES, {"auth": ""}),
    ("zaken", "error-with-accept-problem-json", roots.CASES, {"Accept": "application/problem+json"}),
    ("zaken", "expand-unknown-400", f"{roots.CASES}?expand=nonsense", {}),
    ("objecten", "objects-no-token-401", roots.OBJECTS, {"auth": ""}),
    ("objecten", "objects-bad-token-401", roots.OBJECTS, {"auth": "Token anders"}),
    (
        "objecten",
        "objects-list-datetime-operator-400",
        f"{roots.OBJECTS}?data_attr=begin__gte__2026-11-23T00:00:00Z",
        {},
    ),
    ("klantinteracties", "no-token-401", roots.KLANTCONTACTEN, {"auth": ""}),
]


@pytest.mark.parametrize(("file", "name", "path", "more"), REFUSALS, ids=[r[1] for r in REFUSALS])
async def test_refusals_word_for_word(
    api: Any, recorded: Any, file: str, name: str, path: str, more: dict[str, str]
) -> None:
    real = recorded[file][name]["response"]
    answer = await api.get(path, **more)
    assert answer.status == real["status"]
    assert differences(real["body"], answer.body) == []
    assert {k: answer.body[k] for k in ("code", "title", "detail")} == {
        k: real["body"][k] for k in ("code", "title", "detail")
    }
    for params in ("invalidParams", "invalid_params"):
        assert answer.body.get(params) == real["body"].get(params)


async def test_an_object_and_its_history(api: Any, zgw: Zgw, recorded: Any, task: str) -> None:
    found = (await api.get(f"{roots.OBJECTS}/{task}")).body
    real = recorded["objecten"]["object-get-externetaak"]["response"]["body"]
    real["record"]["data"] = found["record"]["data"]
    assert differences(real, found) == []
    history = (await api.get(f"{roots.OBJECTS}/{task}/history")).body
    real = recorded["objecten"]["object-history"]["response"]["body"]
    assert real["results"][0].keys() == history["results"][0].keys()


async def test_questions(api: Any, recorded: Any, case_url: str) -> None:
    real = recorded["klantinteracties"]
    identity = {
        "objectId": "x",
        "codeObjecttype": "zaak",
        "codeRegister": "open-zaak",
        "codeSoortObjectId": "uuid",
    }
    contact = {"kanaal": "telegram", "onderwerp": "v", "vertrouwelijk": True, "indicatieContactGelukt": True}
    metadata = {"bron": "b", "berichtId": "m", "vertaling": "machine"}
    body = {
        "klantcontact": {**contact, "metadata": metadata},
        "betrokkene": {"rol": "klant", "initiator": True},
        "onderwerpobject": {"onderwerpobjectidentificator": identity},
    }
    made = (await api.post(f"{roots.KLANT}/maak-klantcontact", body)).body
    assert differences(real["maak-klantcontact"]["response"]["body"], made) == []
    cause = {"uuid": made["klantcontact"]["uuid"]}
    task_body = {"gevraagdeHandeling": "x", "status": "te_verwerken", "aanleidinggevendKlantcontact": cause}
    task = (await api.post(roots.INTERNETAKEN, task_body)).body
    assert differences(real["internetaak-create"]["response"]["body"], task) == []
    listed = await api.get(f"{roots.KLANTCONTACTEN}?expand=leiddeTotInterneTaken,gingOverOnderwerpobjecten")
    assert differences(real["klantcontacten-of-case"]["response"]["body"], listed.body) == []
