"""What the right answers are before any is made wrong: people of the example town, and real servers."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from bot.cases.model import GroupFacts, Snapshot, State
from bot.cases.zgw.adapter import ZgwCases
from bot.cases.zgw.api import Line
from bot.sandbox.town.tenancy import tenant_text
from bot.sandbox.zgw import roots
from bot.sandbox.zgw.catalogus import finder
from bot.sandbox.zgw.zaak import new_property
from bot.tenant import Tenant
from tests.cases.conftest import World, recorded
from tests.cases.zgw.canned import Canned, Recorder, Said
from tests.cases.zgw.mutations import UUID, texts
from tests.cases.zgw.test_deelzaken import RULES, deelzaak
from tests.cases.zgw.test_taken import Vtb
from tests.cases.zgw.test_taken import tenant as taken_tenant
from tests.cases.zgw.test_visible import profiled, with_document

REAL = "65fcf664-2219-474b-a128-754cc193eeff"
REAL_TASK = "6f1a5f4e-0000-4000-8000-000000000001"
PEOPLE = ("Samira", "Filmon", "Laila", "Parisa")


@dataclass
class Base:
    """One reading: its answers, what they mean, and what of others could be mixed in."""

    name: str
    tenant: Tenant
    answers: Mapping[str, Said]
    right: Snapshot | GroupFacts
    case: str = ""
    group: str = ""
    theirs: list[Mapping[str, Said]] = field(default_factory=list)
    foreign: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()
    ids: list[str] = field(default_factory=list)

    def others(self, address: str) -> list[bytes]:
        """Answers to the same question about somebody else; an empty one looks like any true "nothing"."""
        kind = UUID.sub("", address)
        return [
            said.body
            for answers in self.theirs
            for at, said in answers.items()
            if UUID.sub("", at) == kind
            and said.body != self.answers[address].body
            and b'"count": 0' not in said.body
        ]


async def bases(world: World, session: aiohttp.ClientSession) -> list[Base]:
    """Every reading that is played with."""
    found = [await _of_person(world, session, name) for name in PEOPLE]
    found += [await _of_a_rich_case(world, session), await _of_the_taken_api(world, session)]
    found += [await _of_group(world, session, code) for code in ("B1-2", "KNM-1")]
    found.append(await _of_real_servers(world, session))
    for one in found:
        one.theirs = [other.answers for other in found if other is not one]
        one.own = _texts(one.answers)
        shown = repr(one.right)
        every = frozenset[str]().union(*(_texts(answers) for answers in one.theirs)) - one.own
        one.foreign = frozenset(text for text in every if repr(text)[1:-1] not in shown)
        one.ids = sorted(
            {
                id
                for answers in one.theirs
                for said in answers.values()
                for id in UUID.findall(said.body.decode())
            }
        )
    return found


def _texts(answers: Mapping[str, Said]) -> frozenset[str]:
    return frozenset(text for said in answers.values() for text in texts(json.loads(said.body)))


async def _of_person(world: World, session: aiohttp.ClientSession, name: str) -> Base:
    tenant, kept = world.tenant, Recorder(session)
    line = Line(kept.session, world.clock)
    case = world.case(name)
    right = await ZgwCases(tenant, kept.session, world.clock, line).read_case(case)
    return Base(name, tenant, kept.answers, right, case=case)


async def _of_group(world: World, session: aiohttp.ClientSession, code: str) -> Base:
    tenant, kept = world.tenant, Recorder(session)
    line = Line(kept.session, world.clock)
    group = world.group(code)
    right = await ZgwCases(tenant, kept.session, world.clock, line).read_group(group)
    return Base(code, tenant, kept.answers, right, group=group)


async def _of_a_rich_case(world: World, session: aiohttp.ClientSession) -> Base:
    """A closed case with deelzaken, documents and a property that comes twice."""
    deelzaak(world, number="WV-0004")
    with_document(world, number="WV-0004")
    kind = finder(world.zgw.register, roots.EIGENSCHAPPEN, "naam")("voorkeurstaal")
    new_property(world.zgw.register, world.zgw.case("WV-0004"), kind, "nl")
    world.desk.set_status("WV-0004", "Afgerond")
    tenant, kept = profiled(world, documenttitels=True, **RULES), Recorder(session)
    case = world.case("Mehmet")
    right = await ZgwCases(tenant, kept.session, world.clock, Line(kept.session, world.clock)).read_case(case)
    assert (right.state, right.unreadable, len(right.documents)) == (State.COMPLETED, (), 1)
    assert right.plan is not None
    assert any(part.status == "ondertekend" for part in right.plan.parts)
    return Base("rich", tenant, kept.answers, right, case=case)


async def _of_the_taken_api(world: World, session: aiohttp.ClientSession) -> Base:
    """Filmon's case with his tasks in the Taken API."""
    vtb = Vtb(f"{world.zgw.base_url}/taken/api/v1/")
    tenant, case = taken_tenant(world, vtb), world.case("Filmon")
    urn = f"urn:nld:gemeentewaterveen:zaak:uuid:{case}"
    for title in ("Ga naar de huisarts", "Schrijf je in bij de bibliotheek"):
        vtb.add(urn, titel=title)
    page = {"count": 2, "next": None, "previous": None, "results": list(vtb.tasks.values())}
    kept = Recorder(session)
    line = Line(kept.session, world.clock)
    await ZgwCases(world.tenant, kept.session, world.clock, line).read_case(case)
    answers = {at: said for at, said in kept.answers.items() if "koppeling" not in at}
    answers[f"/taken/api/v1/externetaken?isGerelateerdAan={urn}"] = Said(json.dumps(page).encode())
    line = Line(Canned(answers).session, world.clock)
    right = await ZgwCases(tenant, line.session, world.clock, line).read_case(case)
    assert len(right.tasks) == 2
    return Base("taken", tenant, answers, right, case=case)


