"""The Objects API: filters, records, schemas and permissions."""

from __future__ import annotations

from typing import Any

import pytest

from bot.sandbox.zgw import Zgw, roots
from bot.sandbox.zgw.schema import type_uuid

ABSENCE = "0d6e1ad6-3b5f-5e21-9f3c-1f3b1f0a7a11"


@pytest.fixture
def kinds(zgw: Zgw, api: Any) -> Any:
    return lambda name: f"{zgw.base_url}{roots.OBJECTTYPES}/{type_uuid(name)}"


@pytest.fixture
def lessons(zgw: Zgw, lesson: Any) -> list[str]:
    days = ("2026-11-20", "2026-11-26", "2026-12-03")
    return [zgw.objecten.add("les", lesson(day))["uuid"] for day in days]


def _absence(lesson_uuid: str, case: str) -> dict[str, Any]:
    return {
        "les": lesson_uuid,
        "zaak": case,
        "gemeldOp": "2026-11-23T08:12:00+01:00",
        "kanaal": "telegram",
        "status": "gemeld",
    }


async def test_a_window_of_lessons_of_one_group(api: Any, kinds: Any, lessons: list[str], group: str) -> None:
    url = (
        f"{roots.OBJECTS}?type={kinds('les')}&data_attr=lesgroep__exact__{group}&data_attr=datum__gte__2026-11-23"
        "&data_attr=datum__lt__2026-12-20&data_attr=status__in__gepland|gewijzigd&ordering=-record__data__datum"
    )
    assert [o["record"]["data"]["datum"] for o in (await api.get(url)).results] == [
        "2026-12-03",
        "2026-11-26",
    ]


async def test_only_the_uuid_of_an_objecttype_counts(api: Any, lessons: list[str]) -> None:
    url = f"{roots.OBJECTS}?type=https://elders.example.nl/objecttypes/{type_uuid('les')}"
    assert (await api.get(url)).body["count"] == 3


async def test_nested_keys_text_and_numbers_can_be_asked_for(api: Any, task: str, lessons: list[str]) -> None:
    nested = await api.get(f"{roots.OBJECTS}?data_attr=portaalformulier__data__bewijs__exact__zelfmelding")
    part = await api.get(f"{roots.OBJECTS}?data_attr=titel__icontains__HUISARTS")
    number = await api.get(f"{roots.OBJECTS}?data_attr=versie__gt__0")
    assert [o["uuid"] for o in nested.results] == [o["uuid"] for o in part.results] == [task]
    assert number.body["count"] == 3


@pytest.mark.parametrize("test", ["begin__gte__2026-11-23T00:00:00Z", "datum__rond__1", "datum"])
async def test_questions_that_cannot_be_compared_are_refused(api: Any, test: str) -> None:
    assert (await api.get(f"{roots.OBJECTS}?data_attr={test}")).code == "invalid-data-attr-query"


async def test_fields_leave_the_rest_out(api: Any, kinds: Any, lessons: list[str]) -> None:
    found = (
        await api.get(f"{roots.OBJECTS}?type={kinds('les')}&fields=url,record__data__datum&pageSize=1")
    ).results
    assert set(found[0]) == {"url", "record"}
    assert found[0]["record"] == {"data": {"datum": "2026-11-20"}}


async def test_the_client_chooses_the_uuid_and_a_repeat_is_refused(
    api: Any, kinds: Any, lessons: list[str], zgw: Zgw, case_url: str
) -> None:
    data = _absence(lessons[1], case_url.rsplit("/", 1)[1])
    body = {"uuid": ABSENCE, "type": kinds("afmelding")}
    body["record"] = {"typeVersion": 1, "startAt": "2026-11-23", "data": data}
    first, second = await api.post(roots.OBJECTS, body), await api.post(roots.OBJECTS, body)
    assert first.headers["Location"].endswith(ABSENCE)
    assert (second.status, second.code) == (400, "unique")
    assert [a["status"] for a in zgw.objects("afmelding")] == ["gemeld"]


async def test_data_must_fit_the_schema(api: Any, kinds: Any, lesson: Any) -> None:
    record = {"typeVersion": 1, "startAt": "2026-11-23", "data": lesson("2026-11-26", datum="26-11-2026")}
    answer = await api.post(roots.OBJECTS, {"type": kinds("les"), "record": record})
    assert (answer.status, answer.code) == (400, "invalid-json-schema")
    assert "invalid_params" in answer.body


