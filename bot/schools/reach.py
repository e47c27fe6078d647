"""Who can be reached on the phone, and why the others cannot."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.store.records import Person

REASONS = {
    "not_invited": "never_linked",
    "invited": "never_linked",
    "opened": "never_linked",
    "waiting": "not_confirmed",
    "muted": "stopped",
    "blocked": "blocked",
    "frozen": "frozen",
    "letter": "wants_letters",
    "ended": "ended",
}
"""Why a person with this channel is not reached, as a code that the pages put into words."""


@dataclass(frozen=True, slots=True)
class Missed:
    """Somebody who is not reached; `why` is one of the codes in `REASONS`."""

    person: Person
    why: str


@dataclass(frozen=True, slots=True)
class Reach:
    """Who is reached, and who is not."""

    reached: tuple[Person, ...] = ()
    missed: tuple[Missed, ...] = ()

    @property
    def total(self) -> int:
        """How many people this is about."""
        return len(self.reached) + len(self.missed)

    @property
    def reasons(self) -> tuple[tuple[str, int], ...]:
        """How many are missed for which reason, most first."""
        found: dict[str, int] = {}
        for missed in self.missed:
            found[missed.why] = found.get(missed.why, 0) + 1
        return tuple(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))


def reach(people: Iterable[Person], *, urgent: bool = False) -> Reach:
    """Split people by whether a message reaches them; urgent ones reach who stopped messages too (X34)."""
    reached: list[Person] = []
    missed: list[Missed] = []
    for person in people:
        if person.channel == "linked" or (urgent and person.channel == "muted"):
            reached.append(person)
        else:
            missed.append(Missed(person, REASONS.get(person.channel, "never_linked")))
    return Reach(tuple(reached), tuple(missed))