async def _of_real_servers(world: World, session: aiohttp.ClientSession) -> Base:
    """A case as Open Zaak and Open Object answered, under our own addresses."""
    here = world.zgw.base_url
    text = tenant_text("waterveen", here)
    tenant = Tenant.model_validate(tomllib.loads(text))
    kinds = {**tenant.profiel.objecttypen}
    kinds["externetaak"] = kinds["externetaak"].model_copy(update={"uuid": REAL_TASK})
    tenant = tenant.model_copy(update={"profiel": tenant.profiel.model_copy(update={"objecttypen": kinds})})
    kept = Recorder(session)
    await ZgwCases(world.tenant, kept.session, world.clock, Line(kept.session, world.clock)).read_case(
        world.case("Samira")
    )
    zaak = recorded("zaak-expanded")
    roles = {"count": 1, "next": None, "previous": None, "results": [recorded("rol-klantmanager")]}
    empty: dict[str, Any] = {"count": 0, "next": None, "previous": None, "results": []}
    mine = world.case("Samira")
    answers: dict[str, Said] = {}
    for address, said in kept.answers.items():
        at = address.replace(mine, REAL)
        doc = json.loads(said.body)
        if "/zaken/api/v1/zaken/" in address and "rollen" not in address:
            doc = zaak
        elif "rollen" in address:
            doc = roles
        elif "koppeling" in address:
            kind = kinds["externetaak"].uuid
            at = at.replace(world.tenant.profiel.objecttypen["externetaak"].uuid, kind)
            doc = recorded("tasks")
        elif "zaak__exact" in address:
            doc = empty
        elif "/zaaktypen/" in address:
            old, new = doc["url"].rsplit("/", 1)[-1], zaak["zaaktype"].rsplit("/", 1)[-1]
            at, doc["url"] = at.replace(old, new), doc["url"].replace(old, new)
        answers[at] = Said(json.dumps(doc).encode(), 200, said.headers)
    order = f"/zaken/api/v1/zaken/{REAL}/zaakeigenschappen"
    listed = [row for row in zaak["_expand"]["eigenschappen"]][::-1]
    answers[order] = Said(json.dumps(listed).encode())
    line = Line(Canned(answers).session, world.clock)
    cases = ZgwCases(tenant, line.session, world.clock, line)
    right = await cases.read_case(REAL)
    strange = {key: n for key, n in cases.counts.items() if key.startswith("unknown:")}
    assert not strange, "real servers send nothing that nobody knows"
    return Base("real servers", tenant, answers, right, case=REAL)
