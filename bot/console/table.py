"""Reads a table of people to invite; one wrong line and nothing is applied."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass

HEADS = ("zaaknummer", "case number", "zaak", "case")
MOST = 200


@dataclass(frozen=True, slots=True)
class Row:
    """One person of the table; `line` is the line of the table, counted from 1."""

    line: int
    case_number: str
    first_name: str
    birth_year: int
    language: str


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a line: a code that the page or API puts into words, and the faulty value."""

    line: int
    code: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """All rows, or all faults; never both."""

    rows: tuple[Row, ...] = ()
    faults: tuple[Fault, ...] = ()


def decode(raw: bytes) -> str:
    """Read an uploaded file: UTF-8 with or without mark, else what Dutch spreadsheets write (cp1252)."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def read(text: str, languages: Sequence[str], this_year: int) -> Table:
    """Read lines of "case number; first name; birth year; language" (also with commas or tabs)."""
    lines = [(n, line) for n, line in enumerate(text.splitlines(), 1) if line.strip()]
    if lines and lines[0][1].strip().lower().startswith(HEADS):
        lines = lines[1:]
    if not lines:
        return Table(faults=(Fault(1, "empty"),))
    if len(lines) > MOST:
        return Table(faults=(Fault(lines[MOST][0], "too_many", str(MOST)),))
    read_ = [_line(n, _cells(line), languages, this_year) for n, line in lines]
    faults = tuple(one for one in read_ if isinstance(one, Fault)) + _twice(read_)
    return Table(faults=faults) if faults else Table(tuple(one for one in read_ if isinstance(one, Row)))


def _cells(line: str) -> list[str]:
    separator = next((mark for mark in (";", "\t", ",") if mark in line), ";")
    return [cell.strip() for cell in next(csv.reader([line], delimiter=separator))]


def _line(n: int, cells: list[str], languages: Sequence[str], this_year: int) -> Row | Fault:
    if len(cells) != 4:
        return Fault(n, "columns", str(len(cells)))
    number, name, year, language = cells
    code = check(number, name, year, language, languages, this_year)
    return Fault(n, *code) if code else Row(n, number, name, int(year), language)


def check(
    number: str, name: str, year: str, language: str, languages: Sequence[str], this_year: int
) -> tuple[str, str] | None:
    """Return what is wrong with the four values of one person, or None."""
    if any(personal_number(value) for value in (number, name)):
        return "personal_number", ""
    if not 1 <= len(number) <= 40:
        return "case_number", number
    if not 1 <= len(name) <= 60:
        return "first_name", name
    if not (year.isascii() and year.isdigit() and this_year - 120 < int(year) <= this_year):
        return "birth_year", year[:8]
    if language not in languages:
        return "language", language[:12]
    return None


def _twice(rows: list[Row | Fault]) -> tuple[Fault, ...]:
    seen: dict[str, int] = {}
    found: list[Fault] = []
    for row in rows:
        if isinstance(row, Row) and seen.setdefault(row.case_number, row.line) != row.line:
            found.append(Fault(row.line, "twice", row.case_number))
    return tuple(found)


def personal_number(text: str) -> bool:
    """Whether a text is a BSN: nine digits that pass the eleven-test (also with dots or spaces)."""
    digits = text.replace(".", "").replace(" ", "").replace("-", "")
    if not (digits.isascii() and digits.isdigit() and len(digits) == 9):
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(int(d) * w for d, w in zip(digits, weights, strict=True)) % 11 == 0
