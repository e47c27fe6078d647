"""One told change as a line: what is cancelled, moved, elsewhere or online, with what was told before."""

from __future__ import annotations

from datetime import datetime

from bot.cases.model import Appointment, Lesson
from bot.dialogs.fills.lesson import place_of
from bot.dialogs.fills.moment import moment
from bot.dialogs.fills.place import short_with_room
from bot.state.items import Item
from bot.state.scene import Scene
from bot.state.values import At, Day, Joined, Term, Value


def change_line(scene: Scene, item: Item) -> Value:
    """Return the line of `lessons.changes` for this item; missing where it is gone."""
    found = _found(scene, item)
    if found is None:
        return None
    values = {**moment(found.starts), "old": old(scene, item.key, found.starts)}
    if isinstance(found, Appointment):
        return Term("change-appointment-cancelled" if found.cancelled else "change-appointment", values)
    if found.cancelled:
        return Term("change-cancelled", values)
    if values["old"] is not None:
        return Term("change-moved", values)
    if _was_cancelled(scene, item.key):
        return Term("change-on", values)
    if found.place.online:
        return Term("change-online", values)
    return Term("change-place", {**values, "place": short_with_room(place_of(scene, found))})


def old(scene: Scene, key: str, starts: datetime) -> Value:
    """Return {old}: the moment told before, where it was another one."""
    told = scene.session.told.get(key)
    if told is None or not told.shown_before:
        return None
    before = datetime.fromisoformat(told.shown_before)
    if before == starts:
        return None
    return Joined((Day(before.date(), weekday=True), At(before.time())), "words")


def _was_cancelled(scene: Scene, key: str) -> bool:
    told = scene.session.told.get(key)
    return told is not None and "|cancelled|" in (told.before or "")


def _found(scene: Scene, item: Item) -> Lesson | Appointment | None:
    if scene.facts is None:
        return None
    every: tuple[Lesson | Appointment, ...] = (*scene.facts.lessons, *scene.facts.snapshot.appointments)
    return next((one for one in every if item.key.endswith(f":{one.id}")), None)
