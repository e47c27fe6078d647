"""From the lines that stand to the values of the case model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property
from typing import Final, TypeVar
from uuid import UUID, uuid5

from bot.cases.file.lines import AfspraakRegel, LesRegel, Line, OnderdeelRegel, TaakRegel, ZaakRegel
from bot.cases.file.stand import Key, Stand, digest, owners
from bot.cases.file.tables import CASES, LESSONS, PARTS, TALKS, TASKS
from bot.cases.model import (
    Appointment,
    Contact,
    Group,
    GroupFacts,
    Lesson,
    Part,
    Place,
    Plan,
    Provider,
    Snapshot,
    State,
    Task,
    Term,
    Text,
)
from bot.cases.written import fulfils
from bot.clock import local
from bot.errors import BadAnswer, CaseNotFound
from bot.tenant import Tenant

SPACE: Final = UUID("6f0b0c55-6a2e-5d3d-9c36-5d1a3f7a0c11")
"""Our own name space: municipality and case number make the UUID by which a case is known."""
Kind = TypeVar("Kind", bound=Line)


@dataclass(frozen=True, slots=True)
class Names:
    """Our ids of what a municipality's file names in its own way."""

    tenant: str

    def of(self, table: str, *key: str) -> str:
        """The id of a line."""
        return str(uuid5(SPACE, "|".join((self.tenant, table, *key))))


