"""tasks: what is to do, one task, its steps, done and not done."""

from __future__ import annotations

from bot.cases.model import Task, Write, WriteKind
from bot.clock import local
from bot.dialogs.fills.contact import caseworker, not_sent
from bot.dialogs.fills.data import asof, facts_of, fresh, known
from bot.dialogs.fills.moment import day
from bot.dialogs.fills.task import PAGE, done_tasks, giver, line, open_tasks, page_of, step, task, title
from bot.dialogs.fills.text import worded
from bot.state.declare import SAME, Choice, Fill, Instead, Screen, dialog, do, each, go
from bot.state.own import last_write, refused
from bot.state.scene import Scene
from bot.state.session import Place
from bot.state.turn import Outcome, WriteCase
from bot.state.values import At, Day, Term, Value

STEPS = 4
WATCHES = frozenset({"task"})


def _gone() -> Instead:
    return Instead(Place("tasks.list", first=Term("first-task-gone")))


def _list(scene: Scene) -> Fill:
    tasks = open_tasks(facts_of(scene))
    if not tasks:
        return Fill(asof(scene), text="tasks-list--none", each={"task": (), "more": ()})
    lines, buttons = _page(scene, tasks)
    return Fill({"n": len(tasks), **lines, **asof(scene)}, each=buttons)


def _finished(scene: Scene) -> Fill:
    tasks = done_tasks(facts_of(scene))
    if not tasks:
        return Fill(text="tasks-finished--none", each={"task": (), "more": ()})
    lines, buttons = _page(scene, tasks, finished=True)
    return Fill(lines, each=buttons)


def _page(
    scene: Scene, tasks: tuple[Task, ...], *, finished: bool = False
) -> tuple[dict[str, Value], dict[str, tuple[Choice, ...]]]:
    page = page_of(scene.arg, tasks)
    shown = list(enumerate(tasks, 1))[page * PAGE : (page + 1) * PAGE]
    key = "line-finished" if finished else "line-task"
    lines: dict[str, Value] = {f"line{n}": None for n in range(1, PAGE + 1)}
    for at, (number, found) in enumerate(shown, 1):
        lines[f"line{at}"] = line(number, found, found.done_on if finished else found.due, key)
    buttons = {
        "task": tuple(Choice(found.handle, {"n": number}) for number, found in shown),
        "more": (Choice(str(page + 1)),) if len(tasks) > (page + 1) * PAGE else (),
    }
    return lines, buttons


def _task(scene: Scene) -> Fill | Instead:
    found = task(scene)
    if found is None:
        return _gone()
    lost = refused(facts_of(scene), found.id, WriteKind.TASK_DONE, WriteKind.TASK_UNDONE)
    first = not_sent(caseworker(scene)) if lost is not None else None
    if not found.open:
        done = Day(found.done_on) if found.done_on else None
        values = {"task": title(found), "date": done, **fresh(scene)}
        hidden = frozenset({"did", "steps", "help"})
        return Fill(values, text="tasks-task--done", hidden=hidden, first=first)
    when = day(found.due) if found.due else {"weekday": None, "date": None}
    values = {
        "task": title(found),
        "why": worded(found.why) if found.why else None,
        **when,
        "given_by": giver(found),
        **fresh(scene),
    }
    return Fill(values, hidden=frozenset() if found.steps else frozenset({"steps"}), first=first)


def _steps(scene: Scene) -> Fill | Instead:
    found = task(scene)
    if found is None:
        return _gone()
    if not found.steps or not found.open:
        return Instead(Place("tasks.task", found.handle))
    steps: list[Value] = [step(s.icon, s.text) for s in found.steps[:STEPS]]
    steps += [None] * (STEPS - len(steps))
    return Fill({"task": title(found), **{f"step{n}": said for n, said in enumerate(steps, 1)}})


def _done(scene: Scene) -> Fill | Instead:
    found = task(scene)
    if found is None:
        return _gone()
    if found.open:
        return Instead(Place("tasks.task", found.handle))
    following = tuple(Choice(t.handle) for t in open_tasks(facts_of(scene))[:1])
    mine = last_write(facts_of(scene), found.id, WriteKind.TASK_DONE)
    if mine is not None and mine.done_at is None:
        at = local(mine.write.at).time().replace(second=0, microsecond=0)
        return Fill({"time": At(at)}, text="tasks-done--saved", each={"next": following})
    return Fill({"given_by": giver(found)}, each={"next": following})


def _help(scene: Scene) -> Fill | Instead:
    found = task(scene)
    if found is None:
        return _gone()
    who = caseworker(scene)
    return Fill({"task": title(found), "caseworker": who.shown_name or Term("your-contact-person")})


def _did(scene: Scene) -> Outcome:
    """Record that a task is done. Outcomes: ok, gone, unavailable."""
    return _written(scene, WriteKind.TASK_DONE, done=True)


def _undo(scene: Scene) -> Outcome:
    """Record that it is not done yet. Outcomes: ok, gone, unavailable."""
    return _written(scene, WriteKind.TASK_UNDONE, done=False)


def _written(scene: Scene, kind: WriteKind, *, done: bool) -> Outcome:
    if scene.facts is None:
        return Outcome("unavailable", scene.session, first=Term("first-unavailable"))
    found = task(scene)
    if found is None:
        return Outcome("gone", scene.session, arg="", first=Term("first-task-gone"))
    first = None if done else Term("first-undone")
    if found.open is not done:
        return Outcome("ok", scene.session, first=first)
    write = Write(f"{scene.event_id}:0", kind, found.id, scene.now)
    return Outcome("ok", scene.session, first=first, effects=(WriteCase(write),))


DID = do("did", _did, ok="tasks.done", gone="tasks.list", unavailable=SAME)

TASKS = dialog(
    "tasks",
    Screen(
        "tasks.list",
        known(_list),
        (
            each("task", go("task", "tasks.task", row=1)),
            go("done", "tasks.finished", keeps=False, row=2),
            each("more", go("more", SAME, row=2)),
        ),
        watches=WATCHES,
    ),
    Screen(
        "tasks.task",
        known(_task),
        (DID, go("steps", "tasks.steps"), go("help", "tasks.help")),
        up="tasks.list",
        watches=WATCHES,
    ),
    Screen("tasks.steps", known(_steps), (DID, go("help", "tasks.help")), up="tasks.task"),
    Screen(
        "tasks.done",
        known(_done),
        (
            do("undo", _undo, ok="tasks.task", gone="tasks.list", unavailable=SAME),
            each("next", go("next", "tasks.task")),
        ),
        up="tasks.list",
        watches=WATCHES | {"own"},
    ),
    Screen(
        "tasks.finished",
        known(_finished),
        (each("task", go("task", "tasks.task", row=1)), each("more", go("more", SAME, row=2))),
        up="tasks.list",
    ),
    Screen("tasks.help", known(_help), (go("caseworker", "people.ask", arg="caseworker"),), up="tasks.task"),
)
