"""Values of the dialogs in words."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.state.values import At, Day, Dutch, Joined, Raw, Term, Value, Weekday
from bot.words.bidi import bare
from bot.words.catalogues import Catalogues
from bot.words.say import plain, speaker


def said(
    catalogues: Catalogues, value: Value, language: str = "en", *, free: bool = True
) -> str | int | None:
    text = speaker(catalogues, language, free=free).say(value)
    return bare(text) if isinstance(text, str) else text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Day(date(2026, 11, 23), weekday=True), "Monday 23 November"),
        (Weekday(4, short=True), "Thu"),
        (At(time(9)), "09:00"),
        (Raw("Kade 4"), "Kade 4"),
        (Raw(""), None),
        ("📚", "📚"),
        (3, 3),
        (None, None),
        (Term("part-taal"), "Dutch"),
        (Term("part-none", otherwise=Raw("part")), "part"),
        (Term("part-none"), None),
        (Term("room", {"room": None}), None),
    ],
    ids=repr,
)
def test_each_kind_of_value(catalogues: Catalogues, value: Value, text: str | int | None) -> None:
    assert said(catalogues, value) == text


@pytest.mark.parametrize(
    ("how", "text"),
    [("lines", "a\nb\nc"), ("words", "a b c"), ("list", "a, b, c"), ("and", "a, b and c")],
    ids=["lines", "words", "list", "and"],
)
def test_several_values(catalogues: Catalogues, how: str, text: str) -> None:
    values = Joined((Raw("a"), None, Raw("b"), Raw("c")), how)
    assert said(catalogues, values) == text


def test_two_values_have_only_the_word_between_them(catalogues: Catalogues) -> None:
    assert said(catalogues, Joined((Raw("a"), Raw("b")), "and"), "nl") == "a en b"


def test_values_without_any_are_missing(catalogues: Catalogues) -> None:
    assert said(catalogues, Joined((None, Raw("")))) is None


def test_free_dutch_is_shown_as_dutch(catalogues: Catalogues) -> None:
    assert said(catalogues, Dutch("Neem uw boek mee")) == "“Neem uw boek mee” (Dutch)"
    assert said(catalogues, Dutch("Neem uw boek mee"), "nl") == "Neem uw boek mee"


def test_a_checked_translation_takes_its_place(catalogues: Catalogues) -> None:
    text = Dutch("Neem uw boek mee", (("en", "Bring your book"), ("prs", "کتاب")))
    assert said(catalogues, text) == "Bring your book"
    assert said(catalogues, text, "fa-AF") == "کتاب"


def test_free_dutch_is_missing_in_a_push_unless_a_person_translated_it(catalogues: Catalogues) -> None:
    assert said(catalogues, Dutch("Neem uw boek mee"), free=False) is None
    assert said(catalogues, Dutch("Boek", (("en", "Book"),)), free=False) == "Book"


def test_a_plain_text_for_a_letter(catalogues: Catalogues) -> None:
    assert bare(plain(catalogues, "en", "letter-greeting", {"name": Raw("Samira")})) == "Dear Samira,"


def test_a_plain_text_that_does_not_exist_is_an_error(catalogues: Catalogues) -> None:
    with pytest.raises(LookupError, match="'letter-none'"):
        plain(catalogues, "en", "letter-none")