@dataclass(frozen=True)
class Register:
    """What stands, found by our ids."""

    tenant: Tenant
    stand: Stand
    cases: Mapping[str, str] = field(init=False)
    groups: Mapping[str, str] = field(init=False)
    _owned: Mapping[str, Mapping[str, list[Key]]] = field(init=False)

    def __post_init__(self) -> None:
        owned = {table: owners(self.stand.rows.get(table, {})) for table in (PARTS, TASKS, TALKS, LESSONS)}
        codes = {*owned[LESSONS], *self.stand.broken_groups}
        object.__setattr__(self, "_owned", owned)
        object.__setattr__(
            self, "cases", {self.names.of(CASES, key[0]): key[0] for key in self.stand.rows[CASES]}
        )
        object.__setattr__(self, "groups", {self.names.of("groepen", code): code for code in codes})

    @property
    def names(self) -> Names:
        """Our ids at this municipality."""
        return Names(self.tenant.id)

    def case(self, number: str) -> ZaakRegel:
        """The line of a case."""
        cells = self.stand.rows[CASES].get((number,))
        if cells is None:
            raise CaseNotFound("The case is not in the municipality's file.")
        return ZaakRegel.model_validate(dict(cells))

    @cached_property
    def keys(self) -> Mapping[str, tuple[str, Key]]:
        """Table and key of what can be written about, by our ids; only a writer needs them all."""
        return {
            self.names.of(table, *key): (table, key)
            for table in (TASKS, TALKS, LESSONS)
            for key in self.stand.rows.get(table, {})
        }

    def lines(self, table: str, owner: str, shape: type[Kind]) -> list[tuple[Key, Kind]]:
        """The lines of an owner in the order of the file."""
        rows = self.stand.rows.get(table, {})
        return [(key, shape.model_validate(dict(rows[key]))) for key in self._owned[table].get(owner, ())]

    def marks(self, owner: str, *tables: str) -> dict[str, str]:
        """The present content of an owner's lines as marks, by our ids."""
        return {
            self.names.of(table, *key): digest(self.stand.rows[table][key])
            for table in tables
            for key in self._owned[table].get(owner, ())
        }

    def snapshot(self, case_uuid: str) -> Snapshot:
        """One case; raises `CaseNotFound`."""
        number = self.cases.get(case_uuid)
        if number is None:
            raise CaseNotFound("The case is not in the municipality's file.")
        line = self.case(number)
        unreadable = set(self.stand.incomplete.get(number, ()))
        rule = next((r for r in self.tenant.profiel.status if r.omschrijving == line.status), None)
        if rule is None:
            unreadable.add("status")
        state = rule.staat if rule else State.OBLIGED
        over = line.einddatum is not None and line.einddatum <= local(self.stand.taken_at).date()
        if over or state is State.COMPLETED:
            done = state is State.COMPLETED and (not line.resultaat.strip() or fulfils(line.resultaat))
            state = State.COMPLETED if done else State.CLOSED
        return Snapshot(
            case_uuid=case_uuid,
            case_number=number,
            state=state,
            status_key=rule.wachten if rule else None,
            informs=rule is not None and rule.informeren,
            plan=None if "plan" in unreadable else self._plan(line),
            tasks=tuple(sorted((self._task(k, t) for k, t in self.lines(TASKS, number, TaakRegel)), key=_id)),
            appointments=tuple(
                sorted(
                    (self._talk(k, a) for k, a in self.lines(TALKS, number, AfspraakRegel)),
                    key=lambda a: (a.starts, a.id),
                )
            ),
            groups=tuple(sorted(self.names.of("groepen", code) for code in line.groepen)),
            caseworker=self._caseworker(line),
            caseworker_id=line.klantmanager or None,
            language=line.voorkeurstaal or None,
            unreadable=tuple(sorted(unreadable)),
        )

    def group(self, group: str) -> GroupFacts:
        """One group with its lessons; `BadAnswer` where a lesson of it could not be read."""
        code = self.groups.get(group)
        if code is None:
            raise CaseNotFound("The group is not in the municipality's file.")
        if code in self.stand.broken_groups:
            raise BadAnswer("lesgroep")
        lines = self.lines(LESSONS, code, LesRegel)
        first = lines[-1][1]
        head = Group(
            id=group,
            code=code,
            name=first.groep_naam or code,
            part=first.onderdeel,
            provider=Provider(first.aanbieder, first.telefoon or None),
            teacher=first.docent or None,
        )
        ordered = sorted(lines, key=lambda one: (one[1].begin, one[0]))
        lessons = tuple(self._lesson(group, n, key, line) for n, (key, line) in enumerate(ordered, 1))
        return GroupFacts(head, lessons, self.stand.taken_at)

    def _plan(self, line: ZaakRegel) -> Plan | None:
        if line.pip_datum is None or line.leerroute is None:
            return None
        starts, last = line.termijn_start, line.termijn_laatste_dag
        return Plan(
            version=line.pip_versie or 1,
            dated_on=line.pip_datum,
            route=line.leerroute,
            level=line.niveau or None,
            term=Term(starts, last + timedelta(days=1)) if starts and last else None,
            parts=tuple(_part(part) for _, part in self.lines(PARTS, line.zaaknummer, OnderdeelRegel)),
        )

    def _task(self, key: Key, line: TaakRegel) -> Task:
        return Task(
            id=self.names.of(TASKS, *key),
            title=Text(line.titel),
            status=line.status,
            index=self.stand.version(TASKS, key),
            why=Text(line.waarom) if line.waarom else None,
            given_by=line.gegeven_door or None,
            due=line.uiterlijk,
            minutes=line.minuten,
            done_on=line.gedaan_op,
        )

    def _talk(self, key: Key, line: AfspraakRegel) -> Appointment:
        return Appointment(
            id=self.names.of(TALKS, *key),
            kind=line.soort,
            starts=line.begin,
            status=line.status,
            version=self.stand.version(TALKS, key),
            ends=line.einde,
            exam=line.examen,
            form=line.vorm,
            place=Place(address=line.adres or None, room=line.ruimte or None),
            with_=line.met or None,
            bring=line.meenemen or None,
        )

    def _lesson(self, group: str, number: int, key: Key, line: LesRegel) -> Lesson:
        return Lesson(
            id=self.names.of(LESSONS, *key),
            group=group,
            number=number,
            part=line.onderdeel,
            starts=line.begin,
            ends=line.einde,
            status=line.status,
            version=self.stand.version(LESSONS, key),
            place=Place(address=line.adres or None, room=line.ruimte or None, online=line.online),
            teacher=line.docent or None,
            bring=line.meenemen or None,
        )

    def _caseworker(self, line: ZaakRegel) -> Contact | None:
        colleague = self.tenant.medewerker(line.klantmanager or None)
        if colleague is None:
            return None
        hours = colleague.bellen or self.tenant.team.bellen
        return Contact(
            role="klantmanager",
            name=colleague.naam,
            phone=colleague.telefoon,
            hours=tuple(moment.hours for moment in hours),
            languages=colleague.talen,
        )


def _id(task: Task) -> str:
    return task.id


def _part(line: OnderdeelRegel) -> Part:
    return Part(
        kind=line.soort,
        status=line.status,
        exam=line.examen,
        provider=line.aanbieder or None,
        hours_target=line.uren_doel,
        hours_known=line.uren_bekend,
        known_until=line.bekend_tot,
        reported_by=line.uren_door,
        on=line.datum,
    )
