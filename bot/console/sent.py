"""What became of reminders: planned, sent, seen, understood, failed (why), handed over; with names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aiohttp import web

from bot.console.pages import page, see
from bot.console.visit import Visit, not_here
from bot.schools import campaigns
from bot.schools.reach import reach
from bot.store.records import Campaign, Delivery, DeliveryState, Person

COLUMNS = ("planned", "sent", "seen", "understood", "failed", "handed_over")
COLUMN_OF = {
    DeliveryState.PLANNED: "planned",
    DeliveryState.SENDING: "planned",
    DeliveryState.SENT: "sent",
    DeliveryState.SEEN: "seen",
    DeliveryState.UNDERSTOOD: "understood",
    DeliveryState.SUPERSEDED: "failed",
    DeliveryState.FAILED: "failed",
    DeliveryState.HANDED_OVER: "handed_over",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One person of a reminder and how far it came."""

    person: Person
    state: str
    delivery: Delivery | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """A reminder with its people; `seconds` until it leaves, 0 when it has left or was taken back."""

    campaign: Campaign
    lines: tuple[Line, ...]
    seconds: int

    def count(self, state: str) -> int:
        """How many people stand in a column."""
        return sum(line.state == state for line in self.lines)

    @property
    def waits(self) -> bool:
        """Whether it can still be taken back."""
        return self.campaign.state == "planned"


async def report(visit: Visit, campaign: Campaign) -> Report:
    """Say what became of a reminder."""
    people = await campaigns.selected(visit.store, campaign)
    found = {d.person: d for d in await visit.store.deliveries.of(campaigns.item(campaign.id))}
    lines = _before(people) if campaign.state == "planned" else _after(people, found)
    seconds = int((campaign.leaves_at - visit.deps.clock()).total_seconds())
    return Report(campaign, lines, max(0, seconds) if campaign.state == "planned" else 0)


def _before(people: Sequence[Person]) -> tuple[Line, ...]:
    who = reach(people)
    planned = tuple(Line(person, "planned") for person in who.reached)
    return planned + tuple(Line(missed.person, "failed", None, missed.why) for missed in who.missed)


def _after(people: Sequence[Person], found: dict[str, Delivery]) -> tuple[Line, ...]:
    return tuple(
        Line(person, COLUMN_OF[d.state], d, d.reason)
        for person in people
        if (d := found.get(person.id)) is not None
    )


async def the_campaign(visit: Visit) -> Campaign:
    """Return the reminder of the address; anything else is not found, with one alarm line."""
    id = visit.request.match_info["campaign"]
    found = await visit.store.campaigns.get(id)
    if found is None:
        raise await not_here(visit, f"campaign {id[:24]}")
    return found


async def show_all(visit: Visit) -> web.StreamResponse:
    """console.sent: the newest reminders with their counts."""
    newest = (await visit.store.campaigns.all())[:30]
    return page(
        visit, "sent.html", {"reports": [await report(visit, one) for one in newest], "columns": COLUMNS}
    )


async def show(visit: Visit) -> web.StreamResponse:
    """One reminder with names; live."""
    found = await report(visit, await the_campaign(visit))
    return page(visit, "campaign.html", {"report": found, "columns": COLUMNS})


async def undo(visit: Visit) -> web.StreamResponse:
    """Take a reminder back before it leaves (A10)."""
    campaign = await the_campaign(visit)
    taken = await campaigns.take_back(visit.store, campaign)
    if taken:
        await visit.audit("reminder_taken_back", None, campaign.id)
    raise see(visit, "campaign", done="taken_back" if taken else "too_late", campaign=campaign.id)
