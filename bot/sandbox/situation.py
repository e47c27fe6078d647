"""A moment in one person's conversation, as the beginning of a walk through the dialogs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bot.cases.model import Facts
from bot.sandbox.town import tenant_of
from bot.state.events import Event, Looked
from bot.state.scene import Scene
from bot.state.session import Place, Session
from bot.state.told import begin

MUNICIPALITY = "waterveen"
NOW = datetime(2026, 11, 23, 7, 10, tzinfo=UTC)
"""Monday 08:10 in Amsterdam, in the week for which the town's files were written."""
ID = "sample"


@dataclass(frozen=True, slots=True)
class Situation:
    """What happens to whom. `facts` are those that a visitor sees once linked; `place` is seen at once.

    `own` marks a person of the town without anything unusual.
    """

    title: str
    scene: Scene
    events: tuple[Event, ...] = (Looked(ID, NOW, "redraw"),)
    facts: Facts | None = None
    own: bool = False
    place: Place | None = None


def stranger(language: str) -> Scene:
    """Somebody who has no link yet."""
    return Scene(Session(language=language), tenant_of(MUNICIPALITY), NOW, "link", translation=True)


def linked(facts: Facts | None, language: str, now: datetime = NOW, **session: object) -> Scene:
    """Somebody at home who knows everything that the facts say now; `session` says what is different."""
    mine = Session(stage="linked", language=language, reading="read", screen="home.home")
    scene = replace(
        stranger(language), session=mine, now=now, facts=facts, link_state="linked", own_person="p"
    )
    return replace(scene, session=replace(begin(scene), **session))  # type: ignore[arg-type]
