"""The first page of a caseworker: counters that lead to the act."""

from __future__ import annotations

from aiohttp import web

from bot.console.counters import counters, not_seen_today
from bot.console.pages import page
from bot.console.standing import standings
from bot.console.visit import Visit


async def show(visit: Visit) -> web.StreamResponse:
    """console.today."""
    found = await counters(visit.store, visit.deps.clock(), admin=visit.admin)
    return page(visit, "today.html", {"counters": found})


async def not_seen(visit: Visit) -> web.StreamResponse:
    """Who has not seen a change of a lesson of today."""
    now = visit.deps.clock()
    lines = await not_seen_today(visit.store, await visit.store.persons.all(), now)
    people = {s.person.id: s for s in await standings(visit.store, (p for p, _ in lines), now)}
    return page(visit, "not_seen.html", {"lines": [(people[p.id], change) for p, change in lines]})
