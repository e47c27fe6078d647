"""Storyboards X21 and X22: what is never kept, in every script and grouping, and what gets through."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.personal_numbers import Finding, look, passes_eleven_test, without, without_bsn

NINE = st.text("0123456789", min_size=9, max_size=9)
SCRIPTS = {
    "western": "0123456789",
    "arabic": "٠١٢٣٤٥٦٧٨٩",
    "persian": "۰۱۲۳۴۵۶۷۸۹",
    "fullwidth": "０１２３４５６７８９",
}
GROUPINGS = ((9,), (3, 3, 3), (4, 2, 3), (1,) * 9, (2, 2, 2, 3), (5, 4))
SEPARATORS = (" ", ".", "-", "\u00a0", "\u2009", "·", "–", "\n", " - ", "\u200c ")


@st.composite
def service_numbers(draw: st.DrawFn) -> str:
    """Nine digits that pass the eleven-test."""
    head = draw(st.text("0123456789", min_size=8, max_size=8))
    rest = sum(weight * int(digit) for weight, digit in zip(range(9, 1, -1), head, strict=True)) % 11
    number = head + str(rest if rest < 10 else 0)
    return number if rest < 10 and number != "0" * 9 else "123456782"


def grouped(digits: str, grouping: tuple[int, ...], separator: str) -> str:
    parts, start = [], 0
    for length in grouping:
        parts.append(digits[start : start + length])
        start += length
    return separator.join(parts)


@given(
    service_numbers(),
    st.sampled_from(GROUPINGS),
    st.sampled_from(SEPARATORS),
    st.sampled_from(sorted(SCRIPTS)),
    st.sampled_from(["", "My number: ", "BSN", "رقمي "]),
    st.sampled_from(["", ".", " thank you", " شكرا"]),
)
def test_a_service_number_is_found_however_it_is_written(
    digits: str, grouping: tuple[int, ...], separator: str, script: str, before: str, after: str
) -> None:
    written = grouped(digits, grouping, separator).translate(str.maketrans("0123456789", SCRIPTS[script]))

    assert look(before + written + after) is Finding.PERSONAL


@given(NINE.filter(lambda digits: not passes_eleven_test(digits)))
def test_nine_digits_that_fail_the_test_are_unsure(digits: str) -> None:
    assert look(f"nr {digits}") is Finding.UNSURE


@given(st.text("0123456789", min_size=10, max_size=10), st.sampled_from(["{}", "V-nummer {}.", "x{}"]))
def test_ten_digits_count_as_an_alien_number(digits: str, around: str) -> None:
    assert look(around.format(digits)) is Finding.PERSONAL


@given(st.text("0123456789", min_size=11, max_size=30))
def test_longer_blocks_are_something_else(digits: str) -> None:
    assert look(digits) is Finding.NONE


@given(st.text("0123456789", max_size=8))
def test_shorter_blocks_are_something_else(digits: str) -> None:
    assert look(digits) is Finding.NONE


@given(st.text(max_size=300))
def test_any_text_can_be_looked_at(text: str) -> None:
    assert look(text) in Finding


@pytest.mark.parametrize(
    "text",
    [
        "NL91ABNA0417164300",
        "nl91 abna 0417 1643 00",
        "my bank NL91 ABNA 0417 1643 00 thank you",
        "TR330006100519786457841326",
        "DE89 3704 0044 0532 0130 00.",
        "IBANNL91ABNA0417164300",
    ],
)
def test_bank_numbers_are_found(text: str) -> None:
    assert look(text) is Finding.PERSONAL


@pytest.mark.parametrize(
    "text", ["123.456.7890", "123 456 7890", "1234 567 890", "۱۲۳۴۵۶۷۸۹۰", "1 2 3 4 5 6 7 8 9 0"]
)
def test_a_grouped_alien_number_is_found(text: str) -> None:
    assert look(text) is Finding.PERSONAL


def test_a_service_number_beside_other_numbers_is_found() -> None:
    assert look("123456782 12") is Finding.PERSONAL


@pytest.mark.parametrize(
    "text",
    [
        "",
        "I come on 23-11-2026 09:00",
        "23 11 2026 09",
        "2026-11-23",
        "3-11-2026, 24-11-2026",
        "9.30-10.30",
        "K7M2-9XQ4-TR",
        "K7M29XQ4TR",
        "1992",
        "000 123 45",
        "Kade 4, 1234 AB",
        "GB83WEST12345698765432",
        "112",
        "+31 6 0000 0000",
        "ZAAK-2026-0000001",
    ],
)
def test_everyday_texts_get_through(text: str) -> None:
    assert look(text) is Finding.NONE


def test_a_text_of_digits_only_is_looked_at_quickly() -> None:
    assert look("1 " * 200_000) in Finding


@given(
    service_numbers(),
    st.sampled_from(GROUPINGS),
    st.sampled_from(SEPARATORS),
    st.sampled_from(sorted(SCRIPTS)),
)
def test_a_service_number_is_taken_out_of_what_a_colleague_writes(
    digits: str, grouping: tuple[int, ...], separator: str, script: str
) -> None:
    written = grouped(digits, grouping, separator).translate(str.maketrans("0123456789", SCRIPTS[script]))

    assert without(f"Uw nummer is {written}. Tot dinsdag!") == ("Uw nummer is [•••]. Tot dinsdag!", True)


@pytest.mark.parametrize(
    "text",
    ["Ja, op 17 december om 15.00 uur.", "Kom op 17-12-2026 om 15:00.", "Kamer 2.1, 1234 AB Waterveen"],
)
def test_days_times_and_places_stay(text: str) -> None:
    assert without(text) == (text, False)


def test_an_account_and_an_alien_number_are_taken_out_beside_each_other() -> None:
    text = "Maak het over naar NL91 ABNA 0417 1643 00, kenmerk 2801234567 graag."
    assert without(text) == ("Maak het over naar [•••], kenmerk [•••] graag.", True)


def test_the_telephone_of_the_town_hall_stays_and_any_other_is_taken_out() -> None:
    text = "Bel 000 123 45 01 of 06 1234 5678."
    assert without(text, ["000 123 45 01"]) == ("Bel 000 123 45 01 of [•••].", True)


@given(st.text(max_size=60), st.sampled_from(["{} 123456782 {}", "{}123 456 782{}"]))
def test_nothing_personal_is_left_whatever_stands_around(around: str, pattern: str) -> None:
    assert look(without(pattern.format(around, around))[0]) is Finding.NONE


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Breng 999993653 mee", "Breng [•••] mee"),
        ("BSN 9999.93.653, of ٩٩٩٩٩٣٦٥٣", "BSN [•••], of [•••]"),
        ("Bel 020 123 45 67 of 0201234567", "Bel 020 123 45 67 of 0201234567"),
        ("Kenmerk 123456789", "Kenmerk 123456789"),
        ("2026-11-23 09:00, lokaal 2.1", "2026-11-23 09:00, lokaal 2.1"),
    ],
)
def test_from_a_municipalitys_own_text_only_citizen_service_numbers_are_taken(text: str, left: str) -> None:
    assert without_bsn(text) == left
