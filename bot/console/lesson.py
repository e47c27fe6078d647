"""Cancel or move one lesson: wish, preview of who is reached, then a change that can still be taken back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from aiohttp import web
from multidict import MultiMapping

from bot.cases.model import GroupFacts, Lesson, LessonStatus
from bot.console import school
from bot.console.pages import page, see
from bot.console.remind import CAMPAIGN_ID
from bot.console.visit import Visit
from bot.schools import changes, leave
from bot.schools.changes import Wish, WishRefused
from bot.schools.reach import Reach
from bot.schools.wording import next_lesson, text_key, text_values
from bot.store.records import LessonChangeRecord


@dataclass(frozen=True, slots=True)
class Prepared:
    """A change as it would leave: who is reached, the Dutch text, whether it leaves at once."""

    change: LessonChangeRecord | None
    waiting: LessonChangeRecord | None
    reach: Reach
    text: str
    urgent: bool


async def prepare(visit: Visit, group: GroupFacts, lesson: Lesson, wish: Wish, id: str) -> Prepared:
    """Work out what a wish changes and whom it reaches; raises `WishRefused`."""
    waiting = changes.pending(lesson.id, await visit.store.changes.all())
    change = changes.make(lesson, wish, id=id, by=visit.who, now=visit.deps.clock(), waiting=waiting)
    if change is None:
        return Prepared(None, waiting, Reach(), "", False)
    urgent = changes.left_at_once(change)
    who = await school.reached(visit, lesson.group, urgent=urgent)
    after = max(change.old_starts, change.starts)
    values = text_values(change, next_lesson(group.lessons, after, lesson.id))
    return Prepared(change, waiting, who, visit.deps.words("nl", text_key(change), values), urgent)


async def carry_out(visit: Visit, prepared: Prepared) -> str:
    """Plan the change, or let it leave at once where it is urgent; returns what happened.

    A change that waits for the same lesson is taken back first; where it left meanwhile, nothing is done.
    """
    if prepared.waiting is not None and not await leave.take_back(visit.store, prepared.waiting):
        return "too_late"
    change = prepared.change
    if change is None:
        await visit.audit("lesson_no_net_change", None, prepared.waiting.lesson if prepared.waiting else "")
        return "no_net_change"
    await leave.plan(visit.store, change)
    await visit.audit("lesson_changed", None, change.lesson)
    if prepared.urgent:
        await leave.leave_now(visit.store, change)
        return "left"
    return "planned"


async def show(visit: Visit) -> web.StreamResponse:
    """One lesson with its forms and, after a change, who understood; live."""
    group, lesson = await school.own_lesson(visit, visit.request.match_info["lesson"])
    return await _show(visit, group, lesson, "")


async def _show(
    visit: Visit, group: GroupFacts, lesson: Lesson, fault: str, status: int = 200
) -> web.Response:
    line = (await school.lines(visit, group, (lesson,)))[0]
    now = visit.deps.clock()
    waits = line.waiting.leaves_at - now if line.waiting else timedelta()
    context = {
        "line": line,
        "lesson": lesson,
        "group": group.group,
        "fault": fault,
        "change_id": visit.deps.new_id(),
        "seconds": max(0, int(waits.total_seconds())),
        "week": school.week_of(lesson.starts.date()),
        "kind": changes.kind(line.change) if line.change else "",
    }
    return page(visit, "lesson.html", context, status=status)


async def preview(visit: Visit) -> web.StreamResponse:
    """Show whom the change reaches and the Dutch text, before anything happens (I2)."""
    return await _act(visit, sure=False)


async def change(visit: Visit) -> web.StreamResponse:
    """Make the change (I3); the form's id makes a double click one change."""
    return await _act(visit, sure=True)


async def _act(visit: Visit, *, sure: bool) -> web.StreamResponse:
    group, lesson = await school.own_lesson(visit, visit.request.match_info["lesson"])
    form = await visit.request.post() if sure else visit.request.query
    id = str(form.get("change", ""))
    id = id if CAMPAIGN_ID.fullmatch(id) else visit.deps.new_id()
    if sure and await visit.store.changes.get(id) is not None:
        raise see(visit, "lesson", lesson=lesson.id)
    try:
        wish = read_wish(form, lesson)
        prepared = await prepare(visit, group, lesson, wish, id)
    except WishRefused as refused:
        return await _show(visit, group, lesson, refused.code, 422)
    if sure:
        raise see(visit, "lesson", done=await carry_out(visit, prepared), lesson=lesson.id)
    if prepared.change is None and prepared.waiting is None:
        raise see(visit, "lesson", done="no_net_change", lesson=lesson.id)
    sent = {k: str(v) for k, v in form.items() if k in FIELDS}
    context = {"lesson": lesson, "group": group.group, "prepared": prepared, "sent": sent, "change_id": id}
    return page(
        visit,
        "lesson_preview.html",
        {**context, "kind": changes.kind(prepared.change) if prepared.change else ""},
    )


FIELDS = ("act", "date", "from", "to", "room", "online", "version")


def read_wish(form: MultiMapping[object], lesson: Lesson) -> Wish:
    """Read a wish from the form; raises `WishRefused` for a wrong time or a lesson newer than the form."""
    if str(form.get("version", lesson.version)) != str(lesson.version):
        raise WishRefused("newer")
    if form.get("act") == "cancel":
        return Wish(LessonStatus.CANCELLED)
    if form.get("act") == "on_again":
        return Wish(LessonStatus.PLANNED)
    starts = _moment(form, "from", lesson.starts)
    ends = _moment(form, "to", lesson.ends)
    online = "online" in form
    room = str(form.get("room", "")).strip()[:40] or None
    return Wish(None, starts, ends, replace(lesson.place, room=room, online=online))


def _moment(form: MultiMapping[object], name: str, otherwise: datetime) -> datetime:
    on, at = str(form.get("date", "")), str(form.get(name, ""))
    if not on and not at:
        return otherwise
    try:
        return datetime.fromisoformat(
            f"{on or otherwise.date().isoformat()}T{at or otherwise.strftime('%H:%M')}"
        )
    except ValueError:
        raise WishRefused("not_a_time") from None


async def undo(visit: Visit) -> web.StreamResponse:
    """Take a change back before it leaves."""
    change = await school.own_change(visit, visit.request.match_info["change"])
    taken = await leave.take_back(visit.store, change)
    await visit.audit("lesson_change_taken_back", None, change.lesson)
    raise see(visit, "lesson", done="taken_back" if taken else "too_late", lesson=change.lesson)


async def now(visit: Visit) -> web.StreamResponse:
    """Let a change leave at once."""
    change = await school.own_change(visit, visit.request.match_info["change"])
    done = await leave.leave_now(visit.store, change)
    raise see(visit, "lesson", done="left" if done == "left" else "too_late", lesson=change.lesson)


async def again(visit: Visit) -> web.StreamResponse:
    """Bring a lesson back to what was valid before a change that has left."""
    change = await school.own_change(visit, visit.request.match_info["change"])
    group, lesson = await school.own_lesson(visit, change.lesson)
    if lesson.version != change.version:
        raise see(visit, "lesson", done="newer", lesson=lesson.id)
    try:
        prepared = await prepare(visit, group, lesson, changes.back(change), visit.deps.new_id())
    except WishRefused as refused:
        return await _show(visit, group, lesson, refused.code, 422)
    raise see(visit, "lesson", done=await carry_out(visit, prepared), lesson=lesson.id)
