"""Reads one case: each part strictly and for itself, and only what carries the case's own UUID."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any, Final

from pydantic import ValidationError

from bot.cases.model import Document, Part, PartKind, Snapshot
from bot.cases.zgw import deelzaken, documents, visible
from bot.cases.zgw.api import NO_RIGHT, Api
from bot.cases.zgw.case_types import CaseTypes
from bot.cases.zgw.caseworker import card, role_of
from bot.cases.zgw.edge_zaak import Rol, Zaak
from bot.cases.zgw.links import expanded, links_of
from bot.cases.zgw.main_line import main_line
from bot.cases.zgw.personal_reader import PersonalReader
from bot.cases.zgw.plan import build_plan
from bot.cases.zgw.properties import PART, doubled, read_properties
from bot.cases.zgw.reading import Reading
from bot.cases.zgw.task_source import TaskSource
from bot.cases.zgw.together import together
from bot.cases.zgw.urls import uuid_of
from bot.clock import Clock
from bot.errors import BadAnswer, CaseApiDenied, CaseHidden, CaseNotFound
from bot.tenant import Tenant

# A part is expanded only if its parent is asked for as well (recorded from Open Zaak 1.30.0).
EXPAND: Final = (
    "status",
    "status.statustype",
    "eigenschappen",
    "zaakobjecten",
    "resultaat",
    "resultaat.resultaattype",
)


class CaseReader:
    """Reads at one municipality; roles are asked for by kind and never expanded, as they hold BSNs."""

    def __init__(
        self,
        tenant: Tenant,
        zaken: Api,
        case_types: CaseTypes,
        personal: PersonalReader,
        tasks: TaskSource,
        counts: Counter[str],
        clock: Clock,
    ) -> None:
        self._tenant, self._zaken, self._case_types = tenant, zaken, case_types
        self._personal, self._tasks = personal, tasks
        self._counts, self._clock = counts, clock
        profile = tenant.profiel
        more = (*(deelzaken.EXPAND if profile.deelzaken else ()),)
        more += ("zaakinformatieobjecten",) if profile.documenttitels else ()
        self._expand = ",".join((*EXPAND, *more))

    async def find(self, case_number: str) -> str:
        """Find the UUID of the case with this number at our organisation; `CaseNotFound` otherwise."""
        ours = self._tenant.profiel.bronorganisatie
        query = [("identificatie", case_number), ("bronorganisatie", ours)]
        found = [_core(doc) for doc in await self._zaken.pages("zaken", query)]
        mine = {z.uuid for z in found if (z.identificatie, z.bronorganisatie) == (case_number, ours)}
        if len(mine) != 1:
            raise CaseNotFound("There is no case with this number, or we may not see it.")
        return mine.pop()

    async def read(self, case_uuid: str) -> Snapshot:
        """Read one case completely; parts that cannot be read are named in `unreadable`."""
        zaak = await self._visible(_named(case_uuid))
        reading = Reading(zaak.uuid, self._counts)
        facts = expanded(zaak, "eigenschappen", zaak.eigenschappen, PART, reading)
        roles, own, tasks, order = await together(
            self.roles(zaak.uuid),
            self._personal.fetch(zaak.uuid),
            self._tasks.list(zaak.uuid, zaak.identificatie),
            self._order(zaak.uuid, facts),
        )
        profile = self._tenant.profiel
        properties = read_properties(facts, profile.eigenschappen, reading, order)
        plans, groups = links_of(zaak, reading)
        apart = await self._apart(zaak, reading)
        plan = build_plan(self._personal.plans(own, reading), plans, properties, reading, apart)
        role, line = self._role(roles, reading), main_line(zaak, profile, reading)
        return Snapshot(
            case_uuid=zaak.uuid,
            case_number=zaak.identificatie,
            state=line.state,
            status_key=line.key,
            informs=line.informs,
            plan=plan,
            tasks=tuple(sorted(self._tasks.read(tasks, zaak.identificatie, reading), key=lambda t: t.id)),
            appointments=self._personal.appointments(own, reading),
            absences=self._personal.absences(own, reading),
            groups=tuple(sorted(groups)),
            caseworker=card(role, plan, self._tenant),
            caseworker_id=(role.who.identificatie or None) if role else None,
            language=properties.text("voorkeurstaal"),
            documents=self._documents(zaak, reading),
            unreadable=tuple(sorted(reading.unreadable)),
            doubled=tuple(sorted(reading.doubled)),
        )

    async def number(self, case_uuid: str) -> str:
        """The number of a case."""
        uuid = _named(case_uuid)
        return self._mine(await self._zaken.get(f"zaken/{uuid}", subject=uuid), uuid).identificatie

    async def roles(self, uuid: str) -> list[Any]:
        """List the roles of caseworkers."""
        query = [("zaak", f"{self._zaken.root}zaken/{uuid}"), ("omschrijvingGeneriek", "behandelaar")]
        return await self._zaken.pages("rollen", query, subject=uuid)

    async def caseworker(self, uuid: str) -> Rol | None:
        """Whose case it is."""
        return self._role(await self.roles(uuid), Reading(uuid, self._counts))

    async def closed(self, case_uuid: str) -> bool:
        """Whether the case has ended."""
        uuid = _named(case_uuid)
        return self._mine(await self._zaken.get(f"zaken/{uuid}", subject=uuid), uuid).einddatum is not None

    def _role(self, docs: list[Any], reading: Reading) -> Rol | None:
        return role_of(docs, reading, self._tenant.profiel.rollen.get("klantmanager"))

    async def _visible(self, uuid: str) -> Zaak:
        """Read the case itself; `CaseHidden` where the portal would not show it either."""
        try:
            query = [("expand", self._expand)]
            doc = await self._zaken.get(f"zaken/{uuid}", query, subject=uuid, lone=True)
        except CaseApiDenied as denied:
            if denied.code == NO_RIGHT:
                await self._denied_alone()
            raise
        zaak = self._mine(doc, uuid)
        visible.check(zaak, self._tenant.profiel.hoogste_vertrouwelijkheid)
        await self._case_types.check(zaak.zaaktype)
        return zaak

    async def _denied_alone(self) -> None:
        """Raise `CaseHidden` if other cases may be read; with no right at all the denial stands."""
        ours = self._tenant.profiel.bronorganisatie
        await self._zaken.pages("zaken", [("identificatie", "-"), ("bronorganisatie", ours)])
        raise CaseHidden(
            "The case system lets Wegwijs read cases, but not this one: the version of its case type is"
            " probably missing in the authorisation.",
            "right",
        )

    def _mine(self, doc: object, uuid: str) -> Zaak:
        zaak = _core(doc)
        if zaak.uuid != uuid:
            self._counts["foreign"] += 1
            raise BadAnswer("zaak")
        return zaak

    async def _order(self, uuid: str, facts: list[Any]) -> list[str] | None:
        """Ask which of two properties with one name is the newer one; hardly ever needed."""
        if not doubled(facts) & {rule.naam for rule in self._tenant.profiel.eigenschappen.values()}:
            return None
        docs = await self._zaken.array(f"zaken/{uuid}/zaakeigenschappen", subject=uuid)
        return [found for doc in docs if isinstance(doc, dict) and (found := uuid_of(doc.get("uuid")))]

    async def _apart(self, zaak: Zaak, reading: Reading) -> Mapping[PartKind, Part]:
        if not self._tenant.profiel.deelzaken:
            return {}
        docs = expanded(zaak, "deelzaken", zaak.deelzaken, deelzaken.PART, reading)
        return await deelzaken.parts_of(docs, self._tenant.profiel, self._case_types, reading)

    def _documents(self, zaak: Zaak, reading: Reading) -> tuple[Document, ...]:
        if not self._tenant.profiel.documenttitels:
            return ()
        docs = expanded(zaak, "zaakinformatieobjecten", zaak.documenten, documents.PART, reading)
        return documents.documents_of(docs, self._clock(), reading)


def _named(case_uuid: str) -> str:
    uuid = uuid_of(case_uuid)
    if uuid is None:
        raise CaseNotFound("A case is named by its UUID.")
    return uuid


def _core(doc: object) -> Zaak:
    try:
        return Zaak.model_validate(doc)
    except (ValidationError, ValueError):
        raise BadAnswer("zaak") from None
