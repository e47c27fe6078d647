"""Where tasks are kept: as objects (externe taak v2) or in the Taken API; the profile says which."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, Protocol

from bot.cases.model import Task
from bot.cases.zgw import types
from bot.cases.zgw.edge_objects import TaakData
from bot.cases.zgw.objects import Objects
from bot.cases.zgw.owners import Owners
from bot.cases.zgw.personal import task_of
from bot.cases.zgw.reading import Reading

PART: Final = "tasks"


class TaskSource(Protocol):
    """Reads the tasks of one case; a case is named by its UUID and its number."""

    async def list(self, case_uuid: str, case_number: str) -> list[Any]:
        """Fetch them, unread."""

    def read(self, docs: Sequence[Any], case_number: str, reading: Reading) -> tuple[Task, ...]:
        """Check them; what cannot be read, or is somebody else's, is dropped, counted and named."""


class ObjectTasks:
    """Tasks as objects, found by the case that they belong to (`koppeling`), never by a BSN."""

    def __init__(self, objects: Objects, owners: Owners) -> None:
        self._objects, self._owners = objects, owners

    async def list(self, case_uuid: str, case_number: str) -> list[Any]:
        """Fetch them, unread."""
        return await self._objects.list(types.TAAK, f"koppeling__uuid__exact__{case_uuid}")

    def read(self, docs: Sequence[Any], case_number: str, reading: Reading) -> tuple[Task, ...]:
        """Check them."""
        kind = self._objects.types.uuid(types.TAAK)
        found = reading.objects(docs, kind, TaakData, PART, lambda data: data.case)
        for one in found:
            self._owners.remember(one.id, case_uuid=reading.case_uuid)
        return tuple(map(task_of, found))
