"""Tasks, appointments and absences: from the wire to the case model."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.cases.model import Absence, Appointment, Interpreter, Place, Step, Task, TaskStatus, Text
from bot.cases.zgw.edge_objects import (
    AfmeldingData,
    AfspraakData,
    Locatie,
    Stap,
    TaakData,
    TaakInhoud,
    TolkData,
)
from bot.cases.zgw.reading import Found


def place_of(data: Locatie | None) -> Place:
    """Make a place; empty texts count as missing."""
    if data is None:
        return Place()
    return Place(
        key=data.sleutel or None,
        address=data.adres or None,
        room=data.ruimte or None,
        name=data.naam or None,
        online=data.online,
        online_note=data.toelichting_online or None,
    )


def task_of(found: Found[TaakData]) -> Task:
    """Make a task."""
    data = found.data
    form = data.portaalformulier
    more = form.data if form else TaakInhoud()
    done = form.verzonden.gedaan_op if form and data.status is not TaskStatus.OPEN else None
    made = task_with(found.id, data.titel, data.status, found.index, more, _last_day(data.verloopdatum))
    return replace(made, done_on=done)


def task_with(
    uuid: str, title: str, status: TaskStatus, index: int, more: TaakInhoud, due: date | None
) -> Task:
    """Make a task with what our own keys say of it, wherever it is kept."""
    return Task(
        id=uuid,
        title=Text(title, more.titel_sleutel or None),
        status=status,
        index=index,
        why=_why(more),
        given_by=more.gegeven_door.naam if more.gegeven_door else None,
        given_by_role=more.gegeven_door.rol if more.gegeven_door else None,
        due=due,
        minutes=more.duur_minuten,
        steps=tuple(_step(step) for step in more.stappen),
        place_key=more.plaats_sleutel or None,
        evidence=more.bewijs,
    )


def appointment_of(found: Found[AfspraakData]) -> Appointment:
    """Make an appointment."""
    data = found.data
    return Appointment(
        id=found.id,
        kind=data.soort,
        starts=data.begin,
        status=data.status,
        version=data.versie,
        ends=data.einde,
        number=data.volgnummer,
        title=data.titel.text if data.titel else None,
        exam=data.examenonderdeel,
        form=data.vorm,
        place=place_of(data.locatie),
        with_=data.met or None,
        interpreter=_interpreter(data.tolk),
        bring_keys=tuple(data.meenemen_sleutels),
        bring=data.meenemen or None,
        answers=tuple(data.antwoord_mogelijk),
        answer=data.antwoord.keuze if data.antwoord else None,
        preference=data.antwoord.preference if data.antwoord else None,
    )


def absence_of(found: Found[AfmeldingData]) -> Absence:
    """Make an absence."""
    return Absence(found.id, found.data.les, found.data.status, found.data.gemeld_op)


def _interpreter(data: TolkData | None) -> Interpreter | None:
    if data is None:
        return None
    return Interpreter(data.nodig, data.taal, data.besteld, data.gevraagd_op is not None)


def _why(more: TaakInhoud) -> Text | None:
    if more.waarom is None and not more.uitleg_sleutel:
        return None
    free = more.waarom.text if more.waarom else Text("")
    return Text(free.nl, more.uitleg_sleutel or free.key, free.translations)


def _step(data: Stap) -> Step:
    return Step(Text(data.nl, data.sleutel or None, tuple(sorted(data.vertalingen.items()))), data.pictogram)


def _last_day(expires: datetime | None) -> date | None:
    """The last local day; midnight at the start of a day means the day before (screen-data.md, rule 4)."""
    if expires is None:
        return None
    return expires.date() - timedelta(days=1) if expires.time() == time(0) else expires.date()
