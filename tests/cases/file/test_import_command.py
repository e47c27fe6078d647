"""`wegwijs cases import` says what it did, in plain words, and with the right exit code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.sandbox.town.tenancy import tenant_file
from tests.cases.file.deliveries import as_json, town

STATUS = '[[profiel.status]]\nomschrijving = "Traject loopt"\nstaat = "in_route"\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A municipality that reads files, as its own tenant file says."""
    text = tenant_file("waterveen").read_text(encoding="utf-8")
    without = re.sub(r"(?ms)^\[+(zaaksysteem|profiel)\b.*?(?=^\[+(?!zaaksysteem|profiel))", "", text)
    tenants = tmp_path / "tenants"
    tenants.mkdir()
    bestand = f'[bestand]\nmap = "{tmp_path / "map"}"\n'
    (tenants / "waterveen.toml").write_text(f"{without}\n{bestand}\n{STATUS}", encoding="utf-8")
    monkeypatch.setenv("WEGWIJS_TENANTS", str(tenants))
    monkeypatch.setenv("WEGWIJS_MASTER_KEY_FILE", str(tmp_path / "master.key"))
    monkeypatch.setenv("WEGWIJS_PUBLIC_URL", "https://wegwijs.example")
    return tmp_path


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["cases", "import", *words])
    return result.exit_code, result.output


def test_a_file_is_taken_in_and_counted(folder: Path) -> None:
    file = folder / "nacht.json"
    file.write_bytes(as_json(town()))
    code, said = run(str(file))
    assert (code, "10 new, 0 changed, 0 gone, 0 unchanged cases." in said) == (0, True)
    assert file.exists()


def test_a_check_changes_nothing(folder: Path) -> None:
    file = folder / "nacht.json"
    file.write_bytes(as_json(town()))
    code, said = run(str(file), "--check")
    assert (code, "nothing was changed" in said) == (0, True)
    assert not (folder / "map" / "stand.json").exists()


def test_a_held_file_is_taken_in_only_when_a_person_accepts_it(folder: Path) -> None:
    whole, half = folder / "heel.json", folder / "half.json"
    whole.write_bytes(as_json(town()))
    half.write_bytes(as_json({**town(), "zaken": town()["zaken"][:4]}))
    run(str(whole))
    code, said = run(str(half))
    assert (code, "6 of 10 cases would be gone" in said) == (1, True)
    code, said = run(str(half), "--accept")
    assert (code, "0 new, 0 changed, 6 gone, 4 unchanged" in said) == (0, True)
