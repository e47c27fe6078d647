"""What every screen must keep to, as functions from dialogs to faults, so that broken samples fail too."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from bot.state.declare import SAME, Dialog, Edge, Screen
from bot.state.machine import HOME, Moves

TAPS = 4
COMMAND = "/"
ENDS = {
    "linking.waiting": "nothing to do until a person confirmed",
    "linking.notme": "the code ended",
    "linking.frozen": "nothing is shown until a person has looked",
    "privacy.deleted": "the last screen",
    "push.link.ended": "the last message",
    "push.superseded": "an old message without buttons",
}
"""Screens from which home cannot be reached, and why."""

ASIDE = (
    "start.",
    "reading.",
    "linking.",
    "consent.",
    "push.",
    "news.",
    "help.public",
    "help.attachment",
    "help.unknown",
)
OUTCOMES = {
    "lessons.absent": "outcome",
    "lessons.changes": "news",
    "lessons.cancelled": "news",
    "people.check": "form",
    "people.asis": "form",
    "people.sent": "outcome",
    "home.waiting": "stands in for home",
    "privacy.deleted": "outcome",
    "lessons.online": "a detail of a changed lesson",
    "lessons.absence": "form",
    "appointments.other": "form",
    "appointments.cannot": "form",
}
"""Outcomes, forms and news: the way in does not count for them (design §9)."""


def screens(dialogs: Iterable[Dialog]) -> tuple[Screen, ...]:
    return tuple(screen for dialog in dialogs for screen in dialog.screens)


def targets(edge: Edge, source: str) -> list[str]:
    named = [edge.to] if edge.to is not None else list(edge.outcomes.values())
    return [source if target == SAME else target for target in named]


def missing_targets(dialogs: Iterable[Dialog]) -> list[str]:
    """Buttons, parents and texts that lead nowhere."""
    every = screens(dialogs)
    names = {screen.name for screen in every}
    ways = [(s.name, e.event, target) for s in every for e in s.edges for target in targets(e, s.name)]
    ways += [(s.name, "back", s.up) for s in every if s.up is not None]
    ways += [(s.name, "text", s.name if t == SAME else t) for s in every for t in s.hears_to.values()]
    return [f"{source}/{event} → {target}" for source, event, target in ways if target not in names]


def acts_without_unavailable(dialogs: Iterable[Dialog]) -> list[str]:
    """Acts that have no designed answer to "not possible now"."""
    acts = [(s.name, e) for s in screens(dialogs) for e in s.edges if e.act is not None]
    faults = [f"{name}/{e.event}" for name, e in acts if not {"ok", "unavailable"} <= set(e.outcomes)]
    return faults + [
        f"{s.name}/text" for s in screens(dialogs) if s.hears and "unavailable" not in s.hears_to
    ]


def names_used_twice(dialogs: Iterable[Dialog]) -> list[str]:
    """Names that mean two screens, or two buttons of one screen."""
    every = screens(dialogs)
    names = [name for s in every for name in (s.name, *s.was)]
    buttons = [f"{s.name}/{e.event}" for s in every for e in s.edges]
    return sorted({name for name in (*names, *buttons) if (names + buttons).count(name) > 1})


def misplaced(dialogs: Iterable[Dialog]) -> list[str]:
    """Screens whose name is not that of their dialog."""
    return [s.name for d in dialogs for s in d.screens if not s.name.startswith(f"{d.name}.")]


def far_from_home(dialogs: Iterable[Dialog]) -> list[str]:
    """Screens from which home is more than four taps away, without commands."""
    taps = distances_of(dialogs, back=True)
    return [f"{name}: {d}" for name, d in taps.items() if (d is None or d > TAPS) and name not in ENDS]


def far_to_reach(dialogs: Iterable[Dialog]) -> list[str]:
    """Screens that are more than four taps from home, outcomes, forms and news aside."""
    taps = distances_of(dialogs, back=False)
    return [
        f"{name}: {d}"
        for name, d in taps.items()
        if (d is None or d > TAPS) and name not in OUTCOMES and not name.startswith(ASIDE)
    ]


def distances_of(dialogs: Iterable[Dialog], *, back: bool) -> dict[str, int | None]:
    every = screens(dialogs)
    moves = Moves(every)
    steps: dict[str, set[str]] = {s.name: set() for s in every}
    for screen in every:
        for event, target in moves.ways(screen.name):
            footer = event in {"home", "back"} and not any(e.event == event for e in screen.edges)
            if event.startswith(COMMAND) or event == "text" or (footer and not screen.footer):
                continue
            if target in steps:
                source, target = (target, screen.name) if back else (screen.name, target)
                steps[source].add(target)
    found: dict[str, int | None] = dict.fromkeys(steps)
    found[HOME] = 0
    waiting = deque([HOME])
    while waiting:
        here = waiting.popleft()
        for there in sorted(steps[here]):
            if found[there] is None:
                found[there] = (found[here] or 0) + 1
                waiting.append(there)
    return found
