"""Draws all dialogs and both life cycles as Mermaid (`make draw` → docs/dialogs.md)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.state.declare import SAME, Dialog, Screen
from bot.state.delivery import DELIVERY, LINK, Cycle

HEAD = """# Dialogs

Drawn by `make draw` from the declarations in `bot/dialogs/`; do not edit. Every screen also has Home or Back,
and the commands today, help, language, privacy and stop. Dotted arrows are Back; a word in brackets is an
outcome of an act.
"""


def draw(dialogs: Iterable[Dialog]) -> str:
    """Return the whole page as Markdown."""
    parts = [HEAD, *(_section(dialog) for dialog in dialogs)]
    parts += [_cycle("Life of a link", LINK), _cycle("Life of a delivery", DELIVERY)]
    return "\n".join(parts)


def _section(dialog: Dialog) -> str:
    lines = [line for screen in dialog.screens for line in _arrows(screen)]
    nodes = [f'    {_id(screen.name)}["{screen.name}"]' for screen in dialog.screens]
    body = "\n".join(["flowchart LR", *nodes, *lines])
    return f"## {dialog.name}\n\n```mermaid\n{body}\n```\n"


def _arrows(screen: Screen) -> Iterator[str]:
    for edge in screen.edges:
        if edge.to is not None:
            yield _arrow(screen.name, edge.event, edge.to)
        for outcome, target in edge.outcomes.items():
            yield _arrow(screen.name, f"{edge.event} [{outcome}]", target)
    for outcome, target in screen.hears_to.items():
        yield _arrow(screen.name, f"text [{outcome}]", target)
    if screen.up is not None:
        yield f"    {_id(screen.name)} -.-> {_id(screen.up)}"


def _arrow(source: str, label: str, target: str) -> str:
    there = source if target == SAME else target
    return f'    {_id(source)} -->|"{label}"| {_id(there)}["{there}"]'


def _id(name: str) -> str:
    return name.replace(".", "_")


def _cycle(title: str, cycle: Cycle) -> str:
    lines = [f"    {s} --> {target}: {event}" for event, sources, target in cycle.moves for s in sources]
    body = "\n".join(["stateDiagram-v2", f"    [*] --> {cycle.states[0]}", *lines])
    return f"## {title}\n\n```mermaid\n{body}\n```\n"
