"""A person's own unconfirmed writes, as a turn and its screens see them (design §6)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.cases.model import Absence, Facts, OwnWrite, WriteKind
from bot.cases.overlay import with_own
from bot.state.scene import Scene
from bot.state.turn import Effect, WriteCase


def overlaid(scene: Scene) -> Scene:
    """Show own writes over the facts that were read; harmless where that was done already."""
    if scene.facts is None or not scene.facts.own:
        return scene
    return replace(scene, facts=_over(scene.facts, scene.facts.own))


def after(scene: Scene, effects: Iterable[Effect]) -> Scene:
    """Return the scene as it is once these effects are recorded, so that the next screen shows them."""
    if scene.facts is None:
        return scene
    fresh = tuple(OwnWrite(effect.write) for effect in effects if isinstance(effect, WriteCase))
    return replace(scene, facts=_over(scene.facts, (*scene.facts.own, *fresh))) if fresh else scene


def _over(facts: Facts, own: tuple[OwnWrite, ...]) -> Facts:
    return replace(facts, own=own, snapshot=with_own(facts.snapshot, own))


def absence(facts: Facts, lesson: str) -> Absence | None:
    """Return what the school was told about this lesson, unless the person comes after all."""
    return next((a for a in facts.snapshot.absences if a.lesson == lesson and not a.withdrawn), None)


def last_write(facts: Facts, item: str, *kinds: WriteKind) -> OwnWrite | None:
    """Return the newest own write of these kinds about this item; an empty item stands for any."""
    fitting = [o for o in facts.own if o.write.kind in kinds and item in {o.write.item, ""} and not o.refused]
    return sorted(fitting, key=lambda o: o.write.at)[-1] if fitting else None


def refused(facts: Facts, item: str, *kinds: WriteKind) -> OwnWrite | None:
    """Return the newest own write of these kinds about this item, if the case system refused it for good."""
    fitting = [o for o in facts.own if o.write.kind in kinds and o.write.item == item]
    newest = max(fitting, key=lambda o: o.write.at, default=None)
    return newest if newest is not None and newest.refused else None
