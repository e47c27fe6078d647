"""Lays what DUO knows beside what the case says: per field the tenant decides which of both counts. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from bot.cases.duo.events import SILENCE, Resource, Standing
from bot.cases.duo.outlook import announced, news, standing
from bot.cases.duo.record import DuoFacts, DuoRecord
from bot.cases.model import Part, PartKind, Party, Plan, Snapshot, State
from bot.tenant import DuoBron

STATES: Mapping[Standing, State] = MappingProxyType(
    {
        Standing.PAUSED: State.PAUSED,
        Standing.FINISHED: State.COMPLETED,
        Standing.STOPPED: State.CLOSED,
    }
)
STANDINGS = {state: standing for standing, state in STATES.items()}
SIGNED, FINAL_TALK_DONE, RESULT_KNOWN = "ondertekend", "afgerond", "bekend"
AWAITS_RESULT = {"aangemeld", "afgelegd"}
DUO = "duo"


@dataclass(frozen=True, slots=True)
class Merged:
    """The case with DUO's facts laid in; `differs` names fields in which both say something else."""

    snapshot: Snapshot
    differs: tuple[str, ...] = ()


def merge(snapshot: Snapshot, record: DuoRecord, source: DuoBron) -> Merged:
    """Lay DUO's facts into the case. Silence is never a matter of taste: the more silent state counts."""
    facts = record.facts
    plan, differs = snapshot.plan, set[str]()
    if plan is not None:
        differs = set(_differences(plan, facts))
        plan = _planned(plan, facts, source)
    elif source.pip == DUO and "plan" not in snapshot.unreadable:
        plan = _from_duo(facts)
    state = _state(snapshot.state, standing(record))
    if state is not snapshot.state and announced(record.events) is not Standing.STOPPED:
        # That an event stopped somebody is told by itself.
        differs.add("status")
    unreadable = {f"duo-{one}" for one in facts.unreadable if _counts(one, source)}
    merged = replace(
        snapshot,
        state=state,
        plan=plan,
        news=news(record),
        unreadable=tuple(sorted({*snapshot.unreadable, *unreadable})),
    )
    return Merged(merged, tuple(sorted(differs)))


def _state(case: State, said: Standing) -> State:
    mine = STANDINGS.get(case, Standing.OBLIGED)
    return STATES[said] if SILENCE[said] > SILENCE[mine] else case


def _counts(resource: Resource, source: DuoBron) -> bool:
    """Whether a person would miss something: what comes from the case is shown anyway."""
    return resource is Resource.DUTY or getattr(source, resource.value) == DUO


def _planned(plan: Plan, facts: DuoFacts, source: DuoBron) -> Plan:
    if source.pip == DUO:
        plan = replace(
            plan,
            dated_on=facts.dated_on or plan.dated_on,
            route=facts.route or plan.route,
            level=facts.level or plan.level,
        )
    if source.termijn == DUO:
        # One that cannot be read now is not replaced by the case's: it would be taken for the newest.
        unread = Resource.TERM in facts.unreadable
        plan = replace(plan, term=None if unread else facts.term or plan.term)
    steps: tuple[tuple[str, Callable[[Part, DuoFacts], Part]], ...] = (
        (source.uren, _hours),
        (source.pvt, _pvt),
        (source.map, _map),
        (source.examens, _exam),
    )
    parts = plan.parts
    for named, step in steps:
        if named == DUO:
            parts = tuple(step(part, facts) for part in parts)
    return replace(plan, parts=parts)


def _from_duo(facts: DuoFacts) -> Plan | None:
    if facts.dated_on is None or facts.route is None:
        return None
    return Plan(1, facts.dated_on, facts.route, facts.level, term=facts.term)


def _hours(part: Part, facts: DuoFacts) -> Part:
    if Resource.HOURS in facts.unreadable and part.kind in {PartKind.LANGUAGE, PartKind.PARTICIPATION}:
        return replace(part, hours_known=None, known_until=None)
    found = next((one for one in facts.hours if one.kind is part.kind), None)
    if found is None:
        return part
    return replace(part, hours_known=found.hours, known_until=found.known_until, reported_by=Party.DUO)


def _pvt(part: Part, facts: DuoFacts) -> Part:
    signed = part.kind is PartKind.PVT and facts.pvt_on is not None
    return _ended(part, SIGNED, facts.pvt_on) if signed else part


def _map(part: Part, facts: DuoFacts) -> Part:
    done = part.kind is PartKind.MAP and facts.map_on is not None
    return _ended(part, FINAL_TALK_DONE, facts.map_on) if done else part


def _ended(part: Part, status: str, on: date | None) -> Part:
    return replace(part, status=status, phase=None, on=on)


def _exam(part: Part, facts: DuoFacts) -> Part:
    """Say that a result is known where one was waited for; a part that was taken up again waits anew."""
    taken = dict(facts.exams).get(part.exam or "") if part.kind is PartKind.EXAM else None
    if taken is None or part.status not in AWAITS_RESULT or (part.on is not None and taken < part.on):
        return part
    return replace(part, status=RESULT_KNOWN, phase=None)


def _differences(plan: Plan, facts: DuoFacts) -> set[str]:
    """Name the fields in which both say something, and something else."""
    pairs: list[tuple[str, object, object]] = [
        ("termijn", plan.term, facts.term),
        ("leerroute", plan.route, facts.route),
        ("niveau", plan.level, facts.level),
        ("dagtekening", plan.dated_on, facts.dated_on),
    ]
    for part in plan.parts:
        if part.kind is PartKind.PVT and part.status == SIGNED:
            pairs.append(("pvt", part.on, facts.pvt_on))
        if part.kind is PartKind.MAP and part.status == FINAL_TALK_DONE:
            pairs.append(("map", part.on, facts.map_on))
        # Counters known until another day must differ; only those of the same day contradict each other.
        pairs += [
            (f"uren {part.kind}", part.hours_known, one.hours)
            for one in facts.hours
            if one.kind is part.kind and one.known_until == part.known_until
        ]
    return {name for name, case, duo in pairs if case is not None and duo is not None and case != duo}
