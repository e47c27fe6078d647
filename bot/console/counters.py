"""The counters of the first page: each leads to the act that empties it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.clock import local
from bot.console.ports import TenantStore
from bot.console.stuck import failing
from bot.console.unreached import unreached
from bot.schools.acknowledgements import acknowledged, item
from bot.schools.reach import reach
from bot.store.records import AlarmRecord, LessonChangeRecord, Person

ALARM_COUNTERS = (
    "question",
    "callback",
    "answer_number",
    "question_silent",
    "appointment_answer",
    "not_me",
    "second_person",
    "write_refused",
    "part_unreadable",
    "file_held",
    "file_lines",
    "foreign_address",
    "double_property",
    "case_gone",
    "case_hidden",
    "case_api_denied",
    "service_away",
    "foreign_object",
    "notice_refused",
    "strange_notice",
    "not_subscribed",
    "case_api_version",
    "duo_stopped",
    "duo_moved",
    "duo_differs",
    "duo_unknown",
    "duo_denied",
    "duo_personal",
    "duo_shape",
    "webhook_taken",
    "webhook_failing",
    "token_refused",
    "write_stuck",
    "write_waits",
    "dead_full",
    "ended",
)


@dataclass(frozen=True, slots=True)
class Counter:
    """One counter: `key` names text and icon, `n` how many, `route` and `query` where it leads."""

    key: str
    n: int
    route: str
    query: str = ""

    @property
    def always(self) -> bool:
        """Whether it is shown at 0 too; what went wrong is shown only when it did."""
        return self.key not in {*ALARM_COUNTERS[2:], "stuck", "failing"}


async def counters(store: TenantStore, now: datetime, *, admin: bool = False) -> tuple[Counter, ...]:
    """Count what waits for a colleague; an administrator also sees what the program could not do."""
    alarms = [alarm for alarm in await store.alarms.all() if not alarm.closed_by]
    people = await store.persons.all()
    fixed = (
        Counter("confirm", _of(alarms, "link_to_confirm"), "confirm"),
        Counter("frozen", _of(alarms, "code_used_twice"), "confirm", "#frozen"),
        Counter("not_seen", len(await not_seen_today(store, people, now)), "not_seen"),
        Counter("unreachable", len(await unreached(store, people, alarms)), "unreachable"),
        Counter(
            "unused", sum(p.channel in {"invited", "opened"} for p in people), "people", "?channel=invited"
        ),
    )
    rest = (Counter(kind, _of(alarms, kind), "alarms", f"?kind={kind}") for kind in ALARM_COUNTERS)
    return (*fixed, *(await _stuck(store) if admin else ()), *rest)


async def _stuck(store: TenantStore) -> tuple[Counter, ...]:
    return (
        Counter("stuck", await store.dead.waiting(), "stuck"),
        Counter("failing", len(await failing(store)), "stuck", "#failing"),
    )


def _of(alarms: Iterable[AlarmRecord], kind: str) -> int:
    return sum(alarm.kind == kind for alarm in alarms)


async def not_seen_today(
    store: TenantStore, people: Iterable[Person], now: datetime
) -> tuple[tuple[Person, LessonChangeRecord], ...]:
    """Return who has not seen a change of one of today's lessons, with the change."""
    by_id = {person.id: person for person in people}
    today = local(now).date()
    found: list[tuple[Person, LessonChangeRecord]] = []
    seen: set[str] = set()
    for change in await store.changes.all():
        on_today = today in {change.starts.date(), change.old_starts.date()}
        if change.state not in {"left", "written"} or not on_today or change.lesson in seen:
            continue
        seen.add(change.lesson)
        if local(now) > max(change.starts, change.old_starts):
            continue
        members = [by_id[id] for id in await store.groups.members(change.group) if id in by_id]
        counts = acknowledged(
            reach(members, urgent=True), await store.deliveries.of(item(change.lesson)), change.version
        )
        found.extend((person, change) for person in counts.silent)
    return tuple(found)
