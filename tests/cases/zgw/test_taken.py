"""Tasks in the Taken API of Open VTB: the same tasks on the phone, wherever a municipality keeps them."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
import yaml
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer
from jsonschema import Draft202012Validator
from yarl import URL

from bot.cases.model import TaskStatus, WriteKind
from bot.cases.zgw.adapter import ZgwCases
from bot.cases.zgw.api import Line
from bot.errors import CaseApiAway, CaseApiRefused, CaseNotFound
from bot.tenant import Tenant
from tests.cases.conftest import World
from tests.shared import AWAY, case_api

URN = "urn:nld:gemeentewaterveen:zaak:uuid:{zaak}"
NUMBER_URN = "urn:nld:gemeentewaterveen:zaak:zaaknummer:{zaaknummer}"


@dataclass
class Vtb:
    """A tiny Taken API: tasks by UUID; `deaf` drops a change, `lies` forgets the filter."""

    root: str = ""
    tasks: dict[str, dict[str, Any]] = field(default_factory=dict)
    asked: list[tuple[str, str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    deaf: bool = False
    lies: bool = False

    def add(self, urn: str, **more: Any) -> str:
        """Keep a task; returns its UUID."""
        uuid = str(uuid4())
        task = {
            "url": f"{self.root}externetaken/{uuid}",
            "urn": f"urn:nld:vtb:taak:{uuid}",
            "uuid": uuid,
            "titel": "Meld je aan bij een huisarts",
            "status": "open",
            "startdatum": "2026-11-01",
            "handelingsPerspectief": "informatie_geven",
            "einddatumHandelingsTermijn": "2026-12-15",
            "datumHerinnering": None,
            "toelichting": "Neem je pas mee",
            "isToegewezenAan": "urn:nld:brp:bsn:999993653",
            "isGerelateerdAan": [{"urn": urn}],
            "taakSoort": "urltaak",
            "details": {"uitvraagLink": "https://example.org/"},
            "verwerkerTaakId": "1",
        }
        self.tasks[uuid] = task | more
        return uuid

    async def answer(self, request: web.Request) -> web.Response:
        """Answer a request."""
        body = json.loads(await request.text() or "null")
        self.asked.append((request.method, request.path_qs, body))
        self.keys.append(request.headers.get("Authorization", ""))
        uuid = request.match_info.get("uuid")
        if uuid is None:
            wanted = request.query["isGerelateerdAan"]
            found = [t for t in self.tasks.values() if self.lies or {"urn": wanted} in t["isGerelateerdAan"]]
            return web.json_response({"count": len(found), "next": None, "previous": None, "results": found})
        if request.method == "PATCH" and not self.deaf:
            self.tasks[uuid] |= body
        return web.json_response(self.tasks[uuid])


@pytest.fixture
async def vtb() -> AsyncIterator[Vtb]:
    found, app = Vtb(), web.Application()
    app.router.add_route("*", "/taken/api/v1/externetaken", found.answer)
    for kind in ("externetaken", "urltaken", "formuliertaken"):
        app.router.add_route("*", f"/taken/api/v1/{kind}/{{uuid}}", found.answer)
    async with TestServer(app) as server:
        found.root = str(server.make_url("/taken/api/v1/"))
        yield found


def tenant(world: World, vtb: Vtb, urn: str = URN) -> Tenant:
    """A municipality that keeps its tasks in the Taken API."""
    whole = world.tenant.model_dump(exclude_none=True)
    whole["profiel"] |= {"taken": "taken-api", "taken_urn": urn}
    whole["zaaksysteem"] |= {"taken": vtb.root, "taken_token": "lezen", "taken_schrijf_token": "schrijven"}
    return Tenant.model_validate(whole)


def adapter(world: World, vtb: Vtb, session: ClientSession, urn: str = URN) -> ZgwCases:
    """The adapter before it."""
    line = Line(session, world.clock, sleep=world.naps)
    return ZgwCases(tenant(world, vtb, urn), session, world.clock, line)


@pytest.mark.parametrize("urn", [URN, NUMBER_URN])
async def test_tasks_of_a_case_are_found_by_its_urn(
    world: World, vtb: Vtb, session: ClientSession, urn: str
) -> None:
    mine = urn.format(zaak=world.case("Samira"), zaaknummer="WV-0001")
    uuid = vtb.add(mine)
    vtb.add(urn.format(zaak=world.case("Filmon"), zaaknummer="WV-0002"))
    read = await adapter(world, vtb, session, urn).read_case(world.case("Samira"))
    (task,) = read.tasks
    assert (task.id, task.title.nl, task.status, task.due) == (
        uuid,
        "Meld je aan bij een huisarts",
        TaskStatus.OPEN,
        date(2026, 12, 15),
    )
    assert task.why is not None
    assert task.why.nl == "Neem je pas mee"
    assert read.unreadable == ()
    assert "999993653" not in repr(read)


async def test_our_own_keys_come_with_what_a_form_is_filled_in_with(
    world: World, vtb: Vtb, session: ClientSession
) -> None:
    ours = {"titel_sleutel": "taak.huisarts", "uitleg_sleutel": "taak.huisarts.waarom", "duur_minuten": 30}
    details = {"formulierDefinitie": {"components": []}, "voorinvullenGegevens": ours}
    vtb.add(URN.format(zaak=world.case("Samira")), taakSoort="formuliertaak", details=details)
    (task,) = (await adapter(world, vtb, session).read_case(world.case("Samira"))).tasks
    assert (task.title.key, task.minutes) == ("taak.huisarts", 30)


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("open", TaskStatus.OPEN),
        ("uitgevoerd", TaskStatus.DONE),
        ("niet_uitgevoerd", TaskStatus.CLOSED),
        ("afgebroken", TaskStatus.CLOSED),
        ("verwerkt", TaskStatus.PROCESSED),
    ],
)
async def test_every_status_has_its_place(
    world: World, vtb: Vtb, session: ClientSession, theirs: str, ours: TaskStatus
) -> None:
    vtb.add(URN.format(zaak=world.case("Samira")), status=theirs)
    (task,) = (await adapter(world, vtb, session).read_case(world.case("Samira"))).tasks
    assert task.status is ours


async def test_a_payment_is_left_to_the_portal(world: World, vtb: Vtb, session: ClientSession) -> None:
    vtb.add(URN.format(zaak=world.case("Samira")), taakSoort="betaaltaak", details={"bedrag": "12.00"})
    read = await adapter(world, vtb, session).read_case(world.case("Samira"))
    assert (read.tasks, read.unreadable) == ((), ())


async def test_a_server_that_forgets_its_filter_shows_nothing_of_others(
    world: World, vtb: Vtb, session: ClientSession
) -> None:
    vtb.lies = True
    mine = vtb.add(URN.format(zaak=world.case("Samira")))
    vtb.add(URN.format(zaak=world.case("Filmon")), titel="Van iemand anders")
    cases = adapter(world, vtb, session)
    read = await cases.read_case(world.case("Samira"))
    assert ([t.id for t in read.tasks], read.unreadable) == ([mine], ("tasks",))
    assert cases.counts["foreign"] == 1


async def test_a_task_of_a_wrong_type_names_the_part(world: World, vtb: Vtb, session: ClientSession) -> None:
    vtb.add(URN.format(zaak=world.case("Samira")), einddatumHandelingsTermijn="morgen")
    read = await adapter(world, vtb, session).read_case(world.case("Samira"))
    assert (read.tasks, read.unreadable) == ((), ("tasks",))


@pytest.mark.parametrize("urn", [URN, NUMBER_URN])
async def test_done_and_not_done_are_written_once_with_the_key_that_writes(
    world: World, vtb: Vtb, session: ClientSession, urn: str
) -> None:
    uuid = vtb.add(urn.format(zaak=world.case("Samira"), zaaknummer="WV-0001"))
    writes = adapter(world, vtb, session, urn).writes(tenant(world, vtb, urn).zgw.writing_keys)
    done = world.intent(WriteKind.TASK_DONE, uuid)
    await writes.write(world.case("Samira"), done)
    await writes.write(world.case("Samira"), done)
    assert vtb.tasks[uuid]["status"] == "uitgevoerd"
    await writes.write(world.case("Samira"), world.intent(WriteKind.TASK_UNDONE, uuid))
    assert vtb.tasks[uuid]["status"] == "open"
    patches = [(path, body) for method, path, body in vtb.asked if method == "PATCH"]
    here = f"/taken/api/v1/urltaken/{uuid}"
    assert patches == [(here, {"status": status}) for status in ("uitgevoerd", "open")]
    assert set(vtb.keys) == {"Token schrijven"}


async def test_a_task_of_somebody_else_is_not_written(world: World, vtb: Vtb, session: ClientSession) -> None:
    uuid = vtb.add(URN.format(zaak=world.case("Filmon")))
    writes = adapter(world, vtb, session).writes(tenant(world, vtb).zgw.writing_keys)
    with pytest.raises(CaseNotFound):
        await writes.write(world.case("Samira"), world.intent(WriteKind.TASK_DONE, uuid))
    assert vtb.tasks[uuid]["status"] == "open"


async def test_a_task_that_the_case_system_has_closed_is_refused(
    world: World, vtb: Vtb, session: ClientSession
) -> None:
    uuid = vtb.add(URN.format(zaak=world.case("Samira")), status="afgebroken")
    writes = adapter(world, vtb, session).writes(tenant(world, vtb).zgw.writing_keys)
    with pytest.raises(CaseApiRefused):
        await writes.write(world.case("Samira"), world.intent(WriteKind.TASK_DONE, uuid))


async def test_a_task_of_a_case_that_has_ended_is_not_written(
    world: World, vtb: Vtb, session: ClientSession
) -> None:
    uuid = vtb.add(URN.format(zaak=world.case("Samira")))
    writes = adapter(world, vtb, session).writes(tenant(world, vtb).zgw.writing_keys)
    world.desk.set_status("WV-0001", "Afgerond")
    with pytest.raises(CaseApiRefused, match="zaak-gesloten"):
        await writes.write(world.case("Samira"), world.intent(WriteKind.TASK_DONE, uuid))
    assert vtb.tasks[uuid]["status"] == "open"


async def test_a_change_that_does_not_show_is_not_taken_for_done(
    world: World, vtb: Vtb, session: ClientSession
) -> None:
    vtb.deaf = True
    uuid = vtb.add(URN.format(zaak=world.case("Samira")))
    writes = adapter(world, vtb, session).writes(tenant(world, vtb).zgw.writing_keys)
    with pytest.raises(CaseApiAway):
        await writes.write(world.case("Samira"), world.intent(WriteKind.TASK_DONE, uuid))


async def test_what_is_asked_and_answered_fits_the_official_file(
    world: World, vtb: Vtb, session: ClientSession
) -> None:
    folder = case_api()
    if folder is None:
        pytest.skip(AWAY)
    spec = yaml.safe_load((folder / "openapi" / "open-vtb-taken-0.1.0.yaml").read_text(encoding="utf-8"))
    uuid = vtb.add(URN.format(zaak=world.case("Samira")))
    cases = adapter(world, vtb, session)
    await cases.read_case(world.case("Samira"))
    writes = cases.writes(tenant(world, vtb).zgw.writing_keys)
    await writes.write(world.case("Samira"), world.intent(WriteKind.TASK_DONE, uuid))
    base = f"{spec['servers'][0]['url']}"
    for method, address, body in vtb.asked:
        path = address.split("?")[0].removeprefix(base).replace(uuid, "{uuid}")
        operation = spec["paths"][path][method.lower()]
        named = {p["name"] for p in operation["parameters"] if p["in"] == "query"}
        assert set(URL(address).query) <= named
        if body is not None:
            schema = operation["requestBody"]["content"]["application/json"]["schema"]
            _fits(spec, schema, body)
    _fits(spec, {"$ref": "#/components/schemas/urltaak_ExterneTaakPolymorphicSerializer"}, vtb.tasks[uuid])


def _fits(spec: Any, schema: Any, doc: Any) -> None:
    """Check a document; nullable is OpenAPI's own word, which JSON Schema does not know."""
    whole = {**schema, "components": _nulls(spec["components"])}
    Draft202012Validator(whole).validate(doc)


def _nulls(node: Any) -> Any:
    if isinstance(node, list):
        return [_nulls(one) for one in node]
    if not isinstance(node, dict):
        return node
    found = {key: _nulls(value) for key, value in node.items()}
    if found.get("nullable") is True and isinstance(found.get("type"), str):
        found["type"] = [found["type"], "null"]
    return found


def test_a_profile_without_address_or_urn_says_what_is_missing(world: World) -> None:
    whole = world.tenant.model_dump(exclude_none=True)
    whole["profiel"] |= {"taken": "taken-api"}
    with pytest.raises(ValueError, match="taken_urn"):
        Tenant.model_validate(whole)
