"""Fixture dates belong to the week of Monday 23 November 2026; another today moves them by whole weeks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from bot.clock import AMSTERDAM

FIXTURE_MONDAY: Final = date(2026, 11, 23)


def monday(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


@dataclass(frozen=True, slots=True)
class Shift:
    """Moves dates by whole weeks; wall times keep their hour, whatever summer time does."""

    by: timedelta

    @classmethod
    def to(cls, today: date) -> Shift:
        """The shift that makes the fixture week this week."""
        return cls(monday(today) - FIXTURE_MONDAY)

    def day(self, day: date) -> date:
        """Move a day."""
        return day + self.by

    def wire(self, value: Any) -> Any:
        """Move what a TOML file says and turn it into JSON, wall times with their UTC offset."""
        if isinstance(value, datetime):
            return (value + self.by).replace(tzinfo=AMSTERDAM).isoformat(timespec="seconds")
        if isinstance(value, date):
            return self.day(value).isoformat()
        if isinstance(value, dict):
            return {k: self.wire(v) for k, v in value.items()}
        if isinstance(value, list):
            return [self.wire(v) for v in value]
        return value
