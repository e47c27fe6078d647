"""Reads a person's own objects: the plan, appointments and absences, together where the server allows it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, Final, TypeVar

from bot.cases.model import Absence, Appointment
from bot.cases.zgw import types
from bot.cases.zgw.edge import Edge
from bot.cases.zgw.edge_objects import AfmeldingData, AfspraakData
from bot.cases.zgw.edge_plan import PlanData
from bot.cases.zgw.objects import Objects
from bot.cases.zgw.owners import Owners
from bot.cases.zgw.personal import absence_of, appointment_of
from bot.cases.zgw.reading import Found, Reading
from bot.cases.zgw.together import together
from bot.cases.zgw.urls import uuid_of
from bot.clock import Clock, local
from bot.errors import CaseApiRefused

KINDS: Final = (types.PLAN, types.AFSPRAAK, types.AFMELDING)
Data = TypeVar("Data", bound=Edge)


@dataclass(frozen=True, slots=True)
class Docs:
    """Objects as they came, by kind; `ahead` are appointments that are not valid yet."""

    plans: Sequence[Any] = ()
    talks: Sequence[Any] = ()
    absences: Sequence[Any] = ()
    ahead: Sequence[Any] = ()


class PersonalReader:
    """All three carry the UUID of the case as `zaak`, so one list without a type holds them.

    If that list has something of a type that the profile does not name, each type is asked for by itself:
    only then is it certain that nothing of ours hides under a wrong type.
    """

    def __init__(self, objects: Objects, owners: Owners, clock: Clock, days_ahead: int = 0) -> None:
        self._objects, self._owners, self._clock = objects, owners, clock
        self._days_ahead = days_ahead
        self._apart = False

    async def fetch(self, case_uuid: str) -> Docs:
        """Fetch them, unread."""
        test = f"zaak__exact__{case_uuid}"
        docs = await self._mixed(test) or await self._by_type(test)
        if not self._days_ahead:
            return docs
        day = local(self._clock()).date() + timedelta(days=self._days_ahead)
        ahead = await self._objects.list(types.AFSPRAAK, test, on=day)
        now = {_uuid(doc) for doc in docs.talks}
        return replace(docs, ahead=[doc for doc in ahead if _uuid(doc) not in now])

    async def _mixed(self, test: str) -> Docs | None:
        wanted = {self._objects.types.uuid(name): name for name in KINDS if self._objects.types.get(name)}
        if self._apart or len(wanted) < 2:
            return None
        try:
            docs = await self._objects.mixed(test)
        except CaseApiRefused:
            # A server that insists on a type will do so next time as well.
            self._apart = True
            return None
        found: dict[str, list[Any]] = {name: [] for name in KINDS}
        for doc in docs:
            kind = uuid_of(doc.get("type")) if isinstance(doc, dict) else None
            if kind in wanted:
                found[wanted[kind]].append(doc)
            elif not self._intake(doc, kind):
                self._objects.counts["unmapped_type"] += 1
                return None
        return Docs(*(found[name] for name in KINDS))

    def _intake(self, doc: Any, kind: str | None) -> bool:
        """Whether this is what a person sent before the intake; only the writer needs it."""
        record = doc.get("record") if isinstance(doc, dict) else None
        data = record.get("data") if isinstance(record, dict) else None
        mapped = kind is not None and kind == self._objects.types.uuid(types.INTAKE)
        return mapped and isinstance(data, dict) and "antwoorden" in data

    async def _by_type(self, test: str) -> Docs:
        return Docs(*await together(*(self._objects.list(name, test) for name in KINDS)))

    def plans(self, docs: Docs, reading: Reading) -> list[Found[PlanData]]:
        """Check the plans; the one that counts is chosen elsewhere."""
        return self._own(docs.plans, types.PLAN, PlanData, "plan", lambda data: data.zaak, reading)

    def appointments(self, docs: Docs, reading: Reading) -> tuple[Appointment, ...]:
        """Check appointments; the server takes no answer to one that is not valid yet."""
        found, ahead = (
            self._own(those, types.AFSPRAAK, AfspraakData, "appointments", lambda data: data.zaak, reading)
            for those in (docs.talks, docs.ahead)
        )
        made = [*map(appointment_of, found), *(replace(appointment_of(one), answers=()) for one in ahead)]
        return tuple(sorted(made, key=lambda a: (a.starts, a.id)))

    def absences(self, docs: Docs, reading: Reading) -> tuple[Absence, ...]:
        """Check absences."""
        found = self._own(
            docs.absences, types.AFMELDING, AfmeldingData, "absences", lambda data: data.zaak, reading
        )
        return tuple(sorted(map(absence_of, found), key=lambda a: a.id))

    def _own(
        self,
        docs: Sequence[Any],
        name: str,
        shape: type[Data],
        part: str,
        owner: Callable[[Data], str],
        reading: Reading,
    ) -> list[Found[Data]]:
        found = reading.objects(docs, self._objects.types.uuid(name), shape, part, owner)
        for one in found:
            self._owners.remember(one.id, case_uuid=reading.case_uuid)
        return found


def _uuid(doc: object) -> str | None:
    return uuid_of(doc.get("uuid")) if isinstance(doc, dict) else None
