"""Our object types get into an Objecttypes API, once, and are brought up to date there."""

from __future__ import annotations

import hashlib
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp.test_utils import TestServer

from bot.cases.install import Done, Installed, Installer, toml_lines
from bot.cases.object_types import OurType, our_types
from bot.cases.zgw.api import Api, Line
from bot.cases.zgw.credentials import ApiKey
from bot.clock import system_clock
from bot.errors import BadAnswer, CaseApiAway, CaseApiDenied, ConfigError
from bot.sandbox.zgw import Clients, Fault, Kind, ObjectKey, Zgw, roots
from bot.settings import CONTENT
from bot.tenant import Objecttype
from bot.tenant.names import OBJECTTYPEN

TYPES = {ours.name: ours for ours in our_types(CONTENT)}
LES = TYPES["les"]


@dataclass
class Place:
    """An Objecttypes API, and a session before it."""

    zgw: Zgw
    session: aiohttp.ClientSession

    def installer(
        self, mapped: dict[str, Objecttype] | None = None, *, dry: bool = False, key: str = "beheer"
    ) -> Installer:
        async def no_sleep(seconds: float) -> None:
            return None

        line = Line(self.session, system_clock, sleep=no_sleep)
        return Installer(
            Api(line, self.zgw.base_url + roots.OBJECTEN + "/", ApiKey(key)), mapped or {}, dry=dry
        )

    def empty(self) -> None:
        """Take all object types away."""
        for row in self.zgw.register.rows(roots.OBJECTTYPES):
            self.zgw.register.remove(roots.OBJECTTYPES, row["uuid"])

    def row(self, name: str) -> dict[str, Any]:
        (found,) = self.zgw.register.where(roots.OBJECTTYPES, name=name)
        return found

    @property
    def writes(self) -> int:
        return len([e for e in self.zgw.journal.entries() if e.method != "GET"])


@pytest.fixture
async def place() -> AsyncIterator[Place]:
    keys = (ObjectKey("beheer", "beheer"), ObjectKey("lezen", "lezen", {"les": "read_only"}))
    zgw = Zgw("Waterveen", "123456782", Clients(object_keys=keys))
    async with TestServer(zgw.app()) as server, aiohttp.ClientSession() as session:
        zgw.base_url = str(server.make_url("")).rstrip("/")
        yield Place(zgw, session)


async def test_missing_types_are_made_and_published(place: Place) -> None:
    place.empty()
    installer = place.installer()
    done = [await installer.install(ours) for ours in TYPES.values()]
    assert [(one.name, one.done, one.version) for one in done] == [
        (name, Done.CREATED, 1) for name in OBJECTTYPEN
    ]
    for one in done:
        row = place.row(one.name)
        (version,) = row["_versions"]
        assert (row["uuid"], row["dataClassification"], version["status"]) == (
            one.uuid,
            "confidential",
            "published",
        )
        assert version["jsonSchema"] == TYPES[one.name].schema


async def test_a_second_time_nothing_is_changed(place: Place) -> None:
    installer = place.installer()
    done = [await installer.install(ours) for ours in TYPES.values()]
    assert {one.done for one in done} == {Done.UNCHANGED}
    assert place.writes == 0


async def test_a_mapped_type_with_another_schema_gets_a_new_version(place: Place) -> None:
    row = place.row("les")
    row["_versions"][0]["jsonSchema"] = {"title": "an older one"}
    done = await place.installer({"les": Objecttype(uuid=row["uuid"])}).install(LES)
    assert done == Installed("les", Done.UPGRADED, row["uuid"], 2)
    assert [(v["status"], v["jsonSchema"]["title"]) for v in row["_versions"]] == [
        ("published", "an older one"),
        ("published", LES.schema["title"]),
    ]


async def test_a_type_that_only_has_our_name_is_not_touched(place: Place) -> None:
    place.row("afspraak")["_versions"][0]["jsonSchema"] = {"title": "somebody else's"}
    with pytest.raises(ConfigError, match="not ours, or of an earlier release"):
        await place.installer().install(TYPES["afspraak"])
    assert place.writes == 0


async def test_the_types_of_the_community_are_never_changed(place: Place) -> None:
    row = place.row("externetaak")
    row["_versions"][0]["jsonSchema"] = {"title": "the municipality's own"}
    done = await place.installer({"externetaak": Objecttype(uuid=row["uuid"])}).install(TYPES["externetaak"])
    assert (done.done, done.version) == (Done.FOREIGN, 1)
    assert "differs" in done.note
    assert place.writes == 0


async def test_a_draft_that_an_interrupted_run_left_is_published(place: Place) -> None:
    row = place.row("les")
    row["_versions"][0]["status"] = "draft"
    done = await place.installer().install(LES)
    assert (done.done, done.version) == (Done.PUBLISHED, 1)
    assert [v["status"] for v in row["_versions"]] == ["published"]


