"""Reads a lesgroep with the lessons from a week ago to eight weeks ahead."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from bot.cases.model import GroupFacts, LessonStatus
from bot.cases.zgw import types
from bot.cases.zgw.edge_objects import LesData, LesgroepData
from bot.cases.zgw.lessons import group_of, lesson_of
from bot.cases.zgw.objects import Objects
from bot.cases.zgw.owners import Owners
from bot.cases.zgw.reading import Found
from bot.cases.zgw.urls import uuid_of
from bot.clock import Clock, local
from bot.errors import BadAnswer

BACK: Final = timedelta(days=7)
AHEAD: Final = timedelta(weeks=8)


class GroupReader:
    """A lesson that cannot be read, or is another group's, fails the whole group.

    A list that is silently shorter would be a lie; the last known one stays, and says how old it is.
    """

    def __init__(self, objects: Objects, owners: Owners, clock: Clock) -> None:
        self._objects, self._owners, self._clock = objects, owners, clock

    async def read(self, group: str) -> GroupFacts:
        """Read a group; `BadAnswer` names what could not be read."""
        begun = self._clock()
        found = await self._objects.one(types.LESGROEP, group, LesgroepData)
        try:
            made = group_of(found.id, found.data)
        except ValueError:
            raise BadAnswer("lesgroep") from None
        today = local(begun).date()
        docs = await self._objects.list(
            types.LES,
            f"lesgroep__exact__{found.id}",
            f"datum__gte__{today - BACK}",
            f"datum__lte__{today + AHEAD}",
            f"status__in__{'|'.join(LessonStatus)}",
            ordering="record__data__datum",
        )
        lessons = [lesson_of(les.id, les.data, made) for les in (self._own(doc, found.id) for doc in docs)]
        return GroupFacts(made, tuple(sorted(lessons, key=lambda le: (le.starts, le.id))), begun)

    def _own(self, doc: object, group: str) -> Found[LesData]:
        found = self._objects.checked(types.LES, doc, LesData)
        if found is None:
            raise BadAnswer("les")
        if found.data.lesgroep != uuid_of(group):
            self._objects.counts["foreign"] += 1
            raise BadAnswer("les")
        self._owners.remember(found.id, group=found.data.lesgroep)
        return found
