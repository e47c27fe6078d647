"""The turns of the real dialogs, of one language: every button of every situation tapped once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.cases.model import Facts
from bot.channels.base import View
from bot.dialogs import DIALOGS
from bot.sandbox.samples import situations
from bot.sandbox.walk import Walker
from bot.state.engine import Engine
from bot.state.events import Event
from bot.state.scene import Scene
from bot.state.turn import MarkLinked, Turn
from bot.words.catalogues import Catalogues
from bot.words.render import render


@dataclass(frozen=True, slots=True)
class Given:
    """What a turn begins with. `facts` are those that a visitor sees once linked."""

    scene: Scene
    event: Event
    facts: Facts | None = None


class Recorder(Engine):
    """The engine of the walks, which writes down every turn that it is asked for."""

    def __init__(self) -> None:
        super().__init__(DIALOGS)
        self.given: list[tuple[Scene, Event]] = []

    def step(self, scene: Scene, event: Event) -> Turn:
        """Decide one event, and remember it."""
        self.given.append((scene, event))
        return super().step(scene, event)


def real_turns(people: Mapping[str, Facts], catalogues: Catalogues, language: str) -> tuple[Given, ...]:
    """Every turn of every walk of this language."""
    found: list[Given] = []
    for situation in situations(people, language):
        recorder = Recorder()
        Walker(recorder, catalogues, language).walk(situation)
        found += [Given(scene, event, situation.facts) for scene, event in recorder.given]
    return tuple(found)


def take(engine: Engine, catalogues: Catalogues, given: Given) -> View | None:
    """One turn as worker and sender do it: transition, then the screen in words; None where none is shown."""
    turn = engine.step(given.scene, given.event)
    if turn.place is None:
        return None
    after = replace(given.scene, session=turn.session)
    if any(isinstance(effect, MarkLinked) for effect in turn.effects):
        after = replace(after, link_state="linked", own_person="p", facts=after.facts or given.facts)
    return render(engine, catalogues, after, turn.place)
