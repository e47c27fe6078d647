"""Tasks as values; open ones by date, undated last."""

from __future__ import annotations

from datetime import date

from bot.cases.model import Facts, Task, TaskStatus, Text
from bot.dialogs.fills.text import worded
from bot.state.items import named
from bot.state.scene import Scene
from bot.state.values import Day, Joined, Raw, Term, Value

PAGE = 3
DONE = {TaskStatus.DONE, TaskStatus.PROCESSED}


def task(scene: Scene) -> Task | None:
    """Find the task that the place's argument names, among the own ones only; closed ones are gone."""
    if scene.facts is None:
        return None
    handle, _ = named(scene.arg)
    tasks = (t for t in scene.facts.snapshot.tasks if t.status is not TaskStatus.CLOSED)
    return next((found for found in tasks if found.handle == handle), None)


def open_tasks(facts: Facts) -> tuple[Task, ...]:
    """Return what is to do, most urgent first."""
    return tuple(sorted((t for t in facts.snapshot.tasks if t.open), key=lambda t: (t.due or date.max, t.id)))


def done_tasks(facts: Facts) -> tuple[Task, ...]:
    """Return what was done, newest first."""
    done = [t for t in facts.snapshot.tasks if t.status in DONE]
    return tuple(sorted(done, key=lambda t: (t.done_on or date.min, t.id), reverse=True))


def counted(facts: Facts) -> dict[str, Value]:
    """Return {n} and {due} of home; nothing where there is no task."""
    tasks = open_tasks(facts)
    due = next((t.due for t in tasks if t.due), None)
    return {"n": len(tasks) or None, "due": Day(due) if due else None}


def title(found: Task) -> Value:
    """Return {task}."""
    return worded(found.title)


def step(icon: str, text: Text) -> Value:
    """Return a step with its picture."""
    return Joined((icon or None, worded(text)), "words")


def line(number: int, found: Task, on: date | None, key: str = "line-task") -> Term:
    """Return a line of a list of tasks."""
    return Term(key, {"n": number, "task": title(found), "date": Day(on) if on else None})


def giver(found: Task) -> Value:
    """Return {given_by}; the text says "your municipality" where it is missing."""
    return Raw(found.given_by) if found.given_by else None


def page_of(argument: str, tasks: tuple[Task, ...]) -> int:
    """Return the page that an argument names: its number, or the page on which that task stands."""
    if argument.isdigit() and len(argument) < 4:
        return min(int(argument), max(0, (len(tasks) - 1) // PAGE))
    handles = [t.handle for t in tasks]
    return handles.index(argument) // PAGE if argument in handles else 0
