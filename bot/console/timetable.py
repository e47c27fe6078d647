"""The planner's week: lessons of a group with badges, and the absences."""

from __future__ import annotations

from datetime import timedelta

from aiohttp import web

from bot.cases.model import GroupFacts
from bot.console import school
from bot.console.pages import page
from bot.console.visit import Visit, not_here


async def show(visit: Visit) -> web.StreamResponse:
    """school.timetable: one week of one group; live."""
    groups = await school.own_groups(visit)
    begins = school.monday(visit.request.query.get("week", ""), visit.deps.clock())
    chosen = await _chosen(visit, groups)
    lines = await school.lines(visit, chosen, school.in_week(chosen, begins)) if chosen else []
    context = {
        "groups": groups,
        "chosen": chosen,
        "lines": lines,
        "begins": begins,
        "week": school.week_of(begins),
        "before": school.week_of(begins - timedelta(days=7)),
        "after": school.week_of(begins + timedelta(days=7)),
    }
    return page(visit, "timetable.html", context)


async def _chosen(visit: Visit, groups: tuple[GroupFacts, ...]) -> GroupFacts | None:
    wanted = visit.request.query.get("group", "")
    if not wanted:
        return groups[0] if groups else None
    found = next((g for g in groups if g.group.id == wanted), None)
    if found is None:
        raise await not_here(visit, f"group {wanted[:40]}")
    return found


async def absences(visit: Visit) -> web.StreamResponse:
    """The absences of all own groups, coming lessons first (I12); no reason exists."""
    groups = await school.own_groups(visit)
    found = [line for group in groups for line in await school.absence_lines(visit, group)]
    found.sort(key=lambda line: (line.lesson.starts, line.person.first_name))
    return page(visit, "absences.html", {"lines": found})
