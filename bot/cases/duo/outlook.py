"""What events and facts of DUO come to: how the obligation stands, and what there is news about. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.cases.duo.events import REACTIONS, SILENCE, Resource, Standing
from bot.cases.duo.record import DuoEvent, DuoRecord
from bot.cases.model import News, NewsKind
from bot.clock import local

LATE = timedelta(days=30)
"""An event that reaches us later than this after its registration is history, not news."""
WHILE = {NewsKind.PAUSE: Standing.PAUSED, NewsKind.COMPLETED: Standing.FINISHED}
"""News that holds only as long as the obligation stands so."""


def announced(events: Iterable[DuoEvent]) -> Standing:
    """How the obligation stands by the event that was registered last, in whatever order they arrived.

    Of two registered at the same moment the more silent one counts.
    """
    said = [
        (event.registered, SILENCE[standing], standing)
        for event in events
        if (standing := REACTIONS[event.code].standing) is not None
    ]
    return max(said)[2] if said else Standing.OBLIGED


def standing(record: DuoRecord) -> Standing:
    """How the obligation stands by events and by what was read: where they differ the more silent one."""
    read = record.facts.standing or Standing.OBLIGED
    return max(announced(record.events), read, key=lambda one: SILENCE[one])


def news(record: DuoRecord) -> tuple[News, ...]:
    """The newest news of each kind that still holds."""
    now, found = standing(record), dict[NewsKind, News]()
    for event in sorted(record.events, key=lambda one: one.registered):
        kind = REACTIONS[event.code].news
        late = event.arrived - event.registered > LATE
        if kind is None or late or WHILE.get(kind, now) is not now:
            continue
        found[kind] = News(kind, int(event.registered.timestamp()), local(event.registered).date())
    return tuple(found[kind] for kind in NewsKind if kind in found)


def to_read(record: DuoRecord, wanted: Iterable[Resource]) -> tuple[Resource, ...]:
    """What the events that were not followed yet are about, as far as it is wanted."""
    fresh = set(followed(record)) - set(record.facts.followed)
    named = {resource for code, _ in fresh for resource in REACTIONS[code].reads}
    return tuple(one for one in wanted if one in named)


def followed(record: DuoRecord) -> tuple[tuple[str, datetime], ...]:
    """All events of a record, as they count once they were followed."""
    return tuple(sorted((event.code, event.registered) for event in record.events))
