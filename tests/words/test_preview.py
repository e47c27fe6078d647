"""Translators see every screen and push in a phone frame."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from bot.state.declare import Fill, Screen, go
from bot.state.scene import Scene
from bot.state.session import Place
from bot.state.turn import Notice, Priority
from bot.words.catalogues import Catalogues
from bot.words.preview import Sample, preview
from bot.words.render import Screens

from .conftest import NOW


def test_one_page_per_language_with_all_samples(
    catalogues: Catalogues, scene_in: Callable[..., Scene], few: Callable[..., Screens], tmp_path: Path
) -> None:
    screens = few(
        Screen("home.more", lambda scene: Fill(), (go("help", "help.help"),)),
        Screen("push.task.new", lambda scene: Fill(), (go("open", "home.more"),)),
        Screen("push.signal", lambda scene: Fill(), (go("open", "home.more"),)),
    )

    def samples(language: str) -> Iterator[Sample]:
        yield Sample("more <menu>", scene_in(language), Place("home.more"))
        yield Sample(
            "task", scene_in(language), Notice("task:1", 1, "push.task.new", "", Priority.BROADCAST, NOW)
        )

    pages = preview(screens, catalogues, samples, tmp_path / "out")
    assert [page.stem for page in pages] == list(catalogues.languages)
    english = (tmp_path / "out" / "en.html").read_text(encoding="utf-8")
    assert english.count("<figure>") == 4
    assert "What do you need?" in english
    assert "more &lt;menu&gt;" in english
    assert "📩 There is something new for you." in english
