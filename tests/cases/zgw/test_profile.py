"""A municipality's own names, forms and values are read as its profile says; the rest is hidden."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from bot.cases.zgw.caseworker import role_of
from bot.cases.zgw.properties import Properties
from bot.cases.zgw.reading import Reading
from bot.tenant import EigenschapRegel
from bot.tenant.names import Dagvorm

CASE = "65fcf664-2219-474b-a128-754cc193eeff"


@pytest.fixture
def reading() -> Reading:
    return Reading(CASE, Counter())


def properties(reading: Reading, rule: EigenschapRegel, value: str, name: str = "termijnEinde") -> Properties:
    return Properties({rule.naam: value}, {name: rule}, reading)


@pytest.mark.parametrize(
    ("form", "value"), [("JJJJMMDD", "20290317"), ("JJJJ-MM-DD", "2029-03-17"), ("DD-MM-JJJJ", "17-03-2029")]
)
def test_a_day_is_read_in_the_form_of_the_profile(reading: Reading, form: Dagvorm, value: str) -> None:
    rule = EigenschapRegel(naam="einde", formaat=form)
    assert properties(reading, rule, value).day("termijnEinde") == date(2029, 3, 17)
    assert reading.unreadable == set()


@pytest.mark.parametrize("value", ["20290317", "2029-3-17", "2029-13-01", "17-03-2029", "٢٠٢٩-٠٣-١٧"])
def test_a_day_in_another_form_is_quarantined(reading: Reading, value: str) -> None:
    rule = EigenschapRegel(naam="einde", formaat="JJJJ-MM-DD")
    assert properties(reading, rule, value).day("termijnEinde", "term") is None
    assert reading.unreadable == {"term"}


def test_the_municipalitys_own_values_are_translated(reading: Reading) -> None:
    rule = EigenschapRegel(naam="route", waarden={"B1-route": "B", "Onderwijs": "O"})
    assert properties(reading, rule, "B1-route", "leerroute").text("leerroute") == "B"


def test_a_value_that_the_profile_does_not_list_is_hidden(reading: Reading) -> None:
    rule = EigenschapRegel(naam="route", waarden={"B1-route": "B"})
    assert properties(reading, rule, "B", "leerroute").text("leerroute") is None
    assert reading.unreadable == {"facts"}


def test_a_property_that_is_not_mapped_is_hidden(reading: Reading) -> None:
    assert properties(reading, EigenschapRegel(naam="x"), "B1").text("niveau") is None
    assert reading.unreadable == set()


def role(kind: str, who: str, day: int) -> dict[str, object]:
    return {
        "zaak": f"https://openzaak.example/zaken/{CASE}",
        "betrokkeneType": "medewerker",
        "omschrijving": kind,
        "omschrijvingGeneriek": "behandelaar",
        "registratiedatum": f"2026-03-{day:02d}T10:00:00Z",
        "betrokkeneIdentificatie": {"identificatie": who, "achternaam": who, "voorletters": ""},
        "contactpersoonRol": {},
    }


def test_the_caseworker_is_who_has_the_role_of_the_profile(reading: Reading) -> None:
    roles = [role("Klantmanager", "km-001", 1), role("Jobcoach", "jc-002", 2)]
    found = role_of(roles, reading, "Klantmanager")
    assert found is not None
    assert found.who.identificatie == "km-001"


def test_without_a_mapped_role_the_newest_of_the_staff_is_taken(reading: Reading) -> None:
    roles = [role("Klantmanager", "km-001", 1), role("Jobcoach", "jc-002", 2)]
    found = role_of(roles, reading)
    assert found is not None
    assert found.who.identificatie == "jc-002"
