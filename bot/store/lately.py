"""What was lately read and parsed: the sender shows what the worker read milliseconds before."""

from __future__ import annotations

from collections import OrderedDict
from time import monotonic
from typing import Any

KEPT = 512
KEPT_SECONDS = 60.0
Place = tuple[str, str]
"""Owner (a link, a person, a group) and name of a value."""


class Lately:
    """At most 512 values, each used for a minute at most and only while what it was made of is the same."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Place, tuple[object, float, Any]] = OrderedDict()

    def get(self, place: Place, made_of: object) -> Any:
        """The value that was made of exactly this, or None."""
        known = self._kept.get(place)
        if known is None or known[0] != made_of or monotonic() - known[1] > KEPT_SECONDS:
            return None
        return known[2]

    def put(self, place: Place, made_of: object, value: object) -> None:
        """Remember a value."""
        self._kept[place] = made_of, monotonic(), value
        self._kept.move_to_end(place)
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)

    def forget(self, owner: str) -> None:
        """Drop all values of an owner that is gone."""
        for place in [place for place in self._kept if place[0] == owner]:
            del self._kept[place]
