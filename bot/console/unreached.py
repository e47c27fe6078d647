"""People whom no message reaches now, with what waits for them and why."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.console.ports import TenantStore
from bot.schools.reach import REASONS
from bot.store.records import AlarmRecord, Delivery, DeliveryState, Person


@dataclass(frozen=True, slots=True)
class Unreached:
    """One line of the list: since when, why, when it was last tried; `waits` are the failed deliveries."""

    person: Person
    since: datetime | None
    why: str
    tried: datetime | None
    waits: tuple[Delivery, ...]
    alarms: tuple[str, ...]


async def unreached(
    store: TenantStore, people: Iterable[Person], alarms: Iterable[AlarmRecord]
) -> Sequence[Unreached]:
    """List who blocked the bot, or for whom something failed and was not handed over yet."""
    open_ = [alarm for alarm in alarms if alarm.kind == "unreachable" and not alarm.closed_by]
    everybody = tuple(people)
    deliveries = await asyncio.gather(*(store.deliveries.of_person(person.id) for person in everybody))
    found: list[Unreached] = []
    for person, its in zip(everybody, deliveries, strict=True):
        mine = tuple(alarm for alarm in open_ if alarm.person == person.id)
        waits = tuple(d for d in its if d.state is DeliveryState.FAILED and not _over(person, d))
        if waits or mine or person.channel == "blocked":
            found.append(_line(person, mine, waits))
    return found


def _line(person: Person, alarms: tuple[AlarmRecord, ...], waits: tuple[Delivery, ...]) -> Unreached:
    tried = max((d.at for d in waits), default=None)
    since = person.since or min((a.at for a in alarms), default=None) or tried
    reasons = (
        *(a.detail for a in alarms if a.detail in REASONS.values()),
        *(d.reason for d in waits if d.reason),
    )
    why = REASONS.get(person.channel) or next(iter(reasons), "unknown")
    return Unreached(person, since, why, tried, waits, tuple(alarm.id for alarm in alarms))


def _over(person: Person, failed: Delivery) -> bool:
    """Whether the person came back after this failed: then what still holds was told anew (X17)."""
    return person.channel == "linked" and person.since is not None and failed.at < person.since
