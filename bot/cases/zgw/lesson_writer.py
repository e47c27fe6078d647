"""Writes a planner's change of a lesson; the lesson's version makes a repeat recognisable."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from bot.cases.lesson_change import kind_of
from bot.cases.model import Group, Lesson, Place, Provider
from bot.cases.port import LessonWrite
from bot.cases.wall import wall
from bot.cases.zgw import types
from bot.cases.zgw.edge_objects import LesData
from bot.cases.zgw.lessons import lesson_of
from bot.cases.zgw.objects import Objects
from bot.cases.zgw.reading import Found
from bot.cases.zgw.urls import uuid_of
from bot.clock import AMSTERDAM
from bot.errors import CaseApiAway, CaseApiRefused, CaseNotFound

REASONS: Final = frozenset({"docent_afwezig", "weer", "staking", "vakantie", "locatie", "overig"})


class LessonWriter:
    """Writes with the timetable's own key."""

    def __init__(self, objects: Objects) -> None:
        self._objects = objects

    async def write(self, write: LessonWrite) -> None:
        """Change the lesson; nothing happens where it is so already; a newer version is never overwritten."""
        before = await self._lesson(write)
        if before.data.versie >= write.version:
            if _same(before.data, write):
                return
            raise CaseApiRefused("version")
        await self._objects.api.send(
            "PATCH", f"objects/{before.id}", {"record": {"data": _patch(before, write)}}
        )
        after = await self._lesson(write)
        if after.index <= before.index:
            raise CaseApiAway("The lesson does not show the change yet.")
        if not _same(after.data, write):
            raise CaseApiRefused("version")

    async def _lesson(self, write: LessonWrite) -> Found[LesData]:
        found = await self._objects.one(types.LES, write.lesson, LesData)
        if found.data.lesgroep != uuid_of(write.group):
            self._objects.counts["foreign"] += 1
            raise CaseNotFound("The lesson does not belong to this group.")
        return found


def _same(data: LesData, write: LessonWrite) -> bool:
    return (data.versie, data.status, data.begin, data.einde) == (
        write.version,
        write.status,
        write.starts,
        write.ends,
    )


def _patch(before: Found[LesData], write: LessonWrite) -> dict[str, Any]:
    data = before.data
    lesson = _as_lesson(before)
    # A merge patch removes nothing, so what no longer holds is overwritten: with the old value, or with "".
    reason = write.reason if write.reason in REASONS else None
    if reason is None and data.wijziging is not None and data.wijziging.reden is not None:
        reason = "overig"
    change = {
        "soort": kind_of(lesson, write),
        "op": _moment(wall(write.at)),
        "vorigeBegin": _moment(data.begin),
        "vorigeLocatie": (data.locatie.adres or "") if data.locatie else "",
        **({"reden": reason} if reason else {}),
    }
    return {
        "status": write.status.value,
        "datum": str(write.starts.date()),
        "begin": _moment(write.starts),
        "einde": _moment(write.ends),
        "minuten": max(1, int((write.ends - write.starts).total_seconds() // 60)),
        "versie": write.version,
        "wijziging": change,
        **({} if write.place is None else {"locatie": _place(write.place)}),
    }


def _as_lesson(found: Found[LesData]) -> Lesson:
    nobody = Group(found.data.lesgroep, "", "", found.data.onderdeel, Provider(""))
    return lesson_of(found.id, found.data, nobody)


def _place(place: Place) -> dict[str, Any]:
    return {
        "naam": place.name or "",
        "sleutel": place.key or "",
        "adres": place.address or "",
        "ruimte": place.room or "",
        "online": place.online,
        "toelichtingOnline": place.online_note or "",
    }


def _moment(at: datetime) -> str:
    return at.replace(tzinfo=AMSTERDAM).isoformat(timespec="seconds")