async def test_a_run_whose_answer_was_lost_is_taken_up_where_it_was(place: Place) -> None:
    place.empty()
    place.zgw.faults.add(Fault(Kind.REPLY_LOST, method="POST", path="/versions"))
    with pytest.raises(CaseApiAway):
        await place.installer().install(LES)
    done = await place.installer().install(LES)
    assert done.done is Done.PUBLISHED
    assert len(place.row("les")["_versions"]) == 1


async def test_a_draft_of_somebody_else_stays_as_it_is(place: Place) -> None:
    row = place.row("les")
    row["_versions"][0] |= {"status": "draft", "jsonSchema": {"title": "being written"}}
    done = await place.installer({"les": Objecttype(uuid=row["uuid"])}).install(LES)
    assert done.version == 2
    assert row["_versions"][0]["jsonSchema"] == {"title": "being written"}


async def test_a_dry_run_says_all_and_does_nothing(place: Place) -> None:
    place.zgw.register.remove(roots.OBJECTTYPES, place.row("afmelding")["uuid"])
    row = place.row("les")
    row["_versions"][0]["jsonSchema"] = {}
    installer = place.installer({"les": Objecttype(uuid=row["uuid"])}, dry=True)
    done = [await installer.install(TYPES[name]) for name in ("les", "afmelding", "lesgroep")]
    assert [one.done for one in done] == [Done.UPGRADED, Done.CREATED, Done.UNCHANGED]
    assert place.writes == 0


async def test_a_uuid_that_does_not_exist_is_told(place: Place) -> None:
    mapped = {"les": Objecttype(uuid="00000000-0000-4000-8000-000000000000")}
    with pytest.raises(ConfigError, match=r"profiel\.objecttypen\.les: there is no object type"):
        await place.installer(mapped).install(LES)


async def test_two_types_of_one_name_are_for_a_person_to_choose(place: Place) -> None:
    twin = "6931e866-0000-4000-8000-000000000002"
    place.zgw.register.add(roots.OBJECTTYPES, {**place.row("les"), "uuid": twin, "url": twin}, twin, twin)
    with pytest.raises(ConfigError, match="There are 2 object types named les"):
        await place.installer().install(LES)


async def test_a_token_that_may_only_read_is_refused(place: Place) -> None:
    place.empty()
    with pytest.raises(CaseApiDenied, match="permission_denied"):
        await place.installer(key="lezen").install(LES)


async def test_an_answer_that_is_no_type_is_not_believed(place: Place) -> None:
    place.row("les")["name"] = 7
    with pytest.raises(BadAnswer):
        await place.installer().install(LES)


def test_the_lines_for_the_tenant_file_are_toml() -> None:
    lines = toml_lines([Installed("les", Done.CREATED, "6931e866-d945-55d4-bce2-9e32bf836186", 2)])
    assert lines == (
        "[profiel.objecttypen]",
        'les = { uuid = "6931e866-d945-55d4-bce2-9e32bf836186", versie = 2 }',
    )


@pytest.mark.parametrize("ours", TYPES.values(), ids=TYPES.keys())
def test_a_type_has_all_that_an_api_wants(ours: OurType) -> None:
    assert 0 < len(ours.plural) <= 100
    assert 0 < len(ours.description) <= 1000
    assert ours.schema["type"] == "object"
    assert replace(ours, schema={}) != ours


DIGESTS = {
    "afmelding.schema.json": "651e1e5ad73be62d",
    "afspraak.schema.json": "e7bce744de2d472f",
    "externetaak-denhaag.schema.json": "107332830fb65115",
    "inburgeringsplan.schema.json": "1ffddd4aed1d7b03",
    "intakevoorbereiding.schema.json": "07b4d996665021a7",
    "les.schema.json": "1fe602eb27eddbcb",
    "lesgroep.schema.json": "715c927394964a7f",
}
"""What the specification's schemas came to when they were taken over."""


def digests(folder: Path) -> dict[str, str]:
    found = {}
    for file in sorted(folder.glob("*.json")):
        schema = json.loads(file.read_text(encoding="utf-8"))
        text = json.dumps(schema, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        found[file.name] = hashlib.sha256(text.encode()).hexdigest()[:16]
    return found


def test_the_carried_schemas_are_those_that_were_taken_over() -> None:
    assert digests(CONTENT / "schemas") == DIGESTS


def test_the_carried_schemas_are_those_of_the_specification() -> None:
    root = Path(__file__).parents[2]
    folders = [parent / "shared" / "case-api" / "schemas" for parent in root.parents]
    given = next((folder for folder in folders if folder.is_dir()), None)
    if given is None:
        pytest.skip("../shared/case-api/schemas is not beside the project: compared with known digests only")
    assert digests(CONTENT / "schemas") == digests(given)
