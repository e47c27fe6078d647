"""Groups, lessons, changes, acknowledgements and absences over the HTTP API."""

from __future__ import annotations

from dataclasses import replace

from bot.cases.model import GroupFacts, Lesson, LessonStatus, Place
from bot.console import school
from bot.console.api.models import (
    AbsenceOut,
    AbsencesOut,
    AcknowledgementsOut,
    ChangeIn,
    ChangeOut,
    ChangePreviewOut,
    GroupOut,
    GroupsOut,
    LessonOut,
    LessonsOut,
)
from bot.console.api.problem import Problem
from bot.console.api.route import Answer
from bot.console.lesson import Prepared, carry_out, prepare
from bot.console.pages import address
from bot.console.visit import Visit, not_here
from bot.schools import changes, leave
from bot.schools.changes import Wish, WishRefused
from bot.store.records import LessonChangeRecord, Person


async def groups(visit: Visit, _: None) -> Answer:
    """List the groups of the own school."""
    return Answer(GroupsOut(groups=[await _group(visit, one) for one in await school.own_groups(visit)]))


async def _group(visit: Visit, facts: GroupFacts) -> GroupOut:
    who = await school.reached(visit, facts.group.id, urgent=True)
    g = facts.group
    return GroupOut(
        id=g.id, code=g.code, name=g.name, part=g.part.value, members=who.total, linked=len(who.reached)
    )


async def lessons(visit: Visit, _: None) -> Answer:
    """List the lessons of a group in one week."""
    wanted = visit.request.match_info["group"]
    group = next((g for g in await school.own_groups(visit) if g.group.id == wanted), None)
    if group is None:
        raise await not_here(visit, f"group {wanted[:40]}")
    begins = school.monday(visit.request.query.get("week", ""), visit.deps.clock())
    lines = await school.lines(visit, group, school.in_week(group, begins))
    return Answer(LessonsOut(week=school.week_of(begins), lessons=[_lesson(line) for line in lines]))


def _lesson(line: school.LessonLine) -> LessonOut:
    lesson = line.lesson
    return LessonOut(
        id=lesson.id,
        group=lesson.group,
        number=lesson.number,
        part=lesson.part.value,
        starts=lesson.starts,
        ends=lesson.ends,
        status=lesson.status.value,
        version=lesson.version,
        room=lesson.place.room,
        online=lesson.place.online,
        absent=len(line.absent),
        waiting_change=line.waiting.id if line.waiting else None,
    )


async def preview(visit: Visit, body: ChangeIn) -> Answer:
    """Say whom a change would reach; nothing is changed."""
    prepared = await _prepare(visit, body)
    return Answer(
        ChangePreviewOut(
            net_change=prepared.change is not None,
            urgent=prepared.urgent,
            reached=len(prepared.reach.reached),
            total=prepared.reach.total,
            call=_names(tuple(missed.person for missed in prepared.reach.missed)),
            text=prepared.text,
            leaves_at=prepared.change.leaves_at if prepared.change else None,
        )
    )


async def create(visit: Visit, body: ChangeIn) -> Answer:
    """Change a lesson; urgent changes leave at once, others after two minutes (I14)."""
    prepared = await _prepare(visit, body)
    done = await carry_out(visit, prepared)
    if done == "too_late":
        raise Problem.of_status(412)
    if prepared.change is None:
        out = ChangeOut(
            id=None,
            lesson=body.lesson,
            state=done,
            kind=None,
            version=None,
            leaves_at=None,
            report=_report(visit, body.lesson),
        )
        return Answer(out)
    change = await visit.store.changes.get(prepared.change.id)
    location = address(visit.request, "api_change", change=prepared.change.id)
    return Answer(_change(visit, change or prepared.change), 202, location)


async def _prepare(visit: Visit, body: ChangeIn) -> Prepared:
    group, lesson = await school.own_lesson(visit, body.lesson)
    if body.version != lesson.version:
        raise Problem.of_status(412)
    try:
        return await prepare(visit, group, lesson, _wish(body, lesson), visit.deps.new_id())
    except WishRefused as refused:
        raise Problem.of_status(422, refused.code) from None


def _wish(body: ChangeIn, lesson: Lesson) -> Wish:
    if body.act == "cancel":
        return Wish(LessonStatus.CANCELLED)
    status = LessonStatus.PLANNED if body.act == "on_again" else None
    return Wish(status, body.starts, body.ends, _place(body, lesson.place))


def _place(body: ChangeIn, known: Place) -> Place | None:
    if body.room is None and body.online is None:
        return None
    room = known.room if body.room is None else body.room
    return replace(known, room=room, online=known.online if body.online is None else body.online)


async def show(visit: Visit, _: None) -> Answer:
    """Say what became of a change."""
    return Answer(_change(visit, await school.own_change(visit, visit.request.match_info["change"])))


async def take_back(visit: Visit, _: None) -> Answer:
    """Take a change back before it leaves."""
    change = await school.own_change(visit, visit.request.match_info["change"])
    if change.state != "taken_back" and not await leave.take_back(visit.store, change):
        raise Problem.of_status(409, "too_late", "It has already left. Change the lesson again instead.")
    await visit.audit("lesson_change_taken_back", None, change.lesson)
    return await show(visit, None)


def _change(visit: Visit, change: LessonChangeRecord) -> ChangeOut:
    return ChangeOut(
        id=change.id,
        lesson=change.lesson,
        state=change.state,
        kind=changes.kind(change),
        version=change.version,
        leaves_at=change.leaves_at,
        report=_report(visit, change.lesson),
    )


def _report(visit: Visit, lesson: str) -> str:
    return address(visit.request, "api_acknowledgements", lesson=lesson)


async def acknowledgements(visit: Visit, _: None) -> Answer:
    """Say who understood the newest change of a lesson."""
    group, lesson = await school.own_lesson(visit, visit.request.match_info["lesson"])
    line = (await school.lines(visit, group, (lesson,)))[0]
    counts = line.counts
    return Answer(
        AcknowledgementsOut(
            lesson=lesson.id,
            version=line.change.version if line.change else None,
            understood=_names(counts.understood if counts else ()),
            seen=_names(counts.seen if counts else ()),
            not_yet=_names(counts.not_yet if counts else ()),
            no_link=_names(counts.no_link if counts else ()),
            call=_names(line.to_call),
        )
    )


def _names(people: tuple[Person, ...]) -> list[str]:
    return [person.first_name for person in people]


async def absences(visit: Visit, _: None) -> Answer:
    """List announced absences of the own school."""
    found = [line for g in await school.own_groups(visit) for line in await school.absence_lines(visit, g)]
    out = [
        AbsenceOut(
            first_name=line.person.first_name,
            group=line.group,
            lesson=line.lesson.id,
            starts=line.lesson.starts,
            sent_at=line.sent_at,
            withdrawn=line.withdrawn,
        )
        for line in sorted(found, key=lambda line: (line.lesson.starts, line.person.first_name))
    ]
    return Answer(AbsencesOut(absences=out))
