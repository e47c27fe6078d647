"""Whose an object is: looked up once, as it never changes."""

from __future__ import annotations

from typing import Final

from bot.cases.port import Hint
from bot.cases.zgw import types
from bot.cases.zgw.edge import Edge, Uuid
from bot.cases.zgw.edge_objects import TaskHead
from bot.cases.zgw.objects import Objects
from bot.cases.zgw.owners import Owners
from bot.errors import BadAnswer, CaseApiDenied, CaseNotFound

_OF_A_CASE: Final = frozenset({types.PLAN, types.AFSPRAAK, types.AFMELDING})


class OfCase(Edge):
    """All that is read of an object to know its case."""

    zaak: Uuid


class OfGroup(Edge):
    """All that is read of a lesson to know its group."""

    lesgroep: Uuid


class Ownership:
    """Asks the Objects API where nothing is remembered."""

    def __init__(self, objects: Objects, owners: Owners) -> None:
        self._objects, self._owners = objects, owners

    async def of(self, kind: str, uuid: str) -> Hint | None:
        """Say whose an object of this type is; None where it is gone, hidden or nobody's."""
        known = self._owners.get(uuid)
        if known is not None:
            return known
        try:
            return await self._look(kind, uuid)
        except (CaseNotFound, CaseApiDenied, BadAnswer):
            # Gone, hidden or broken: the sweep sees what became of its owner.
            return None

    async def _look(self, kind: str, uuid: str) -> Hint | None:
        if kind == types.LES:
            lesson = await self._objects.one(kind, uuid, OfGroup)
            return self._owners.remember(uuid, group=lesson.data.lesgroep)
        if kind == types.TAAK:
            task = await self._objects.one(kind, uuid, TaskHead)
            owner = task.data.case
            return self._owners.remember(uuid, case_uuid=owner) if owner else None
        if kind in _OF_A_CASE:
            found = await self._objects.one(kind, uuid, OfCase)
            return self._owners.remember(uuid, case_uuid=found.data.zaak)
        return None
