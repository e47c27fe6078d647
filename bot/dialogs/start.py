"""start: the first language, and hello."""

from __future__ import annotations

from dataclasses import replace

from bot.state.declare import Act, Edge, Fill, Instead, Screen, dialog, do, go
from bot.state.scene import Scene
from bot.state.session import Place
from bot.state.turn import Menu, Outcome
from bot.state.values import Raw, Term

FIRST = ("ar", "ti", "tr", "fa-AF", "nl")
SECOND = ("en", "fa")
LANGUAGES = FIRST + SECOND
NEIGHBOURS = {"fa-AF": "first-neighbour"}
"""Languages whose catalogue is a neighbour's for now, and what is said of it once (design §7)."""


def _choose(language: str) -> Act:
    def choose(scene: Scene) -> Outcome:
        session, first = replace(scene.session, language=language), None
        if language in NEIGHBOURS and not session.said_neighbour:
            session, first = replace(session, said_neighbour=True), Term(NEIGHBOURS[language])
        if session.stage == "linked":
            return Outcome(
                "linked",
                session,
                arg="",
                first=first or Term("first-language-changed"),
                effects=(Menu(language),),
            )
        return Outcome("ok", session, arg="", first=first, effects=(Menu(language),))

    return choose


def _buttons() -> tuple[Edge, ...]:
    return tuple(
        do(
            language,
            _choose(language),
            ok="reading.choice",
            linked="language.language",
            unavailable="start.language",
            always=True,
        )
        for language in LANGUAGES
    )


def _ordered(scene: Scene) -> tuple[str, ...]:
    """Put the language of the person's own app on the first page, the rest in their fixed order."""
    own = scene.session.app_language.split("-", 1)[0]
    front = {"fa": "fa-AF" if scene.session.app_language.endswith("AF") else "fa"}.get(own, own)
    return (front, *(la for la in LANGUAGES if la != front)) if front in LANGUAGES else LANGUAGES


def _language(scene: Scene) -> Fill:
    order = _ordered(scene)
    return Fill(hidden=frozenset(order[len(FIRST) :]), front=order[0])


def _language2(scene: Scene) -> Fill:
    return Fill(hidden=frozenset(_ordered(scene)[: len(FIRST)]))


def _hello(scene: Scene) -> Fill | Instead:
    if scene.session.stage == "linked":
        return Instead(Place("home.home"))
    first = None
    if scene.session.language in NEIGHBOURS and not scene.session.said_neighbour:
        first = Term(NEIGHBOURS[scene.session.language])
    return Fill({"municipality": Raw(scene.tenant.gemeente.naam)}, first=first)


def _yes(scene: Scene) -> Outcome:
    said = scene.session.said_neighbour or scene.session.language in NEIGHBOURS
    return Outcome("ok", replace(scene.session, said_neighbour=said))


START = dialog(
    "start",
    Screen(
        "start.language", _language, (*_buttons(), go("more", "start.language2")), public=True, footer=False
    ),
    Screen(
        "start.language2", _language2, (*_buttons(), go("more", "start.language")), public=True, footer=False
    ),
    Screen(
        "start.hello",
        _hello,
        (
            do("yes", _yes, ok="reading.choice", unavailable="start.language", always=True),
            go("other", "start.language"),
        ),
        public=True,
        footer=False,
    ),
)
