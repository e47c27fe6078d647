"""The list of people whom no message reaches, and what a colleague did instead."""

from __future__ import annotations

from dataclasses import replace

from aiohttp import web

from bot.console.pages import page, see
from bot.console.person import the_person
from bot.console.unreached import unreached
from bot.console.visit import Visit
from bot.store.records import DeliveryState

WAYS = ("letter", "called")


async def show(visit: Visit) -> web.StreamResponse:
    """console.unreachable."""
    lines = await unreached(visit.store, await visit.store.persons.all(), await visit.store.alarms.all())
    return page(visit, "unreachable.html", {"lines": lines})


async def hand_over(visit: Visit) -> web.StreamResponse:
    """Note that a letter was printed or the person was called: what waited is handed over (A14)."""
    person = await the_person(visit)
    way = str((await visit.request.post()).get("way", ""))
    way = way if way in WAYS else WAYS[0]
    now = visit.deps.clock()
    for line in await unreached(visit.store, (person,), await visit.store.alarms.all()):
        for delivery in line.waits:
            await visit.store.deliveries.record(
                replace(delivery, state=DeliveryState.HANDED_OVER, at=now, reason=way)
            )
        for alarm in line.alarms:
            await visit.store.alarms.close(alarm, visit.who)
    if person.channel == "blocked":
        await visit.store.persons.touch(person, "letter")
    await visit.audit(f"handed_over_{way}", person.id)
    raise see(visit, "unreachable", done="handed_over")
