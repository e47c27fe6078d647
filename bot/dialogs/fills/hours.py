"""Weekly hours in words: working days with one time are one phrase, others follow each other."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from bot.cases.model import Hours
from bot.state.values import At, Joined, Term, Value, Weekday

WORKING = [1, 2, 3, 4, 5]


def hours(moments: Iterable[Hours]) -> Value:
    """Return {hours}; without any it is missing."""
    by_time = sorted(moments, key=lambda m: (m.begins, m.ends, m.weekday))
    runs = [
        run for _, same in groupby(by_time, key=lambda m: (m.begins, m.ends)) for run in _runs(list(same))
    ]
    runs.sort(key=lambda run: (run[0].weekday, run[0].begins))
    return Joined(tuple(_phrase(run) for run in runs), "list") if runs else None


def _runs(same: list[Hours]) -> list[list[Hours]]:
    """Part moments of one time where a day lies between them."""
    runs: list[list[Hours]] = []
    for moment in same:
        if runs and moment.weekday == runs[-1][-1].weekday + 1:
            runs[-1].append(moment)
        else:
            runs.append([moment])
    return runs


def _phrase(run: list[Hours]) -> Term:
    times: dict[str, Value] = {"from": At(run[0].begins), "to": At(run[0].ends)}
    days = [moment.weekday for moment in run]
    if days == WORKING:
        return Term("hours-working", times)
    if len(run) == 1:
        return Term("hours-day", {"weekday": Weekday(days[0]), **times})
    return Term("hours-days", {"first": Weekday(days[0]), "last": Weekday(days[-1]), **times})
