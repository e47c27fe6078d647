"""home: today, what now, waiting, more."""

from __future__ import annotations

from bot.cases.model import Appointment
from bot.dialogs.fills.change import change_line
from bot.dialogs.fills.data import asof, facts_of, known
from bot.dialogs.fills.day import on, today_line
from bot.dialogs.fills.lesson import next_lesson
from bot.dialogs.fills.moment import day
from bot.dialogs.fills.task import counted, open_tasks, title
from bot.dialogs.fills.waiting import waiting, waits
from bot.state.declare import SAME, Fill, Instead, Screen, dialog, do, go
from bot.state.items import short
from bot.state.scene import Scene
from bot.state.session import Place
from bot.state.told import unanswered
from bot.state.turn import Outcome
from bot.state.values import Day, Value

ITEMS = 4
TO_CONFIRM = "voorgesteld"
WATCHES = frozenset({"lesson", "appointment", "task"})


def _home(scene: Scene) -> Fill | Instead:
    today = day(scene.wall.date())
    if scene.facts is None:
        age = asof(scene)
        return Fill({**today, "asof": age["asof"], "newer": age["newer"]}, text="home-home--noplan")
    facts = scene.facts
    entries = on(facts, scene.wall.date())
    values = {**today, **counted(facts), **asof(scene)}
    if not entries:
        if waits(scene, facts):
            return Instead(Place("home.waiting"))
        return Fill({**values, "next": next_lesson(scene)}, text="home-home--free")
    lines = [today_line(scene, entry) for entry in entries[:ITEMS]]
    lines += [None] * (ITEMS - len(lines))
    return Fill({**values, **{f"item{n}": line for n, line in enumerate(lines, 1)}})


def _waiting(scene: Scene) -> Fill | Instead:
    facts = facts_of(scene)
    if not waits(scene, facts) or on(facts, scene.wall.date()):
        return Instead(Place("home.home"))
    age = asof(scene)
    count = counted(facts)["n"]
    values = {**waiting(scene, facts), "n": count, "asof": age["asof"], "newer": age["newer"]}
    hidden = {event for event, there in (("tasks", count), ("plan", facts.snapshot.plan)) if not there}
    return Fill(values, hidden=frozenset(hidden))


def _more(scene: Scene) -> Fill:
    return Fill()


def _now(scene: Scene) -> Fill:
    """Name one thing: an unanswered change of today, an appointment to confirm, the first task."""
    target, values = _first(scene)
    if not target:
        return Fill(text="home-now--nothing", hidden=frozenset({"go", "help"}))
    return Fill(values)


def _first(scene: Scene) -> tuple[str, dict[str, Value]]:
    facts, today = facts_of(scene), scene.wall.date()
    changed = next((item for item in unanswered(scene) if item.begins and item.begins.date() == today), None)
    if changed is not None:
        return "changes", _action(change_line(scene, changed), None, None)
    asked = next((a for a in facts.snapshot.appointments if _to_confirm(a) and a.starts > scene.wall), None)
    if asked is not None:
        return f"appointment:{asked.id}", _action(today_line(scene, asked), Day(asked.starts.date()), None)
    task = next(iter(open_tasks(facts)), None)
    if task is None:
        return "", {}
    return f"task:{task.id}", _action(title(task), Day(task.due) if task.due else None, task.minutes)


def _to_confirm(talk: Appointment) -> bool:
    return talk.status == TO_CONFIRM and talk.answer is None


def _action(action: Value, date: Value, minutes: int | None) -> dict[str, Value]:
    return {"action": action, "date": date, "minutes": minutes}


def _go(scene: Scene) -> Outcome:
    target, _ = _first(scene) if scene.facts else ("", {})
    if not target:
        return Outcome("unavailable", scene.session)
    kind = target.split(":", 1)[0]
    return Outcome(
        "ok" if kind == "task" else kind, scene.session, arg=short(target) if ":" in target else ""
    )


HOME = dialog(
    "home",
    Screen(
        "home.home",
        _home,
        (
            go("lessons", "lessons.week", keeps=False, row=1),
            go("tasks", "tasks.list", keeps=False, row=1),
            go("plan", "plan.overview", keeps=False, row=2),
            go("people", "people.list", keeps=False, row=2),
            go("more", "home.more", keeps=False, row=3),
            go("now", "home.now", keeps=False, row=3),
        ),
        footer=False,
        watches=WATCHES,
    ),
    Screen(
        "home.now",
        known(_now),
        (
            do(
                "go",
                _go,
                ok="tasks.task",
                changes="lessons.changes",
                appointment="appointments.appointment",
                unavailable=SAME,
                always=True,
            ),
            go("help", "people.ask", arg="caseworker"),
        ),
    ),
    Screen(
        "home.waiting",
        known(_waiting),
        (
            go("tasks", "tasks.list", keeps=False, row=1),
            go("people", "people.list", keeps=False, row=1),
            go("plan", "plan.overview", keeps=False, row=2),
            go("more", "home.more", keeps=False, row=2),
        ),
        footer=False,
        watches=WATCHES | {"plan"},
    ),
    Screen(
        "home.more",
        _more,
        (
            go("language", "language.language", row=1),
            go("reminders", "reminders.reminders", row=1),
            go("privacy", "privacy.privacy", row=2),
            go("help", "help.help", row=2),
        ),
    ),
)
