"""The pages of a reminder: who, text, preview, send. One form is one reminder, however often it is sent."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from aiohttp import web
from multidict import MultiMapping

from bot.clock import local
from bot.console import reminders
from bot.console.pages import page, see, words_of
from bot.console.reminder_templates import PLACES, TEMPLATES, Template, read_fields, template
from bot.console.standing import Standing, standings
from bot.console.visit import Visit
from bot.schools import campaigns

CAMPAIGN_ID = re.compile(r"[A-Za-z0-9_-]{12,64}")


@dataclass(frozen=True, slots=True)
class Form:
    """A reminder as it stands in the form."""

    people: Sequence[Standing]
    template: Template | None
    fields: dict[str, str] = field(default_factory=dict)
    wrong: tuple[str, ...] = ()
    when: str = "now"
    moment: str = ""
    campaign: str = ""


async def read(visit: Visit, sent: MultiMapping[object]) -> Form:
    """Read the form; people of elsewhere and twice the same one are left out."""
    ids = dict.fromkeys(str(id) for id in sent.getall("person", []))
    found = [p for id in ids if (p := await visit.store.persons.get(id))]
    people = await standings(visit.store, found, visit.deps.clock())
    chosen = template(str(sent.get("template", "")))
    texts = {key: str(value) for key, value in sent.items() if isinstance(value, str)}
    fields, wrong = read_fields(chosen, texts, local(visit.deps.clock()).date()) if chosen else ({}, ())
    when = texts.get("when", "now")
    id = texts.get("campaign", "")
    return Form(
        people,
        chosen,
        fields,
        wrong,
        when if when in reminders.WHEN else "now",
        texts.get("moment", ""),
        id if CAMPAIGN_ID.fullmatch(id) else visit.deps.new_id(),
    )


async def show(visit: Visit) -> web.StreamResponse:
    """console.remind: who and which text."""
    form = await read(visit, visit.request.query)
    return _edit(visit, form, wrong=())


def _edit(visit: Visit, form: Form, wrong: tuple[str, ...], status: int = 200) -> web.Response:
    places = {key: visit.deps.words(words_of(visit.request).language, f"place-{key}", {}) for key in PLACES}
    context = {
        "form": form,
        "templates": TEMPLATES,
        "places": places,
        "wrong": wrong,
        "alone": may_alone(visit, form),
    }
    return page(visit, "remind.html", context, status=status)


def may_alone(visit: Visit, form: Form) -> bool:
    """Whether this colleague may send it alone: up to 25 people, an administrator more (A11)."""
    return visit.admin or len(form.people) <= reminders.MOST_ALONE


async def preview(visit: Visit) -> web.StreamResponse:
    """Show how the reminder reads, whom it reaches, and when it may leave (A8, A9)."""
    form = await read(visit, visit.request.query)
    if form.template is None or form.wrong or not form.people:
        return _edit(visit, form, form.wrong or ("template",), 422)
    return _preview(visit, form, "")


def _preview(visit: Visit, form: Form, fault: str, status: int = 200) -> web.Response:
    assert form.template is not None
    plan = reminders.prepare(visit.deps, visit.tenant, form.template.key, form.fields, form.people)
    context = {
        "form": form,
        "plan": plan,
        "fault": fault,
        "alone": may_alone(visit, form),
        "levels": reminders.LEVELS,
    }
    return page(visit, "remind_preview.html", context, status=status)


async def send(visit: Visit) -> web.StreamResponse:
    """Plan the reminder; a second click, a reload or "back" leads to the same one (A10)."""
    form = await read(visit, await visit.request.post())
    known = await visit.store.campaigns.get(form.campaign)
    if known is not None:
        await campaigns.plan(visit.store, known)
        raise see(visit, "campaign", campaign=form.campaign)
    if form.template is None or form.wrong or not form.people:
        return _edit(visit, form, form.wrong or ("template",), 422)
    now = visit.deps.clock()
    at = reminders.leaves_at(form.when, form.moment, form.fields, now)
    plan = reminders.prepare(visit.deps, visit.tenant, form.template.key, form.fields, form.people)
    fault = _refused(visit, form, plan, at is None)
    if fault or at is None:
        return _preview(visit, form, fault, 422)
    record = reminders.campaign(
        form.campaign, form.template.key, form.fields, form.people, visit.who, now, at
    )
    await campaigns.plan(visit.store, record)
    for one in form.people:
        await visit.audit("reminder_planned", one.person.id, form.template.key)
    raise see(visit, "campaign", campaign=form.campaign)


def _refused(visit: Visit, form: Form, plan: reminders.Plan, past: bool) -> str:
    if not may_alone(visit, form):
        return "colleague"
    if plan.faults:
        return "text"
    if not plan.reach.reached:
        return "nobody"
    return "past" if past else ""


async def print_letters(visit: Visit) -> web.StreamResponse:
    """Print the reminder for those whom no message reaches (A8)."""
    form = await read(visit, await visit.request.post())
    if form.template is None or form.wrong or not form.people:
        return _edit(visit, form, form.wrong or ("template",), 422)
    plan = reminders.prepare(visit.deps, visit.tenant, form.template.key, form.fields, form.people)
    texts = {
        language: visit.deps.preview(visit.tenant, form.template.key, form.fields, language, "L2")
        for language in {"nl", *(missed.person.language for missed in plan.reach.missed)}
    }
    for missed in plan.reach.missed:
        await visit.audit("reminder_letter", missed.person.id, form.template.key)
    return page(visit, "reminder_letters.html", {"missed": plan.reach.missed, "texts": texts})
