"""Objecttypes of the sandbox: drafts may change, published versions never; who may only read writes none."""

from __future__ import annotations

from typing import Any

import pytest

from bot.sandbox.zgw import Zgw, roots
from bot.sandbox.zgw.schema import type_uuid

NEW = {"name": "boom", "namePlural": "bomen"}


@pytest.fixture
def kinds(zgw: Zgw, api: Any) -> Any:
    return lambda name: f"{zgw.base_url}{roots.OBJECTTYPES}/{type_uuid(name)}"


@pytest.fixture
async def made(api: Any) -> Any:
    return (await api.post(roots.OBJECTTYPES, NEW)).body


async def test_a_type_is_made_without_versions(api: Any, made: Any) -> None:
    assert (made["name"], made["versions"], made["dataClassification"]) == ("boom", [], "confidential")
    assert (await api.get(made["url"])).body == made


async def test_a_type_needs_a_name_in_both_numbers(api: Any) -> None:
    answer = await api.post(roots.OBJECTTYPES, {"name": "boom"})
    assert (answer.status, [p["name"] for p in answer.body["invalid_params"]]) == (400, ["namePlural"])


async def test_a_draft_may_change_until_it_is_published(api: Any, made: Any) -> None:
    draft = (await api.post(made["url"] + "/versions", {"jsonSchema": {"title": "a"}})).body
    assert (draft["version"], draft["status"], draft["publishedAt"]) == (1, "draft", None)
    changed = (await api.patch(draft["url"], {"jsonSchema": {"title": "b"}, "status": "published"})).body
    assert (changed["jsonSchema"], changed["status"]) == ({"title": "b"}, "published")
    assert changed["publishedAt"] is not None
    answer = await api.patch(draft["url"], {"jsonSchema": {"title": "c"}})
    assert (answer.status, answer.code) == (400, "non-draft-version-update")


async def test_versions_are_numbered_and_listed(api: Any, made: Any) -> None:
    for _ in range(2):
        await api.post(made["url"] + "/versions", {"jsonSchema": {}})
    assert [v["version"] for v in (await api.get(made["url"] + "/versions")).results] == [1, 2]
    assert len((await api.get(made["url"])).body["versions"]) == 2
    assert (await api.get(made["url"] + "/versions/3")).status == 404


async def test_a_key_with_limits_writes_no_types(api: Any, kinds: Any) -> None:
    school = "Token school"
    assert (await api.post(roots.OBJECTTYPES, NEW, auth=school)).status == 403
    assert (await api.post(kinds("les") + "/versions", {"jsonSchema": {}}, auth=school)).status == 403
    assert (await api.patch(kinds("les") + "/versions/1", {"status": "draft"}, auth=school)).status == 403


async def test_an_object_is_checked_against_its_own_version(api: Any, kinds: Any, lesson: Any) -> None:
    await api.post(kinds("les") + "/versions", {"jsonSchema": {"type": "object", "required": ["boom"]}})
    record = {"typeVersion": 2, "startAt": "2026-11-01", "data": lesson()}
    assert (await api.post(roots.OBJECTS, {"type": kinds("les"), "record": record})).status == 400
    record["typeVersion"] = 1
    assert (await api.post(roots.OBJECTS, {"type": kinds("les"), "record": record})).status == 201


async def test_authorisations_are_seen_only_by_an_application_that_may(api: Any, zgw: Any) -> None:
    path = f"{roots.AUTORISATIES}/applicaties/consumer?clientId="
    assert (await api.get(path + "beheer", auth=api.auth_for(path))).status == 403
    (first, *rest) = zgw.clients.applications
    fresh = type(first)(first.client_id, first.secret, first.scopes | {"autorisaties.lezen"}, first.zaaktypen)
    object.__setattr__(zgw.clients, "applications", (fresh, *rest))
    found = (await api.get(path + "beheer")).body
    assert found["clientIds"] == ["beheer"]
    assert {entry["component"] for entry in found["autorisaties"]} == {"zrc", "ztc", "nrc", "ac"}
    assert (await api.get(path + "niemand")).status == 404
