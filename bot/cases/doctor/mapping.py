"""The profile against the real catalogue: mapped but missing is wrong, not mapped is hidden."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, Final

from bot.cases.doctor.case_types import CaseType
from bot.cases.doctor.exam import Exam
from bot.cases.doctor.explain import unusable
from bot.cases.doctor.report import By, Line, Section, ok, unknown, warning, wrong
from bot.cases.model import Route, State
from bot.tenant import EigenschapRegel
from bot.tenant.names import DAGEN

_LENGTHS: Final = {"JJJJMMDD": 8, "JJJJ-MM-DD": 10, "DD-MM-JJJJ": 10}
_PROFILE: Final = "Correct the profile in the tenant file; names count to the letter."
Row = Mapping[str, Any]


async def mapping(exam: Exam, kinds: Sequence[CaseType]) -> Section:
    """Compare status types, properties and types of role of every case type."""
    mains = [kind for kind in kinds if kind.main]
    if not mains:
        hindrance = exam.hindrance("catalogi") or unknown("No case type of the profile was found.")
        return Section("Mapping", (hindrance,))
    lines: list[Line] = []
    for what, compare in (("statustypen", _statuses), ("eigenschappen", _properties), ("roltypen", _roles)):
        rows: list[Row] = []
        faults: list[Line] = []
        for kind in mains:
            # All versions together: cases of earlier years are still shown.
            query = [("zaaktypeIdentificatie", kind.name), ("status", "definitief")]
            answer = await exam.all("catalogi", what, query)
            rows += answer.rows
            faults += [] if answer.ok else [unusable(f"Case type {kind.name}, {what}", answer)]
        lines += faults or compare(exam, rows)
    for kind in kinds:
        lines += [] if kind.main else await _part(exam, kind)
    return Section("Mapping", tuple(lines))


async def _part(exam: Exam, kind: CaseType) -> list[Line]:
    """The status types of a kind of deelzaak."""
    query = [("zaaktypeIdentificatie", kind.name), ("status", "definitief")]
    answer = await exam.all("catalogi", "statustypen", query)
    if not answer.ok:
        return [unusable(f"Case type {kind.name}, statustypen", answer)]
    mapped, there = exam.target.parts.get(kind.name, ()), _names(answer.rows, "omschrijving")
    hidden = [name for name in there if name not in mapped]
    more = f" Not mapped and therefore hidden: {', '.join(hidden)}." if hidden else ""
    counted = ok(
        f"{kind.name}: {len(set(mapped) & set(there))} status types of this deelzaak are mapped.{more}"
    )
    return [*_missing(f"status type of {kind.name}", mapped, there), counted]


def _statuses(exam: Exam, rows: Sequence[Row]) -> Iterator[Line]:
    there, mapped = _names(rows, "omschrijving"), [rule.omschrijving for rule in exam.target.statuses]
    yield from _missing("status type", mapped, there)
    hidden = [name for name in there if name not in mapped]
    if hidden:
        text = f"Status types that are not mapped and therefore hidden: {', '.join(hidden)}."
        fix = "Map them, or leave it so: people then read that this part cannot be shown now."
        yield warning(text, fix, By.HOST)
    ends = {str(row.get("omschrijving")) for row in rows if row.get("isEindstatus") is True}
    for rule in exam.target.statuses:
        if rule.omschrijving in ends and rule.staat not in {State.COMPLETED, State.CLOSED}:
            text = f'Status type "{rule.omschrijving}" ends a case, but is mapped to {rule.staat.value}.'
            yield warning(text, "Map it to completed, or to closed.", By.HOST)
    silent = sorted(str(row.get("omschrijving")) for row in rows if row.get("informeren") is False)
    if silent:
        yield ok(f"Not told to people, as the catalogue says informeren = false: {', '.join(silent)}.")
    yield ok(f"{len(set(mapped) & set(there))} status types are mapped.")


def _properties(exam: Exam, rows: Sequence[Row]) -> Iterator[Line]:
    there = _names(rows, "naam")
    rules = exam.target.properties
    mapped = [rule.naam for rule in rules.values()]
    yield from _missing("property (eigenschap)", mapped, there)
    specifications = {str(row.get("naam")): row.get("specificatie") for row in rows}
    for name, rule in rules.items():
        specification = specifications.get(rule.naam)
        if isinstance(specification, dict):
            yield from _fitting(name, rule, specification)
    hidden = [name for name in there if name not in mapped]
    more = f" Not mapped and therefore hidden: {', '.join(hidden)}." if hidden else ""
    yield ok(f"{len(set(mapped) & set(there))} properties are mapped.{more}")


def _fitting(name: str, rule: EigenschapRegel, specification: Row) -> Iterator[Line]:
    form, length = specification.get("formaat"), str(specification.get("lengte", ""))
    if name in DAGEN and form not in {"datum", "tekst"}:
        text = f'{name}: is a day, but the property "{rule.naam}" has the format {_word(form)}.'
        yield wrong(text, "Map another property, or correct the catalogue.", By.CASES)
    elif name in DAGEN and form == "datum" and rule.formaat != "JJJJMMDD":
        text = f'{name}: the catalogue says "{rule.naam}" is a date, which ZGW writes as JJJJMMDD.'
        yield warning(text, f"Leave formaat out, unless days are really written {rule.formaat}.", By.HOST)
    elif name in DAGEN and form == "tekst" and length.isdigit() and int(length) < _LENGTHS[rule.formaat]:
        text = f'{name}: "{rule.naam}" is too short to hold {rule.formaat}.'
        yield wrong(text, "Give another formaat in the profile.", By.HOST)
    values = specification.get("waardenverzameling")
    listed = [str(value) for value in values] if isinstance(values, list) else []
    known = set(rule.waarden) or ({route.value for route in Route} if name == "leerroute" else set(listed))
    foreign = [value for value in listed if value not in known]
    if foreign:
        text = f'{name}: values of "{rule.naam}" that the profile does not know: {", ".join(foreign)}.'
        yield warning(
            text, f"Map them in profiel.eigenschappen.{name}.waarden; they are hidden now.", By.HOST
        )


def _roles(exam: Exam, rows: Sequence[Row]) -> Iterator[Line]:
    there = _names(rows, "omschrijving")
    yield from _missing("type of role", list(exam.target.roles.values()), there)
    handlers = _names(
        [row for row in rows if row.get("omschrijvingGeneriek") == "behandelaar"], "omschrijving"
    )
    chosen = exam.target.roles.get("klantmanager")
    if chosen in there and chosen not in handlers:
        text = f'The type of role "{chosen}" is no behandelaar, and Wegwijs reads no other roles.'
        yield wrong(text, "Map another type of role, or make it a behandelaar in the catalogue.", By.CASES)
    elif not handlers:
        text = "No type of role is a behandelaar, so nobody can be shown as the caseworker."
        yield warning(text, "Give the caseworker's type of role omschrijvingGeneriek behandelaar.", By.CASES)
    elif chosen is None and len(handlers) > 1:
        text = f"Several types of role are behandelaar: {', '.join(handlers)}. The newest of all is shown."
        yield warning(text, 'Choose one: [profiel.rollen] klantmanager = "…"', By.HOST)
    else:
        yield ok(f"The caseworker is who has the role {chosen or handlers[0]}.")


def _missing(what: str, mapped: Sequence[str], there: Sequence[str]) -> Iterator[Line]:
    for name in mapped:
        if name not in there:
            near = get_close_matches(name, there, 1, 0.6)
            meant = f' Did you mean "{near[0]}"?' if near else f" There are: {', '.join(there) or 'none'}."
            yield wrong(f'The catalogue has no {what} "{name}".{meant}', _PROFILE, By.HOST)


def _names(rows: Sequence[Row], field: str) -> list[str]:
    return list(dict.fromkeys(str(row[field]) for row in rows if isinstance(row.get(field), str)))


def _word(value: object) -> str:
    return value if isinstance(value, str) and value.isalnum() else "of another kind"
