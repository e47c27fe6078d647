"""The menu: five screens with back and home. Every tap is an act that counts: one too many is seen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bot.state.declare import SAME, Edge, Fill, Screen, dialog, do
from bot.state.machine import COMMANDS, HOME
from bot.state.scene import Scene
from bot.state.turn import Outcome
from bot.state.values import Raw

CONTENT = Path(__file__).parent / "content"


def steps_of(scene: Scene) -> int:
    """How many steps this chat has done; the session keeps them where it keeps a draft."""
    return int(scene.session.draft or 0)


def _count(scene: Scene) -> Outcome:
    return Outcome("ok", replace(scene.session, draft=str(steps_of(scene) + 1)), arg="")


def _fill(scene: Scene) -> Fill:
    facts, step = scene.facts, steps_of(scene)
    if facts is None or facts.snapshot.plan is None:
        return Fill()
    agreements = facts.snapshot.plan.agreements
    when, place, teacher = agreements[step % len(agreements)].text.nl.split("|")[:3]
    return Fill(
        {
            "number": Raw(facts.snapshot.case_number),
            "step": Raw(str(step)),
            "when": when,
            "place": place,
            "teacher": teacher,
        }
    )


def _to(event: str, target: str) -> Edge:
    return do(event, _count, always=True, ok=target, unavailable=SAME)


def _screen(name: str, **buttons: str) -> Screen:
    return Screen(name, _fill, tuple(_to(event, target) for event, target in buttons.items()), footer=False)


MENU = (
    dialog("home", _screen(HOME, lessons="menu.lessons", plan="menu.plan", people="menu.people")),
    dialog(
        "menu",
        _screen("menu.plan", back=HOME, home=HOME),
        _screen(
            "menu.lessons",
            lesson1="menu.lesson",
            lesson2="menu.lesson",
            lesson3="menu.lesson",
            back=HOME,
            home=HOME,
        ),
        _screen("menu.lesson", back="menu.lessons", home=HOME),
        _screen("menu.people", back=HOME, home=HOME),
    ),
    # The engine's commands lead to these; nobody gives one here.
    *(
        dialog(name.split(".")[0], Screen(name, _fill, public=True, footer=False))
        for name in ("language.language", "help.help")
    ),
    dialog(
        "privacy",
        *(Screen(name, _fill, footer=False) for name in COMMANDS.values() if name.startswith("privacy")),
    ),
)
