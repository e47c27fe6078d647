"""Which push says what became of an item, how urgent it is, until when it makes sense (storyboards §3)."""

from __future__ import annotations

from datetime import datetime

from bot.cases.model import Task
from bot.clock import instant
from bot.state.items import ANSWERED, GOES_ON, NEWS, OPEN, QUESTION, TERM, Item, arg
from bot.state.moment import allowed, bundled, soon, urgent
from bot.state.scene import Scene
from bot.state.turn import Notice, Priority

_KINDS = {
    "lesson": "les",
    "appointment": "afspraak",
    "task": "taak",
    "term": "termijn",
    "question": "antwoord",
}
"""Kinds of items as a tenant's profile calls them."""


def speaks(scene: Scene, item: Item) -> bool:
    """Whether the municipality lets us tell of this kind of item, or tells it another way."""
    kind = "nieuws" if item.kind in NEWS - {TERM} else _KINDS.get(item.kind, item.kind)
    return kind in scene.tenant.profiel.berichten


def notice(scene: Scene, item: Item, base: str | None) -> Notice | None:
    """Return the notice that says how this item differs from its base (None: unknown so far), or None for
    silence.
    """
    if item.kind in {"lesson", "appointment"}:
        return _happening(scene, item, base)
    if item.kind == QUESTION:
        return _question(scene, item)
    if item.kind == "task":
        return _task(scene, item) if not base and item.due else None
    if item.digest == GOES_ON:
        return None
    if item.kind in NEWS - {TERM}:
        return _plain(scene, item, "push.news")
    if base is None:
        return _plain(scene, item, "push.plan") if item.kind == "plan" else None
    return _plain(scene, item, "push.plan" if item.kind == "plan" else "push.news")


def _happening(scene: Scene, item: Item, base: str | None) -> Notice | None:
    if item.begins is None or item.begins <= scene.wall:
        return None
    screen = _lesson(item, base) if item.kind == "lesson" else _appointment(item, base)
    if screen is None:
        return None
    moments = [m for m in (item.begins, _starts(base)) if m is not None and m > scene.wall]
    first = min(moments)
    return Notice(
        item.key,
        item.version,
        screen,
        arg(item.key, item.version),
        Priority.URGENT if urgent(first, scene.wall) else Priority.REMINDER,
        soon(scene.now, first, scene.tenant.stilte, settled=item.settled),
        instant(item.begins),
    )


def _lesson(item: Item, base: str | None) -> str | None:
    if not base:
        return None
    was, now = base.split("|"), item.digest.split("|")
    if now[1] == "cancelled":
        return "push.lesson.cancelled"
    if was[1] == "cancelled" and was[0] == now[0]:
        return "push.lesson.on"
    if was[:2] != now[:2]:
        return "push.lesson.moved"
    if now[2] == "online" != was[2]:
        return "push.lesson.online"
    return "push.lesson.room"


def _appointment(item: Item, base: str | None) -> str | None:
    if not item.due:
        return "push.appointment.cancelled" if base and item.digest.split("|")[1] == "cancelled" else None
    if not base:
        return "push.appointment"
    return "push.appointment.moved"


def _starts(base: str | None) -> datetime | None:
    return datetime.fromisoformat(base.split("|", 1)[0]) if base else None


def _task(scene: Scene, item: Item) -> Notice:
    tasks = scene.facts.snapshot.tasks if scene.facts else ()
    until = _until(next((task for task in tasks if f"task:{task.id}" == item.key), None))
    at = bundled(scene.now, scene.tenant.stilte)
    if until is not None and at >= until:
        # Tomorrow's bundle would come after the last day.
        at = allowed(scene.now, scene.tenant.stilte)
    screen = "push.task.new"
    return Notice(item.key, item.version, screen, arg(item.key, item.version), Priority.BROADCAST, at, until)


def _question(scene: Scene, item: Item) -> Notice | None:
    """An answer, also a changed one, is told; so is that none comes. That it waits is no news."""
    if item.digest == OPEN:
        return None
    answered = item.digest.startswith(ANSWERED)
    return _plain(scene, item, "push.answer" if answered else "push.question")


def _until(task: Task | None) -> datetime | None:
    if task is None or task.due is None:
        return None
    return instant(datetime.combine(task.due, datetime.max.time()))


def _plain(scene: Scene, item: Item, screen: str) -> Notice:
    quiet = scene.tenant.stilte
    return Notice(
        item.key,
        item.version,
        screen,
        arg(item.key, item.version),
        Priority.REMINDER,
        soon(scene.now, None, quiet),
        protected=True,
    )


def ready(scene: Scene) -> Notice:
    """Return the notice that the link was confirmed."""
    return Notice(
        "link", 1, "push.link.ready", "", Priority.REMINDER, allowed(scene.now, scene.tenant.stilte)
    )