async def test_format_is_not_checked(api: Any, kinds: Any, task_fields: Any) -> None:
    record = {"typeVersion": 1, "startAt": "2026-11-23", "data": task_fields(verloopdatum="morgen")}
    assert (await api.post(roots.OBJECTS, {"type": kinds("externetaak"), "record": record})).status == 201


async def test_writing_needs_the_coordinate_header(api: Any, task: str) -> None:
    assert (await api.patch(f"{roots.OBJECTS}/{task}", {}, Content_Crs="")).status == 412
    assert (await api.get(f"{roots.OBJECTS}/{task}", Content_Crs="", Accept_Crs="")).status == 200


async def test_a_patch_merges_into_a_new_record(api: Any, task: str) -> None:
    url = f"{roots.OBJECTS}/{task}"
    done = {"status": "afgerond", "portaalformulier": {"verzonden_data": {"gedaan": True}}}
    answer = await api.patch(url, {"record": {"data": done}})
    form = answer.body["record"]["data"]["portaalformulier"]
    assert (answer.body["record"]["index"], set(form)) == (2, {"formulier", "data", "verzonden_data"})
    history = (await api.get(f"{url}/history")).results
    assert [(r["index"], r["data"]["status"]) for r in history] == [(1, "open"), (2, "afgerond")]


async def test_null_removes_nothing_and_then_fails_the_schema(api: Any, task: str) -> None:
    answer = await api.patch(f"{roots.OBJECTS}/{task}", {"record": {"data": {"verloopdatum": None}}})
    assert (answer.status, answer.code) == (400, "invalid-json-schema")
    assert (await api.get(f"{roots.OBJECTS}/{task}")).body["record"]["index"] == 1


async def test_put_replaces_and_delete_ends_object_and_history(api: Any, task: str, task_fields: Any) -> None:
    url = f"{roots.OBJECTS}/{task}"
    record = {"typeVersion": 1, "startAt": "2026-11-23", "data": task_fields(status="gesloten")}
    assert (await api.ask("PUT", url, {"record": record})).body["record"]["data"]["status"] == "gesloten"
    assert (await api.ask("DELETE", url)).status == 204
    assert (await api.get(f"{url}/history")).status == 404


async def test_a_record_of_the_future_is_invisible_until_its_day(api: Any, kinds: Any, lesson: Any) -> None:
    record = {"typeVersion": 1, "startAt": "2026-12-01", "data": lesson()}
    made = (await api.post(roots.OBJECTS, {"type": kinds("les"), "record": record})).body
    assert (await api.get(made["url"])).status == 404
    assert (await api.get(f"{roots.OBJECTS}?type={kinds('les')}")).results == []
    assert (await api.get(f"{made['url']}?date=2026-12-01")).status == 200


async def test_a_key_sees_only_what_it_was_given(api: Any, kinds: Any, lessons: list[str], task: str) -> None:
    school = "Token school"
    assert (await api.get(f"{roots.OBJECTS}?type={kinds('externetaak')}", auth=school)).results == []
    assert (await api.get(f"{roots.OBJECTS}/{task}", auth=school)).status == 403
    assert (await api.get(f"{roots.OBJECTS}/{lessons[0]}", auth=school)).status == 200
    assert (await api.patch(f"{roots.OBJECTS}/{lessons[0]}", {}, auth=school)).status == 403
    modes = [p["mode"] for p in (await api.get(f"{roots.OBJECTEN}/permissions", auth=school)).results]
    assert modes == ["read_only"]


async def test_a_search_takes_the_same_in_a_body(api: Any, kinds: Any, task: str, case_url: str) -> None:
    attrs = f"koppeling__uuid__exact__{case_url.rsplit('/', 1)[1]}"
    body = {"type": kinds("externetaak"), "data_attrs": attrs}
    assert [o["uuid"] for o in (await api.post(f"{roots.OBJECTS}/search", body)).results] == [task]


async def test_an_objecttype_shows_its_published_version(api: Any, kinds: Any) -> None:
    kind = (await api.get(kinds("les"))).body
    version = (await api.get(kind["versions"][0])).body
    assert (kind["name"], version["status"], version["jsonSchema"]["title"]) == ("les", "published", "Les")
