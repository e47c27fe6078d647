"""Walks through the dialogs by tapping every button once, and keeps each kind of screen and push it meets."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from bot.cases.model import Facts, OwnWrite
from bot.channels.base import View
from bot.sandbox.situation import ID, Situation
from bot.state.engine import Engine
from bot.state.events import Event, Tapped
from bot.state.scene import Scene
from bot.state.session import Place
from bot.state.turn import EndLink, MarkLinked, Notice, Notify, Turn, WriteCase
from bot.words.catalogues import Catalogues
from bot.words.preview import Sample
from bot.words.render import render, render_push

OWN = frozenset(
    {"home.home", "home.waiting", "plan.overview", "plan.parts", "plan.who", "lessons.week", "tasks.list"}
)
"""Screens that are worth seeing for each person of the town."""
FAR = 400
"""Kinds of screens after which a walk ends; a guard against walks without end."""


@dataclass(frozen=True, slots=True)
class Step:
    """A moment of a walk: what stands on the phone or has just arrived."""

    scene: Scene
    shows: Place | Notice


@dataclass(frozen=True, slots=True)
class Walker:
    """Walks in one language."""

    engine: Engine
    catalogues: Catalogues
    language: str

    def samples(self, situations: Iterable[Situation]) -> Iterator[Sample]:
        """One sample of each kind of screen and push, in order of their names; `OWN` ones of everybody."""
        found: dict[tuple[str, ...], Sample] = {}
        for situation in situations:
            for kind, step in self.walk(situation).items():
                title = f"{' '.join(filter(None, kind[:3]))} ({situation.title})"
                sample = Sample(title, step.scene, step.shows)
                if situation.own and kind[0] in OWN:
                    found[(*kind[:3], situation.title)] = sample
                elif not any(other[: len(kind[:3])] == kind[:3] for other in found):
                    found[kind[:3]] = sample
        return (found[kind] for kind in sorted(found))

    def walk(self, situation: Situation) -> dict[tuple[str, ...], Step]:
        """All kinds of moments that can be reached from a situation, each with the first one met."""
        met: dict[tuple[str, ...], Step] = {}
        waiting = deque(self._begin(situation))
        while waiting and len(met) < FAR:
            step = waiting.popleft()
            kind = self._kind(step)
            if kind is None or kind in met:
                continue
            met[kind] = step
            for tap in self._taps(step):
                waiting.extend(self._step(step.scene, tap, situation.facts)[1])
        return met

    def _kind(self, step: Step) -> tuple[str, ...] | None:
        """The screen, its variant and its first lines; None where a push no longer holds."""
        place = step.shows if isinstance(step.shows, Place) else Place(step.shows.screen, step.shows.arg)
        shown = self.engine.show(step.scene, place)
        if isinstance(step.shows, Notice) and shown.screen.name != step.shows.screen:
            return None
        variant = (shown.fill.text or "").partition("--")[2] + self._choice(step.scene, shown.screen.name)
        firsts = (first.key for first in (shown.place.first, shown.fill.first) if first is not None)
        return (shown.screen.name, variant, *firsts)

    def _choice(self, scene: Scene, screen: str) -> str:
        """What else makes two views of a screen differ: the level chosen, the reminder sent."""
        if screen == "consent.level":
            return scene.session.level
        sent = (key for key in scene.session.told if key.startswith("campaign:"))
        return " ".join(sent) if screen == "push.reminder" else ""

    def _begin(self, situation: Situation) -> Iterator[Step]:
        scene = situation.scene
        if situation.place is not None:
            yield Step(scene, situation.place)
        for event in situation.events:
            scene, steps = self._step(scene, event, situation.facts)
            yield from steps

    def _step(self, scene: Scene, event: Event, facts: Facts | None) -> tuple[Scene, list[Step]]:
        turn = self.engine.step(scene, event)
        after = self._after(scene, turn, facts)
        steps = [Step(after, turn.place)] if turn.place is not None else []
        steps += [Step(after, effect.notice) for effect in turn.effects if isinstance(effect, Notify)]
        return after, steps

    def _after(self, scene: Scene, turn: Turn, facts: Facts | None) -> Scene:
        """The scene as the store would hold it afterwards; the walk's language stays."""
        scene = replace(scene, session=replace(turn.session, language=self.language))
        for effect in turn.effects:
            match effect:
                case WriteCase(write) if scene.facts is not None:
                    scene = replace(
                        scene, facts=replace(scene.facts, own=(*scene.facts.own, OwnWrite(write)))
                    )
                case MarkLinked():
                    scene = replace(scene, link_state="linked", own_person="p", facts=scene.facts or facts)
                case EndLink():
                    scene = replace(scene, link_state="ended")
                case _:
                    pass
        return scene

    def _taps(self, step: Step) -> Iterator[Tapped]:
        view = self._view(step)
        for row in view.rows if view is not None else ():
            for button in row:
                yield Tapped(ID, step.scene.now, 1, button.screen, button.event, button.arg)

    def _view(self, step: Step) -> View | None:
        if isinstance(step.shows, Notice):
            return render_push(self.engine, self.catalogues, step.scene, step.shows)
        return render(self.engine, self.catalogues, step.scene, step.shows)
