"""Translators see every screen, every variant of a text and every push, from the example town's data."""

from __future__ import annotations

import asyncio
import re
from functools import cache
from pathlib import Path

from bot.channels.base import View
from bot.dialogs import DIALOGS
from bot.sandbox.previews import write_previews
from bot.sandbox.samples import read_people, situations
from bot.sandbox.situation import NOW
from bot.sandbox.walk import Walker
from bot.settings import CONTENT
from bot.state.engine import Engine
from bot.state.session import Place
from bot.words.catalogues import Catalogues
from bot.words.preview import Sample
from bot.words.render import render, render_push

ENGINE = Engine(DIALOGS)
CATALOGUES = Catalogues(CONTENT)
NO_WAY = {"plan-parts--none", "plan-exams--none", "plan-dates--none", "lessons-day--none"}
"""Variants that stand for data which vanish while somebody looks at them; no button leads there."""
DUTCH_ONLY = {"people-check--dutch"}


@cache
def samples() -> tuple[Sample, ...]:
    people = asyncio.run(read_people())
    return tuple(Walker(ENGINE, CATALOGUES, "en").samples(situations(people, "en")))


def place(sample: Sample) -> Place:
    shows = sample.shows
    return shows if isinstance(shows, Place) else Place(shows.screen, shows.arg)


def view(sample: Sample) -> View | None:
    if isinstance(sample.shows, Place):
        return render(ENGINE, CATALOGUES, sample.scene, sample.shows)
    return render_push(ENGINE, CATALOGUES, sample.scene, sample.shows)


def test_every_screen_is_shown() -> None:
    assert {screen.name for screen in ENGINE.screens} - {
        place(sample).screen for sample in samples()
    } == set()


def test_every_variant_of_a_text_is_shown() -> None:
    fills = [ENGINE.show(sample.scene, place(sample)).fill for sample in samples()]
    shown = {fill.text for fill in fills}
    screens = {
        screen.name.replace(".", "-") for screen in ENGINE.screens if not screen.name.startswith("push.")
    }
    variants = {
        key for key in CATALOGUES.of("en").messages if key.partition("--")[0] in screens and "--" in key
    }
    assert variants - shown == NO_WAY | DUTCH_ONLY


def test_the_people_are_those_of_the_town() -> None:
    people = asyncio.run(read_people())
    assert "Samira" in people
    assert all(facts.as_of == NOW and not facts.snapshot.unreadable for facts in people.values())


def test_everything_can_be_put_into_words() -> None:
    assert [sample.title for sample in samples() if view(sample) is None] == []


def test_a_page_per_language_and_an_index(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    (content / "en").symlink_to(CONTENT / "en")
    index, english = write_previews(tmp_path / "out", content)
    assert re.findall(r'href="(\w+)\.html"', index.read_text(encoding="utf-8")) == ["en"]
    assert english.read_text(encoding="utf-8").count("<figure>") > len(ENGINE.screens)
