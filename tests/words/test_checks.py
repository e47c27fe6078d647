"""The catalogues of this project are sound, and each check fails on a bad sample."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.words.catalogues import Catalogues
from bot.words.checks import check

from .conftest import CONTENT

LANGUAGES = Catalogues(CONTENT).languages


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_language_is_there_and_sound(language: str) -> None:
    assert [str(finding) for finding in check(CONTENT, [language])] == []


HEADER = "### status: draft, 2026-11-24\n\n"
SOURCE = """push-day = ⏰ { $weekday } { $date }.
    .ack = I understand
screen = Today
count = { $n ->
    [one] { $n } task
   *[other] { $n } tasks
}
"""
GOOD = """push-day = ⏰ { $date } { $weekday }.
    .ack = Ik begrijp het
screen = Vandaag
count = { $n ->
    [one] { $n } taak
   *[other] { $n } taken
}
"""
ARABIC = GOOD.replace(
    "[one]", "[zero] { $n } z\n    [two] { $n } w\n    [few] { $n } f\n    [many] { $n } m\n    [one]"
)


def findings(tmp_path: Path, text: str, language: str = "nl", header: str = HEADER) -> list[str]:
    shutil.copy(CONTENT / "forbidden.toml", tmp_path)
    for folder, source in {"en": HEADER + SOURCE, language: header + text}.items():
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "words.ftl").write_text(source, encoding="utf-8")
    return [str(finding) for finding in check(tmp_path, [language])]


def test_a_sound_translation_passes(tmp_path: Path) -> None:
    assert findings(tmp_path, GOOD) == []


def test_arabic_with_six_forms_passes(tmp_path: Path) -> None:
    assert findings(tmp_path, ARABIC, "ar") == []


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("screen = Vandaag\n", "", "screen is not translated"),
        ("    .ack = Ik begrijp het\n", "", "push-day.ack is not translated"),
        (
            "screen = Vandaag",
            "screen = Vandaag\nscrene = Vandaag",
            "screne is unknown in the source language",
        ),
        ("screen = Vandaag", "screen = Vandaag\nscreen = Nu", "screen stands there twice"),
        ("{ $weekday }", "{ $weekdya }", "push-day has other variables: weekday, weekdya"),
        (" { $weekday }", "", "push-day has other variables: weekday"),
        ("⏰", "Uw boete: ⏰", "push-day has a forbidden word: boete*"),
        ("⏰", "Uw uitslag: ⏰", "push-day has a forbidden word: uitslag*"),
        ("Vandaag", "lang " * 41, "screen has 41 words, more than 40"),
        ("Vandaag", "Vandaag ٢٣", "screen has other digits than 0–9: ٢٣"),
        ("Vandaag", "\u2068Vandaag\u2069", "screen has a typed direction mark"),
        ("screen = Vandaag", "screen =\n    Nu\n    |Vandaag", "screen has a line with '|'"),
        ("    [one] { $n } taak\n", "", "count lacks plural forms: one"),
        ("[one]", "[een]", "count has unknown plural forms: een"),
        ("*[other] { $n } taken", "*[other] taken", "count does not say the number in its last plural form"),
        ("screen = Vandaag", "screen Vandaag", "words.ftl cannot be read at 'screen Vandaag'"),
    ],
)
def test_a_bad_translation_is_named(tmp_path: Path, old: str, new: str, finding: str) -> None:
    assert old in GOOD
    assert any(f"nl: {finding}" in found for found in findings(tmp_path, GOOD.replace(old, new)))


def test_arabic_with_two_forms_is_named(tmp_path: Path) -> None:
    assert findings(tmp_path, GOOD, "ar") == ["ar: count lacks plural forms: few, many, two, zero"]


def test_a_file_without_its_header_is_named(tmp_path: Path) -> None:
    found = findings(tmp_path, GOOD, header="# a text\n")
    assert found == ["nl: words.ftl has no line '### status: …, date' at its beginning"]


def test_a_push_that_names_somebody_at_level_1_is_named(tmp_path: Path) -> None:
    named = GOOD.replace("{ $weekday }", "{ $school }")
    assert any("names somebody at level 1: school" in found for found in findings(tmp_path, named))
