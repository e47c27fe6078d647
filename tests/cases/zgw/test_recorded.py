"""What real servers answered is read as it was meant."""

from __future__ import annotations

from collections import Counter
from contextlib import nullcontext
from datetime import UTC, date, datetime

import aiohttp
import pytest

from bot.cases.model import Reply, Route, Term
from bot.cases.zgw.answer_reader import AnswerReader
from bot.cases.zgw.api import Api, Line
from bot.cases.zgw.caseworker import role_of
from bot.cases.zgw.credentials import ApiKey
from bot.cases.zgw.edge_klant import Klantcontact
from bot.cases.zgw.edge_objects import LesData, ObjectDoc, TaakData
from bot.cases.zgw.edge_zaak import Zaak
from bot.cases.zgw.personal import task_of
from bot.cases.zgw.plan import build_plan
from bot.cases.zgw.properties import read_properties
from bot.cases.zgw.question_writer import SOURCE, about
from bot.cases.zgw.reading import Reading
from bot.cases.zgw.refusals import code_of, params_of
from bot.sandbox.town.tenancy import tenant_of
from tests.cases.conftest import recorded
from tests.cases.scripted import Answer, Scripted
from tests.clocks import Hands

CASE = "65fcf664-2219-474b-a128-754cc193eeff"
TASK_TYPE = "6f1a5f4e-0000-4000-8000-000000000001"


@pytest.fixture
def reading() -> Reading:
    return Reading(CASE, Counter())


def test_an_expanded_case_names_its_route_and_term(reading: Reading) -> None:
    zaak = Zaak.model_validate(recorded("zaak-expanded"))
    names = tenant_of("waterveen").profiel.eigenschappen
    facts = read_properties(zaak.expand["eigenschappen"], names, reading)
    plan = build_plan([], frozenset(), facts, reading)
    assert (zaak.uuid, zaak.identificatie) == (CASE, "ZAAK-2026-0000000001")
    assert plan is not None
    assert plan.route is Route.EDUCATION, "the second, newer `leerroute` wins"
    assert reading.counts["duplicate:leerroute"] == 1
    assert (plan.dated_on, plan.term) == (date(2026, 3, 16), Term(date(2026, 3, 17), date(2029, 3, 17)))
    assert reading.unreadable == set()


def test_a_closed_case_has_its_last_day() -> None:
    assert Zaak.model_validate(recorded("zaak-closed")).einddatum == date(2026, 11, 23)


def test_the_caseworkers_role_is_read(reading: Reading) -> None:
    role = role_of([recorded("rol-klantmanager")], reading)
    assert role is not None
    assert (role.who.identificatie, role.who.name) == ("km-017", "A. de Jong")
    assert role.since == datetime(2026, 11, 23, 17, 11, 10, 517577, tzinfo=UTC)


def test_lessons_are_read_in_local_time() -> None:
    found = [ObjectDoc.model_validate(doc).record for doc in recorded("lessons")["results"]]
    lessons = [LesData.model_validate(record.data) for record in found]
    assert [le.begin for le in lessons] == [datetime(2026, 11, 24, 9), datetime(2026, 11, 25, 9)]
    assert [le.volgnummer for le in lessons] == [41, 42]


def test_a_task_is_read_without_whom_it_identifies(reading: Reading) -> None:
    docs = recorded("tasks")["results"]
    (found,) = reading.objects(docs, TASK_TYPE, TaakData, "tasks", lambda d: d.case)
    task = task_of(found)
    assert (task.title.nl, task.due) == ("Meld je aan bij een huisarts", date(2026, 12, 15))
    assert task.why is not None
    assert task.why.key == "taak.huisarts"
    assert "identificatie" not in repr(found)


def test_a_contact_is_recognised_by_case_and_message() -> None:
    (doc,) = recorded("klantcontacten")["results"]
    contact = Klantcontact.model_validate(doc)
    assert about(contact, CASE)
    assert contact.metadata["berichtId"] == "m-123"
    assert (len(contact.actors), len(contact.tasks)) == (1, 1)


async def test_the_recorded_answer_is_read_and_asked_for_as_it_was_recorded(
    session: aiohttp.ClientSession,
) -> None:
    page = recorded("klantcontacten")
    (doc,) = page["results"]
    # The recording was made with another name for the bot; whose question it is stands in the metadata.
    doc["metadata"]["bron"] = SOURCE
    server = Scripted(Answer(page))
    async with server.running():
        api = Api(Line(session, Hands()), server.root, ApiKey("k"))
        reader = AnswerReader(api, Counter(), (), lambda what: nullcontext())
        replies = await reader.replies(CASE, ["m-123"], thorough=False)
    text = "Ja, u mag om 10:00 komen. Geef het door aan de docent."
    assert replies == (Reply("m-123", text, dealt_with=True),)
    query = f"onderwerpobject__onderwerpobjectidentificatorObjectId={CASE}"
    expand = "expand=leiddeTotInterneTaken,gingOverOnderwerpobjecten"
    assert server.asked == [f"GET /api/v1/klantcontacten?{query}&{expand}"]


def test_errors_are_read_in_both_spellings() -> None:
    assert code_of(recorded("expired-token")) == "jwt-expired"
    assert params_of(recorded("invalid-params-object")) == (("nonFieldErrors", "invalid-json-schema"),)
    assert ("startdatum", "invalid") in params_of(recorded("invalid-params-zaak"))
