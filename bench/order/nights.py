"""Two nights in which the clocks change, who has lessons around them, and which reminders that makes.

What is expected is counted here with plain calendar arithmetic, apart from the code that sends.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bench.order.people import FIRST_CHAT, Newcomer, group_of, lesson
from bot.cases.model import GroupFacts, Lesson

ZONE = ZoneInfo("Europe/Amsterdam")
SUNDAYS = {"winter time": date(2026, 10, 25), "summer time": date(2027, 3, 28)}
EVENING, MORNING = time(19), time(7, 30)
SHARES = (("both", 0.1), ("evening", 0.03), ("morning", 0.02), ("changes", 0.005))
"""Of the number of reminders: how many people choose which time. Both nights together make the number."""
BEGINS = ((time(9),), (time(8, 15),), (time(13), time(16)), (time(2, 30), time(14)))
"""When lessons begin, by group; 02:30 is there twice in October and not at all in March."""
CLASS = 25


@dataclass(frozen=True, slots=True)
class Night:
    """One night; `people` with the lessons of their groups."""

    name: str
    sunday: date
    people: tuple[Newcomer, ...]
    lessons: dict[str, tuple[Lesson, ...]]

    @property
    def begins(self) -> datetime:
        """Saturday afternoon, before the first reminder."""
        return _at(self.sunday - timedelta(days=1), time(18, 30))

    @property
    def ends(self) -> datetime:
        """Monday, when the last lesson has begun."""
        return _at(self.sunday + timedelta(days=1), time(17))

    @property
    def slots(self) -> tuple[datetime, ...]:
        """The instants at which reminders are due."""
        saturday, monday = self.sunday - timedelta(days=1), self.sunday + timedelta(days=1)
        days = ((saturday, EVENING), (self.sunday, MORNING), (self.sunday, EVENING), (monday, MORNING))
        return tuple(_at(day, clock) for day, clock in days)

    def groups(self, now: datetime) -> list[GroupFacts]:
        """The groups as read now."""
        return [group_of(id, lessons, now) for id, lessons in self.lessons.items()]

    def expected(self) -> Counter[tuple[int, str]]:
        """How often each chat must be reminded of each lesson."""
        return Counter((one.chat, of.id) for one in self.people for of in self._reminders(one))

    def starts(self) -> dict[str, datetime]:
        """When each lesson begins, as an instant."""
        return {
            one.id: _at(one.starts.date(), one.starts.time()) for of in self.lessons.values() for one in of
        }

    def _reminders(self, one: Newcomer) -> Iterator[Lesson]:
        lessons = sorted((le for group in one.groups for le in self.lessons[group]), key=lambda le: le.starts)
        for day in (self.sunday, self.sunday + timedelta(days=1)):
            today = [le for le in lessons if le.starts.date() == day]
            if one.remind in {"both", "evening"} and today:
                yield today[0]
            ahead = [le for le in today if le.starts.time() > MORNING]
            if one.remind in {"both", "morning"} and ahead:
                yield ahead[0]


def night(name: str, reminders: int) -> Night:
    """People for half of this number of reminders."""
    sunday = SUNDAYS[name]
    choices = [remind for remind, share in SHARES for _ in range(round(share * reminders))]
    classes = max(len(BEGINS), -(-len(choices) // CLASS))
    people = tuple(
        Newcomer(n, FIRST_CHAT + n, n % 4, (f"group-{n % classes:03d}",), remind)
        for n, remind in enumerate(choices)
    )
    days = (sunday, sunday + timedelta(days=1))
    lessons = {
        f"group-{n:03d}": tuple(_lessons(f"group-{n:03d}", days, BEGINS[n % 4])) for n in range(classes)
    }
    return Night(name, sunday, people, lessons)


def _lessons(group: str, days: Sequence[date], begins: Sequence[time]) -> Iterator[Lesson]:
    moments = [datetime.combine(day, clock) for day in days for clock in begins]
    for number, starts in enumerate(moments, 1):
        yield lesson(group, number, starts, 1.5)


def _at(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, ZONE).astimezone(UTC)
