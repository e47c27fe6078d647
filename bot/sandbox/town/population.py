"""Who lives and works in the example town. Every name, place and organisation is invented."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5

from bot.sandbox.zgw.register import Doc

FOLDER: Final = Path(__file__).parent
PREFIXES: Final = {"WV": "waterveen", "HM": "heuvelmeer"}


def fixed_uuid(name: str) -> str:
    """A UUID that depends on a name alone, so that links outlast a new seeding."""
    return str(uuid5(NAMESPACE_URL, f"https://wegwijs.example/town/{name}"))


@dataclass(frozen=True, slots=True)
class Person:
    """A newcomer of the fixtures; `fixture` is what the file says about the case."""

    number: str
    first_name: str
    birth_year: int
    language: str
    caseworker: str
    groups: tuple[str, ...]
    listens: bool = False
    classmate: bool = False
    coach: str | None = None
    fixture: Mapping[str, Any] = field(default_factory=dict, repr=False)

    @property
    def municipality(self) -> str:
        """The tenant that the case belongs to."""
        return PREFIXES[self.number.split("-")[0]]

    @property
    def case_uuid(self) -> str:
        """The UUID of the case."""
        return fixed_uuid(self.number)


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who works with the town; `role` is caseworker, planner, coach or region."""

    id: str
    name: str
    role: str
    municipalities: tuple[str, ...]
    email: str
    password: str = field(repr=False)
    school: str | None = None


@dataclass(frozen=True, slots=True)
class School:
    """A school and its groups' codes; one that does not teach is a work place."""

    id: str
    municipality: str
    name: str
    phone: str
    groups: tuple[str, ...]
    teaches: bool = True


@dataclass(frozen=True, slots=True)
class Group:
    """A lesson group; `participants` are case numbers, first names stand on the school's own list."""

    code: str
    school: str
    municipality: str
    part: str
    participants: tuple[str, ...]
    fixture: Mapping[str, Any] = field(repr=False)

    @property
    def uuid(self) -> str:
        """The UUID of the lesgroep object."""
        return fixed_uuid(f"groep/{self.code}")


class Town:
    """Everything the fixture files hold, read on first use."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._folder = folder

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """The seven, the two of Heuvelmeer, then the classmates; by number within each kind."""
        files = sorted((self._folder / "people").glob("*.toml"))
        own = sorted(
            (_person(_read(file)) for file in files), key=lambda p: (p.municipality != "waterveen", p.number)
        )
        data = _read(self._folder / "classmates.toml")
        return (*own, *(_classmate(entry, data) for entry in data["klasgenoot"]))

    @cached_property
    def staff(self) -> tuple[Colleague, ...]:
        """Colleagues with their demo sign-ins."""
        return tuple(
            Colleague(
                id=c["id"],
                name=c["naam"],
                role=c["rol"],
                municipalities=tuple(c["gemeenten"]),
                email=c["email"],
                password=c["wachtwoord"],
                school=c.get("school"),
            )
            for c in _read(self._folder / "staff.toml")["collega"]
        )

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """All lesson groups."""
        schools = self._schools["school"]
        return tuple(
            Group(
                code=g["code"],
                school=g["school"],
                municipality=schools[g["school"]]["gemeente"],
                part=g["onderdeel"],
                participants=tuple(p.number for p in self.people if g["code"] in p.groups),
                fixture=g,
            )
            for g in self._schools["groep"]
        )

    @cached_property
    def schools(self) -> tuple[School, ...]:
        """Schools and work places."""
        return tuple(
            School(
                id=key,
                municipality=s["gemeente"],
                name=s["naam"],
                phone=s["telefoon"],
                groups=tuple(g.code for g in self.groups if g.school == key),
                teaches=not s.get("werkplek", False),
            )
            for key, s in self._schools["school"].items()
        )

    def person(self, key: str) -> Person:
        """A person by case number or first name; `KeyError` if there is none."""
        found = next((p for p in self.people if key in {p.number, p.first_name}), None)
        if found is None:
            raise KeyError(key)
        return found

    def colleague(self, key: str) -> Colleague:
        """A colleague by id, name or e-mail address; `KeyError` if there is none."""
        found = next((c for c in self.staff if key in {c.id, c.name, c.email}), None)
        if found is None:
            raise KeyError(key)
        return found

    def group(self, code: str) -> Group:
        """A group by its code; `KeyError` if there is none."""
        found = next((g for g in self.groups if g.code == code), None)
        if found is None:
            raise KeyError(code)
        return found

    def school_fixture(self, key: str) -> Doc:
        """What the file says about a school."""
        return dict(self._schools["school"][key])

    def place(self, municipality: str, key: str) -> Doc:
        """A place by its key."""
        return dict(self._places[municipality][key])

    @property
    def holidays(self) -> list[Doc]:
        """Weeks without lessons."""
        return list(self._schools["vakantie"])

    @cached_property
    def _schools(self) -> Doc:
        return _read(self._folder / "schools.toml")

    @cached_property
    def _places(self) -> Doc:
        return _read(self._folder / "places.toml")


def _read(file: Path) -> Doc:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _person(data: Doc) -> Person:
    who = data["persoon"]
    return Person(
        number=who["zaak"],
        first_name=who["roepnaam"],
        birth_year=who["geboortejaar"],
        language=who["taal"],
        caseworker=who["klantmanager"],
        groups=tuple(who["groepen"]),
        listens=who.get("luistert", False),
        coach=who.get("begeleider"),
        fixture=data,
    )


def _classmate(entry: Doc, data: Doc) -> Person:
    group = entry["groep"]
    return Person(
        number=entry["zaak"],
        first_name=entry["roepnaam"],
        birth_year=entry["geboortejaar"],
        language=entry["taal"],
        caseworker="km-001",
        groups=(group,),
        classmate=True,
        fixture={"status": data["status"][group], "plan": data["plan"][group]},
    )
