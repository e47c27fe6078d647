"""A reminder leaves: one look per linked phone, a reason for everybody else."""

from __future__ import annotations

import pytest

from bot.schools import campaigns
from bot.store.records import Campaign, Delivery, DeliveryState
from tests.clocks import NOW
from tests.console.fakes import FakeTenantStore


@pytest.fixture
async def planned(town: FakeTenantStore) -> Campaign:
    """A reminder to Samira, Mehmet (stopped) and Rahel (never linked)."""
    made = Campaign("c1", "call-us", {}, ("samira", "mehmet", "rahel", "gone"), "anneke", NOW, NOW)
    await campaigns.plan(town, made)
    return made


async def test_linked_people_get_one_look_with_the_campaigns_id(
    town: FakeTenantStore, planned: Campaign
) -> None:
    assert await campaigns.leave(town, "c1", NOW) == "left"
    assert [look[:3] for look in town.looks] == [("link-samira", "campaign", {"id": "c1"})]


async def test_the_others_fail_with_a_reason(town: FakeTenantStore, planned: Campaign) -> None:
    await campaigns.leave(town, "c1", NOW)
    found = {d.person: (d.state, d.reason) for d in await town.deliveries.of("campaign:c1")}
    assert found["mehmet"] == (DeliveryState.FAILED, "stopped")
    assert found["rahel"] == (DeliveryState.FAILED, "never_linked")
    assert found["samira"] == (DeliveryState.PLANNED, "")


async def test_leaving_again_after_a_crash_tells_nobody_twice(
    town: FakeTenantStore, planned: Campaign
) -> None:
    await campaigns.leave(town, "c1", NOW)
    await town.deliveries.record(Delivery("campaign:c1", "samira", 1, DeliveryState.SEEN, NOW))
    await campaigns.leave(town, "c1", NOW)
    assert len(town.looks) == 1
    assert (await town.deliveries.of_person("samira"))[0].state is DeliveryState.SEEN


async def test_taken_back_nobody_is_told(town: FakeTenantStore, planned: Campaign) -> None:
    assert await campaigns.take_back(town, planned)
    assert await campaigns.leave(town, "c1", NOW) == "gone"
    assert town.looks == []


async def test_planned_again_after_it_left_it_does_not_leave_again(
    town: FakeTenantStore, planned: Campaign
) -> None:
    town.jobs.take("campaign", "c1")
    await campaigns.leave(town, "c1", NOW)
    await campaigns.plan(town, planned)
    assert town.jobs.planned == {}


async def test_planned_again_after_a_crash_before_its_job_it_leaves_after_all(
    town: FakeTenantStore, planned: Campaign
) -> None:
    town.jobs.planned.clear()
    await campaigns.plan(town, planned)
    assert list(town.jobs.planned) == [("campaign", "c1")]


async def test_what_has_left_is_not_taken_back(town: FakeTenantStore, planned: Campaign) -> None:
    town.jobs.take("campaign", "c1")
    assert not await campaigns.take_back(town, planned)
