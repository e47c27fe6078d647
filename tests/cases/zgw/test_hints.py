"""A notification is only a hint; it never makes the bot fetch an address that it brings along."""

from __future__ import annotations

from typing import Any

import aiohttp
import pytest

from bot.cases.port import Hint
from bot.cases.zgw.adapter import ZgwCases
from bot.errors import BadAnswer, CaseApiAway
from bot.outages import News, Outages
from bot.sandbox.zgw import roots
from tests.cases.conftest import World, recorded
from tests.cases.fake_store import FakeAlarms


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


@pytest.mark.parametrize("kind", ["les", "afspraak", "afmelding", "externetaak", "inburgeringsplan"])
async def test_whose_an_object_is_is_asked_after_the_answer(world: World, kind: str) -> None:
    world.zgw.faults.down()
    found = world.zgw.objecten.add(kind, {}, check=False)
    hint = await world.cases.hint(object_notice(world, found))
    assert hint == Hint(object_uuid=found["uuid"], kind=kind)


async def test_a_change_of_an_internal_task_names_its_number(world: World) -> None:
    task = f"{roots.INTERNETAKEN}/7a3de1e4-2c2c-4f0b-a02c-0d6b3f1b8f11"
    body = notice(world, "internetaken", task, nummer="0123456789", toelichting="BSN 123456782")
    assert await world.cases.hint(body) == Hint(number="0123456789")
    for wrong in ("12", "abcdefghij", ""):
        assert await world.cases.hint(notice(world, "internetaken", task, nummer=wrong)) is None
    foreign = notice(world, "internetaken", "https://elders.example/internetaken/1", nummer="0123456789")
    assert await world.cases.hint(foreign) is None


async def test_a_change_of_a_lesson_group_names_the_group(world: World) -> None:
    found = world.row(world.group("B1-2"))
    assert await world.cases.hint(object_notice(world, found)) == Hint(
        group=world.group("B1-2"), object_uuid=world.group("B1-2")
    )


async def test_a_lesson_belongs_to_its_group(world: World) -> None:
    found = row(world, "les", lesgroep=world.group("B1-2"))
    owner = await world.cases.owner("les", found["uuid"])
    assert owner == Hint(group=world.group("B1-2"), object_uuid=found["uuid"])


@pytest.mark.parametrize("kind", ["externetaak", "afspraak", "inburgeringsplan"])
async def test_a_personal_object_belongs_to_its_case(world: World, kind: str) -> None:
    mine = {"zaak": world.case("Samira")}
    task = world.zgw.tasks("WV-0001")[0]
    found = task if kind == "externetaak" else world.zgw.objects(kind, **mine)[0]
    owner = await world.cases.owner(kind, found["uuid"])
    assert owner == Hint(case_uuid=world.case("Samira"), object_uuid=found["uuid"])


async def test_whose_an_object_is_is_asked_once(world: World) -> None:
    found = row(world, "les", lesgroep=world.group("B1-2"))
    first = await world.cases.owner("les", found["uuid"])
    world.zgw.journal.clear()
    assert await world.cases.owner("les", found["uuid"]) == first
    assert await world.cases.hint(object_notice(world, found)) == first
    assert world.zgw.journal.entries() == []


async def test_whose_it_is_cannot_be_said_while_the_case_system_is_away(world: World) -> None:
    world.zgw.faults.down()
    with pytest.raises(CaseApiAway):
        await world.cases.owner("les", row(world, "les")["uuid"])


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
    world.zgw.register.remove(roots.OBJECTS, found["uuid"])
    assert await world.cases.owner("les", found["uuid"]) is None


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
    assert world.cases.counts["foreign_address"] == 1


async def test_an_address_outside_the_roots_is_told_once_with_its_origin_only(
    world: World, session: aiohttp.ClientSession
) -> None:
    outages = Outages(FakeAlarms(), world.tenant.id)  # type: ignore[arg-type]
    cases = ZgwCases(world.tenant, session, world.clock, outages=outages)
    for _ in range(3):
        await cases.hint(notice(world, "zaken", "https://elsewhere.example/zaken/api/v1/zaken/1"))
    assert [outages._news.get_nowait() for _ in range(outages._news.qsize())] == [
        News("strange_notice", "https://elsewhere.example")
    ]


