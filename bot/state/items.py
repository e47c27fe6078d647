"""The items a person can be told about, each with what would be said of it (design §3.11)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from hashlib import sha256

from bot.cases.model import (
    Appointment,
    Facts,
    Lesson,
    News,
    NewsKind,
    PartKind,
    Place,
    Plan,
    Question,
    QuestionState,
    Snapshot,
    Task,
    handle,
)

QUESTION = "question"
OPEN, ANSWERED = "open", "answered"
PLAN = "plan"
TERM = "term"
RESTS, GOES_ON = "rests", "goes on"
NEWS = frozenset(str(kind) for kind in NewsKind)
"""Items of which only that there is news is ever pushed."""
UNKNOWABLE = {"bekend": "afgelegd"}
"""That a result of an exam is known is never visible in the plan before the person was told it."""


@dataclass(frozen=True, slots=True)
class Item:
    """`key` names it in `told`; `digest` holds what is said of it, fields parted by "|".

    `begins` is naive local wall time. `due` is False where nothing is left to do or to come to. `settled` is
    True where somebody had time to take the change back already, so that it need not rest once more.
    """

    key: str
    kind: str
    version: int
    digest: str
    shows: str = ""
    begins: datetime | None = None
    due: bool = True
    settled: bool = False


def campaign_over(shows: str) -> datetime | None:
    """Return when what a caseworker's reminder speaks of begins; None where it names no day."""
    fields = json.loads(shows).get("fields", {})
    try:
        day = date.fromisoformat(str(fields["date"]))
        return datetime.combine(
            day, time.fromisoformat(str(fields["time"])) if "time" in fields else time.max
        )
    except (KeyError, ValueError):
        return None


def short(key: str) -> str:
    """Return the handle by which callback data name this item."""
    return handle(key.split(":", 1)[1]) if ":" in key else key


def arg(key: str, version: int) -> str:
    """Return the argument of a notice: which item, and which version its buttons acknowledge."""
    return f"{short(key)}.{version}"


def named(argument: str) -> tuple[str, int | None]:
    """Take an argument apart into handle and version; None where it carries none."""
    name, _, version = argument.partition(".")
    return name, int(version) if version.isdigit() else None


def items(facts: Facts) -> Iterator[Item]:
    """List everything of these facts that a person can be told about."""
    yield from (lesson_item(lesson, where(facts, lesson)) for lesson in facts.lessons)
    yield from (_appointment(appointment) for appointment in facts.snapshot.appointments)
    yield from (_task(task) for task in facts.snapshot.tasks)
    yield from (_question(question) for question in facts.questions)
    if facts.snapshot.plan is not None:
        yield _plan(facts.snapshot.plan)
    announced = {news.kind: news for news in facts.snapshot.news}
    term = announced.pop(NewsKind.TERM, None)
    if facts.snapshot.plan is not None or term is not None:
        yield _term(facts.snapshot.plan, term)
    yield _pause(facts.snapshot, announced.pop(NewsKind.PAUSE, None))
    for kind, news in announced.items():
        yield Item(str(kind), str(kind), news.version, str(news.version))


def where(facts: Facts, lesson: Lesson) -> Place:
    """Return a lesson's place; what it leaves open is its group's."""
    group = next((g.group for g in facts.groups if g.group.id == lesson.group), None)
    own = lesson.place
    if group is None or own.online:
        return own
    if own.key or own.address:
        same = own.address in {None, group.place.address}
        room = own.room or (group.place.room if same else None)
    else:
        own, room = group.place, own.room or group.place.room
    return Place(own.key, own.address, room, own.name, own.online, own.online_note)


def lesson_item(lesson: Lesson, place: Place) -> Item:
    """Describe a lesson: day and time, whether it is on, and where."""
    return Item(
        f"lesson:{lesson.id}",
        "lesson",
        lesson.version,
        _happening(lesson.starts, lesson.cancelled, place),
        lesson.starts.isoformat(),
        lesson.starts,
        not lesson.cancelled,
        lesson.change is not None and lesson.change.ours,
    )


def _appointment(appointment: Appointment) -> Item:
    place = Place(key=appointment.form) if appointment.form in {"telefoon", "video"} else appointment.place
    return Item(
        f"appointment:{appointment.id}",
        "appointment",
        appointment.version,
        _happening(appointment.starts, appointment.cancelled, place),
        appointment.starts.isoformat(),
        appointment.starts,
        appointment.open,
    )


def _happening(starts: datetime, cancelled: bool, place: Place) -> str:
    spot = place.key or place.street or ""
    state = "cancelled" if cancelled else "on"
    way = "online" if place.online else "there"
    return "|".join((starts.isoformat(), state, way, spot, place.room or "")).strip()


def _task(task: Task) -> Item:
    return Item(f"task:{task.id}", "task", task.index, task.title.key or task.title.nl, due=task.open)


def _question(question: Question) -> Item:
    """Describe a question: whether it is open, and what the answer is; never the words of it."""
    said = {
        QuestionState.ANSWERED: f"{ANSWERED}|{sha256(question.answer.encode()).hexdigest()[:16]}",
        QuestionState.DEALT_WITH: "dealt",
        QuestionState.SILENT: "silent",
        QuestionState.REFUSED: "refused",
    }.get(question.state, OPEN)
    return Item(f"{QUESTION}:{question.id}", QUESTION, question.version, said)


def _plan(plan: Plan) -> Item:
    said = plan_shows(plan)
    return Item(PLAN, PLAN, plan.version, said, said)


def _term(plan: Plan | None, news: News | None) -> Item:
    """Describe the end of the term: the day, and what was announced of it: both together are one news."""
    last = plan.term.last_day.isoformat() if plan and plan.term else ""
    version = (plan.version if plan else 0) + (news.version if news else 0)
    return Item(TERM, TERM, version, f"{last}|{news.version}" if news else last, last)


def _pause(case: Snapshot, news: News | None) -> Item:
    """Describe whether the plan rests; the case or DUO may say so, and who says it second adds nothing."""
    version = news.version if news else case.plan.version if case.plan else 1
    return Item(str(NewsKind.PAUSE), str(NewsKind.PAUSE), version, RESTS if case.resting else GOES_ON)


def plan_shows(plan: Plan) -> str:
    """Return how the parts of a plan stand, as "part=status" parted by spaces; counters are left out."""
    return " ".join(f"{name}={status}" for name, status in stands(plan).items())


def stands(plan: Plan) -> dict[str, str]:
    """Return the status of each part by its kind, exams by "examen-<part>"."""
    return {
        f"{part.kind}-{part.exam}" if part.kind is PartKind.EXAM else str(part.kind): UNKNOWABLE.get(
            part.status, part.status
        )
        for part in plan.parts
    }


def read_stands(shows: str) -> dict[str, str]:
    """Read what `plan_shows` wrote."""
    return dict(pair.split("=", 1) for pair in shows.split() if "=" in pair)
