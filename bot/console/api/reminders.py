"""Reminders over the HTTP API."""

from __future__ import annotations

from dataclasses import dataclass

from bot.clock import local
from bot.console import reminders as core
from bot.console.api.models import (
    MissedOut,
    ReminderIn,
    ReminderOut,
    ReminderPreviewOut,
    StateOut,
    TextFaultOut,
    TextOut,
)
from bot.console.api.problem import Problem
from bot.console.api.route import Answer
from bot.console.pages import address
from bot.console.reminder_templates import Template, read_fields, template
from bot.console.sent import COLUMNS, report, the_campaign
from bot.console.standing import Standing, standings
from bot.console.visit import Visit
from bot.schools import campaigns
from bot.store.records import Campaign


@dataclass(frozen=True, slots=True)
class Wanted:
    """A reminder that was read: its people are known here, its fields fit the template."""

    people: tuple[Standing, ...]
    template: Template
    fields: dict[str, str]


async def _read(visit: Visit, body: ReminderIn) -> Wanted:
    chosen = template(body.template)
    if chosen is None:
        raise Problem.of_status(422, errors=(("template", "There is no such template."),))
    fields, wrong = read_fields(chosen, body.fields, local(visit.deps.clock()).date())
    unknown = tuple(name for name in body.fields if name not in chosen.fields)
    if wrong or unknown:
        raise Problem.of_status(
            422, errors=tuple((f"fields.{name}", "Missing or wrong.") for name in wrong + unknown)
        )
    found = [await visit.store.persons.get(id) for id in dict.fromkeys(body.people)]
    if None in found:
        raise Problem.of_status(404)
    people = await standings(visit.store, [p for p in found if p is not None], visit.deps.clock())
    return Wanted(tuple(people), chosen, fields)


def _moment(body: ReminderIn) -> str:
    return body.moment.isoformat() if body.moment else ""


async def preview(visit: Visit, body: ReminderIn) -> Answer:
    """Say whom a reminder would reach and how it reads; nothing is sent."""
    wanted = await _read(visit, body)
    plan = core.prepare(visit.deps, visit.tenant, wanted.template.key, wanted.fields, wanted.people)
    missed = [
        MissedOut(person=m.person.id, first_name=m.person.first_name, reason=m.why) for m in plan.reach.missed
    ]
    texts = [TextOut(language=p.language, people=dict(p.people), texts=dict(p.texts)) for p in plan.previews]
    faults = [TextFaultOut(code=f.code, language=f.language, level=f.level, word=f.word) for f in plan.faults]
    at = core.leaves_at(body.when, _moment(body), wanted.fields, visit.deps.clock())
    return Answer(
        ReminderPreviewOut(
            reached=len(plan.reach.reached),
            total=plan.reach.total,
            missed=missed,
            texts=texts,
            faults=faults,
            leaves_at=at,
        )
    )


async def create(visit: Visit, body: ReminderIn) -> Answer:
    """Plan a reminder; it can be taken back until it leaves."""
    wanted, now = await _read(visit, body), visit.deps.clock()
    if len(wanted.people) > core.MOST_ALONE and not visit.admin:
        raise Problem.of_status(
            403, "colleague", "More than 25 people: a colleague must agree. Ask an administrator to send it."
        )
    plan = core.prepare(visit.deps, visit.tenant, wanted.template.key, wanted.fields, wanted.people)
    if plan.faults:
        errors = tuple((f"text.{f.language}.{f.level}", f.code) for f in plan.faults)
        raise Problem.of_status(422, "text", "A text may not be sent as it is.", errors)
    at = core.leaves_at(body.when, _moment(body), wanted.fields, now)
    if at is None:
        raise Problem.of_status(422, errors=(("when", "This moment is past or missing."),))
    record = core.campaign(
        visit.deps.new_id(), wanted.template.key, wanted.fields, wanted.people, visit.who, now, at
    )
    await campaigns.plan(visit.store, record)
    for one in wanted.people:
        await visit.audit("reminder_planned", one.person.id, wanted.template.key)
    return Answer(await _out(visit, record), 202, address(visit.request, "api_reminder", campaign=record.id))


async def show(visit: Visit, _: None) -> Answer:
    """Say what became of a reminder."""
    return Answer(await _out(visit, await the_campaign(visit)))


async def take_back(visit: Visit, _: None) -> Answer:
    """Take a reminder back before it leaves."""
    campaign = await the_campaign(visit)
    if campaign.state != "taken_back" and not await campaigns.take_back(visit.store, campaign):
        raise Problem.of_status(409, "too_late", "It has already left. Nothing was changed.")
    await visit.audit("reminder_taken_back", None, campaign.id)
    return Answer(await _out(visit, await the_campaign(visit)))


async def _out(visit: Visit, campaign: Campaign) -> ReminderOut:
    found = await report(visit, campaign)
    people = [
        StateOut(
            person=line.person.id,
            first_name=line.person.first_name,
            state=line.state,
            reason=line.why,
            at=line.delivery.at if line.delivery else None,
        )
        for line in found.lines
    ]
    return ReminderOut(
        id=campaign.id,
        template=campaign.template,
        state=campaign.state,
        leaves_at=campaign.leaves_at,
        counts={column: found.count(column) for column in COLUMNS},
        people=people,
    )
