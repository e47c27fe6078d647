"""Acknowledging: "I understand" counts for the version that its button carries, and for no other (design
§3.11).
"""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from bot.state.digest import DIGEST, LINES, ahead
from bot.state.items import Item, items, named, short
from bot.state.scene import Scene
from bot.state.told import renew, unanswered
from bot.state.turn import Effect, Mark, Outcome, Withdraw

SEEN = "seen"
UNDERSTOOD = "understood"
REMINDER = "push.lesson.reminder"
TOGETHER = 3
"""How many changes are shown, and acknowledged, with one button."""


def key_of(scene: Scene, handle: str) -> str | None:
    """Find the item that a handle names, among what was told and the own facts only."""
    known = list(scene.session.told)
    if scene.facts is not None:
        known += [item.key for item in items(scene.facts)]
    return next((key for key in known if short(key) == handle), None)


def seen(scene: Scene, screen: str, argument: str) -> tuple[Effect, ...]:
    """Record that a button of this push was tapped."""
    handle, version = named(argument)
    key = key_of(scene, handle)
    if key is None or version is None:
        return ()
    if key == DIGEST:
        return tuple(Mark(covered, its, SEEN) for covered, its in ahead(scene)[:LINES])
    item = key.replace("lesson:", "reminder:", 1) if screen == REMINDER else key
    return (Mark(item, version, SEEN),)


def acknowledge(scene: Scene) -> Outcome:
    """Acknowledge one item, `scene.arg` naming it and its version. Outcomes: ok, changed, unavailable.

    Where the facts have moved on since, nothing is acknowledged: the newest counts as told and is asked
    again.
    """
    handle, version = named(scene.arg)
    key = key_of(scene, handle)
    if key is None or version is None:
        return Outcome("unavailable", scene.session)
    told, item = scene.session.told.get(key), _item(scene, key)
    if told is None or told.version != version or (item is not None and item.digest != told.digest):
        renewed = renew(scene, key)
        taken = (Withdraw(key),) if key in scene.pending else ()
        return Outcome("changed", renewed.session, effects=taken)
    session = replace(scene.session, acks={**scene.session.acks, key: version})
    return Outcome("ok", session, arg=handle, effects=(Mark(key, version, UNDERSTOOD),))


def acknowledge_all(scene: Scene) -> Outcome:
    """Acknowledge the changes shown together; `scene.arg` says which. Outcomes: ok, more, changed."""
    waiting = unanswered(scene)
    session, shown = scene.session, waiting[:TOGETHER]
    stale = any(session.told[item.key].digest != item.digest for item in shown)
    if stale or scene.arg != together(scene, shown):
        for item in waiting:
            session = renew(replace(scene, session=session), item.key).session
        return Outcome("changed", session)
    versions = {item.key: session.told[item.key].version for item in shown}
    marks = tuple(Mark(key, version, UNDERSTOOD) for key, version in versions.items())
    session = replace(session, acks={**session.acks, **versions})
    return Outcome("more" if len(waiting) > TOGETHER else "ok", session, effects=marks)


def together(scene: Scene, shown: tuple[Item, ...]) -> str:
    """Return a short name for exactly these versions of these items, for the callback data of "I understand
    all".
    """
    versions = (f"{item.key}.{scene.session.told[item.key].version}" for item in shown)
    return sha256(" ".join(sorted(versions)).encode()).hexdigest()[:12]


def _item(scene: Scene, key: str) -> Item | None:
    if scene.facts is None:
        return None
    return next((item for item in items(scene.facts) if item.key == key), None)
