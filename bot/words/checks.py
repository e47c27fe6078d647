"""Checks the catalogues of a language against the source language, before anybody sees them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from babel import Locale
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.words.catalogues import Catalogue, Catalogues, pattern_of, variables
from bot.words.forbidden import Forbidden, read_forbidden
from bot.words.proof import MOST, foreign_digits, words
from bot.words.tags import SOURCE

CATEGORIES = frozenset({"zero", "one", "two", "few", "many", "other"})
NAMING = frozenset(
    {"person", "school", "caseworker", "what", "task", "part", "provider", "municipality", "name"}
)
"""Variables that name a person, organisation or programme: not in a message of level 1 (storyboards §3)."""

_CONTROLS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ue000-\uf8ff]")


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault of one text; `where` is the message, with its button, or the file."""

    language: str
    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.language}: {self.where} {self.what}"


def check(content: Path, languages: Iterable[str] | None = None) -> tuple[Finding, ...]:
    """Check the named languages (all by default) of a content folder."""
    catalogues = Catalogues(content)
    forbidden = read_forbidden(content / "forbidden.toml")
    source = Catalogue(SOURCE, catalogues.files(SOURCE))
    found: list[Finding] = []
    for language in languages or catalogues.languages:
        files = catalogues.files(language)
        found += _files(language, files)
        found += _texts(Catalogue(language, files), source, forbidden)
    return tuple(found)


def _files(language: str, files: dict[str, str]) -> Iterator[Finding]:
    seen: set[str] = set()
    for name, status in Catalogue(language, files).statuses.items():
        if status is None:
            yield Finding(language, name, "has no line '### status: …, date' at its beginning")
    for name, text in files.items():
        for entry in FluentParser().parse(text).body:
            if isinstance(entry, ast.Junk):
                line = (entry.content or "").strip().split("\n", 1)[0]
                yield Finding(language, name, f"cannot be read at '{line}'")
            if isinstance(entry, ast.Message):
                if entry.id.name in seen:
                    yield Finding(language, entry.id.name, "stands there twice")
                seen.add(entry.id.name)


def _texts(own: Catalogue, source: Catalogue, forbidden: Forbidden) -> Iterator[Finding]:
    expected, present = dict(_patterns(source)), dict(_patterns(own))
    for where in expected.keys() - present.keys():
        yield Finding(own.tag, where, "is not translated")
    for where in present.keys() - expected.keys():
        yield Finding(own.tag, where, "is unknown in the source language")
    for where, pattern in present.items():
        names = variables(own.messages, pattern)
        if where in expected:
            wanted = variables(source.messages, expected[where])
            if names != wanted:
                yield Finding(own.tag, where, f"has other variables: {', '.join(sorted(names ^ wanted))}")
        for what in (
            *_typed(pattern),
            *_plurals(own.tag, pattern),
            *_said(own.tag, where, pattern, forbidden),
        ):
            yield Finding(own.tag, where, what)
        if _level_1(where) and names & NAMING:
            yield Finding(own.tag, where, f"names somebody at level 1: {', '.join(sorted(names & NAMING))}")


def _patterns(catalogue: Catalogue) -> Iterator[tuple[str, ast.Pattern]]:
    """Give every text of a catalogue: `message` or `message.button`."""
    for key, message in catalogue.messages.items():
        for attribute in ("", *(a.id.name for a in message.attributes)):
            if (pattern := pattern_of(message, attribute)) is not None:
                yield (f"{key}.{attribute}" if attribute else key), pattern


def _push(where: str) -> bool:
    return where.startswith(("push-", "template-"))


def _level_1(where: str) -> bool:
    return _push(where) and not where.split(".", 1)[0].endswith("--full")


def _typed(pattern: ast.Pattern) -> Iterator[str]:
    text = _words(pattern)
    if foreign_digits(text):
        yield f"has other digits than 0–9: {foreign_digits(text)}"
    if _CONTROLS.search(text):
        yield "has a typed direction mark: write the text without it"
    if any(line.startswith("|") and not line.startswith("| ") for line in text.split("\n")):
        yield "has a line with '|' that is not followed by a space"


def _said(language: str, where: str, pattern: ast.Pattern, forbidden: Forbidden) -> Iterator[str]:
    text = _words(pattern)
    shown = "\n".join(line for line in text.split("\n") if not line.startswith("| "))
    if (count := words(shown)) > MOST and "." not in where and not where.startswith("letter-"):
        yield f"has {count} words, more than {MOST}"
    if entries := forbidden.found(text, language, push=_push(where)):
        yield f"has a forbidden word: {', '.join(entries)}"


def _words(pattern: ast.Pattern) -> str:
    """Return a text with a letter for each value, and its first plural form."""
    parts: list[str] = []
    for element in pattern.elements:
        if isinstance(element, ast.TextElement):
            parts.append(element.value)
        elif isinstance(element.expression, ast.SelectExpression):
            parts.append(" / ".join(_words(variant.value) for variant in element.expression.variants))
        else:
            parts.append("x")
    return "".join(parts)


class _Selects(Visitor):
    def __init__(self) -> None:
        self.found: list[ast.SelectExpression] = []

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:
        self.found.append(node)
        self.generic_visit(node)


def _plurals(language: str, pattern: ast.Pattern) -> Iterator[str]:
    """A count needs every plural form of its language: Arabic six."""
    selects = _Selects()
    selects.visit(pattern)
    needed = {*Locale.parse(language, sep="-").plural_form.tags, "other"}
    for select in selects.found:
        keys = {v.key.name for v in select.variants if isinstance(v.key, ast.Identifier)}
        if missing := needed - keys:
            yield f"lacks plural forms: {', '.join(sorted(missing))}"
        if surplus := keys - CATEGORIES:
            yield f"has unknown plural forms: {', '.join(sorted(surplus))}"
        default = next(v.value for v in select.variants if v.default)
        if isinstance(select.selector, ast.VariableReference) and select.selector.id.name not in variables(
            {}, default
        ):
            yield "does not say the number in its last plural form"
