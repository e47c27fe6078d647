"""Moments to look at: the example town's people as the real adapter reads them, and what may go on."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import aiohttp

from bot.cases.model import Facts
from bot.cases.zgw.adapter import ZgwCases
from bot.clock import local
from bot.sandbox import happenings
from bot.sandbox.situation import ID, MUNICIPALITY, NOW, Situation, linked, stranger
from bot.sandbox.town import Town, case_system, seed, tenant_text
from bot.sandbox.zgw import serving
from bot.state.events import Attached, Blocked, Looked, Started, Tapped, Typed, Withheld
from bot.state.look import draft_mark
from bot.state.scene import Invitation
from bot.state.session import Session
from bot.tenant import read_tenant

SECRET = "a-secret-longer-than-a-typed-code"
LETTER = Invitation(
    "i", "p", "letter", "ar", "S", "Anneke Postma", NOW + timedelta(days=14), needs_year=True, year_fits=True
)
TYPED = Typed(ID, NOW, 1, "WV4K-72MD")
QUESTION = Typed(ID, NOW, 1, "Kan ik volgende week later komen?")


async def read_people() -> dict[str, Facts]:
    """Read everybody with a letter from the example town's case system, by first name."""
    town, system = Town(), case_system(MUNICIPALITY, clock=lambda: NOW)
    seed(system, town, MUNICIPALITY, local(NOW).date())
    people = [p for p in town.people if p.municipality == MUNICIPALITY and not p.classmate]
    async with serving(system) as address, aiohttp.ClientSession() as http:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "tenant.toml"
            file.write_text(tenant_text(MUNICIPALITY, address), encoding="utf-8")
            cases = ZgwCases(read_tenant(file), http, lambda: NOW)
        return {person.first_name: await _read(cases, person.number, person.first_name) for person in people}


async def _read(cases: ZgwCases, number: str, first_name: str) -> Facts:
    case = (await cases.find(number)).snapshot
    groups = [await cases.read_group(group) for group in case.groups]
    return Facts(case, tuple(groups), as_of=NOW, first_name=first_name)


def situations(people: Mapping[str, Facts], language: str) -> Iterator[Situation]:
    """Everything that a person may meet, as beginnings of walks."""
    samira = people["Samira"]
    for name, facts in people.items():
        yield Situation(name, linked(facts, language), own=True)
    yield from _codes(samira, language)
    yield from _links(samira, language)
    yield from _typing(samira, language)
    yield from _questions(samira, language)
    for happening in (
        happenings.lessons,
        happenings.case,
        happenings.reminders,
        happenings.ages,
        happenings.questions,
    ):
        yield from happening(samira, language)


def _codes(samira: Facts, language: str) -> Iterator[Situation]:
    new = stranger(language)
    yield Situation("first contact", new, (Started(ID, NOW, 1),), samira)
    for title, letter in (
        ("a code of the post", LETTER),
        ("a code of the desk", replace(LETTER, way="office")),
        ("a used code", replace(LETTER, used_by="other")),
        ("an old code", replace(LETTER, expires=NOW)),
    ):
        yield Situation(title, replace(new, invitation=letter), (Started(ID, NOW, 1, SECRET),), samira)
    chosen = replace(new, session=Session(language=language, reading="read", screen="linking.code"))
    yield Situation("a typed code", replace(chosen, invitation=LETTER), (TYPED,), samira)
    yield Situation("a wrong code", chosen, (TYPED,) * 5)
    asked = replace(chosen.session, stage="asked", screen="linking.year", invitation="i")
    wrong = replace(LETTER, year_fits=False)
    yield Situation("a wrong year", replace(chosen, session=asked, invitation=wrong), (TYPED,))


def _links(samira: Facts, language: str) -> Iterator[Situation]:
    home = linked(samira, language)
    waiting = replace(stranger(language), session=Session(language=language, stage="waiting"), facts=samira)
    for topic in ("confirmed", "refused"):
        yield Situation(f"the link is {topic}", waiting, (Looked(ID, NOW, topic),))
    yield Situation("a frozen link", replace(home, link_state="frozen"), (Looked(ID, NOW, "frozen"),))
    second = replace(home, invitation=replace(LETTER, person="other"))
    yield Situation("a second code", second, (Started(ID, NOW, 1, SECRET),))
    back = (Blocked(ID, NOW, False), Started(ID, NOW, 1))
    yield Situation("unblocked", replace(home, link_state="muted"), back)


def _typing(samira: Facts, language: str) -> Iterator[Situation]:
    home = linked(samira, language)
    yield Situation("text nobody asked for", home, (TYPED,) * 3)
    yield Situation("a number that is removed", home, (Withheld(ID, NOW, 1),))
    for kind in ("photo", "voice"):
        sent = (Attached(ID, NOW, 1, kind),)
        yield Situation(f"a {kind} message", home, sent)
        yield Situation(f"a {kind} message of a visitor", stranger(language), sent)
    yield Situation("a forged button", home, (Tapped(ID, NOW, 1, "home.home", "plan", genuine=False),))


def _questions(samira: Facts, language: str) -> Iterator[Situation]:
    ask = linked(samira, language, screen="people.ask", arg="caseworker")
    draft = {"of": draft_mark(QUESTION.text)}
    answer = {**draft, "dutch": QUESTION.text, "back": QUESTION.text, "sure": True}
    for title, data in (("sure", answer), ("unsure", {**answer, "sure": False}), ("away", draft)):
        answered = Looked(ID, NOW, "translated", data)
        yield Situation(f"a question, translator {title}", ask, (QUESTION, answered))
    yield Situation("a question waits for its translation", ask, (QUESTION,))
    yield Situation("a question without a translator", replace(ask, translation=False), (QUESTION,))
    yield Situation("a very long question", ask, (replace(QUESTION, text="a" * 900),))
