"""The list of people: filters, search and selection, as a form that works without script."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from aiohttp import web

from bot.console.pages import page
from bot.console.standing import ROUTE_NAMES, Standing, standings
from bot.console.visit import Visit
from bot.store.records import Person

PAGE_SIZE = 50
CHANNELS = ("not_invited", "invited", "waiting", "linked", "muted", "blocked", "letter", "ended")
SAME = {"opened": "invited"}


@dataclass(frozen=True, slots=True)
class Filter:
    """What the list is narrowed to; empty values narrow nothing."""

    words: str = ""
    channel: str = ""
    language: str = ""
    route: str = ""

    def keeps(self, person: Person) -> bool:
        """Whether a person stays, judged by what stands in the record itself."""
        text = f"{person.first_name} {person.case_number}".casefold()
        channel = SAME.get(person.channel, person.channel)
        return (
            self.words.casefold() in text
            and self.channel in {"", channel}
            and self.language in {"", person.language}
        )

    def keeps_route(self, one: Standing) -> bool:
        """Whether a person stays, judged by the plan."""
        return self.route in {"", one.route}


def wanted(visit: Visit) -> Filter:
    """Read the filter from the address."""
    query = visit.request.query
    return Filter(
        query.get("q", "").strip()[:60],
        query.get("channel", ""),
        query.get("language", ""),
        query.get("route", ""),
    )


def page_number(visit: Visit) -> int:
    """Read the page from the address; anything odd is the first page."""
    raw = visit.request.query.get("page", "1")
    return max(1, int(raw)) if raw.isascii() and raw.isdigit() and len(raw) < 6 else 1


async def show(visit: Visit) -> web.StreamResponse:
    """console.people."""
    filter_, number = wanted(visit), page_number(visit)
    everybody = await visit.store.persons.all()
    kept = [person for person in everybody if filter_.keeps(person)]
    if filter_.route:
        now = visit.deps.clock()
        kept = [one.person for one in await standings(visit.store, kept, now) if filter_.keeps_route(one)]
    found, first = len(kept), (number - 1) * PAGE_SIZE
    context = {
        "filter": filter_,
        "lines": await standings(visit.store, kept[first : first + PAGE_SIZE], visit.deps.clock()),
        "found": found,
        "number": number,
        "pages": max(1, -(-found // PAGE_SIZE)),
        "channels": CHANNELS,
        "routes": tuple(ROUTE_NAMES.values()),
        "languages": _languages(everybody),
    }
    return page(visit, "people.html", context)


def _languages(people: Iterable[Person]) -> tuple[str, ...]:
    return tuple(sorted({person.language for person in people if person.language}))
