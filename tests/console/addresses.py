"""An address of every route, with things that exist in Waterveen, and the forms that go there."""

from __future__ import annotations

from bot.cases.model import LessonStatus
from bot.console.routes import ROUTES, Route
from bot.store.records import Campaign, DeadLetter, LessonChangeRecord
from tests.clocks import NOW
from tests.console.fakes import FakeTenantStore
from tests.console.town import GROUP, THURSDAY, lesson

LETTER = DeadLetter("0123456789abcdef", "aBcDeFgHiJkLmNoP", "Typed", "ValueError in x.py:1 (y)", 3, NOW)
PARTS = {
    "tenant": "waterveen",
    "person": "samira",
    "alarm": "alarm-0",
    "invitation": "invitation-0",
    "campaign": "campaign-0001",
    "lesson": THURSDAY,
    "change": "change-000001",
    "group": GROUP,
    "letter": LETTER.id,
}

BODIES = {"api_stuck_discard": {"reason": "old"}}
"""What an operation is sent that names a thing in its address and takes a body."""


async def make_things(store: FakeTenantStore) -> None:
    """Put one of everything that an address can name into a store."""
    await store.alarms.raise_("question", "samira", "Mag mijn dochter mee?")
    await store.invitations.create("filmon", "office", "ti", 1990, "anneke", NOW, NOW)
    await store.campaigns.put(Campaign("campaign-0001", "call-us", {}, ("samira",), "anneke", NOW, NOW))
    store.dead.records[LETTER.id] = LETTER
    was = lesson(THURSDAY, NOW.replace(tzinfo=None))
    await store.changes.put(
        LessonChangeRecord(
            "change-000001",
            THURSDAY,
            GROUP,
            2,
            LessonStatus.CANCELLED,
            was.starts,
            was.ends,
            was.starts,
            was.ends,
            LessonStatus.PLANNED,
            "ingrid",
            NOW,
            NOW,
        )
    )


def path_of(route: Route, **parts: str) -> str:
    """Fill in the address of a route."""
    return route.path.format(**{**PARTS, **parts})


def route(name: str) -> Route:
    """Find a route by its name."""
    return next(one for one in ROUTES if one.name == name)
