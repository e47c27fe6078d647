"""A caseworker's reminder leaves: one look per linked person, and a reason for everybody else."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.schools.ports import SchoolStore
from bot.schools.reach import Reach, reach
from bot.store.records import Campaign, Delivery, DeliveryState, Job, Person

JOB = "campaign"
VERSION = 1


def item(campaign: str) -> str:
    """Return the item under which a reminder's deliveries are recorded."""
    return f"campaign:{campaign}"


async def plan(store: SchoolStore, campaign: Campaign) -> None:
    """Record a reminder and plan its leaving; done again, also after a crash, it is the same reminder."""
    stored = campaign if await store.campaigns.put_new(campaign) else await store.campaigns.get(campaign.id)
    if stored is not None and stored.state == "planned":
        await store.jobs.plan(Job(JOB, stored.id, stored.leaves_at))


async def leave(store: SchoolStore, campaign_id: str, now: datetime) -> str:
    """Let a reminder leave; called by the scheduler. Returns left or gone.

    May be repeated after a crash: every look has an id made of campaign and link, so nobody is told twice.
    """
    campaign = await store.campaigns.get(campaign_id)
    if campaign is None or campaign.state != "planned":
        return "gone"
    who = reach(await selected(store, campaign))
    for person in who.reached:
        await _tell(store, campaign, person, now)
    for missed in who.missed:
        await _record(store, campaign, missed.person, DeliveryState.FAILED, now, missed.why)
    await store.campaigns.put(replace(campaign, state="left"))
    return "left"


async def take_back(store: SchoolStore, campaign: Campaign) -> bool:
    """Take a reminder back before it leaves; False where it has already left."""
    if campaign.state != "planned" or not await store.jobs.cancel(JOB, campaign.id):
        return False
    await store.campaigns.put(replace(campaign, state="taken_back"))
    return True


async def selected(store: SchoolStore, campaign: Campaign) -> tuple[Person, ...]:
    """Return the people of a reminder that are still there."""
    found = [await store.persons.get(id) for id in campaign.people]
    return tuple(person for person in found if person is not None)


async def _tell(store: SchoolStore, campaign: Campaign, person: Person, now: datetime) -> None:
    if person.link is None:
        await _record(store, campaign, person, DeliveryState.FAILED, now, "never_linked")
        return
    await _record(store, campaign, person, DeliveryState.PLANNED, now)
    await store.look(person.link, "campaign", {"id": campaign.id}, id=f"{item(campaign.id)}:{person.link}")


async def _record(
    store: SchoolStore, campaign: Campaign, person: Person, state: DeliveryState, now: datetime, why: str = ""
) -> None:
    await store.deliveries.record(Delivery(item(campaign.id), person.id, VERSION, state, now, why))


def expected(campaign: Campaign, people: tuple[Person, ...]) -> Reach:
    """Return who would be reached if it left now."""
    return reach(person for person in people if person.id in campaign.people)
