"""One person: the stored snapshot, the link, the messages; and what a colleague does about the link."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from aiohttp import web

from bot.cases.model import Appointment
from bot.clock import local
from bot.console.pages import page, see
from bot.console.standing import Standing, standing
from bot.console.visit import Visit, not_here
from bot.store.records import AlarmRecord, InvitationRecord, Person

END_REASONS = ("phone_lost", "wrong_person", "asked", "left")


async def the_person(visit: Visit) -> Person:
    """Return the person of the address; anything else is not found, with one alarm line (A22)."""
    id = visit.request.match_info["person"]
    person = await visit.store.persons.get(id)
    if person is None:
        raise await not_here(visit, f"person {id[:24]}")
    return person


async def show(visit: Visit) -> web.StreamResponse:
    """console.person; opening writes one audit line."""
    person = await the_person(visit)
    await visit.audit("person_opened", person.id)
    now = visit.deps.clock()
    one = await standing(visit.store, person, now)
    context = {
        "one": one,
        "wall": local(now),
        "snapshot": await visit.store.persons.snapshot(person.id),
        "messages": sorted(
            await visit.store.deliveries.of_person(person.id), key=lambda d: d.at, reverse=True
        )[:20],
        "campaigns": {c.id: c for c in await visit.store.campaigns.all()},
        "alarms": await open_alarms(visit, person),
        "invitations": await visit.store.invitations.of_person(person.id),
        "waiting": one.person.waiting_link is not None,
        "end_reasons": END_REASONS,
        "talks": _talks(one, local(now)),
        "questions": one.facts.questions[::-1] if one.facts else (),
        "answers": partial(_answers, one),
    }
    return page(visit, "person.html", context)


def _talks(one: Standing, wall: datetime) -> list[Appointment]:
    if one.facts is None:
        return []
    coming = [a for a in one.facts.snapshot.appointments if a.starts > wall and not a.cancelled]
    return sorted(coming, key=lambda a: a.starts)[:4]


def _answers(one: Standing, talk: Appointment) -> list[str]:
    """What the person answered to an appointment, as keys of texts; "waits" until it is in the case."""
    asked = talk.interpreter is not None and talk.interpreter.asked and not talk.interpreter.booked
    said = [talk.answer, talk.preference, "interpreter" if asked else None]
    own = one.facts.own if one.facts else ()
    waits = any(o.write.item == talk.id and o.done_at is None and not o.refused for o in own)
    return [key for key in (*said, "waits" if waits else None) if key]


async def open_alarms(visit: Visit, person: Person) -> tuple[AlarmRecord, ...]:
    """Return what is open about a person."""
    return tuple(a for a in await visit.store.alarms.all() if a.person == person.id and not a.closed_by)


async def used_invitation(visit: Visit, person: Person) -> InvitationRecord | None:
    """Return the invitation that the person's present or waiting link redeemed."""
    found = await visit.store.invitations.of_person(person.id)
    return next((i for i in found if i.used_by and i.used_by in (person.waiting_link, person.link)), None)


async def confirm(visit: Visit) -> web.StreamResponse:
    """Confirm a link that waits (A5)."""
    return await _answer_link(visit, "confirmed", "link_to_confirm", "link_confirmed")


async def refuse(visit: Visit) -> web.StreamResponse:
    """Refuse a link that waits and tell the phone (A5)."""
    return await _answer_link(visit, "refused", "link_to_confirm", "link_refused")


async def _answer_link(visit: Visit, topic: str, kind: str, what: str) -> web.StreamResponse:
    person = await the_person(visit)
    waiting = person.waiting_link
    if waiting is None:
        raise see(visit, "confirm", done="already")
    await visit.store.look(waiting, topic, None, id=f"{topic}:{waiting}")
    await _close(visit, person, kind)
    await visit.audit(what, person.id)
    raise see(visit, "confirm", done=what)


async def thaw(visit: Visit) -> web.StreamResponse:
    """Open a frozen phone again after calling the person (A6)."""
    person = await the_person(visit)
    if person.link is not None:
        await visit.store.links.thaw(person.link)
    await _close(visit, person, "code_used_twice")
    await visit.audit("link_thawed", person.id)
    raise see(visit, "confirm", done="link_thawed")


async def end(visit: Visit) -> web.StreamResponse:
    """End the link: the phone is told, everything of it is erased (A20)."""
    person = await the_person(visit)
    form = await visit.request.post()
    reason = str(form.get("reason", ""))
    reason = reason if reason in END_REASONS else END_REASONS[-1]
    for link in (person.link, person.waiting_link):
        if link is not None:
            await visit.store.links.end(link, reason)
    await _close(visit, person, "code_used_twice", "link_to_confirm")
    await visit.audit("link_ended", person.id, reason)
    raise see(visit, "person", done="link_ended", person=person.id)


async def _close(visit: Visit, person: Person, *kinds: str) -> None:
    for alarm in await open_alarms(visit, person):
        if alarm.kind in kinds:
            await visit.store.alarms.close(alarm.id, visit.who)
