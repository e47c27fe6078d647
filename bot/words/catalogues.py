"""The Fluent catalogues in `content/<language>/*.ftl`: found by folder, parsed on first use."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel import UnknownLocaleError
from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.errors import ConfigError
from bot.words.locales import locale
from bot.words.tags import NEAR, SOURCE, base, canonical, rtl

_STATUS = re.compile(
    r"^### status: (?P<state>draft|machine-assisted|reviewed by (?P<by>[^,\n]+)), (?P<on>\d{4}-\d\d-\d\d)$"
)


@dataclass(frozen=True, slots=True)
class Status:
    """How far a file's text can be trusted: draft, machine-assisted, or reviewed by a person, since a day."""

    state: str
    on: str
    by: str = ""


def status_of(source: str) -> Status | None:
    """Read the first line of a catalogue file, `### status: …`; None where it is missing or malformed."""
    found = _STATUS.match(source.split("\n", 1)[0])
    if found is None:
        return None
    return Status("reviewed" if found["by"] else found["state"], found["on"], found["by"] or "")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One text of a catalogue, ready to be filled: its pattern, its language's bundle, and its variables."""

    bundle: FluentBundle
    pattern: Any
    variables: frozenset[str]


class _Names(Visitor):
    """Collects the variables of a text, and those of the messages it refers to."""

    def __init__(self, messages: dict[str, ast.Message]) -> None:
        self.messages = messages
        self.found: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.found.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:
        target = self.messages.get(node.id.name)
        if target is not None and target.value is not None:
            self.visit(target.value)


class Catalogue:
    """All texts of one language; what it lacks is taken from `beneath`, the source language."""

    def __init__(self, tag: str, files: dict[str, str], beneath: Catalogue | None = None) -> None:
        self.tag = tag
        self.rtl = rtl(tag)
        self.beneath = beneath
        self.messages: dict[str, ast.Message] = {}
        self.statuses = {name: status_of(source) for name, source in files.items()}
        with suppress(UnknownLocaleError):
            locale(tag.replace("-", "_"))  # first in its spare form, since the bundle loads it whole
        self._bundle = FluentBundle([tag], use_isolating=True)
        self._phrases: dict[tuple[str, str], Phrase | None] = {}
        self.fixed: dict[tuple[str, str], str | None] = {}
        """Texts without variables as they are said in this language, by key and button."""
        for source in files.values():
            resource = FluentParser(with_spans=False).parse(source)
            self._bundle.add_resource(resource)
            self.messages.update({m.id.name: m for m in resource.body if isinstance(m, ast.Message)})

    def phrase(self, key: str, attribute: str = "") -> Phrase | None:
        """Find a message, or a button of it; None where neither this language nor the source has it."""
        if (key, attribute) not in self._phrases:
            self._phrases[key, attribute] = self._find(key, attribute)
        return self._phrases[key, attribute]

    def _find(self, key: str, attribute: str) -> Phrase | None:
        node = self.messages.get(key)
        value = pattern_of(node, attribute) if node else None
        if value is None:
            return self.beneath.phrase(key, attribute) if self.beneath else None
        compiled = self._bundle.get_message(key)
        pattern = compiled.attributes[attribute] if attribute else compiled.value
        return Phrase(self._bundle, pattern, variables(self.messages, value))


def pattern_of(message: ast.Message, attribute: str = "") -> ast.Pattern | None:
    """Return the text of a message, or of one of its buttons."""
    if not attribute:
        return message.value
    return next((a.value for a in message.attributes if a.id.name == attribute), None)


def variables(messages: dict[str, ast.Message], pattern: ast.Pattern) -> frozenset[str]:
    """Return the names of all variables that a text needs."""
    names = _Names(messages)
    names.visit(pattern)
    return frozenset(names.found)


class Catalogues:
    """Every language that has a folder with catalogue files; `only` reads one file of each."""

    def __init__(self, content: Path, only: str = "*") -> None:
        self.content = content
        self._pattern = f"{only}.ftl"
        self.languages = tuple(sorted({path.parent.name for path in content.glob("*/*.ftl")}))
        self._loaded: dict[str, Catalogue] = {}
        if SOURCE not in self.languages:
            raise ConfigError((f"{content}: there is no folder '{SOURCE}' with catalogue files",))

    def resolve(self, tag: str) -> tuple[str, str]:
        """Return the catalogue that stands for a tag, and the tag as said (`prs` → `fa`, `fa-AF`)."""
        said = canonical(tag) if tag else SOURCE
        for candidate in (said, NEAR.get(said), base(said)):
            if candidate in self.languages:
                return str(candidate), said
        return SOURCE, said

    def neighbour(self, tag: str) -> bool:
        """Say whether this language is shown in the words of a near one, which has to be said once."""
        shown, said = self.resolve(tag)
        return NEAR.get(said) == shown

    def of(self, tag: str) -> Catalogue:
        """Return the catalogue for a tag, read from its files on first use."""
        shown, _ = self.resolve(tag)
        if shown not in self._loaded:
            beneath = None if shown == SOURCE else self.of(SOURCE)
            self._loaded[shown] = Catalogue(shown, self.files(shown), beneath)
        return self._loaded[shown]

    def files(self, language: str) -> dict[str, str]:
        """Read the sources of one language by file name."""
        paths = sorted((self.content / language).glob(self._pattern))
        return {path.name: path.read_text(encoding="utf-8") for path in paths}
