"""Days and times as values of the screens: {weekday}, {date}, {from}, {to}."""

from __future__ import annotations

from datetime import date, datetime

from bot.state.values import At, Day, Joined, Term, Value, Weekday


def day(on: date) -> dict[str, Value]:
    """Return {weekday} and {date}."""
    return {"weekday": Weekday(on.isoweekday()), "date": Day(on)}


def moment(starts: datetime, ends: datetime | None = None) -> dict[str, Value]:
    """Return {weekday}, {date}, {from} and {to}; without an end {to} is missing."""
    return {**day(starts.date()), "from": At(starts.time()), "to": At(ends.time()) if ends else None}


def said(starts: datetime, place: Value = None) -> Term:
    """Say a moment in one phrase, e.g. "Thursday 26 November 09:00, Kade 4"."""
    return Term("moment", {**day(starts.date()), "from": At(starts.time()), "place": place})


def whole(on: date) -> Day:
    """A day on which much depends: with weekday and year."""
    return Day(on, weekday=True, year=True)


def listed(*values: Value) -> Joined | None:
    """Put what is there in a row, parted by commas; nothing at all is missing."""
    there: list[Value] = []
    for value in values:
        there += value.items if isinstance(value, Joined) and value.how == "list" else (value,)
    there = [value for value in there if value is not None]
    return Joined(tuple(there), "list") if there else None
