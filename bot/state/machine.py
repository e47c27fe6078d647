"""The one state machine of all dialogs, on `transitions`; it only knows where a button leads (design §5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from transitions import Machine, MachineError

from bot.state.declare import SAME, Edge, Screen

HOME = "home.home"

FOOTER_HOME = "home"
FOOTER_BACK = "back"

COMMANDS = {
    "/today": HOME,
    "/language": "language.language",
    "/help": "help.help",
    "/stop": "privacy.stop",
    "/privacy": "privacy.privacy",
}
"""Triggers that exist on every screen; the slash keeps them apart from a screen's own buttons."""


@dataclass(slots=True)
class Cursor:
    """The throw-away model of one trigger: where it stands, and what its act came to."""

    state: str
    outcome: str = ""


class Moves:
    """Where every button of every screen leads. Built once; a move is a trigger on a fresh, unregistered
    model.
    """

    def __init__(self, screens: Iterable[Screen]) -> None:
        known = tuple(screens)
        self._machine = Machine(
            model=None,
            states=[screen.name for screen in known],
            initial=known[0].name,
            transitions=[move for screen in known for move in _moves(screen)],
            auto_transitions=False,
            send_event=True,
        )

    def target(self, screen: str, event: str, outcome: str = "") -> str | None:
        """Return the screen to which this leads, or None where there is no such way."""
        trigger = self._machine.events.get(event)
        if trigger is None:
            return None
        cursor = Cursor(screen, outcome)
        try:
            return cursor.state if trigger.trigger(cursor) else None
        except MachineError:
            return None

    def ways(self, screen: str) -> tuple[tuple[str, str], ...]:
        """Return all ways out of a screen as pairs of event and target, footer and commands included."""
        return tuple(
            (name, move.source if move.dest is None else str(move.dest))
            for name, event in self._machine.events.items()
            for move in event.transitions.get(screen, ())
        )


def _moves(screen: Screen) -> Iterator[dict[str, Any]]:
    own = {edge.event for edge in screen.edges}
    for edge in screen.edges:
        yield from _edge(screen.name, edge)
    for outcome, target in screen.hears_to.items():
        yield _move(screen.name, "text", target, outcome)
    if FOOTER_HOME not in own:
        yield _move(screen.name, FOOTER_HOME, HOME)
    if FOOTER_BACK not in own and screen.up is not None:
        yield _move(screen.name, FOOTER_BACK, screen.up)
    for command, target in COMMANDS.items():
        yield _move(screen.name, command, target)


def _edge(source: str, edge: Edge) -> Iterator[dict[str, Any]]:
    if edge.to is not None:
        yield _move(source, edge.event, edge.to)
    for outcome, target in edge.outcomes.items():
        yield _move(source, edge.event, target, outcome)


def _move(source: str, event: str, target: str, outcome: str = "") -> dict[str, Any]:
    move: dict[str, Any] = {"trigger": event, "source": source, "dest": source if target == SAME else target}
    if outcome:
        move["conditions"] = lambda data: data.model.outcome == outcome
    return move
