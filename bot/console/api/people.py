"""People and invitations over the HTTP API."""

from __future__ import annotations

from collections.abc import Sequence

from bot.clock import instant, local
from bot.console.api.models import (
    InvitationIn,
    InvitationOut,
    InvitationsIn,
    InvitationsOut,
    PeopleOut,
    PersonOut,
)
from bot.console.api.problem import Problem
from bot.console.api.route import Answer
from bot.console.inviting import Invited, find_all, invite
from bot.console.letters import code_in_groups
from bot.console.people import Filter
from bot.console.person import the_person
from bot.console.standing import Standing, standing, standings
from bot.console.table import Row, check
from bot.console.visit import Visit


def person_out(one: Standing) -> PersonOut:
    """Write a person."""
    return PersonOut(
        id=one.person.id,
        case_number=one.person.case_number,
        first_name=one.person.first_name,
        language=one.language,
        route=one.route,
        channel=one.person.channel,
        level=one.level,
        last_seen=one.link.seen_at if one.link else None,
        next=instant(one.next_at) if one.next_at else None,
    )


async def show_all(visit: Visit, _: None) -> Answer:
    """List people, filtered."""
    query = visit.request.query
    kept = Filter(channel=query.get("channel", ""), language=query.get("language", ""))
    people = [person for person in await visit.store.persons.all() if kept.keeps(person)]
    found = await standings(visit.store, people, visit.deps.clock())
    return Answer(PeopleOut(people=[person_out(one) for one in found]))


async def show(visit: Visit, _: None) -> Answer:
    """Show one person; writes one audit line."""
    person = await the_person(visit)
    await visit.audit("person_opened", person.id)
    return Answer(person_out(await standing(visit.store, person, visit.deps.clock())))


async def create(visit: Visit, body: InvitationIn) -> Answer:
    """Invite one person."""
    made = await _invite(visit, (body,))
    return Answer(made[0], 201)


async def create_all(visit: Visit, body: InvitationsIn) -> Answer:
    """Invite everybody of a batch, or nobody where one is wrong."""
    return Answer(InvitationsOut(invitations=await _invite(visit, body.invitations)), 201)


async def _invite(visit: Visit, wanted: Sequence[InvitationIn]) -> list[InvitationOut]:
    rows = [
        Row(n, one.case_number, one.first_name, one.birth_year, one.language) for n, one in enumerate(wanted)
    ]
    year = local(visit.deps.clock()).year
    checked = [
        (r, check(r.case_number, r.first_name, str(r.birth_year), r.language, visit.deps.languages, year))
        for r in rows
    ]
    wrong = tuple((f"invitations.{row.line}", fault[0]) for row, fault in checked if fault)
    if wrong:
        raise Problem.of_status(422, errors=wrong)
    known, missing = await find_all(visit, rows)
    if missing:
        errors = tuple((f"invitations.{fault.line}.case_number", "No such case here.") for fault in missing)
        raise Problem.of_status(422, "no_such_case", errors=errors)
    made = [
        await invite(visit, case, row, one.way, audio=one.prefers_audio)
        for case, row, one in zip(known, rows, wanted, strict=True)
    ]
    return [_out(visit, one) for one in made]


def _out(visit: Visit, invited: Invited) -> InvitationOut:
    record = invited.made.record
    return InvitationOut(
        id=record.id,
        person=invited.person.id,
        way=record.way,
        code=code_in_groups(invited.made.code),
        link=visit.deps.deep_link(visit.tenant.bot.gebruikersnaam, invited.made.secret),
        expires=record.expires,
    )
