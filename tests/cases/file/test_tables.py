"""How a delivery may be written, and what is refused with a clear line."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from bot.cases.file.tables import CASES, LESSONS, TASKS, FileRefused, read_tables
from tests.cases.file.deliveries import as_csv, as_json, case, task, town

XLSX_PARTS = {
    "[Content_Types].xml": (
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/xl/workbook.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
    ),
    "_rels/.rels": (
        '<?xml version="1.0"?><Relationships '
        'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
        '<sheet name="Zaken" sheetId="1" r:id="s1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        '<?xml version="1.0"?><Relationships '
        'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" '
        'Target="worksheets/sheet1.xml"/></Relationships>'
    ),
}


def written(tmp_path: Path, name: str, content: bytes) -> Path:
    file = tmp_path / name
    file.write_bytes(content)
    return file


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def workbook(rows: list[dict[str, str]]) -> bytes:
    heads = list(rows[0])
    lines = [heads, *([row[head] for head in heads] for row in rows)]
    cells = "".join(
        "<row>" + "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in line) + "</row>"
        for line in lines
    )
    sheet = (
        '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{cells}</sheetData></worksheet>"
    )
    parts = {**XLSX_PARTS, "xl/worksheets/sheet1.xml": sheet}
    return zipped({name: text.encode() for name, text in parts.items()})


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_a_csv_file_is_the_table_of_cases_with_any_usual_delimiter(tmp_path: Path, delimiter: str) -> None:
    file = written(tmp_path, "nacht.csv", b"\xef\xbb\xbf" + as_csv([case("WV-0001")], delimiter))
    (row,) = read_tables(file)[CASES]
    assert (row.line, row.cells["zaaknummer"], row.cells["voornaam"]) == (2, "WV-0001", "Samira")


def test_headings_may_have_capitals_and_spaces(tmp_path: Path) -> None:
    text = as_csv([case("WV-0001")]).decode().replace("pip_datum", " PIP datum ")
    (row,) = read_tables(written(tmp_path, "nacht.csv", text.encode()))[CASES]
    assert row.cells["pip_datum"] == "2026-02-16"


def test_a_zip_holds_a_csv_file_per_table(tmp_path: Path) -> None:
    content = zipped(
        {"zaken.csv": as_csv([case("WV-0001")]), "map/taken.csv": as_csv([task("WV-0001", "T1")])}
    )
    found = read_tables(written(tmp_path, "nacht.zip", content))
    assert [len(found[CASES]), len(found[TASKS]), len(found[LESSONS])] == [1, 1, 0]


def test_a_workbook_has_a_sheet_per_table(tmp_path: Path) -> None:
    (row,) = read_tables(written(tmp_path, "nacht.xlsx", workbook([case("WV-0001")])))[CASES]
    assert (row.line, row.cells["zaaknummer"], row.cells["geboortejaar"]) == (2, "WV-0001", "1994")


def test_json_is_an_object_with_a_list_per_table(tmp_path: Path) -> None:
    tables = town(2)
    tables[CASES][0]["groepen"] = ["B1-2", "KNM-1"]  # type: ignore[assignment]
    found = read_tables(written(tmp_path, "nacht.json", as_json(tables)))
    assert found[CASES][0].cells["groepen"] == "B1-2|KNM-1"
    assert found[LESSONS][1].line == 2


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("leeg.csv", b"", "empty"),
        ("leeg.json", b" \n", "empty"),
        ("koppen.csv", b"zaaknummer;voornaam\r\n", "no table 'zaken'"),
        ("half.json", as_json(town(2))[:300], "not whole JSON"),
        ("half.zip", zipped({"zaken.csv": as_csv([case("WV-0001")])})[:120], "not copied to its end"),
        ("half.xlsx", workbook([case("WV-0001")])[:700], "not copied to its end"),
        ("lijst.json", b"[1]", "an object with the lists"),
        ("tekst.json", json.dumps({"zaken": "x"}).encode(), "not a list of objects"),
        ("oud.csv", as_csv([case("WV-0001", voornaam="Zoë")]).decode().encode("cp1252"), "UTF-8"),
        ("aanhaling.csv", b'zaaknummer;voornaam\r\nWV-1;"Sam', "quotation mark is missing"),
        ("dubbel.csv", b"zaaknummer;zaaknummer\r\nWV-1;WV-2", "stands there twice"),
        ("plan.pdf", b"%PDF", "only .csv"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(
    tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    with pytest.raises(FileRefused, match=said):
        read_tables(written(tmp_path, name, content))


def test_a_file_without_headings_is_refused_and_repeats_nobodys_data(tmp_path: Path) -> None:
    file = written(tmp_path, "nacht.csv", b"WV-0001;Amal;1990;999990019\nWV-0002;Omar;1991;999990020\n")
    with pytest.raises(FileRefused, match="has no column 'zaaknummer'") as refused:
        read_tables(file)
    assert not any(word in str(refused.value).lower() for word in ("wv-0001", "amal", "999990019"))


@pytest.mark.parametrize("change", ["cut", "more"])
def test_a_csv_line_with_another_number_of_cells_is_uneven(tmp_path: Path, change: str) -> None:
    text = as_csv([case("WV-0001"), case("WV-0002")])
    text = text[:-8] if change == "cut" else text + b";B1-3"
    assert [row.uneven for row in read_tables(written(tmp_path, "nacht.csv", text))[CASES]] == [False, True]


@pytest.mark.parametrize(
    "heading",
    [
        *("bsn", "BSN", "Burgerservicenummer", "V-nummer", "vreemdelingennummer"),
        *("BSN-nummer", "BSN inburgeraar", "burgerservicenr", "V nr", "vnr", "Persoonsnummer"),
    ],
)
def test_a_column_for_personal_numbers_refuses_the_whole_file(tmp_path: Path, heading: str) -> None:
    file = written(tmp_path, "nacht.csv", as_csv([case("WV-0001", **{heading: "999990019"})]))
    with pytest.raises(FileRefused, match="Nothing was read") as refused:
        read_tables(file)
    assert "999990019" not in str(refused.value)
