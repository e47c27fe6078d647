"""Versions of the case APIs, as their answers name them (`API-version`); no request chooses one."""

from __future__ import annotations

from typing import Final

from bot.breaker import Told

KNOWN: Final = {
    "zaken": (1, 5),
    "catalogi": (1, 1),
    "objecten": (2, 0),
    "klantinteracties": (0, 0),
    "taken": (0, 0),
}
"""The oldest version that does what is asked of it (Zaken 1.5 brought `expand`); a later major is unknown."""


class Version:
    """Watches one API's version; `told` hears once that it is not one that is known, and once that it is."""

    def __init__(self, service: str, told: Told | None = None) -> None:
        self._oldest, self._told = KNOWN.get(service, (0, 0)), told
        self._strange: bool | None = None
        self.seen = ""

    def note(self, header: str | None) -> None:
        """Take note of an answer's header; an answer without one says nothing."""
        if header is None or header == self.seen:
            return
        self.seen = header[:20]
        strange = not fits(header, self._oldest)
        if strange is not self._strange and (strange or self._strange is not None) and self._told is not None:
            self._told(strange)
        self._strange = strange


def fits(version: str, oldest: tuple[int, int]) -> bool:
    """Whether a version is of the known major and not older than the oldest that is known."""
    numbers = version.split(".")
    if len(numbers) < 2 or not all(n.isascii() and n.isdigit() and len(n) < 5 for n in numbers[:2]):
        return False
    return int(numbers[0]) == oldest[0] and int(numbers[1]) >= oldest[1]
