"""Absences as a school sees them."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.cases.model import OwnWrite, Write, WriteKind
from bot.schools.absences import absences
from tests.clocks import NOW
from tests.console.fakes import FakeTenantStore
from tests.console.town import GROUP, THURSDAY


async def listed(town: FakeTenantStore) -> list[tuple[str, datetime, bool]]:
    group = town.groups.records[GROUP]
    members = [(p, await town.persons.facts(p.id)) for p in await town.persons.all()]
    return [(line.person.first_name, line.sent_at, line.withdrawn) for line in absences(group, members)]


async def test_an_absence_of_the_case_is_listed(town: FakeTenantStore) -> None:
    assert await listed(town) == [("Samira", datetime(2026, 11, 23, 8, 12), False)]


async def test_an_own_write_is_listed_before_the_case_shows_it(town: FakeTenantStore) -> None:
    town.persons.own["elif"] = (OwnWrite(Write("w", WriteKind.ABSENCE, THURSDAY, NOW)),)
    assert ("Elif", datetime(2026, 11, 23, 8, 10), False) in await listed(town)


async def test_a_withdrawn_one_keeps_when_it_was_sent(town: FakeTenantStore) -> None:
    later = Write("w", WriteKind.ABSENCE_WITHDRAWN, THURSDAY, NOW + timedelta(hours=1))
    town.persons.own["samira"] = (OwnWrite(later),)
    assert await listed(town) == [("Samira", datetime(2026, 11, 23, 8, 12), True)]


async def test_a_refused_write_is_not_an_absence(town: FakeTenantStore) -> None:
    town.persons.own["elif"] = (OwnWrite(Write("w", WriteKind.ABSENCE, THURSDAY, NOW), refused=True),)
    assert len(await listed(town)) == 1


async def test_other_writes_and_other_groups_are_not_listed(town: FakeTenantStore) -> None:
    town.persons.own["elif"] = (
        OwnWrite(Write("w1", WriteKind.TASK_DONE, THURSDAY, NOW)),
        OwnWrite(Write("w2", WriteKind.ABSENCE, "les-elsewhere", NOW)),
    )
    assert len(await listed(town)) == 1
