"""The example town: who lives and works there."""

from __future__ import annotations

import pytest

from bot.sandbox.town import Town

TOWN = Town()


@pytest.mark.parametrize(
    ("number", "name", "year", "language"),
    [
        ("WV-0001", "Samira", 1989, "ar"),
        ("WV-0002", "Filmon", 1994, "ti"),
        ("WV-0003", "Parisa", 2006, "fa-AF"),
        ("WV-0004", "Mehmet", 1983, "tr"),
        ("WV-0005", "Elif", 2007, "tr"),
        ("WV-0006", "Karim", 1985, "fa-AF"),
        ("WV-0007", "Laila", 1988, "fa-AF"),
    ],
)
def test_the_seven(number: str, name: str, year: int, language: str) -> None:
    person = TOWN.person(number)
    assert (person.first_name, person.birth_year, person.language) == (name, year, language)
    assert TOWN.person(name) is person


def test_only_filmon_of_the_seven_listens() -> None:
    assert [p.first_name for p in TOWN.people if p.listens and p.municipality == "waterveen"] == ["Filmon"]


def test_heuvelmeer_has_people_of_its_own() -> None:
    found = [p for p in TOWN.people if p.municipality == "heuvelmeer"]
    assert [(p.number, p.caseworker) for p in found] == [("HM-0001", "km-101"), ("HM-0002", "km-101")]


def test_b1_2_has_fifteen_participants_and_rahel_is_one() -> None:
    group = TOWN.group("B1-2")
    assert len(group.participants) == 15
    assert group.participants[0] == "WV-0001"
    assert TOWN.person("Rahel").number in group.participants


def test_z_1_has_eleven_participants() -> None:
    assert len(TOWN.group("Z-1").participants) == 11


def test_first_names_are_unique() -> None:
    names = [p.first_name for p in TOWN.people]
    assert len(set(names)) == len(names)


def test_the_staff_of_the_storyboards() -> None:
    assert {(c.name, c.role) for c in TOWN.staff} == {
        ("Anneke Postma", "caseworker"),
        ("Joris Bakker", "caseworker"),
        ("Ingrid Smit", "planner"),
        ("Wim Hofstra", "coach"),
        ("Nadia Amrani", "region"),
    }
    assert TOWN.colleague("Ingrid Smit").school == "de-brug"
    assert TOWN.colleague("anneke@waterveen.example").id == "km-001"
