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
body { font: 16px/1.4 system-ui, "Noto Sans", "Noto Sans Arabic", "Noto Sans Ethiopic", sans-serif;
  background: #e8edf2; color: #17212b; margin: 1rem; }
nav a { display: inline-block; padding: 0.4rem 0.8rem 0.4rem 0; }
h1, h2 { line-height: 1.2; margin: 1.5rem 0 0.5rem; }
section { display: flex; flex-wrap: wrap; gap: 1.5rem 1rem; align-items: flex-start; }
h2 { flex-basis: 100%; }
figure { margin: 0; width: 20rem; max-width: 100%; }
figcaption { font: 12px/1.3 monospace; color: #444; direction: ltr; text-align: left; overflow-wrap: anywhere;
  margin-bottom: 0.2rem; }
.phone { border: 2px solid #333; border-radius: 1.2rem; padding: 0.8rem; background: #cfe3d4; }
.text { background: #fff; border-radius: 0.8rem; padding: 0.6rem; white-space: pre-wrap;
  overflow-wrap: anywhere; }
.row { display: flex; gap: 0.3rem; margin-top: 0.3rem; direction: ltr; }
.row span { flex: 1; min-width: 0; overflow-wrap: anywhere; text-align: center; background: #35566d;
  color: #fff; border-radius: 0.5rem; padding: 0.4rem; }
.text, .row span { unicode-bidi: plaintext; }
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
        sections: dict[str, list[str]] = {}
        for sample in samples(language):
            phones = [_phone(title, view) for title, view in _views(engine, catalogues, sample)]
            sections.setdefault(sample.title.split(".", 1)[0], []).extend(phones)
        path = out / f"{language}.html"
        path.write_text(_page(catalogues, language, sections), encoding="utf-8")
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


def _page(catalogues: Catalogues, language: str, sections: dict[str, list[str]]) -> str:
    statuses = sorted({s.state if s else "no header" for s in catalogues.of(language).statuses.values()})
    direction = "rtl" if rtl(language) else "ltr"
    head = (
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>Wegwijs {language}</title><style>{_STYLE}</style>"
    )
    links = "".join(f'<a href="{other}.html">{other}</a>' for other in catalogues.languages)
    body = "".join(
        f'<section dir="{direction}"><h2>{escape(name)}</h2>{"".join(phones)}</section>'
        for name, phones in sections.items()
    )
    page = f"<nav>{links}</nav><h1>{language}: {', '.join(statuses)}</h1><main>{body}</main>"
    return f'<!doctype html><html lang="{language}"><head>{head}</head><body>{page}</body></html>\n'
