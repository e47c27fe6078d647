"""A change leaves, is taken back, or is refused because the lesson is newer."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from bot.schools import leave
from bot.store.records import LessonChangeRecord
from tests.console.fakes import FakeTenantStore
from tests.console.town import GROUP, THURSDAY, lesson
from tests.schools.making import CANCEL, LATER, change, sure

LESSON = lesson(THURSDAY, datetime(2026, 11, 26, 9))


@pytest.fixture
async def planned(town: FakeTenantStore) -> LessonChangeRecord:
    """Thursday's lesson is moved; it leaves in two minutes."""
    made = sure(change(LATER, lesson=LESSON))
    await leave.plan(town, made)
    return made


async def test_a_planned_change_waits_for_its_moment(
    town: FakeTenantStore, planned: LessonChangeRecord
) -> None:
    assert town.jobs.planned[("change", "change-1")].at == planned.leaves_at
    assert town.groups.overlays == []


async def test_it_leaves_as_one_write_of_the_group(
    town: FakeTenantStore, planned: LessonChangeRecord
) -> None:
    assert await leave.leave(town, planned.id) == "left"
    assert [write.id for write in town.groups.overlays] == ["change-1"]
    assert town.changes.records["change-1"].state == "left"


async def test_leaving_twice_is_leaving_once(town: FakeTenantStore, planned: LessonChangeRecord) -> None:
    await leave.leave(town, planned.id)
    assert await leave.leave(town, planned.id) == "gone"
    assert len(town.groups.overlays) == 1


async def test_after_a_crash_between_overlay_and_mark_it_ends_as_left(
    town: FakeTenantStore, planned: LessonChangeRecord
) -> None:
    await leave.leave(town, planned.id)
    await town.changes.put(planned)
    assert await leave.leave(town, planned.id) == "left"
    assert {write.id for write in town.groups.overlays} == {"change-1"}


async def test_taken_back_it_never_leaves(town: FakeTenantStore, planned: LessonChangeRecord) -> None:
    assert await leave.take_back(town, planned)
    assert await leave.leave(town, planned.id) == "gone"
    assert town.groups.overlays == []


async def test_what_has_left_is_not_taken_back(town: FakeTenantStore, planned: LessonChangeRecord) -> None:
    town.jobs.take("change", planned.id)
    assert not await leave.take_back(town, planned)


async def test_a_lesson_that_the_case_system_changed_meanwhile_is_left_alone(
    town: FakeTenantStore, planned: LessonChangeRecord
) -> None:
    newer = replace(LESSON, version=2, starts=datetime(2026, 11, 26, 11), ends=datetime(2026, 11, 26, 14))
    town.groups.records[GROUP] = replace(town.groups.records[GROUP], lessons=(newer,))
    assert await leave.leave(town, planned.id) == "refused"
    assert town.groups.overlays == []
    assert town.alarms.open() == ["write_refused"]


async def test_a_lesson_that_is_gone_is_refused(town: FakeTenantStore, planned: LessonChangeRecord) -> None:
    town.groups.records[GROUP] = replace(town.groups.records[GROUP], lessons=())
    assert await leave.leave(town, planned.id) == "refused"


async def test_now_leaves_before_its_time(town: FakeTenantStore) -> None:
    made = sure(change(CANCEL, lesson=LESSON))
    await leave.plan(town, made)
    assert await leave.leave_now(town, made) == "left"
    assert town.jobs.planned == {}


async def test_an_unknown_change_is_gone(town: FakeTenantStore) -> None:
    assert await leave.leave(town, "nothing") == "gone"
