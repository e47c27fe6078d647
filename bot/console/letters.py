"""Letters with QR and typed code: one printable page per person, Dutch and the person's own language."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.clock import local
from bot.console.deps import ConsoleDeps
from bot.console.inviting import Invited
from bot.console.visit import Visit
from bot.state.values import Day, Raw, Value

RIGHT_TO_LEFT = frozenset({"ar", "fa", "ps", "ur", "ckb", "he", "prs", "dv"})
BEFORE = ("letter-what", "letter-choice", "letter-telegram")
STEPS = ("letter-step-1", "letter-step-2", "letter-step-3", "letter-typed", "letter-year")
AFTER = ("letter-phrase", "letter-valid", "letter-own", "letter-questions")


@dataclass(frozen=True, slots=True)
class Side:
    """A letter in one language: its paragraphs in order, and in which direction it is read."""

    language: str
    rtl: bool
    title: str
    greeting: str
    before: tuple[str, ...]
    steps: tuple[str, ...]
    after: tuple[str, ...]
    closing: str


@dataclass(frozen=True, slots=True)
class Letter:
    """One page: Dutch, the own language, and what is scanned or typed."""

    first_name: str
    caseworker: str
    sides: tuple[Side, ...]
    code: str
    link: str
    qr: str


def code_in_groups(code: str) -> str:
    """Write ten characters as 5-5, so that they can be read aloud and typed."""
    return f"{code[:5]}-{code[5:]}" if len(code) == 10 else code


def qr_svg(text: str) -> str:
    """Draw a QR code as inline SVG that fills its box, without any inline style."""
    import segno  # only who prints letters needs it

    out = io.BytesIO()
    segno.make(text, error="m", micro=False).save(
        out,
        kind="svg",
        omitsize=True,
        border=4,
        xmldecl=False,
        svgns=False,
        svgclass="qr",
        lineclass=None,
        light="#fff",
    )
    return out.getvalue().decode()


def rtl(language: str) -> bool:
    """Whether a language is written from right to left."""
    return language.split("-")[0] in RIGHT_TO_LEFT


def letter(visit: Visit, invited: Invited) -> Letter:
    """Write the letter of one person."""
    values = letter_values(visit, invited)
    languages = ("nl",) if invited.person.language == "nl" else ("nl", invited.person.language)
    link = visit.deps.deep_link(visit.tenant.bot.gebruikersnaam, invited.made.secret)
    caseworker = visit.tenant.medewerker(invited.person.caseworker)
    return Letter(
        invited.person.first_name,
        caseworker.naam if caseworker else "",
        tuple(_side(visit.deps, language, values) for language in languages),
        code_in_groups(invited.made.code),
        link,
        qr_svg(link),
    )


def letters(visit: Visit, invited: Sequence[Invited]) -> tuple[Letter, ...]:
    """Write the letters of a batch."""
    return tuple(letter(visit, one) for one in invited)


def letter_values(visit: Visit, invited: Invited) -> Mapping[str, Value]:
    """Return what stands in a letter; there is no BSN, no case content and no case number in it."""
    gemeente = visit.tenant.gemeente
    caseworker = visit.tenant.medewerker(invited.person.caseworker)
    return {
        "name": Raw(invited.person.first_name),
        "municipality": Raw(gemeente.naam),
        "caseworker": Raw(caseworker.naam if caseworker else gemeente.naam),
        "phone": Raw((caseworker.telefoon if caseworker else None) or gemeente.telefoon),
        "bot": Raw(f"@{visit.tenant.bot.gebruikersnaam}"),
        "phrase": Raw(visit.tenant.bot.controlezin),
        "date": Day(local(invited.made.record.expires).date(), weekday=True, year=True),
    }


def _side(deps: ConsoleDeps, language: str, values: Mapping[str, Value]) -> Side:
    def say(*keys: str) -> tuple[str, ...]:
        return tuple(text for key in keys if (text := deps.words(language, key, values)))

    title, greeting, closing = say("letter-title", "letter-greeting", "letter-closing")
    return Side(language, rtl(language), title, greeting, say(*BEFORE), say(*STEPS), say(*AFTER), closing)
