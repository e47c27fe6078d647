"""What fingers do: walks over the buttons that are shown, found with the pure engine alone."""

from __future__ import annotations

import random
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass

from bench.order.oracle import CannotReplay, Oracle
from bot.state.engine import Engine
from bot.state.events import Tapped
from bot.state.session import Place

BACK = ("home", "back")
ACTS = 4
"""Buttons that do something are pressed this much more often than those that only lead on."""


@dataclass(frozen=True, slots=True)
class Button:
    """A button that was shown at some time."""

    screen: str
    event: str
    arg: str


def walk(engine: Engine, beginning: Oracle, steps: int, rng: random.Random) -> tuple[Button, ...]:
    """Tap this many shown buttons at random; those that end the chat are left alone."""
    oracle, made = _fresh(beginning), list[Button]()
    while len(made) < steps:
        button = rng.choice(list(_shown(engine, oracle)))
        before = _fresh(oracle)
        event = Tapped(f"walk:{len(made)}", oracle.now, 1, button.screen, button.event, button.arg)
        try:
            oracle.does(event)
        except CannotReplay:
            oracle = before
            continue
        made.append(button)
    return tuple(made)


def _fresh(oracle: Oracle) -> Oracle:
    twin = copy(oracle)
    twin.own, twin.pending = dict(oracle.own), set(oracle.pending)
    return twin


def _shown(engine: Engine, oracle: Oracle) -> Iterator[Button]:
    shown = engine.show(oracle.scene, Place(oracle.session.screen, oracle.session.arg))
    name = shown.screen.name
    for edge in shown.screen.edges:
        if edge.event in shown.fill.hidden:
            continue
        args = (
            [choice.arg for choice in shown.fill.each.get(edge.event, ())] if edge.many else [shown.place.arg]
        )
        weight = ACTS if edge.act is not None else 1
        yield from weight * [Button(name, edge.event, arg) for arg in args]
    yield from (Button(name, event, shown.place.arg) for event in BACK)
