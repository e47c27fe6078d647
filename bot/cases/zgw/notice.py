"""Decodes notifications: each is only a hint about whose facts may have changed."""

from __future__ import annotations

from typing import Any, Final

from pydantic import Field, ValidationError

from bot.cases.port import Hint
from bot.cases.zgw import types
from bot.cases.zgw.edge import Edge, Uuid
from bot.cases.zgw.edge_objects import TaskHead
from bot.cases.zgw.objects import Objects
from bot.cases.zgw.owners import Owners
from bot.cases.zgw.urls import under, uuid_of
from bot.errors import BadAnswer, CaseApiDenied, CaseNotFound

_OF_A_CASE: Final = frozenset({types.PLAN, types.AFSPRAAK, types.AFMELDING})


class Notification(Edge):
    """The classic form (VNG consumer webhook)."""

    kanaal: str
    main: str = Field(alias="hoofdObject")
    resource: str
    address: str = Field(alias="resourceUrl")
    actie: str
    kenmerken: dict[str, Any] = Field(default={})


class OfCase(Edge):
    """All that is read of an object to know its case."""

    zaak: Uuid


class OfGroup(Edge):
    """All that is read of a lesson to know its group."""

    lesgroep: Uuid


class Notices:
    """Addresses in notifications are compared, never fetched: what is read is built from our own roots."""

    def __init__(self, zaken_root: str, objects: Objects, owners: Owners) -> None:
        self._zaken_root, self._objects, self._owners = zaken_root, objects, owners

    async def hint(self, body: object) -> Hint | None:
        """Decode a body; `BadAnswer` if it is none, None where it concerns nothing of ours."""
        try:
            notice = Notification.model_validate(body)
        except (ValidationError, ValueError):
            raise BadAnswer("notification") from None
        if notice.kanaal == "zaken":
            return self._case(notice)
        if notice.kanaal == "objecten":
            return await self._object(notice)
        return None

    def _case(self, notice: Notification) -> Hint | None:
        uuid = self._known(notice.main, f"{self._zaken_root}zaken/")
        return Hint(case_uuid=uuid) if uuid else None

    async def _object(self, notice: Notification) -> Hint | None:
        uuid = self._known(notice.main, f"{self._objects.api.root}objects/")
        kind = notice.kenmerken.get("objectType") or notice.kenmerken.get("object_type")
        name = self._objects.types.name(uuid_of(kind))
        if uuid is None or name is None:
            return None
        if name == types.LESGROEP:
            return Hint(group=uuid, object_uuid=uuid)
        known = self._owners.get(uuid)
        return known or await self._look(name, uuid)

    async def _look(self, name: str, uuid: str) -> Hint | None:
        try:
            if name == types.LES:
                lesson = await self._objects.one(name, uuid, OfGroup)
                return self._owners.remember(uuid, group=lesson.data.lesgroep)
            if name == types.TAAK:
                task = await self._objects.one(name, uuid, TaskHead)
                owner = task.data.case
                return self._owners.remember(uuid, case_uuid=owner) if owner else None
            if name in _OF_A_CASE:
                found = await self._objects.one(name, uuid, OfCase)
                return self._owners.remember(uuid, case_uuid=found.data.zaak)
        except (CaseNotFound, CaseApiDenied, BadAnswer):
            # Gone, hidden or broken: the hourly sweep sees what became of its owner.
            return None
        return None

    def _known(self, address: str, root: str) -> str | None:
        if not under(address, root):
            self._objects.counts["foreign_address"] += 1
            return None
        return uuid_of(address)
