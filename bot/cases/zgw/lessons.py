"""A lesgroep with its lessons: from the wire to the case model."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.cases.model import Group, Lesson, LessonChange, Place, Provider
from bot.cases.zgw.edge_objects import LesData, LesgroepData, WijzigingData
from bot.cases.zgw.personal import place_of


def group_of(group: str, data: LesgroepData) -> Group:
    """Make a group; `ValueError` for an unknown day of the week."""
    school = data.aanbieder
    return Group(
        id=group,
        code=data.code,
        name=data.naam,
        part=data.onderdeel,
        provider=Provider(
            name=school.naam,
            phone=school.telefoon or None,
            hours=tuple(m.hours for m in school.bereikbaar),
            languages=tuple(school.talen),
        ),
        place=place_of(data.locatie),
        pattern=tuple(m.hours for m in data.weekrooster),
        teacher=data.docent or None,
        bring_keys=tuple(data.meenemen_sleutels),
    )


def lesson_of(lesson: str, data: LesData, group: Group) -> Lesson:
    """Make a lesson; what the lesson does not say itself is taken from its group."""
    place = place_of(data.locatie)
    return Lesson(
        id=lesson,
        group=group.id,
        number=data.volgnummer,
        part=data.onderdeel,
        starts=data.begin,
        ends=data.einde,
        status=data.status,
        version=data.versie,
        place=_filled(place, group.place),
        title=data.titel or None,
        teacher=data.docent or group.teacher,
        bring_keys=tuple(data.meenemen_sleutels) or group.bring_keys,
        bring=data.meenemen or None,
        change=_change(data.wijziging, data.begin),
    )


def _filled(place: Place, usual: Place) -> Place:
    if place == Place():
        return usual
    same = place.address == usual.address and not place.online
    return replace(place, room=usual.room) if same and place.room is None else place


def _change(data: WijzigingData | None, begins: datetime) -> LessonChange | None:
    if data is None:
        return None
    old = data.vorige_begin if isinstance(data.vorige_begin, datetime) else None
    return LessonChange(data.soort, data.op, old if old != begins else None, data.vorige_locatie or None)
