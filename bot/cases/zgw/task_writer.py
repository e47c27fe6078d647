"""Writes "done" and "not done yet" on an external task, looking before and after (nothing is locked)."""

from __future__ import annotations

from typing import Any, Final

from bot.cases.model import TaskStatus, Write, WriteKind
from bot.cases.wall import wall
from bot.cases.zgw import types
from bot.cases.zgw.edge_objects import TaskHead
from bot.cases.zgw.objects import Objects
from bot.cases.zgw.open_cases import OpenCases
from bot.cases.zgw.reading import Found
from bot.errors import CaseApiAway, CaseApiRefused, CaseNotFound

CHANNEL: Final = "telegram"


class TaskWriter:
    """One write at a time per task is the outbox's promise; the case system may still write in between."""

    def __init__(self, objects: Objects, cases: OpenCases) -> None:
        self._objects, self._cases = objects, cases

    async def write(self, case_uuid: str, write: Write) -> None:
        """Bring the task into the wanted state; nothing happens where it is so already."""
        wanted = TaskStatus.DONE if write.kind is WriteKind.TASK_DONE else TaskStatus.OPEN
        before = await self._task(case_uuid, write.item)
        if not to_do(before.data.status, wanted):
            return
        await self._cases.check(case_uuid)
        await self._objects.api.send("PATCH", f"objects/{before.id}", _patch(before.data, write, wanted))
        after = await self._task(case_uuid, write.item)
        if after.index <= before.index:
            raise CaseApiAway("The task does not show the change yet.")
        if after.index > before.index + 1:
            self._objects.counts["concurrent:task"] += 1

    async def _task(self, case_uuid: str, task: str) -> Found[TaskHead]:
        found = await self._objects.one(types.TAAK, task, TaskHead)
        if found.data.case != case_uuid:
            self._objects.counts["foreign"] += 1
            raise CaseNotFound("The task does not belong to this case.")
        return found


def to_do(now: TaskStatus, wanted: TaskStatus) -> bool:
    """Whether a change is needed; `CaseApiRefused` where the case system has gone on already."""
    if now is wanted or (wanted is TaskStatus.DONE and now is TaskStatus.PROCESSED):
        return False
    if now in {TaskStatus.PROCESSED, TaskStatus.CLOSED}:
        raise CaseApiRefused(f"task-{now.value}")
    return True


def _patch(data: TaskHead, write: Write, wanted: TaskStatus) -> dict[str, Any]:
    change: dict[str, Any] = {"status": wanted.value}
    if data.portaalformulier is not None:
        sent = {
            "gedaan": wanted is TaskStatus.DONE,
            "gedaanOp": str(wall(write.at).date()),
            "kanaal": CHANNEL,
        }
        change["portaalformulier"] = {"verzonden_data": sent}
    return {"record": {"data": change}}
