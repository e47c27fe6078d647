"""Reminder templates that a caseworker can choose: the messages `template-…` of the source language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.state.values import Term, Value
from bot.words.catalogues import Catalogues
from bot.words.render import FULL
from bot.words.say import speaker
from bot.words.tags import SOURCE

PREFIX = "template-"


@dataclass(frozen=True, slots=True)
class Template:
    """A reminder text; without its `needs` level 1 is empty, `fields` are all that it can hold."""

    key: str
    title: str
    needs: frozenset[str]
    fields: frozenset[str]

    def values(self, fields: Mapping[str, Value], addition: Value = None) -> dict[str, Value]:
        """Return the values of a `push.reminder` notice for these fields."""
        return {
            "short": Term(self.key, fields),
            "full": Term(self.key + FULL, fields, Term(self.key, fields)),
            "addition": addition,
        }


def templates(catalogues: Catalogues, language: str) -> tuple[Template, ...]:
    """Return all templates with their titles in the language of the console."""
    source = catalogues.of(SOURCE)
    says = speaker(catalogues, language)
    found = []
    for key in sorted(source.messages):
        if not key.startswith(PREFIX) or key.endswith(FULL):
            continue
        short, full = source.phrase(key), source.phrase(key + FULL)
        title = says.message(key, attribute="title") or key
        fields = (short.variables if short else frozenset()) | (full.variables if full else frozenset())
        found.append(Template(key, title, says.needed(key), fields))
    return tuple(found)
