"""The short notation of weekly moments in the fixture files: `ma-vr 09:00-12:00`, `do 19:00-21:30 online`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from bot.sandbox.zgw.register import Doc

DAYS: Final = ("ma", "di", "wo", "do", "vr", "za", "zo")


@dataclass(frozen=True, slots=True)
class Moment:
    """A weekly moment: day 0 = Monday, times as HH:MM."""

    day: int
    begins: str
    ends: str
    online: bool = False

    @property
    def wire(self) -> Doc:
        """As the schemas want it."""
        return {"dag": DAYS[self.day], "begin": self.begins, "einde": self.ends}


def moments(lines: list[str]) -> list[Moment]:
    """Read weekly moments; a span of days is one moment a day."""
    found = []
    for line in lines:
        days, hours, *more = line.split()
        first, _, last = days.partition("-")
        begins, ends = hours.split("-")
        for day in range(DAYS.index(first), DAYS.index(last or first) + 1):
            found.append(Moment(day, begins, ends, "online" in more))
    return found
