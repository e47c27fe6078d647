"""Tasks in the Taken API of Open VTB, behind the same interface as tasks that are objects."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from bot.cases.model import Task, Text, Write, WriteKind
from bot.cases.zgw.api import Api
from bot.cases.zgw.case_reader import CaseReader
from bot.cases.zgw.edge_taken import STANDS, ExterneTaak, Formulier, Stand, TakenKop
from bot.cases.zgw.open_cases import OpenCases
from bot.cases.zgw.personal import task_with
from bot.cases.zgw.question_writer import read_edge
from bot.cases.zgw.reading import Reading
from bot.cases.zgw.task_source import PART
from bot.cases.zgw.task_writer import to_do
from bot.cases.zgw.urls import uuid_of
from bot.errors import BadAnswer, CaseApiAway, CaseNotFound

PAYMENT: Final = "betaaltaak"


def urn_of(pattern: str, case_uuid: str, case_number: str) -> str:
    """How the Taken API names a case at this municipality."""
    return pattern.replace("{zaaknummer}", case_number).replace("{zaak}", case_uuid)


class TakenTasks:
    """Reads tasks by the case that they belong to (`isGerelateerdAan`), never by a person."""

    def __init__(self, api: Api, pattern: str) -> None:
        self._api, self._pattern = api, pattern

    async def list(self, case_uuid: str, case_number: str) -> list[Any]:
        """Fetch them, unread."""
        urn = urn_of(self._pattern, case_uuid, case_number)
        return await self._api.pages("externetaken", [("isGerelateerdAan", urn)])

    def read(self, docs: Sequence[Any], case_number: str, reading: Reading) -> tuple[Task, ...]:
        """Check them; a payment is none of ours, and is left to the portal."""
        urn = urn_of(self._pattern, reading.case_uuid, case_number)
        found: dict[str, Task] = {}
        for doc in docs:
            one = reading.parse(ExterneTaak, doc, PART)
            if one is None:
                continue
            if not one.of(urn):
                reading.foreign(PART)
                continue
            task = None if one.soort == PAYMENT else _task(one, reading)
            if task is not None:
                found[task.id] = task
        return tuple(found.values())


def _task(one: ExterneTaak, reading: Reading) -> Task | None:
    form = reading.parse(Formulier, one.details, PART) if one.soort == "formuliertaak" else Formulier()
    if form is None:
        return None
    # The API knows no record index and no day on which a task was done.
    made = task_with(one.uuid, one.titel, STANDS[one.status], 0, form.vooraf, one.eind)
    text = " ".join(one.toelichting.split())
    return replace(made, why=Text(text)) if made.why is None and text else made


class TakenWriter:
    """Writes "done" and "not done yet": looks before, sends the status alone, and looks whether it is there.

    Nothing is locked, and without an index a change in between cannot be seen; the last status counts.
    """

    def __init__(self, api: Api, pattern: str, cases: CaseReader) -> None:
        self._api, self._pattern, self._cases = api, pattern, cases
        self._going = OpenCases(cases)

    async def write(self, case_uuid: str, write: Write) -> None:
        """Bring the task into the wanted state; nothing happens where it is so already."""
        wanted: Stand = "uitgevoerd" if write.kind is WriteKind.TASK_DONE else "open"
        urn = urn_of(self._pattern, case_uuid, await self._number(case_uuid))
        task = await self._task(write.item, urn)
        if not to_do(STANDS[task.status], STANDS[wanted]):
            return
        await self._going.check(case_uuid)
        # Only these take a part of a task; `externetaken` wants it whole.
        if task.soort == "urltaak":
            await self._api.send("PATCH", f"urltaken/{task.uuid}", {"status": wanted})
        else:
            await self._api.send("PATCH", f"formuliertaken/{task.uuid}", {"status": wanted})
        if (await self._task(write.item, urn)).status != wanted:
            raise CaseApiAway("The task does not show the change yet.")

    async def _number(self, case_uuid: str) -> str:
        return await self._cases.number(case_uuid) if "{zaaknummer}" in self._pattern else ""

    async def _task(self, task: str, urn: str) -> TakenKop:
        uuid = uuid_of(task)
        if uuid is None:
            raise CaseNotFound("A task is named by its UUID.")
        found = read_edge(TakenKop, await self._api.get(f"externetaken/{uuid}"), "tasks")
        if found.uuid != uuid:
            raise BadAnswer("tasks")
        if not found.of(urn) or found.soort == PAYMENT:
            raise CaseNotFound("The task does not belong to this case.")
        return found
