"""Writes an absence and its withdrawal; a UUID made of case and lesson keeps it one object."""

from __future__ import annotations

from typing import Any

from bot.cases.model import Write
from bot.cases.overlay import absence_id
from bot.cases.wall import wall
from bot.cases.zgw import types
from bot.cases.zgw.edge_objects import AfmeldingData, LessonDay
from bot.cases.zgw.objects import Objects
from bot.cases.zgw.open_cases import OpenCases
from bot.cases.zgw.reading import Found
from bot.cases.zgw.task_writer import CHANNEL
from bot.cases.zgw.urls import uuid_of
from bot.clock import AMSTERDAM, instant
from bot.errors import CaseApiAway, CaseApiRefused, CaseNotFound


class AbsenceWriter:
    """`objects` writes; `timetable` reads lessons. No reason is ever written."""

    def __init__(self, objects: Objects, timetable: Objects, cases: OpenCases) -> None:
        self._objects, self._timetable, self._cases = objects, timetable, cases

    async def report(self, case_uuid: str, write: Write) -> None:
        """Report an absence; a repeat finds the first one and is content."""
        kind = self._objects.types.get(types.AFMELDING)
        if kind is None:
            raise CaseApiRefused("not-mapped")
        lesson = await self._timetable.one(types.LES, write.item, LessonDay)
        at = wall(write.at)
        uuid = absence_id(case_uuid, lesson.id)
        if await self._told_before_it_closed(case_uuid, uuid):
            return
        body = {
            "uuid": uuid,
            "type": self._objects.types.url(types.AFMELDING),
            "record": {
                "typeVersion": kind.versie,
                # The server's day is that of UTC: with ours, just after midnight, it would be invisible yet.
                "startAt": str(instant(at).date()),
                "data": {
                    "les": lesson.id,
                    "zaak": case_uuid,
                    "datum": str(lesson.data.begin.date()),
                    "gemeldOp": _moment(write),
                    "kanaal": CHANNEL,
                    "soort": "niet",
                    "status": "gemeld",
                },
            },
        }
        try:
            await self._objects.api.send("POST", "objects", body)
        except CaseApiRefused as refused:
            if not any(code == "unique" for _, code in refused.params):
                raise
            await self._again(case_uuid, uuid, write)

    async def withdraw(self, case_uuid: str, write: Write) -> None:
        """Withdraw every absence of this case for this lesson, however it was reported."""
        lesson = uuid_of(write.item)
        docs = await self._objects.list(types.AFMELDING, f"zaak__exact__{case_uuid}", f"les__exact__{lesson}")
        for doc in docs:
            found = self._objects.checked(types.AFMELDING, doc, AfmeldingData)
            if found is None or not self._mine(found, case_uuid) or found.data.les != lesson:
                continue
            if found.data.status != "ingetrokken":
                await self._cases.check(case_uuid)
                await self._set(found, {"status": "ingetrokken"})

    async def _told_before_it_closed(self, case_uuid: str, uuid: str) -> bool:
        try:
            await self._cases.check(case_uuid)
        except CaseApiRefused as closed:
            try:
                found = await self._objects.one(types.AFMELDING, uuid, AfmeldingData)
            except CaseNotFound:
                raise closed from None
            if found.data.status == "ingetrokken":
                raise
            return True
        return False

    async def _again(self, case_uuid: str, uuid: str, write: Write) -> None:
        found = await self._objects.one(types.AFMELDING, uuid, AfmeldingData)
        if not self._mine(found, case_uuid):
            raise CaseNotFound("The absence belongs to another case.")
        if found.data.status == "ingetrokken":
            await self._set(found, {"status": "gemeld", "gemeldOp": _moment(write)})

    async def _set(self, before: Found[AfmeldingData], change: dict[str, Any]) -> None:
        await self._objects.api.send("PATCH", f"objects/{before.id}", {"record": {"data": change}})
        after = await self._objects.one(types.AFMELDING, before.id, AfmeldingData)
        if after.index <= before.index:
            raise CaseApiAway("The absence does not show the change yet.")

    def _mine(self, found: Found[AfmeldingData], case_uuid: str) -> bool:
        mine = found.data.zaak == case_uuid
        if not mine:
            self._objects.counts["foreign"] += 1
        return mine


def _moment(write: Write) -> str:
    return wall(write.at).replace(tzinfo=AMSTERDAM).isoformat(timespec="seconds")
