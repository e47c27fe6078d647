"""The structure of all dialogs, and that each check sees a broken sample."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from bot.dialogs import DIALOGS
from bot.state.declare import SAME, Dialog, Fill, Screen, dialog, do, go
from bot.state.scene import Scene
from bot.state.turn import Outcome
from tests.shape import screens as shape

Check = Callable[[Iterable[Dialog]], list[str]]


def load(scene: Scene) -> Fill:
    return Fill()


def act(scene: Scene) -> Outcome:
    return Outcome("ok", scene.session)


def hears(scene: Scene, text: str) -> Outcome:
    return Outcome("ok", scene.session)


HOME = Screen("home.home", load, (go("deep", "home.one"),), footer=False)
CHAIN = tuple(
    Screen(f"home.{name}", load, (go("deep", f"home.{after}"),), footer=False)
    for name, after in (("one", "two"), ("two", "three"), ("three", "four"), ("four", "five"))
)
FIVE = Screen("home.five", load, footer=False)

BROKEN: dict[str, tuple[Check, Dialog]] = {
    "a button leads nowhere": (
        shape.missing_targets,
        dialog("home", Screen("home.home", load, (go("x", "no.where"),))),
    ),
    "Back leads nowhere": (shape.missing_targets, dialog("home", Screen("home.home", load, up="no.where"))),
    "an act has no answer to 'not now'": (
        shape.acts_without_unavailable,
        dialog("home", Screen("home.home", load, (do("x", act, ok=SAME),))),
    ),
    "a typed text has no answer to 'not now'": (
        shape.acts_without_unavailable,
        dialog("home", Screen("home.home", load, hears=hears, hears_to={"ok": SAME})),
    ),
    "two screens share a name": (shape.names_used_twice, dialog("home", HOME, HOME)),
    "two buttons share a name": (
        shape.names_used_twice,
        dialog("home", Screen("home.home", load, (go("x", "home.home"), go("x", "home.home")))),
    ),
    "a screen stands in another dialog": (shape.misplaced, dialog("plan", HOME)),
    "a screen is a dead end": (
        shape.far_from_home,
        dialog("home", HOME, Screen("home.one", load, footer=False)),
    ),
    "a screen is five taps deep": (shape.far_to_reach, dialog("home", HOME, *CHAIN, FIVE)),
    "a screen is an island": (shape.far_to_reach, dialog("home", HOME, Screen("home.island", load))),
}
CHECKS = sorted({check for check, _ in BROKEN.values()}, key=lambda check: check.__name__)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_all_dialogs_keep_the_rule(check: Check) -> None:
    assert check(DIALOGS) == []


@pytest.mark.parametrize(("check", "broken"), BROKEN.values(), ids=list(BROKEN))
def test_the_check_sees_a_broken_sample(check: Check, broken: Dialog) -> None:
    assert check((broken,)) != []


def test_every_exception_still_exists() -> None:
    names = {screen.name for screen in shape.screens(DIALOGS)}
    assert names >= {*shape.ENDS, *shape.OUTCOMES}


def test_only_the_screens_named_so_are_ends() -> None:
    taps = shape.distances_of(DIALOGS, back=True)
    assert {name for name, far in taps.items() if far is None} == set(shape.ENDS)
