"""The two other life cycles on `transitions`: of a link, and of a delivery (design §5).

visitor ─redeem→ linked ─mute→ muted ─resume→ linked       planned ─take→ sending ─arrive→ sent
   │               │  └freeze→ frozen ─thaw→ linked        sent ─tap→ seen ─acknowledge→ understood
   └──────── end ──┴──────────→ ended                      … ─replace→ superseded, ─fail→ failed → handed over
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from transitions import Machine, MachineError

Move = tuple[str, tuple[str, ...], str]


@dataclass(slots=True)
class _Life:
    state: str


class Cycle:
    """A life cycle: which event leads from which state to which. Stateless; `after` is a pure function."""

    def __init__(self, states: Iterable[str], moves: Iterable[Move]) -> None:
        self.states = tuple(states)
        self.moves = tuple(moves)
        self._machine = Machine(
            model=None,
            states=list(self.states),
            initial=self.states[0],
            transitions=[
                {"trigger": event, "source": list(sources), "dest": target}
                for event, sources, target in self.moves
            ],
            auto_transitions=False,
        )

    def after(self, state: str, event: str) -> str | None:
        """Return the state after this event, or None where the event does not belong to the state."""
        trigger = self._machine.events.get(event)
        if trigger is None:
            return None
        life = _Life(state)
        try:
            return life.state if trigger.trigger(life) else None
        except MachineError:
            return None


LINK = Cycle(
    ("visitor", "linked", "muted", "frozen", "blocked", "ended"),
    (
        ("redeem", ("visitor",), "linked"),
        ("mute", ("linked",), "muted"),
        ("resume", ("muted", "blocked"), "linked"),
        ("block", ("visitor", "linked", "muted", "frozen"), "blocked"),
        ("freeze", ("linked", "muted", "blocked"), "frozen"),
        ("thaw", ("frozen",), "linked"),
        ("end", ("visitor", "linked", "muted", "frozen", "blocked"), "ended"),
    ),
)

DELIVERY = Cycle(
    ("planned", "sending", "sent", "seen", "understood", "superseded", "failed", "handed_over"),
    (
        ("take", ("planned",), "sending"),
        ("wait", ("sending",), "planned"),
        ("arrive", ("planned", "sending"), "sent"),
        ("tap", ("sending", "sent"), "seen"),
        ("acknowledge", ("sending", "sent", "seen"), "understood"),
        ("replace", ("planned", "sending", "sent", "seen"), "superseded"),
        ("fail", ("planned", "sending"), "failed"),
        ("hand_over", ("planned", "failed"), "handed_over"),
    ),
)
