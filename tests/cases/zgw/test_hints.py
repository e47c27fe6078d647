"""A notification is only a hint; it never makes the bot fetch an address that it brings along."""

from __future__ import annotations

from typing import Any

import pytest

from bot.cases.port import Hint
from bot.errors import BadAnswer
from bot.sandbox.zgw import roots
from tests.cases.conftest import World, recorded


def notice(world: World, channel: str, main: str, **more: str) -> dict[str, Any]:
    return {
        "kanaal": channel,
        "hoofdObject": main if "://" in main else world.zgw.base_url + main,
        "resource": "object",
        "resourceUrl": world.zgw.base_url + main,
        "actie": "update",
        "aanmaakdatum": "2026-11-23T08:00:00Z",
        "kenmerken": more,
    }


def row(world: World, kind: str, **data: str) -> dict[str, Any]:
    return world.row(world.zgw.objects(kind, **data)[0]["uuid"])


def object_notice(world: World, found: dict[str, Any]) -> dict[str, Any]:
    kind = world.zgw.base_url + found["type"]
    return notice(world, "objecten", found["url"], objectType=kind)


async def test_a_change_of_a_case_names_the_case(world: World) -> None:
    body = notice(world, "zaken", f"{roots.CASES}/{world.case('Samira')}")
    assert await world.cases.hint(body) == Hint(case_uuid=world.case("Samira"))


async def test_a_change_of_a_lesson_names_its_group(world: World) -> None:
    found = row(world, "les", lesgroep=world.group("B1-2"))
    hint = await world.cases.hint(object_notice(world, found))
    assert hint is not None
    assert hint.group == world.group("B1-2")


async def test_a_change_of_a_task_names_its_case(world: World) -> None:
    found = world.row(world.zgw.tasks("WV-0001")[0]["uuid"])
    hint = await world.cases.hint(object_notice(world, found))
    assert hint is not None
    assert hint.case_uuid == world.case("Samira")


async def test_an_object_that_was_read_before_needs_no_fetch(world: World) -> None:
    await world.cases.read_case(world.case("Samira"))
    found = world.row(world.zgw.tasks("WV-0001")[0]["uuid"])
    world.zgw.journal.clear()
    hint = await world.cases.hint(object_notice(world, found))
    assert hint is not None
    assert hint.case_uuid == world.case("Samira")
    assert world.zgw.journal.entries() == []


async def test_an_object_that_is_gone_concerns_nobody(world: World) -> None:
    found = row(world, "les", lesgroep=world.group("B1-2"))
    body = object_notice(world, found)
    world.zgw.register.remove(roots.OBJECTS, found["uuid"])
    assert await world.cases.hint(body) is None


@pytest.mark.parametrize(
    "address",
    [
        "http://169.254.169.254/latest/meta-data",
        "https://elsewhere.example/zaken/api/v1/zaken/1",
        "file:///etc/passwd",
    ],
)
@pytest.mark.parametrize("channel", ["zaken", "objecten"])
async def test_an_address_outside_the_roots_is_never_fetched(
    world: World, address: str, channel: str
) -> None:
    assert await world.cases.hint(notice(world, channel, address)) is None
    assert world.zgw.journal.entries() == []


async def test_an_object_of_an_unknown_type_is_not_fetched(world: World) -> None:
    body = notice(world, "objecten", f"{roots.OBJECTS}/{world.case('Samira')}", objectType="x")
    assert await world.cases.hint(body) is None
    assert world.zgw.journal.entries() == []


@pytest.mark.parametrize("body", [None, [], "x", {}, {"kanaal": 1}, {"kanaal": "zaken", "hoofdObject": None}])
async def test_a_body_that_is_no_notification_is_named_so(world: World, body: Any) -> None:
    with pytest.raises(BadAnswer, match="notification"):
        await world.cases.hint(body)


async def test_recorded_notifications_of_other_servers_are_read_and_concern_nobody_here(world: World) -> None:
    for body in recorded("notifications"):
        assert await world.cases.hint(body) is None
