"""`make preview`: every screen and push in every language, for translators and the curious."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bot.dialogs import DIALOGS
from bot.sandbox.samples import read_people, situations
from bot.sandbox.walk import Walker
from bot.settings import CONTENT
from bot.state.engine import Engine
from bot.words.catalogues import Catalogue, Catalogues
from bot.words.preview import Sample, preview

NAMES = {"nl": "Dutch", "en": "English", "ar": "Arabic", "ti": "Tigrinya", "tr": "Turkish", "fa": "Persian"}
INDEX = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Wegwijs: every screen and push</title>
<style>
body {{ font: 16px/1.5 system-ui, sans-serif; margin: 1rem; }}
td {{ padding: 0.3rem 1rem 0.3rem 0; }}
</style>
</head><body><h1>Wegwijs: every screen and push</h1><table>{rows}</table></body></html>
"""


def write_previews(folder: Path, content: Path = CONTENT) -> tuple[Path, ...]:
    """Write one page per language and `index.html` into a folder, and return their paths."""
    engine, catalogues = Engine(DIALOGS), Catalogues(content)
    people = asyncio.run(read_people())

    def samples(language: str) -> Iterator[Sample]:
        return Walker(engine, catalogues, language).samples(situations(people, language))

    pages = preview(engine, catalogues, samples, folder)
    index = folder / "index.html"
    index.write_text(_index(catalogues), encoding="utf-8")
    return (index, *pages)


def _index(catalogues: Catalogues) -> str:
    rows = "".join(_row(language, catalogues.of(language)) for language in catalogues.languages)
    return INDEX.format(rows=rows)


def _row(language: str, catalogue: Catalogue) -> str:
    states = Counter(status.state if status else "no header" for status in catalogue.statuses.values())
    said = ", ".join(f"{state}: {number} files" for state, number in sorted(states.items()))
    return f'<tr><td><a href="{language}.html">{NAMES.get(language, language)}</a></td><td>{said}</td></tr>'
