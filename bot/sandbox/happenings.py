"""What may happen to a linked person: the school, the caseworker or the clock changes something."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.cases.model import (
    Choice,
    Facts,
    Lesson,
    LessonStatus,
    News,
    NewsKind,
    OwnWrite,
    PartKind,
    Plan,
    Question,
    State,
    Write,
    WriteKind,
)
from bot.cases.model import Place as Spot
from bot.console.reminder_templates import TEMPLATES
from bot.sandbox.situation import ID, NOW, Situation, linked
from bot.state.events import Looked
from bot.state.session import Place

EVENING = datetime(2026, 11, 24, 18, tzinfo=UTC)
"""Tuesday 19:00; on Wednesday there is a lesson."""
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
LOOK = (Looked(ID, NOW, "facts"),)
ONLINE = Spot(online=True, online_note="Zie de mail van de school.")
ELSEWHERE = Spot(address="Plein 2, 1234 AB Waterveen", room="3")
FIELDS = {"date": "2026-12-03", "time": "10:00", "place": "stadhuis"}


def lessons(facts: Facts, language: str) -> Iterator[Situation]:
    """Changes by the school, and the reminder on the evening before."""
    home = linked(facts, language)
    first, second, third = [lesson for lesson in facts.lessons if lesson.starts > home.wall][:3]
    moved = replace(first, starts=first.starts + HOUR, ends=first.ends + HOUR)
    cancelled, online = replace(second, status=LessonStatus.CANCELLED), replace(third, place=ONLINE)
    for title, *changed in (
        ("a lesson is moved", moved),
        ("a lesson is cancelled", cancelled),
        ("a lesson is online", online),
        ("a lesson is elsewhere", replace(second, place=ELSEWHERE)),
        ("three lessons change", moved, cancelled, online),
    ):
        now = facts
        for lesson in changed:
            now = _with(now, lesson)
        yield Situation(title, replace(home, facts=now), LOOK)
    yield Situation("much changes at once", replace(home, facts=_everything_cancelled(facts)), LOOK)
    off = linked(_with(facts, cancelled), language)
    yield Situation("a lesson is on again", replace(off, facts=facts), LOOK)
    yield Situation("the evening before", replace(home, now=EVENING), (Looked(ID, EVENING, "reminder"),))
    last = tuple(replace(group, lessons=group.lessons[-1:]) for group in facts.groups)
    yield Situation("a holiday", linked(replace(facts, groups=last), language))


def case(facts: Facts, language: str) -> Iterator[Situation]:
    """Changes in the case: appointments, tasks, the plan, its term; and the end of the link."""
    home, snapshot = linked(facts, language), facts.snapshot
    talk, *others = snapshot.appointments
    for title, new in (
        ("an appointment is moved", replace(talk, starts=talk.starts + HOUR, version=2)),
        ("an appointment is cancelled", replace(talk, status="afgezegd", version=2)),
    ):
        changed = replace(facts, snapshot=replace(snapshot, appointments=(new, *others)))
        yield Situation(title, replace(home, facts=changed), LOOK)
    fewer = replace(facts, snapshot=replace(snapshot, appointments=tuple(others), tasks=snapshot.tasks[1:]))
    yield Situation("a new task and appointment", replace(linked(fewer, language), facts=facts), LOOK)
    assert snapshot.plan is not None
    yield Situation("the plan changes", replace(home, facts=_plan(facts, _signed(snapshot.plan))), LOOK)
    yield Situation("the term changes", replace(home, facts=_plan(facts, _longer(snapshot.plan))), LOOK)
    for title, state, kind in (
        ("there is a result of an exam", State.IN_ROUTE, NewsKind.RESULT),
        ("the plan rests", State.PAUSED, NewsKind.PAUSE),
        ("the plan is complete", State.COMPLETED, NewsKind.COMPLETED),
    ):
        said = replace(snapshot, state=state, news=(News(kind, 1, NOW.date()),))
        yield Situation(title, replace(home, facts=replace(facts, snapshot=said)), LOOK)
    bare = replace(facts, snapshot=replace(snapshot, plan=None, appointments=()), groups=())
    yield Situation("before there is a plan", linked(bare, language))
    for screen in ("push.signal", "push.superseded"):
        yield Situation("any news", home, (), place=Place(screen))
    yield Situation("something went wrong", home, (Looked(ID, NOW, "sorry"),))
    yield Situation("the link ends", home, (Looked(ID, NOW, "ended"),))


def reminders(facts: Facts, language: str) -> Iterator[Situation]:
    """Every reminder that a caseworker can send."""
    for template in TEMPLATES:
        fields = {name: FIELDS[name] for name in template.fields}
        data = {"campaign": template.key, "template": template.key, "fields": fields}
        event = Looked(ID, NOW, "campaign", data)
        yield Situation(f"reminder {template.key}", linked(facts, language), (event,))


def ages(facts: Facts, language: str) -> Iterator[Situation]:
    """Facts that are missing, old or broken, and own writes that were passed on."""
    snapshot, saturday = facts.snapshot, NOW + 5 * DAY
    yield Situation("before the first reading", linked(None, language))
    free = replace(facts, snapshot=replace(snapshot, tasks=()), as_of=saturday)
    yield Situation("a free Saturday", linked(free, language, saturday))
    yield Situation("old facts", linked(replace(facts, as_of=NOW - 2 * DAY, newer_follows=True), language))
    broken = replace(facts, snapshot=replace(snapshot, unreadable=("les",)))
    yield Situation("a part cannot be read", linked(broken, language))
    yield Situation("paused", linked(facts, language, paused_until=NOW + 3 * DAY, level="L2"))
    tomorrow = next(lesson for lesson in facts.lessons if lesson.starts > (NOW + DAY).replace(tzinfo=None))
    kinds = (
        (WriteKind.ABSENCE, tomorrow.id),
        (WriteKind.TASK_DONE, snapshot.tasks[0].id),
        (WriteKind.QUESTION, "q"),
    )
    own = tuple(OwnWrite(Write(str(kind), kind, item, NOW), NOW) for kind, item in kinds)
    yield from _answered(facts, language)
    for screen in ("home.home", "people.sent"):
        yield Situation("own writes passed on", linked(replace(facts, own=own), language, screen=screen))


def questions(facts: Facts, language: str) -> Iterator[Situation]:
    """A question in each state, and what is told of it."""
    asked = Question("q", NOW - DAY, "Mag ik een kwartier later komen?", sent_at=NOW - DAY, by="A. Postma")
    answered = replace(asked, answer="Ja. Zeg het ook tegen de docent.", answered_at=NOW)
    home = linked(replace(facts, questions=(asked,), questions_as_of=NOW), language)
    for title, one in (
        ("a question is being sent", replace(asked, sent_at=None)),
        ("a question waits", asked),
        ("a question is answered", answered),
        ("an answer is translated", replace(answered, translations=((language, "👍"),))),
        ("a translation is not sure", replace(answered, translations=((language, ""),))),
        ("a number was taken out of an answer", replace(answered, withheld=True)),
        ("a long answer", replace(answered, answer="Een lang antwoord. " * 150)),
        ("a question is dealt with", replace(asked, dealt_at=NOW)),
        ("a question stays without an answer", replace(asked, silent_at=NOW)),
        ("a question cannot be sent", replace(asked, sent_at=None, refused=True)),
    ):
        now = replace(home, facts=replace(facts, questions=(one,), questions_as_of=NOW))
        yield Situation(title, now, LOOK)
        yield Situation(title, now, place=Place("people.answer", one.handle))
    yield Situation("questions in a list", home, place=Place("people.questions"))


def _answered(facts: Facts, language: str) -> Iterator[Situation]:
    """What was answered to an appointment, passed on and refused."""
    talk = replace(facts.snapshot.appointments[-1], answers=tuple(Choice), interpreter=None)
    facts = replace(facts, snapshot=replace(facts.snapshot, appointments=(talk,)))
    screen = "appointments.appointment"
    for choice in Choice:
        write = Write("w", WriteKind.APPOINTMENT_ANSWER, talk.id, NOW, choice=choice, version=talk.version)
        for title, mine in (("passed on", OwnWrite(write, NOW)), ("refused", OwnWrite(write, refused=True))):
            told = replace(facts, own=(mine,))
            yield Situation(
                f"an answer {title}: {choice.name.lower()}",
                linked(told, language, screen=screen, arg=talk.handle),
            )


def _everything_cancelled(facts: Facts) -> Facts:
    for lesson in facts.lessons[:12]:
        facts = _with(facts, replace(lesson, status=LessonStatus.CANCELLED))
    return facts


def _with(facts: Facts, lesson: Lesson) -> Facts:
    new = replace(lesson, version=lesson.version + 1)
    groups = (
        replace(group, lessons=tuple(new if old.id == new.id else old for old in group.lessons))
        for group in facts.groups
    )
    return replace(facts, groups=tuple(groups))


def _plan(facts: Facts, plan: Plan) -> Facts:
    return replace(facts, snapshot=replace(facts.snapshot, plan=replace(plan, version=plan.version + 1)))


def _signed(plan: Plan) -> Plan:
    parts = (replace(p, status="gevolgd") if p.kind is PartKind.PVT else p for p in plan.parts)
    return replace(plan, parts=tuple(parts))


def _longer(plan: Plan) -> Plan:
    assert plan.term is not None
    return replace(plan, term=replace(plan.term, end_exclusive=plan.term.end_exclusive + 90 * DAY))
