"""As many people as are wanted, made from those of the example town; the same numbers make the same crowd."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from itertools import cycle
from typing import Final
from uuid import UUID

from bot.sandbox.town.population import PREFIXES, Group, Person, Town
from bot.sandbox.town.seed import Tick, seed
from bot.sandbox.zgw.register import Doc
from bot.sandbox.zgw.server import Zgw

FIRST: Final = 100_001
LARGEST: Final = 800_000
_WEEKS: Final = (
    ("ma 09:00-12:00", "wo 09:00-12:00"),
    ("di 09:00-12:00", "do 09:00-12:00"),
    ("di 13:00-16:00", "vr 09:00-12:00"),
    ("ma 13:00-16:00", "do 13:00-16:00"),
    ("di 19:00-21:30", "do 19:00-21:30 online"),
)
_SHORT_WEEKS: Final = (("wo 13:00-14:30",), ("vr 12:30-14:00",))
_NO_SEATS: Final[Iterator[str]] = iter(())
_PARTS: Final = ("taal", "taalschakeltraject", "taal", "knm", "taal", "taalschakeltraject", "taal")


class Crowd(Town):
    """People and groups of one municipality; numbers start at 100001, beside those of the town itself."""

    def __init__(self, people: int, groups: int, seed: int = 1, municipality: str = "waterveen") -> None:
        super().__init__()
        if not 1 <= people <= LARGEST or not 1 <= groups <= LARGEST:
            raise ValueError(f"between 1 and {LARGEST:,} people, and at least one group")
        self._size, self._group_count, self._seed = people, groups, seed
        self.municipality = municipality
        self._prefix = next(p for p, name in PREFIXES.items() if name == municipality)
        self._town = Town()

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Everybody, by number."""
        chance = random.Random(self._seed)
        own = [p for p in self._town.people if p.municipality == self.municipality and not p.classmate]
        names = sorted({(p.first_name, p.language) for p in self._town.people})
        seats = {part: self._seats(part) for part in set(_PARTS)}
        return tuple(
            _person(f"{self._prefix}-{FIRST + n}", own[n % len(own)], chance.choice(names), chance, seats)
            for n in range(self._size)
        )

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """All groups of the crowd."""
        schools = [s for s in self._town.schools if s.municipality == self.municipality and s.teaches]
        likes = {s.id: next(g for g in self._town.groups if g.school == s.id) for s in schools}
        members: dict[str, list[str]] = {}
        for person in self.people:
            for code in person.groups:
                members.setdefault(code, []).append(person.number)
        found = []
        for number, (code, part) in enumerate(self._codes):
            like = likes[schools[number % len(schools)].id]
            weeks = _SHORT_WEEKS if part == "knm" else _WEEKS
            fixture = {**like.fixture, "code": code, "onderdeel": part, "week": [*weeks[number % len(weeks)]]}
            participants = tuple(members.get(code, ()))
            found.append(Group(code, like.school, self.municipality, part, participants, fixture))
        return tuple(found)

    def group(self, code: str) -> Group:
        """A group by its code; `KeyError` if there is none."""
        return self._by_code[code]

    def _seats(self, part: str) -> Iterator[str]:
        """Group after group, for ever, so that groups fill evenly."""
        return cycle([code for code, other in self._codes if other == part])

    @cached_property
    def _by_code(self) -> Mapping[str, Group]:
        return {group.code: group for group in self.groups}

    @cached_property
    def _codes(self) -> tuple[tuple[str, str], ...]:
        count = self._group_count
        return tuple((f"{self._prefix}-G{n + 1:04d}", _PARTS[n % len(_PARTS)]) for n in range(count))


def fill(zgw: Zgw, crowd: Crowd, today: date, tick: Tick | None = None) -> None:
    """Put a crowd into a case system; the UUIDs of all rows follow from the crowd's seed."""
    chance, usual = random.Random(f"rows:{crowd.municipality}"), zgw.register.fresh
    zgw.register.fresh = lambda: str(UUID(int=chance.getrandbits(128), version=4))
    try:
        seed(zgw, crowd, crowd.municipality, today, tick)
    finally:
        zgw.register.fresh = usual


def _person(
    number: str,
    template: Person,
    who: tuple[str, str],
    chance: random.Random,
    seats: Mapping[str, Iterator[str]],
) -> Person:
    fixture, groups = _own(template, seats)
    return Person(
        number=number,
        first_name=who[0],
        birth_year=chance.randint(1962, 2007),
        language=who[1],
        caseworker=template.caseworker,
        groups=groups,
        coach=template.coach,
        fixture=fixture,
    )


def _own(template: Person, seats: Mapping[str, Iterator[str]]) -> tuple[Doc, tuple[str, ...]]:
    """A template's facts with a seat in the crowd's groups in place of the town's."""
    fixture = dict(template.fixture)
    plan = fixture.get("plan")
    groups: list[str] = []
    if plan is not None:
        parts = copy.deepcopy(plan["onderdelen"])
        for part in parts:
            seat = part.pop("groep", None) and next(seats.get(part["soort"], _NO_SEATS), None)
            if seat:
                part["groep"] = seat
                groups.append(seat)
        fixture["plan"] = {**plan, "onderdelen": parts}
    return fixture, tuple(groups)
