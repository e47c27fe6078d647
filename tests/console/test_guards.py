"""Who may what: every route × role × own and other municipality, walked from the registry."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.console.api.keys import make_key
from bot.console.app import console_app
from bot.console.deps import ConsoleDeps
from bot.console.roles import Guard, Role
from bot.console.routes import ROUTES, Route
from tests.console.addresses import BODIES, make_things, path_of, route
from tests.console.colleague import SAME, Colleague
from tests.console.conftest import SignsIn
from tests.console.fakes import FakeStore, FakeTenantStore
from tests.console.town import BRUG, OTHER

OPEN = {"signin", "signin_post", "api_docs", "api_openapi"}
PAGES = [one for one in ROUTES if one.guard in {Guard.CASEWORKER, Guard.PLANNER, Guard.ADMIN}]
API = [one for one in ROUTES if one.guard in {Guard.API_CASEWORKER, Guard.API_PLANNER, Guard.API_ADMIN}]
MAY = {
    "anneke": {Guard.CASEWORKER},
    "ingrid": {Guard.PLANNER},
    "nadia": {Guard.CASEWORKER, Guard.PLANNER, Guard.ADMIN},
    "joris": set(),
}
OBJECTS = re.compile(r"{(person|alarm|invitation|campaign|lesson|change|group|letter)}")
REFUSED = {401, 403, 404}


def name(one: Route) -> str:
    return f"{one.method} {one.path}"


def test_every_route_of_the_application_stands_in_the_registry(deps: ConsoleDeps) -> None:
    declared = {(one.method, one.path) for one in ROUTES}
    served = {
        (r.method, r.resource.canonical)
        for r in console_app(deps).router.routes()
        if r.resource is not None and not isinstance(r.resource, web.StaticResource)
    }
    assert served == declared


def test_only_these_routes_are_open() -> None:
    assert {one.name for one in ROUTES if one.guard is Guard.OPEN} == OPEN


@pytest.mark.parametrize("one", [r for r in ROUTES if r.name not in OPEN], ids=name)
async def test_nothing_else_answers_a_stranger(
    stranger: Colleague, town: FakeTenantStore, one: Route
) -> None:
    await make_things(town)
    async with stranger.client.request(
        one.method, path_of(one), headers=SAME, allow_redirects=False
    ) as answer:
        if one in API:
            assert answer.status == 401
        else:
            assert (answer.status, answer.headers["Location"].split("?")[0]) == (303, "/signin")


async def _visits(who: Colleague, one: Route, path: str) -> int:
    if one.method == "GET":
        return (await who.opens(path)).status
    return (await who.sends(path)).status


@pytest.mark.parametrize("who", MAY)
@pytest.mark.parametrize("one", PAGES, ids=name)
async def test_a_page_shows_itself_to_its_roles_only(
    signs_in: SignsIn, town: FakeTenantStore, one: Route, who: str
) -> None:
    await make_things(town)
    status = await _visits(await signs_in(who), one, path_of(one))
    if one.guard in MAY[who]:
        assert status not in REFUSED | {500} or one.name == "invite_again"
    else:
        assert status == 404


@pytest.mark.parametrize("one", [r for r in PAGES if OBJECTS.search(r.path)], ids=name)
async def test_a_thing_of_another_municipality_is_not_found_under_the_own_address(
    signs_in: SignsIn, town: FakeTenantStore, one: Route
) -> None:
    """The administrator of both asks Heuvelmeer for what exists in Waterveen."""
    await make_things(town)
    assert await _visits(await signs_in("nadia"), one, path_of(one, tenant="heuvelmeer")) == 404


@pytest.mark.parametrize("one", PAGES, ids=name)
async def test_another_municipality_is_not_found_and_leaves_one_alarm(
    signs_in: SignsIn, town: FakeTenantStore, one: Route
) -> None:
    who = await signs_in("anneke")
    path = path_of(one, tenant="heuvelmeer")
    assert await _visits(who, one, path) == 404
    assert await _visits(who, one, path) == 404
    assert town.alarms.open() == ["foreign_address"]


@pytest.mark.parametrize("one", [r for r in PAGES if r.method == "POST"], ids=name)
@pytest.mark.parametrize(
    ("token", "headers"),
    [
        ("", SAME),
        ("foreign", SAME),
        ("own", {"Sec-Fetch-Site": "cross-site"}),
        ("own", {"Sec-Fetch-Site": "same-site"}),
        ("own", {"Origin": "https://evil.example"}),
        ("own", {"Origin": "null"}),
        ("own", {}),
    ],
    ids=[
        "no token",
        "foreign token",
        "cross-site",
        "same-site",
        "foreign origin",
        "null origin",
        "no origin",
    ],
)
async def test_a_form_from_elsewhere_is_refused(
    signs_in: SignsIn, town: FakeTenantStore, one: Route, token: str, headers: dict[str, str]
) -> None:
    await make_things(town)
    who = await signs_in("nadia")
    sent = who.csrf() if token == "own" else token
    assert (await who._send(path_of(one), {"csrf": sent}, headers)).status == 403


def _key(store: FakeStore, tenant: str, role: Role, school: str | None) -> dict[str, str]:
    record, text = make_key("test", tenant, role, school)
    store.api_keys.records[record.id] = record
    return {"Authorization": f"Bearer {text}", "Idempotency-Key": "k", "Content-Type": "application/json"}


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("one", API, ids=name)
async def test_an_operation_answers_its_roles_only(
    stranger: Colleague, store: FakeStore, town: FakeTenantStore, one: Route, role: Role
) -> None:
    await make_things(town)
    headers = _key(store, "waterveen", role, BRUG)
    async with stranger.client.request(one.method, path_of(one), headers=headers) as answer:
        mine = role is Role.ADMIN or one.guard.value == f"api_{role.value}"
        assert (answer.status == 403) == (not mine)
        assert answer.status not in {401, 404, 500}


@pytest.mark.parametrize("one", [r for r in API if OBJECTS.search(r.path)], ids=name)
async def test_an_operation_does_not_find_what_is_of_another_municipality(
    stranger: Colleague, store: FakeStore, town: FakeTenantStore, one: Route
) -> None:
    await make_things(town)
    headers = _key(store, "heuvelmeer", Role.ADMIN, None)
    async with stranger.client.request(
        one.method, path_of(one), headers=headers, json=BODIES.get(one.name)
    ) as answer:
        assert answer.status == 404
        assert answer.content_type == "application/problem+json"


@pytest.mark.parametrize("name_", ["lesson", "lesson_preview", "lesson_change"])
async def test_a_planner_does_not_find_a_lesson_of_another_school(
    ingrid: Colleague, town: FakeTenantStore, name_: str
) -> None:
    one = route(name_)
    assert await _visits(ingrid, one, path_of(one, lesson="les-elsewhere")) == 404
    assert town.alarms.open() == ["foreign_address"]


@pytest.mark.parametrize("name_", ["change_undo", "change_now", "change_again"])
async def test_a_planner_does_not_act_on_a_change_of_another_school(
    ingrid: Colleague, town: FakeTenantStore, name_: str
) -> None:
    await make_things(town)
    ours = await town.changes.get("change-000001")
    assert ours is not None
    await town.changes.put(replace(ours, id="change-elsewhere", group="group-elsewhere"))
    one = route(name_)
    assert await _visits(ingrid, one, path_of(one, change="change-elsewhere")) == 404
    kept = await town.changes.get("change-elsewhere")
    assert kept is not None
    assert kept.state == "planned"


async def test_a_planner_without_a_school_sees_no_group(
    stranger: Colleague, store: FakeStore, server: TestServer
) -> None:
    headers = _key(store, "waterveen", Role.PLANNER, None)
    async with stranger.client.get("/api/v1/groups", headers=headers) as answer:
        assert (await answer.json())["groups"] == []


async def test_a_key_of_another_school_does_not_find_the_lesson(
    stranger: Colleague, store: FakeStore
) -> None:
    headers = _key(store, "waterveen", Role.PLANNER, OTHER)
    path = path_of(route("api_acknowledgements"))
    async with stranger.client.get(path, headers=headers) as answer:
        assert answer.status == 404


@pytest.mark.parametrize(
    "sent", ["", "Bearer", "Bearer x", "Bearer x.y", "Basic abc", "bearer .", "Bearer ."]
)
async def test_a_wrong_key_is_answered_alike(stranger: Colleague, sent: str) -> None:
    async with stranger.client.get("/api/v1/people", headers={"Authorization": sent}) as answer:
        assert answer.status == 401
        assert answer.headers["WWW-Authenticate"] == "Bearer"
