"""Writes a person's answer to an appointment, and the wish for an interpreter, into the appointment itself.

Only `antwoord` and `tolk` are touched: status and version belong to the municipality.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.cases.appointment import CALLED_OFF, OVER
from bot.cases.model import Choice, Write
from bot.cases.wall import wall
from bot.cases.zgw import types
from bot.cases.zgw.edge_objects import AfspraakData
from bot.cases.zgw.objects import Objects
from bot.cases.zgw.open_cases import OpenCases
from bot.cases.zgw.reading import Found
from bot.cases.zgw.task_writer import CHANNEL
from bot.clock import AMSTERDAM
from bot.errors import CaseApiAway, CaseApiRefused, CaseNotFound


class AppointmentWriter:
    """Looks before and after, as nothing is locked; the instant of the intent makes a repeat recognisable."""

    def __init__(self, objects: Objects, cases: OpenCases) -> None:
        self._objects, self._cases = objects, cases

    async def answer(self, case_uuid: str, write: Write) -> None:
        """Write the answer; refused where the appointment is another one by now, or was answered later."""
        before = await self._appointment(case_uuid, write.item)
        if _answered(before.data, write):
            return
        _check(before.data, write)
        answer = {"keuze": str(write.choice), "op": _moment(write), "kanaal": CHANNEL}
        if write.preference is not None:
            answer["voorkeur"] = str(write.preference)
        after = await self._change(case_uuid, before, {"antwoord": answer})
        if not _answered(after.data, write):
            raise CaseApiAway("The appointment does not show the answer.")

    async def interpreter(self, case_uuid: str, write: Write) -> None:
        """Write that an interpreter is wanted; nothing happens where one was asked for or is booked."""
        before = await self._appointment(case_uuid, write.item)
        if _asked(before.data):
            return
        _check_open(before.data)
        wish: dict[str, Any] = {"nodig": True, "gevraagdOp": _moment(write)}
        if before.data.tolk is None or not before.data.tolk.taal:
            wish["taal"] = write.language
        after = await self._change(case_uuid, before, {"tolk": wish})
        if not _asked(after.data):
            raise CaseApiAway("The appointment does not show the wish for an interpreter.")

    async def _change(
        self, case_uuid: str, before: Found[AfspraakData], change: dict[str, Any]
    ) -> Found[AfspraakData]:
        await self._cases.check(case_uuid)
        await self._objects.api.send("PATCH", f"objects/{before.id}", {"record": {"data": change}})
        after = await self._appointment(case_uuid, before.id)
        if after.index <= before.index:
            raise CaseApiAway("The appointment does not show the change yet.")
        if after.index > before.index + 1:
            self._objects.counts["concurrent:appointment"] += 1
        return after

    async def _appointment(self, case_uuid: str, appointment: str) -> Found[AfspraakData]:
        found = await self._objects.one(types.AFSPRAAK, appointment, AfspraakData)
        if found.data.zaak != case_uuid:
            self._objects.counts["foreign"] += 1
            raise CaseNotFound("The appointment does not belong to this case.")
        return found


def _answered(data: AfspraakData, write: Write) -> bool:
    known = data.antwoord
    wanted = (write.choice, write.preference if write.choice is Choice.OTHER else None, _second(write))
    return known is not None and (known.keuze, known.preference, known.op) == wanted


def _asked(data: AfspraakData) -> bool:
    return data.tolk is not None and (data.tolk.besteld or data.tolk.gevraagd_op is not None)


def _check(data: AfspraakData, write: Write) -> None:
    """Refuse what would be an answer to something else than the person saw."""
    _check_open(data)
    if write.version not in {0, data.versie}:
        raise CaseApiRefused("afspraak-gewijzigd")
    if write.choice not in data.antwoord_mogelijk:
        raise CaseApiRefused("afspraak-antwoord")
    if data.antwoord is not None and data.antwoord.op is not None and data.antwoord.op > _second(write):
        raise CaseApiRefused("afspraak-beantwoord")


def _check_open(data: AfspraakData) -> None:
    if data.status in CALLED_OFF | OVER:
        raise CaseApiRefused(f"afspraak-{data.status}")


def _second(write: Write) -> datetime:
    return wall(write.at).replace(microsecond=0)


def _moment(write: Write) -> str:
    return wall(write.at).replace(tzinfo=AMSTERDAM).isoformat(timespec="seconds")
