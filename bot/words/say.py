"""Puts the values of the dialogs into words of one language."""

from __future__ import annotations

from collections.abc import Mapping

from bot.state.values import At, Day, Dutch, Joined, Raw, Term, Value, Weekday
from bot.words.bidi import FSI, PDI, bare, isolate, led, unbroken
from bot.words.catalogues import Catalogue, Catalogues, Phrase
from bot.words.dates import clock, day, weekday
from bot.words.lines import fill
from bot.words.tags import canonical

_FREE = "quoted-dutch"


class Speaker:
    """Says values in one language.

    `said` is the language as chosen (fa-AF) where the catalogue is a near one (fa). Not `free`, it says free
    Dutch text only where a person has checked its translation, as in pushes (screen-data, rule 1).
    """

    def __init__(self, catalogue: Catalogue, said: str, *, free: bool = True) -> None:
        self.catalogue = catalogue
        self.said = said
        self.free = free

    def message(self, key: str, values: Mapping[str, Value] | None = None, attribute: str = "") -> str | None:
        """Say a message, or the label of one of its buttons; None where nothing is left of it."""
        phrase = self.catalogue.phrase(key, attribute)
        if phrase is None:
            return None
        if not phrase.variables:
            return self._fixed(key, attribute, phrase)
        given = values or {}
        text = fill(phrase, {name: self.say(given.get(name)) for name in phrase.variables})
        return None if text is None else led(text, self.catalogue.rtl)

    def _fixed(self, key: str, attribute: str, phrase: Phrase) -> str | None:
        """Say a text without variables, which is always the same and so is filled only once."""
        known = self.catalogue.fixed
        if (key, attribute) not in known:
            text = fill(phrase, {})
            known[key, attribute] = None if text is None else led(text, self.catalogue.rtl)
        return known[key, attribute]

    def say(self, value: Value) -> str | int | None:
        """Say one value; None where it is missing. Whole numbers stay numbers, for the plural forms."""
        match value:
            case Day(on, named, year, short):
                return day(on, self.catalogue.tag, named=named, year=year, short=short)
            case Weekday():
                return weekday(value.number, self.catalogue.tag, short=value.short)
            case At():
                return clock(value.time)
            case Raw():
                return unbroken(bare(value.text)) or None
            case Dutch():
                return self._dutch(value)
            case Term():
                return self.message(value.key, value.values) or self.say(value.otherwise)
            case Joined():
                return self._joined(value)
            case str():
                return bare(value) or None
            case _:
                return value

    def _dutch(self, value: Dutch) -> str | None:
        checked = {canonical(tag): text for tag, text in value.translations}
        text = checked.get(self.said) or checked.get(self.catalogue.tag)
        if text:
            return bare(text)
        if not self.free or not value.text:
            return None
        if self.catalogue.tag == "nl":
            return bare(value.text)
        return self.message(_FREE, {"text": Raw(value.text)})

    def _joined(self, value: Joined) -> str | None:
        items = [str(text) for item in value.items if (text := self.say(item)) is not None]
        if not items:
            return None
        if value.how == "lines":
            return "\n".join(items)
        if value.how == "words":
            return led(" ".join(isolate(item) for item in items), self.catalogue.rtl)
        if len(items) == 1:
            return items[0]
        parts = [isolate(item) for item in items]
        last = self._between("join-and" if value.how == "and" else "join-list")
        return led(last.join([self._between("join-list").join(parts[:-1]), parts[-1]]), self.catalogue.rtl)

    def _between(self, key: str) -> str:
        """Return what the language puts between two items: a joining message without its items."""
        joined = self.message(key, {"first": Raw("1"), "next": Raw("2")}) or ""
        return joined.partition(f"{FSI}1{PDI}")[2].partition(f"{FSI}2{PDI}")[0] or ", "


def speaker(catalogues: Catalogues, language: str, *, free: bool = True) -> Speaker:
    """Return a speaker for the language that a person chose."""
    return Speaker(catalogues.of(language), catalogues.resolve(language)[1], free=free)


def plain(catalogues: Catalogues, language: str, key: str, values: Mapping[str, Value] | None = None) -> str:
    """Say one message outside a screen, for letters and the console; raises `LookupError` without it."""
    text = speaker(catalogues, language).message(key, values)
    if text is None:
        raise LookupError(f"There is no text '{key}' in '{language}', or all its values are missing.")
    return text