async def test_a_change_of_types_asks_for_types_again(world: World) -> None:
    await world.cases.read_case(world.case("Samira"))
    body = notice(world, "zaaktypen", world.zgw.case_type["url"])
    assert await world.cases.hint(body) == Hint(types=True)
    world.zgw.journal.clear()
    await world.cases.read_case(world.case("Samira"))
    assert world.zgw.journal.entries("catalogi") == []
    world.cases.forget_types()
    await world.cases.read_case(world.case("Samira"))
    assert len(world.zgw.journal.entries("catalogi")) == 1


def event(kind: str, **more: Any) -> dict[str, Any]:
    return {"specversion": "1.0", "id": "e-1", "source": "urn:nld:oin:1:zaken", "type": kind, **more}


async def test_a_cloudevent_of_open_zaak_names_its_case(world: World) -> None:
    """As `send_zaak_cloudevent` of Open Zaak makes it: a path for `dataref`, no data."""
    uuid = world.case("Samira")
    more = {"subject": uuid, "dataref": f"/zaken/api/v1/zaken/{uuid}", "data": {}}
    for kind in ("gemuteerd", "verwijderd", "bijgewerkt", "afgesloten"):
        assert await world.cases.hint(event(f"nl.overheid.zaken.zaak-{kind}", **more)) == Hint(case_uuid=uuid)


async def test_that_somebody_looked_at_a_case_is_no_change(world: World) -> None:
    body = event("nl.overheid.zaken.zaak-geopend", subject=world.case("Samira"))
    assert await world.cases.hint(body) is None


async def test_a_cloudevent_of_open_notificaties_is_read_as_the_notification_that_it_was(
    world: World,
) -> None:
    """As `_transform_to_cloudevent` of Open Notificaties makes it: kenmerken and hoofdObject are the data."""
    case = f"{world.zgw.base_url}{roots.CASES}/{world.case('Samira')}"
    body = event("nl.overheid.zaken.status.create", subject="s-1", data={"hoofdObject": case})
    assert await world.cases.hint(body) == Hint(case_uuid=world.case("Samira"))
    group = world.row(world.group("B1-2"))
    data = {
        "hoofdObject": world.zgw.base_url + group["url"],
        "objectType": world.zgw.base_url + group["type"],
    }
    found = await world.cases.hint(event("nl.overheid.objecten.object.partial_update", data=data))
    assert found is not None
    assert found.group == world.group("B1-2")
    assert await world.cases.hint(event("nl.overheid.zaaktypen.zaaktype.update", subject="z")) == Hint(
        types=True
    )


async def test_a_cloudevent_of_another_server_is_dropped_though_it_names_our_case(world: World) -> None:
    uuid = world.case("Samira")
    where = f"http://169.254.169.254/zaken/api/v1/zaken/{uuid}"
    body = event("nl.overheid.zaken.zaak-gemuteerd", subject=uuid, dataref=where)
    assert await world.cases.hint(body) is None
    assert world.cases.counts["foreign_address"] == 1
    assert world.zgw.journal.entries() == []


@pytest.mark.parametrize(
    "more",
    [
        {"data": {"hoofdObject": "https://elsewhere.example/zaken/api/v1/zaken/1"}},
        {"subject": "not a uuid"},
        {},
    ],
)
async def test_a_cloudevent_about_something_else_concerns_nobody(world: World, more: dict[str, Any]) -> None:
    assert await world.cases.hint(event("nl.overheid.zaken.zaak-gemuteerd", **more)) is None
    assert await world.cases.hint(event("com.example.thing", subject=world.case("Samira"))) is None
    assert world.zgw.journal.entries() == []


async def test_an_object_of_an_unknown_type_is_not_fetched(world: World) -> None:
    body = notice(world, "objecten", f"{roots.OBJECTS}/{world.case('Samira')}", objectType="x")
    assert await world.cases.hint(body) is None
    assert world.zgw.journal.entries() == []


@pytest.mark.parametrize(
    "body",
    [
        None,
        [],
        "x",
        {},
        {"kanaal": 1},
        {"kanaal": "zaken", "hoofdObject": None},
        {"specversion": "0.3"},
        {"specversion": "1.0", "type": 1},
    ],
)
async def test_a_body_that_is_no_notification_is_named_so(world: World, body: Any) -> None:
    with pytest.raises(BadAnswer, match="notification"):
        await world.cases.hint(body)


async def test_recorded_notifications_of_other_servers_are_read_and_concern_nobody_here(world: World) -> None:
    for body in recorded("notifications"):
        assert await world.cases.hint(body) is None
