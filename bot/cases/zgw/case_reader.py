"""Reads one case: each part strictly and for itself, and only what carries the case's own UUID."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeVar

from pydantic import ValidationError

from bot.cases.model import Snapshot
from bot.cases.zgw import types
from bot.cases.zgw.api import Api, Query
from bot.cases.zgw.case_types import CaseTypes
from bot.cases.zgw.caseworker import card, role_of
from bot.cases.zgw.edge import Edge
from bot.cases.zgw.edge_objects import AfmeldingData, AfspraakData, TaakData
from bot.cases.zgw.edge_plan import PlanData
from bot.cases.zgw.edge_zaak import Zaak, Zaakobject
from bot.cases.zgw.main_line import main_line
from bot.cases.zgw.objects import Objects
from bot.cases.zgw.owners import Owners
from bot.cases.zgw.personal import absence_of, appointment_of, task_of
from bot.cases.zgw.plan import build_plan
from bot.cases.zgw.properties import PART, read_properties
from bot.cases.zgw.reading import Found, Reading
from bot.cases.zgw.together import together
from bot.cases.zgw.urls import uuid_of
from bot.errors import BadAnswer, CaseNotFound
from bot.tenant import Tenant

# A part is expanded only if its parent is asked for as well (recorded from Open Zaak 1.30.0).
EXPAND: Final = "status,status.statustype,eigenschappen,zaakobjecten,resultaat,resultaat.resultaattype"
Data = TypeVar("Data", bound=Edge)


class CaseReader:
    """Reads at one municipality; roles are asked for by kind and never expanded, as they hold BSNs."""

    def __init__(
        self, tenant: Tenant, zaken: Api, case_types: CaseTypes, objects: Objects, owners: Owners
    ) -> None:
        self._tenant, self._zaken, self._case_types = tenant, zaken, case_types
        self._objects, self._owners = objects, owners

    async def find(self, case_number: str) -> str:
        """Find the UUID of the case with this number at our organisation; `CaseNotFound` otherwise."""
        query = [("identificatie", case_number), ("bronorganisatie", self._tenant.profiel.bronorganisatie)]
        found = [_core(doc) for doc in await self._zaken.pages("zaken", query)]
        mine = {zaak.uuid for zaak in found if zaak.identificatie == case_number}
        if len(mine) != 1:
            raise CaseNotFound("There is no case with this number, or we may not see it.")
        return mine.pop()

    async def read(self, case_uuid: str) -> Snapshot:
        """Read one case completely; parts that cannot be read are named in `unreadable`."""
        uuid = uuid_of(case_uuid)
        if uuid is None:
            raise CaseNotFound("A case is named by its UUID.")
        zaak = await self._case(uuid, [("expand", EXPAND)])
        await self._case_types.check(zaak.zaaktype)
        parts = await together(
            self.roles(uuid),
            self._objects.list(types.PLAN, f"zaak__exact__{uuid}"),
            self._objects.list(types.TAAK, f"koppeling__uuid__exact__{uuid}"),
            self._objects.list(types.AFSPRAAK, f"zaak__exact__{uuid}"),
            self._objects.list(types.AFMELDING, f"zaak__exact__{uuid}"),
        )
        return self._snapshot(zaak, parts, Reading(uuid, self._objects.counts))

    async def closed(self, case_uuid: str) -> bool:
        """Whether the case has ended."""
        return (await self._case(case_uuid)).einddatum is not None

    async def roles(self, uuid: str) -> list[Any]:
        """List the roles of caseworkers."""
        query = [("zaak", f"{self._zaken.root}zaken/{uuid}"), ("omschrijvingGeneriek", "behandelaar")]
        return await self._zaken.pages("rollen", query, subject=uuid)

    async def _case(self, uuid: str, query: Query = ()) -> Zaak:
        zaak = _core(await self._zaken.get(f"zaken/{uuid}", query, subject=uuid))
        if zaak.uuid != uuid:
            self._objects.counts["foreign"] += 1
            raise BadAnswer("zaak")
        return zaak

    def _snapshot(self, zaak: Zaak, parts: list[list[Any]], reading: Reading) -> Snapshot:
        line = main_line(zaak, self._tenant.profiel, reading)
        docs = _expanded(zaak, "eigenschappen", zaak.eigenschappen, PART, reading)
        facts = read_properties(docs, self._tenant.profiel.eigenschappen, reading)
        plans, groups = _links(zaak, reading)
        found = self._own(parts[1], types.PLAN, PlanData, "plan", lambda d: d.zaak, reading)
        plan, role = build_plan(found, plans, facts, reading), role_of(parts[0], reading)
        tasks = self._own(parts[2], types.TAAK, TaakData, "tasks", lambda d: d.case, reading)
        talks = self._own(parts[3], types.AFSPRAAK, AfspraakData, "appointments", lambda d: d.zaak, reading)
        absences = self._own(parts[4], types.AFMELDING, AfmeldingData, "absences", lambda d: d.zaak, reading)
        return Snapshot(
            case_uuid=zaak.uuid,
            case_number=zaak.identificatie,
            state=line.state,
            status_key=line.key,
            informs=line.informs,
            plan=plan,
            tasks=tuple(sorted(map(task_of, tasks), key=lambda t: t.id)),
            appointments=tuple(sorted(map(appointment_of, talks), key=lambda a: (a.starts, a.id))),
            absences=tuple(sorted(map(absence_of, absences), key=lambda a: a.id)),
            groups=tuple(sorted(groups)),
            caseworker=card(role, plan, self._tenant),
            caseworker_id=(role.who.identificatie or None) if role else None,
            language=facts.text("voorkeurstaal"),
            unreadable=tuple(sorted(reading.unreadable)),
        )

    def _own(
        self,
        docs: list[Any],
        name: str,
        shape: type[Data],
        part: str,
        owner: Callable[[Data], str],
        reading: Reading,
    ) -> list[Found[Data]]:
        found = reading.objects(docs, self._objects.types.uuid(name), shape, part, owner)
        for one in found:
            self._owners.remember(one.id, case_uuid=reading.case_uuid)
        return found


def _core(doc: object) -> Zaak:
    try:
        return Zaak.model_validate(doc)
    except (ValidationError, ValueError):
        raise BadAnswer("zaak") from None


def _expanded(zaak: Zaak, name: str, links: tuple[str, ...], part: str, reading: Reading) -> list[Any]:
    # The real server leaves an empty list out; one shorter than the case's own links would shorten the plan.
    found = zaak.expand.get(name, [])
    if not isinstance(found, list) or len(found) != len(links):
        reading.quarantine(part)
    return found if isinstance(found, list) else []


def _links(zaak: Zaak, reading: Reading) -> tuple[frozenset[str], frozenset[str]]:
    links: dict[str, set[str]] = {types.PLAN: set(), types.LESGROEP: set()}
    for doc in _expanded(zaak, "zaakobjecten", zaak.zaakobjecten, "groups", reading):
        link = reading.parse(Zaakobject, doc, "groups")
        if link is None or not reading.own(link.zaak) or link.kind.strip().lower() not in links:
            continue
        uuid = uuid_of(link.object)
        if uuid is None:
            reading.quarantine("groups")
        else:
            links[link.kind.strip().lower()].add(uuid)
    return frozenset(links[types.PLAN]), frozenset(links[types.LESGROEP])
