"""Days are Gregorian, in the reader's language, with Western digits."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.words.dates import clock, day, month, weekday
from bot.words.proof import foreign_digits

MONDAY = date(2026, 11, 23)
LANGUAGES = ("nl", "en", "ar", "ti", "tr", "fa", "fa-AF")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "maandag 23 november"),
        ("en", "Monday 23 November"),
        ("ar", "الاثنين 23 نوفمبر"),
        ("ti", "ሰኑይ 23 ሕዳር"),
        ("tr", "23 Kasım Pazartesi"),
        ("fa", "دوشنبه 23 نوامبر"),
    ],
)
def test_a_day_with_its_weekday(language: str, text: str) -> None:
    assert day(MONDAY, language, named=True) == text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "vrijdag 16 maart 2029"),
        ("en", "Friday 16 March 2029"),
        ("ar", "الجمعة 16 مارس 2029"),
        ("ti", "ዓርቢ 16 መጋቢት 2029"),
        ("tr", "16 Mart 2029 Cuma"),
        ("fa", "جمعه 16 مارس 2029"),
    ],
)
def test_a_last_day_has_its_year(language: str, text: str) -> None:
    assert day(date(2029, 3, 16), language, named=True, year=True) == text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_day_of_a_year_has_western_digits_only(language: str) -> None:
    days = [date.fromordinal(MONDAY.toordinal() + n) for n in range(366)]
    assert not foreign_digits("".join(day(on, language, named=True, year=True) for on in days))


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_weekdays_and_months_have_different_names(language: str) -> None:
    assert len({weekday(n, language) for n in range(1, 8)}) == 7
    assert len({weekday(n, language, short=True) for n in range(1, 8)}) == 7
    assert len({month(n, language) for n in range(1, 13)}) == 12


def test_persian_months_stand_without_a_genitive_sign() -> None:
    assert month(1, "fa") == "ژانویه"


def test_short_forms_are_for_buttons() -> None:
    assert weekday(4, "en", short=True) == "Thu"
    assert day(MONDAY, "nl", short=True) == "23 nov"


def test_a_time_has_24_hours() -> None:
    assert clock(time(9, 0)) == "09:00"
    assert clock(time(19, 30)) == "19:30"
