"""Klantinteracties: a question, its internal task and its answer."""

from __future__ import annotations

from typing import Any

import pytest

from bot.sandbox.zgw import Zgw, roots

SUBJECT = "onderwerpobject__onderwerpobjectidentificatorObjectId"


def question(case: str, **more: Any) -> dict[str, Any]:
    identity = {
        "objectId": case,
        "codeObjecttype": "zaak",
        "codeRegister": "open-zaak",
        "codeSoortObjectId": "uuid",
    }
    contact = {
        "kanaal": "telegram",
        "onderwerp": "Vraag",
        "inhoud": "Mag ik later komen?",
        "vertrouwelijk": True,
    }
    return {
        "klantcontact": {**contact, "taal": "ara", "metadata": {"berichtId": "m-1"}, **more},
        "betrokkene": {"rol": "klant", "initiator": True, "wasPartij": None},
        "onderwerpobject": {"wasKlantcontact": None, "onderwerpobjectidentificator": identity},
    }


@pytest.fixture
def case(case_url: str) -> str:
    return case_url.rsplit("/", 1)[1]


async def ask(api: Any, case: str) -> str:
    made = (await api.post(f"{roots.KLANT}/maak-klantcontact", question(case))).body
    return str(made["klantcontact"]["uuid"])


async def test_a_question_is_found_again_by_its_case(api: Any, case: str, zgw: Zgw) -> None:
    uuid = await ask(api, case)
    found = (await api.get(f"{roots.KLANTCONTACTEN}?{SUBJECT}={case}")).results
    assert [c["uuid"] for c in found] == [uuid] == [c["uuid"] for c in zgw.klantcontacten()]
    assert (await api.get(f"{roots.KLANTCONTACTEN}?{SUBJECT}=anders")).results == []


async def test_a_repeat_makes_a_second_question(api: Any, case: str) -> None:
    await ask(api, case)
    await ask(api, case)
    assert (await api.get(f"{roots.KLANTCONTACTEN}?{SUBJECT}={case}")).body["count"] == 2


async def test_the_internal_task_belongs_to_the_question_and_to_an_actor(api: Any, case: str) -> None:
    uuid = await ask(api, case)
    actor = (await api.post(roots.ACTOREN, {"naam": "A. Postma", "soortActor": "medewerker"})).body
    body: dict[str, Any] = {
        "gevraagdeHandeling": "Beantwoorden",
        "aanleidinggevendKlantcontact": {"uuid": uuid},
    }
    body |= {"toegewezenAanActoren": [{"uuid": actor["uuid"]}], "status": "te_verwerken"}
    made = await api.post(roots.INTERNETAKEN, body)
    assert made.status == 201
    url = f"{roots.KLANTCONTACTEN}?{SUBJECT}={case}&expand=leiddeTotInterneTaken"
    found = (await api.get(url)).results[0]["_expand"]["leiddeTotInterneTaken"]
    assert [(t["status"], t["afgehandeldOp"]) for t in found] == [("te_verwerken", None)]
    done = (await api.patch(made.body["url"], {"status": "verwerkt"})).body
    assert done["afgehandeldOp"]


async def test_an_answer_stands_in_the_question(api: Any, case: str) -> None:
    uuid = await ask(api, case)
    assert (await api.patch(f"{roots.KLANTCONTACTEN}/{uuid}", {"reactie": "Ja"})).status == 200
    assert (await api.get(f"{roots.KLANTCONTACTEN}/{uuid}")).body["reactie"] == "Ja"


async def test_an_answer_can_be_a_second_contact(api: Any, case: str) -> None:
    uuid = await ask(api, case)
    second = (await api.post(roots.KLANTCONTACTEN, question(case)["klantcontact"])).body
    body = {"klantcontact": {"uuid": second["uuid"]}, "wasKlantcontact": {"uuid": uuid}}
    assert (await api.post(roots.ONDERWERPOBJECTEN, body)).body["wasKlantcontact"]["uuid"] == uuid


async def test_an_actor_takes_part_in_a_contact(api: Any, case: str) -> None:
    uuid = await ask(api, case)
    identity = {"objectId": "wegwijs", "codeObjecttype": "geautomatiseerde_actor"}
    body = {"naam": "Wegwijs", "soortActor": "geautomatiseerde_actor", "actoridentificator": identity}
    actor = (await api.post(roots.ACTOREN, body)).body
    link = {"actor": {"uuid": actor["uuid"]}, "klantcontact": {"uuid": uuid}}
    assert (await api.post(roots.ACTORKLANTCONTACTEN, link)).status == 201
    found = (await api.get(f"{roots.KLANTCONTACTEN}/{uuid}")).body["hadBetrokkenActoren"]
    assert [a["naam"] for a in found] == ["Wegwijs"]
    assert (await api.get(f"{roots.ACTOREN}?actoridentificatorObjectId=wegwijs")).body["count"] == 1


@pytest.mark.parametrize(("field", "longest"), [("inhoud", 1000), ("onderwerp", 200), ("taal", 3)])
async def test_texts_have_a_longest_length(api: Any, case: str, field: str, longest: int) -> None:
    path = f"{roots.KLANT}/maak-klantcontact"
    assert (await api.post(path, question(case, **{field: "x" * longest}))).status == 201
    assert (await api.post(path, question(case, **{field: "x" * (longest + 1)}))).code == "max_length"
