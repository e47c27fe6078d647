"""The plan: the living plan object, completed and contradicted by properties and deelzaken of the case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from bot.cases.model import Agreement, Contact, Part, PartKind, Plan, Route, Term, Waiting
from bot.cases.zgw.edge_plan import Afspraak, ContactData, Onderdeel, PlanData, WachtOp
from bot.cases.zgw.properties import Properties
from bot.cases.zgw.reading import Found, Reading

_HOURS: Final = {
    PartKind.LANGUAGE: "urenTaal",
    PartKind.KNM: "urenKnm",
    PartKind.PARTICIPATION: "urenParticipatie",
    PartKind.MAP: "mapUrenPraktijk",
}
_STANDS: Final = {
    PartKind.PVT: ("pvtStatus", "pvtDatum"),
    PartKind.MAP: ("mapStatus", "mapDatumEindgesprek"),
}


def build_plan(
    found: Sequence[Found[PlanData]],
    linked: frozenset[str],
    facts: Properties,
    reading: Reading,
    apart: Mapping[PartKind, Part] | None = None,
) -> Plan | None:
    """Make the plan; None: there is no plan yet.

    `linked` are the plan objects that the case points to; `apart` the parts that stand as deelzaken, which
    know best how they stand.
    """
    plan = _plan(found, linked, facts, reading)
    return replace(plan, parts=_with_apart(plan.parts, apart)) if plan is not None and apart else plan


def _with_apart(parts: Iterable[Part], apart: Mapping[PartKind, Part]) -> tuple[Part, ...]:
    known = [
        replace(part, status=apart[part.kind].status, on=apart[part.kind].on) if part.kind in apart else part
        for part in parts
    ]
    named = {part.kind for part in known}
    return (*known, *(part for kind, part in sorted(apart.items()) if kind not in named))


def _plan(
    found: Sequence[Found[PlanData]], linked: frozenset[str], facts: Properties, reading: Reading
) -> Plan | None:
    mine = [f for f in found if f.id in linked] if linked else list(found)
    if linked and not mine:
        reading.quarantine("plan")
    if not mine:
        return None if "plan" in reading.unreadable else _from_facts(facts, reading)
    data = max(mine, key=lambda f: (f.data.versie, f.index)).data
    return _from_object(data, facts, reading)


def _from_facts(facts: Properties, reading: Reading) -> Plan | None:
    dated_on, route = facts.day("pipDatumDagtekening"), _route(facts, reading)
    if dated_on is None or route is None:
        return None
    return Plan(
        version=int(facts.number("pipVersie") or 1),
        dated_on=dated_on,
        route=route,
        level=facts.text("niveau"),
        term=_term(None, facts, reading),
        parts=tuple(_stands(facts)),
    )


def _stands(facts: Properties) -> Iterable[Part]:
    """Parts of which the properties say how they stand; without a plan object nothing is known of others."""
    for kind, (status, day) in _STANDS.items():
        words = facts.text(status)
        if words is not None:
            hours, until = facts.number(_HOURS[kind]) if kind in _HOURS else None, facts.day("urenBekendTot")
            yield Part(kind, words, hours_known=_known(hours, until), known_until=until, on=facts.day(day))


def _from_object(data: PlanData, facts: Properties, reading: Reading) -> Plan | None:
    route = _route(facts, reading)
    if route is not None and route is not data.leerroute:
        reading.quarantine("route")
    try:
        contacts = tuple(_contact(c) for c in data.contact)
    except ValueError:
        reading.quarantine("plan")
        return None
    return Plan(
        version=data.versie,
        dated_on=data.pip.dagtekening,
        route=data.leerroute,
        level=data.niveau or facts.text("niveau"),
        levels=tuple(sorted(data.per_onderdeel.items())),
        term=_term(data, facts, reading),
        parts=tuple(_part(o, facts) for o in data.onderdelen),
        agreements=tuple(_agreement(a) for a in data.afspraken),
        waiting=_waiting(data.wacht_op),
        progress_talks=tuple(sorted(data.voortgangsgesprekken)),
        contacts=contacts,
    )


def _route(facts: Properties, reading: Reading) -> Route | None:
    text = facts.text("leerroute")
    if text is None:
        return None
    try:
        return Route(text)
    except ValueError:
        reading.quarantine("route")
        return None


def _term(data: PlanData | None, facts: Properties, reading: Reading) -> Term | None:
    starts, ends = facts.day("termijnStart", "term"), facts.day("termijnEinde", "term")
    planned = data.termijn if data else None
    if planned is not None:
        if ends not in (None, planned.einde) or starts not in (None, planned.start):
            reading.quarantine("term")
        starts, ends = planned.start, planned.einde
    if starts is None or ends is None or "term" in reading.unreadable:
        return None
    if ends <= starts:
        reading.quarantine("term")
        return None
    return Term(starts, ends)


def _part(data: Onderdeel, facts: Properties) -> Part:
    hours, until = data.uren_bekend, data.bekend_tot
    target: float | None = data.uren_doel
    if hours is None and data.soort in _HOURS:
        hours = facts.number(_HOURS[data.soort])
    if target is None and data.soort is PartKind.LANGUAGE:
        target = facts.number("urenTaalDoel")
    if hours is not None and until is None:
        until = facts.day("urenBekendTot")
    return Part(
        kind=data.soort,
        status=data.status,
        exam=data.onderdeel,
        phase=data.fase,
        acts=tuple(data.aan_zet),
        next_step=data.volgende_stap.text if data.volgende_stap else None,
        provider=data.aanbieder,
        group=data.lesgroep,
        hours_target=None if target is None else int(target),
        hours_known=_known(hours, until),
        known_until=until,
        reported_by=data.uren_door,
        on=data.datum,
    )


def _known(hours: float | None, until: date | None) -> float | None:
    # A counter without its date would read as "you have": it is not shown at all.
    return hours if until is not None else None


def _agreement(data: Afspraak) -> Agreement:
    return Agreement(data.tekst.text, data.door, data.voor, data.gereed)


def _waiting(data: WachtOp | None) -> Waiting | None:
    if data is None:
        return None
    text = data.tekst.text if data.tekst else None
    return Waiting(data.soort, data.aan_zet, text, data.sinds, data.vanaf, data.voor)


def _contact(data: ContactData) -> Contact:
    hours = tuple(moment.hours for moment in data.bereikbaar)
    return Contact(data.rol, data.naam, data.telefoon or None, hours, tuple(data.talen))
