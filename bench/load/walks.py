"""What phones walk: which button next, and which screen is the right answer to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from bench.load.values import Shown, Tap

ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069\u200e\u200f"))


class Walk(Protocol):
    """One phone's way through a dialog; it knows where it is from what is shown."""

    chat: int

    def first(self, shown: Shown) -> bool:
        """Whether this is the screen that /start leads to."""
        ...

    def next(self, shown: Shown) -> Tap:
        """The next tap on this screen; raises `LookupError` where the screen has no such button."""
        ...


ROUTE = (
    ("Plan", "My plan"),
    ("Back", "Menu"),
    ("Lessons", "My lessons"),
    ("Lesson 2", "One lesson"),
    ("Back", "My lessons"),
    ("Home", "Menu"),
    ("People", "My people"),
    ("Home", "Menu"),
)
"""Button and title of the screen that it leads to."""
_STAMP = re.compile(r"^(\S+) · step (\d+)$", re.MULTILINE)


def number_of(chat: int) -> str:
    """The number in the plan of this chat's person, which every screen of the menu shows."""
    return f"WV-{chat}"


@dataclass(slots=True)
class MenuWalk:
    """The five-screen menu. Every screen shows its title, the person's own number and the count of steps.

    The count is part of the stored state, so that a tap applied twice, or not at all, is seen.
    """

    chat: int
    place: int = 0

    def first(self, shown: Shown) -> bool:
        """The menu, of this person."""
        self.place = 0
        return self._is(shown, "Menu", None)

    def next(self, shown: Shown) -> Tap:
        """Walk on; after a wrong screen from the place where the route has such a screen."""
        title = shown.text.translate(ISOLATES).split("\n", 1)[0]
        if title != ROUTE[self.place - 1][1]:
            self.place = 1 + next(at for at, (_, name) in enumerate(ROUTE) if name == title)
        label, target = ROUTE[self.place % len(ROUTE)]
        self.place = self.place % len(ROUTE) + 1
        step = _step(shown) + 1
        data = _button(shown, label)
        return Tap(data, lambda answer: self._is(answer, target, step))

    def _is(self, shown: Shown, title: str, step: int | None) -> bool:
        words = shown.text.translate(ISOLATES)
        stamp = _STAMP.search(words)
        return (
            words.startswith(f"{title}\n")
            and stamp is not None
            and stamp[1] == number_of(self.chat)
            and (step is None or int(stamp[2]) == step)
        )


def _step(shown: Shown) -> int:
    stamp = _STAMP.search(shown.text.translate(ISOLATES))
    if stamp is None:
        raise LookupError("the screen has no count of steps")
    return int(stamp[2])


def _button(shown: Shown, label: str) -> str:
    for words, data in shown.buttons:
        if words.translate(ISOLATES).endswith(label):
            return data
    raise LookupError(f"no button {label}")


@dataclass(slots=True)
class PlacesWalk:
    """The dialogs of Wegwijs: buttons are found by place (`screen/event/`), screens by what they offer.

    `route` are pairs of the place to tap and a place that the right answer offers; `start` is one of the
    first screen.
    """

    chat: int
    start: str
    route: Sequence[tuple[str, str]]
    place: int = 0
    lost: bool = field(default=False)

    def first(self, shown: Shown) -> bool:
        """The first screen of the route."""
        self.place = 0
        return _offers(shown, self.start) is not None

    def next(self, shown: Shown) -> Tap:
        """Walk on; from a wrong screen with the first step of the route that it offers."""
        place, sees = self.route[self.place]
        data = _offers(shown, place)
        if data is None:
            at = next((i for i, (step, _) in enumerate(self.route) if _offers(shown, step)), None)
            if at is None:
                raise LookupError(f"no button {place}")
            self.place = at
            place, sees = self.route[at]
            data = _offers(shown, place)
            assert data is not None
        self.place = (self.place + 1) % len(self.route)
        before = (shown.text, shown.rows)
        return Tap(
            data, lambda answer: _offers(answer, sees) is not None and (answer.text, answer.rows) != before
        )


def _offers(shown: Shown, place: str) -> str | None:
    return next((data for _, data in shown.buttons if place in data), None)
