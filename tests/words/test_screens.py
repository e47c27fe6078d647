"""Every screen of every person, in every language, as a phone would show it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.cases.model import Facts
from bot.dialogs import DIALOGS
from bot.state.declare import Fill
from bot.state.engine import Engine
from bot.state.scene import Invitation, Scene
from bot.state.session import Place, Session
from bot.words.catalogues import Catalogues
from bot.words.forbidden import Forbidden
from bot.words.proof import faults
from bot.words.render import render
from tests.clocks import NOW
from tests.people import EVERYBODY, asking
from tests.tenants import waterveen

from .conftest import CONTENT

ENGINE = Engine(DIALOGS)
WITH_QUESTIONS = {**EVERYBODY, "Samira": asking}
LANGUAGES = Catalogues(CONTENT).languages
STAGES = ("new", "asked", "who", "waiting", "consent", "linked")
ROLES = ("caseworker", "school", "coach", "employer", "duo")
PARTS = ("taal", "knm", "pvt", "map", "participatie", "alfabetisering", "taalschakeltraject")
INVITATION = Invitation("i1", "p1", "letter", "ar", "S", "Anneke Postma", NOW + timedelta(days=14), True)


def places(scene: Scene) -> Iterator[Place]:
    """Every screen, with every argument that could mean something there."""
    facts = scene.facts
    handles: list[str] = []
    if facts is not None:
        handles += [lesson.handle for lesson in facts.lessons[:3]]
        handles += [task.handle for task in facts.snapshot.tasks]
        handles += [appointment.handle for appointment in facts.snapshot.appointments]
        handles += [question.handle for question in facts.questions]
    for screen in ENGINE.screens:
        for argument in ("", *ROLES, *PARTS, *handles) if facts else ("",):
            yield Place(screen.name, argument)


def scenes(facts: Facts, language: str) -> Iterator[Scene]:
    for stage in STAGES:
        session = Session(stage=stage, language=language, draft="x", draft_dutch="Mag dat?", draft_back="x")
        linked = stage in {"consent", "linked"}
        scene = Scene(session, waterveen(), NOW, "link-1", invitation=INVITATION)
        yield replace(scene, facts=facts, link_state="linked") if linked else scene


@pytest.mark.parametrize("name", WITH_QUESTIONS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_screen_is_short_neutral_and_whole(
    catalogues: Catalogues, forbidden: Forbidden, language: str, name: str
) -> None:
    facts, found = WITH_QUESTIONS[name](), set()
    for scene in scenes(facts, language):
        for place in places(scene):
            if not isinstance(ENGINE.load(scene, place), Fill):
                continue  # shown under the name of the screen that stands in for it
            push = place.screen.startswith("push.")
            view = render(ENGINE, catalogues, scene, place, push=push)
            for text in (view.text, *(button.label for row in view.rows for button in row)):
                found |= {
                    f"{place.screen} {fault}: {text}"
                    for fault in faults(text, language, forbidden, push=push)
                }
    assert sorted(found) == []
