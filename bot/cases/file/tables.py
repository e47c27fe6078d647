"""A delivery of the municipality as plain tables of text: from CSV, a ZIP of CSV files, XLSX or JSON."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

LARGEST: Final = 32 * 1024 * 1024
LARGEST_UNPACKED: Final = 128 * 1024 * 1024
MOST_ROWS: Final = 500_000
CASES, PARTS, TASKS, TALKS, LESSONS = "zaken", "onderdelen", "taken", "afspraken", "lessen"
TABLES: Final = (CASES, PARTS, TASKS, TALKS, LESSONS)
FORBIDDEN: Final = re.compile(r"bsn|burgerservice|persoonsn|vreemdeling|sofi|(^|_)v_?(nr|nummer)")
"""In the name of a column with which nothing of a file is read (design §3.7)."""
OWNER: Final = {LESSONS: "groep"}
"""The column of a table that is `zaaknummer` in all others. A first line without it holds no headings: it may
be a person's, and is never repeated to anybody."""

Cells = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """One line; `line` counts as the program counts that opens the file, headings included."""

    line: int
    cells: Cells
    uneven: bool = False
    """More or fewer cells than headings: it broke off, or its cells stand under the wrong headings."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and where; never a value of the file."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


class FileRefused(Exception):
    """Nothing of the file is used; `str()` says why, for the operator."""


Tables = Mapping[str, Sequence[Row]]


def read_tables(path: Path) -> dict[str, list[Row]]:
    """Read a delivery; raises `FileRefused` where it cannot be used at all."""
    if path.stat().st_size > LARGEST:
        raise FileRefused(f"the file is larger than {LARGEST // 1024**2} MB")
    content = path.read_bytes()
    if not content.strip():
        raise FileRefused("the file is empty")
    match path.suffix.lower():
        case ".csv":
            found = {CASES: _csv(content, path.name)}
        case ".zip":
            found = _zip(content)
        case ".json":
            found = _json(content)
        case ".xlsx":
            found = _xlsx(content)
        case _:
            raise FileRefused("only .csv, .zip (with .csv files), .xlsx and .json are read")
    if not found.get(CASES):
        raise FileRefused(f"there is no table '{CASES}', or no line in it")
    for name, rows in found.items():
        owner = OWNER.get(name, "zaaknummer")
        if rows and not any(owner in row.cells for row in rows):
            raise FileRefused(f"the table '{name}' has no column '{owner}' in its first line")
    return {name: list(found.get(name, ())) for name in TABLES}


def _zip(content: bytes) -> dict[str, list[Row]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(one.file_size for one in archive.infolist()) > LARGEST_UNPACKED:
                raise FileRefused("the ZIP file is too large when it is unpacked")
            names = {
                Path(one).stem.lower(): one for one in archive.namelist() if one.lower().endswith(".csv")
            }
            return {name: _csv(archive.read(names[name]), f"{name}.csv") for name in TABLES if name in names}
    except (zipfile.BadZipFile, EOFError, OSError, RuntimeError):
        raise FileRefused("the ZIP file is broken, or was not copied to its end") from None


def _csv(content: bytes, name: str) -> list[Row]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FileRefused(f"{name} is not written in UTF-8; save it as 'CSV UTF-8'") from None
    first = text.split("\n", 1)[0]
    delimiter = max(";,\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    lines: list[tuple[int, Sequence[Any]]] = []
    try:
        for cells in reader:
            lines.append((reader.line_num, cells))
            if len(lines) > MOST_ROWS:
                raise FileRefused(f"{name} has more than {MOST_ROWS:,} lines")
    except csv.Error:
        raise FileRefused(
            f"{name} breaks off in or after line {reader.line_num}: a quotation mark is missing"
        ) from None
    return _rows(lines, name)


def _json(content: bytes) -> dict[str, list[Row]]:
    try:
        document = json.loads(content)
    except (ValueError, RecursionError):
        raise FileRefused("the file is not whole JSON; perhaps it was not copied to its end") from None
    if not isinstance(document, dict):
        raise FileRefused(f"an object with the lists {', '.join(TABLES)} is expected")
    found: dict[str, list[Row]] = {}
    for name in TABLES:
        listed = document.get(name, [])
        if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
            raise FileRefused(f"'{name}' is not a list of objects")
        rows = [({_heading(k): _text(v) for k, v in one.items()}) for one in listed]
        _allowed({heading for row in rows for heading in row}, name)
        found[name] = [Row(number, cells) for number, cells in enumerate(rows, 1)]
    return found


def _xlsx(content: bytes) -> dict[str, list[Row]]:
    try:
        from python_calamine import CalamineError, load_workbook
    except ImportError:
        raise FileRefused("for .xlsx files the extra 'xlsx' of Wegwijs must be installed") from None
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(one.file_size for one in archive.infolist()) > LARGEST_UNPACKED:
                raise FileRefused("the workbook is too large when it is unpacked")
        book = load_workbook(io.BytesIO(content))
        sheets = {name.strip().lower(): name for name in book.sheet_names}
        return {
            table: _rows(
                enumerate(book.get_sheet_by_name(sheets[table]).to_python(skip_empty_area=False), 1),
                f"sheet {table}",
            )
            for table in TABLES
            if table in sheets
        }
    except (CalamineError, zipfile.BadZipFile, OSError):
        raise FileRefused("the workbook is broken, or was not copied to its end") from None


def _rows(lines: Iterable[tuple[int, Sequence[Any]]], name: str) -> list[Row]:
    """Put headings to the cells; empty lines are passed over."""
    headings: list[str] | None = None
    found: list[Row] = []
    for number, cells in lines:
        texts = [_text(cell) for cell in cells]
        if not any(texts):
            continue
        if headings is None:
            headings = [_heading(text) for text in texts]
            if len(set(filter(None, headings))) != len([h for h in headings if h]):
                raise FileRefused(f"{name}: a heading stands there twice")
            _allowed(set(headings), name)
            continue
        uneven = len(texts) < len(headings) or any(texts[len(headings) :])
        pairs = zip(headings, texts, strict=False)
        found.append(Row(number, {heading: text for heading, text in pairs if heading}, uneven))
    return found


def _allowed(headings: Iterable[str], name: str) -> None:
    if any(FORBIDDEN.search(heading) for heading in headings):
        raise FileRefused(
            f"{name} has a column for a BSN or V-number; Wegwijs must not get these. "
            "Nothing was read: remove the column and deliver again"
        )


def _heading(text: object) -> str:
    return "_".join(str(text).strip().lower().replace("-", "_").split())


def _text(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "ja" if value else "nee"
        case float() if value.is_integer():
            return str(int(value))
        case datetime():
            whole_day = (value.hour, value.minute, value.second) == (0, 0, 0)
            return str(value.date()) if whole_day else value.isoformat(timespec="minutes")
        case date():
            return str(value)
        case list():
            return "|".join(_text(one) for one in value)
        case _:
            return str(value).strip()
