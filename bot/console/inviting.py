"""Makes invitations: from a case that is found by its number to a fresh code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.cases.port import CaseFound, Hint
from bot.console.table import Fault, Row
from bot.console.visit import Visit
from bot.errors import CaseHidden, CaseNotFound
from bot.store.records import NewInvitation, Person

LETTER, OFFICE = "letter", "office"


@dataclass(frozen=True, slots=True)
class Known:
    """A case that was found, with when its reading began."""

    found: CaseFound
    begun_at: datetime


@dataclass(frozen=True, slots=True)
class Invited:
    """A person with the invitation that was just made."""

    person: Person
    made: NewInvitation


async def find_case(visit: Visit, number: str) -> Known | None:
    """Find a case by its number; None where there is none here.

    Raises where the case system is away, and `CaseHidden` where the case may not be shown.
    """
    begun_at = visit.deps.clock()
    try:
        return Known(await visit.cases.find(number), begun_at)
    except CaseHidden:
        raise
    except CaseNotFound:
        return None


async def find_all(visit: Visit, rows: Sequence[Row]) -> tuple[tuple[Known, ...], tuple[Fault, ...]]:
    """Find the case of every row, before anything is changed."""
    found: list[Known] = []
    faults: list[Fault] = []
    for row in rows:
        try:
            known = await find_case(visit, row.case_number)
        except CaseHidden as hidden:
            faults.append(Fault(row.line, f"hidden_{hidden.reason}", row.case_number))
            continue
        if known is None:
            faults.append(Fault(row.line, "no_such_case", row.case_number))
        else:
            found.append(known)
    return tuple(found), tuple(faults)


async def invite(visit: Visit, known: Known, row: Row, way: str, *, audio: bool = False) -> Invited:
    """Record the person, store what was read of the case, and make an invitation in this way."""
    person = await _person(visit, known, row, audio)
    await visit.store.persons.save(person)
    await visit.store.persons.store_snapshot(person.id, known.found.snapshot, known.begun_at)
    for group in known.found.snapshot.groups:
        # The first member here: until now nobody read the group's lessons, or heard of their changes.
        await visit.store.hints.put(Hint(group=group))
    return await invite_again(visit, person, row.birth_year, way)


async def invite_again(visit: Visit, person: Person, birth_year: int, way: str) -> Invited:
    """Make a new invitation for a known person; the store ends unused older ones."""
    now = visit.deps.clock()
    made = await visit.store.invitations.create(
        person.id, way, person.language, birth_year, visit.who, now, expires(visit, way, now)
    )
    await visit.audit(f"invited_{way}", person.id)
    return Invited(person, made)


async def _person(visit: Visit, known: Known, row: Row, audio: bool) -> Person:
    case = known.found
    old = await visit.store.persons.by_case(case.case_uuid)
    fresh = Person(visit.deps.new_id(), case.case_uuid, case.case_number, row.first_name, row.language)
    return replace(
        old or fresh,
        first_name=row.first_name,
        language=row.language,
        prefers_audio=audio,
        caseworker=case.snapshot.caseworker_id,
    )


def expires(visit: Visit, way: str, now: datetime) -> datetime:
    """Return until when an invitation works: days for a letter, minutes at the office."""
    codes = visit.tenant.codes
    return now + (
        timedelta(days=codes.brief_dagen) if way == LETTER else timedelta(minutes=codes.kantoor_minuten)
    )
