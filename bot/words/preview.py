"""Writes one HTML page per language with every sample screen and push in a phone frame, for translators."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape
from pathlib import Path

from bot.channels.base import View
from bot.state.scene import Scene
from bot.state.session import Place
from bot.state.turn import Notice
from bot.words.catalogues import Catalogues
from bot.words.proof import words
from bot.words.render import Screens, render, render_push
from bot.words.tags import rtl

LEVELS = ("L0", "L1", "L2")

_STYLE = """
body { font: 16px/1.4 system-ui, sans-serif; background: #e8edf2; margin: 2rem; }
main { display: flex; flex-wrap: wrap; gap: 1.5rem; align-items: flex-start; }
figure { margin: 0; width: 20rem; }
figcaption { font: 12px monospace; color: #444; direction: ltr; text-align: left; overflow-wrap: anywhere; }
.phone { border: 2px solid #333; border-radius: 1.2rem; padding: 0.8rem; background: #cfe3d4; }
.text { background: #fff; border-radius: 0.8rem; padding: 0.6rem; white-space: pre-wrap; }
.row { display: flex; gap: 0.3rem; margin-top: 0.3rem; direction: ltr; }
.row span { flex: 1; background: #35566d; color: #fff; border-radius: 0.5rem; padding: 0.4rem; }
.text, .row span { unicode-bidi: plaintext; }
.row span { text-align: center; }
"""


@dataclass(frozen=True, slots=True)
class Sample:
    """A moment worth looking at: a scene and the place or notice that it shows."""

    title: str
    scene: Scene
    shows: Place | Notice


Samples = Callable[[str], Iterable[Sample]]
"""Gives the samples for a language: their scenes' sessions have that language."""


def preview(engine: Screens, catalogues: Catalogues, samples: Samples, out: Path) -> tuple[Path, ...]:
    """Write `<language>.html` for every language into a folder and return the paths."""
    out.mkdir(parents=True, exist_ok=True)
    written = []
    for language in catalogues.languages:
        phones = [
            _phone(title, view)
            for sample in samples(language)
            for title, view in _views(engine, catalogues, sample)
        ]
        path = out / f"{language}.html"
        path.write_text(_page(catalogues, language, phones), encoding="utf-8")
        written.append(path)
    return tuple(written)


def _views(engine: Screens, catalogues: Catalogues, sample: Sample) -> Iterable[tuple[str, View]]:
    if isinstance(sample.shows, Place):
        yield sample.title, render(engine, catalogues, sample.scene, sample.shows)
        return
    for level in LEVELS:
        view = render_push(engine, catalogues, sample.scene, sample.shows, level)
        if view is not None:
            yield f"{sample.title} {level}", view


def _phone(title: str, view: View) -> str:
    rows = "".join(f'<div class="row">{"".join(_button(b.label) for b in row)}</div>' for row in view.rows)
    note = f"{title} · {words(view.text)} words{' · protected' if view.protected else ''}"
    text = f'<div class="text" dir="auto">{escape(view.text)}</div>'
    return f'<figure><figcaption>{escape(note)}</figcaption><div class="phone">{text}{rows}</div></figure>'


def _button(label: str) -> str:
    return f'<span dir="auto">{escape(label)}</span>'


def _page(catalogues: Catalogues, language: str, phones: list[str]) -> str:
    statuses = sorted({s.state if s else "no header" for s in catalogues.of(language).statuses.values()})
    direction = "rtl" if rtl(language) else "ltr"
    head = f'<meta charset="utf-8"><title>Wegwijs {language}</title><style>{_STYLE}</style>'
    title = f"<h1>{language}: {', '.join(statuses)}</h1>"
    body = f'{title}<main dir="{direction}">{"".join(phones)}</main>'
    return f'<!doctype html><html lang="{language}"><head>{head}</head><body>{body}</body></html>\n'
