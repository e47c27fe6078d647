"""A table of people to invite: read completely, or not at all."""

from __future__ import annotations

import pytest

from bot.console.table import MOST, Row, decode, personal_number, read

LANGUAGES = ("nl", "ti", "tr")
GOOD = "WV-0002; Filmon; 1990; ti\nWV-0005; Elif; 2007; tr\n"


def codes(text: str) -> list[tuple[int, str]]:
    return [(fault.line, fault.code) for fault in read(text, LANGUAGES, 2026).faults]


def test_one_line_is_one_person() -> None:
    assert read(GOOD, LANGUAGES, 2026).rows == (
        Row(1, "WV-0002", "Filmon", 1990, "ti"),
        Row(2, "WV-0005", "Elif", 2007, "tr"),
    )


@pytest.mark.parametrize("separator", [";", ",", "\t"], ids=["semicolon", "comma", "tab"])
def test_the_usual_separators_are_read(separator: str) -> None:
    assert (
        read(f"WV-0002{separator}Filmon{separator}1990{separator}ti", LANGUAGES, 2026).rows[0].birth_year
        == 1990
    )


def test_a_heading_and_empty_lines_are_skipped() -> None:
    rows = read(f"Zaaknummer; Voornaam; Geboortejaar; Taal\n\n{GOOD}", LANGUAGES, 2026).rows
    assert [row.line for row in rows] == [3, 4]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("WV-1; A; 1990", "columns"),
        ("; A; 1990; ti", "case_number"),
        ("WV-1; ; 1990; ti", "first_name"),
        ("WV-1; A; 90; ti", "birth_year"),
        ("WV-1; A; 2031; ti", "birth_year"),
        ("WV-1; A; ١٩٩٠; ti", "birth_year"),
        ("WV-1; A; 1990; klingon", "language"),
        ("111222333; A; 1990; ti", "personal_number"),
        ("WV-1; 111.222.333; 1990; ti", "personal_number"),
    ],
)
def test_a_fault_names_its_line(line: str, code: str) -> None:
    assert codes(f"{GOOD}{line}") == [(3, code)]


def test_one_wrong_line_leaves_no_row() -> None:
    assert read(f"{GOOD}WV-1; A; 90; ti", LANGUAGES, 2026).rows == ()


def test_every_fault_is_told_at_once() -> None:
    assert codes("WV-1; A; 90; ti\nWV-2; B; 1990; xx") == [(1, "birth_year"), (2, "language")]


def test_a_case_number_stands_there_once() -> None:
    assert codes(f"{GOOD}WV-0002; Filmon; 1990; ti") == [(3, "twice")]


def test_an_empty_table_says_so() -> None:
    assert codes(" \n") == [(1, "empty")]


def test_a_table_has_an_end() -> None:
    text = "\n".join(f"WV-{n}; A; 1990; ti" for n in range(MOST + 1))
    assert codes(text) == [(MOST + 1, "too_many")]


def test_a_personal_number_is_not_repeated() -> None:
    assert read("111222333; A; 1990; ti", LANGUAGES, 2026).faults[0].value == ""


@pytest.mark.parametrize(
    ("text", "personal"),
    [("111222333", True), ("111 222 333", True), ("111222334", False), ("WV-0001", False)],
)
def test_a_bsn_is_recognised_by_the_eleven_test(text: str, personal: bool) -> None:
    assert personal_number(text) is personal


def test_a_spreadsheet_of_windows_is_read() -> None:
    assert decode("WV-1; Noëlle".encode("cp1252")) == "WV-1; Noëlle"
    assert decode("\ufeffWV-1; Noëlle".encode()) == "WV-1; Noëlle"
