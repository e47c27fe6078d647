"""Links that wait for a colleague's yes, and phones that were frozen because a code was used twice."""

from __future__ import annotations

from dataclasses import dataclass

from aiohttp import web

from bot.console.pages import page, see
from bot.console.person import END_REASONS, used_invitation
from bot.console.visit import Visit, not_here
from bot.store.records import AlarmRecord, InvitationRecord, Person


@dataclass(frozen=True, slots=True)
class Question:
    """One alarm about a link, with the person and the invitation that was used."""

    alarm: AlarmRecord
    person: Person
    invitation: InvitationRecord | None


async def show(visit: Visit) -> web.StreamResponse:
    """console.confirm."""
    context = {
        "waiting": await _questions(visit, "link_to_confirm"),
        "frozen": await _questions(visit, "code_used_twice"),
        "end_reasons": END_REASONS,
    }
    return page(visit, "confirm.html", context)


async def _questions(visit: Visit, kind: str) -> list[Question]:
    found: list[Question] = []
    for alarm in await visit.store.alarms.all():
        person = await visit.store.persons.get(alarm.person) if alarm.person else None
        if alarm.kind == kind and not alarm.closed_by and person is not None:
            found.append(Question(alarm, person, await used_invitation(visit, person)))
    return found


async def alarms(visit: Visit) -> web.StreamResponse:
    """Everything else that waits for a colleague: questions, call-backs, and what went wrong."""
    kind = visit.request.query.get("kind", "")
    open_ = [a for a in await visit.store.alarms.all() if not a.closed_by and kind in {"", a.kind}]
    people = {a.person: await visit.store.persons.get(a.person) for a in open_ if a.person}
    return page(visit, "alarms.html", {"kind": kind, "alarms": open_, "people": people})


async def close(visit: Visit) -> web.StreamResponse:
    """Mark an alarm as done."""
    id = visit.request.match_info["alarm"]
    alarm = await visit.store.alarms.get(id)
    if alarm is None:
        raise await not_here(visit, f"alarm {id[:24]}")
    await visit.store.alarms.close(alarm.id, visit.who)
    await visit.audit("alarm_closed", alarm.person, alarm.kind)
    raise see(visit, "alarms", done="alarm_closed")
