"""Catalogues are found by folder, read on first use, and borrow what they lack."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import ConfigError
from bot.words.catalogues import Catalogues, Status, status_of

HEADER = "### status: draft, 2026-11-24\n\n"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    for language, text in {
        "en": "hello = Hello\n    .yes = Yes\nonly = Only here\n",
        "fa": "hello = سلام\n    .yes = بله\n",
    }.items():
        (tmp_path / language).mkdir()
        (tmp_path / language / "start.ftl").write_text(HEADER + text, encoding="utf-8")
    (tmp_path / "schemas").mkdir()
    return tmp_path


def test_a_folder_without_texts_is_no_language(small: Path) -> None:
    assert Catalogues(small).languages == ("en", "fa")


@pytest.mark.parametrize(
    ("tag", "shown", "said"),
    [
        ("fa", "fa", "fa"),
        ("prs", "fa", "fa-AF"),
        ("fa-IR", "fa", "fa-IR"),
        ("so", "en", "so"),
        ("", "en", "en"),
    ],
)
def test_a_tag_finds_its_catalogue(small: Path, tag: str, shown: str, said: str) -> None:
    assert Catalogues(small).resolve(tag) == (shown, said)


def test_only_a_named_near_language_is_called_a_neighbour(small: Path) -> None:
    catalogues = Catalogues(small)
    assert catalogues.neighbour("prs")
    assert not catalogues.neighbour("fa")
    assert not catalogues.neighbour("so")


def test_a_language_is_read_when_it_is_first_needed(small: Path) -> None:
    catalogues = Catalogues(small)
    (small / "fa" / "more.ftl").write_text(HEADER + "late = دیر\n", encoding="utf-8")
    assert catalogues.of("fa").phrase("late") is not None


def test_a_missing_text_is_taken_from_the_source_language(small: Path) -> None:
    phrase = Catalogues(small).of("fa").phrase("only")
    assert phrase is not None
    assert phrase.bundle.locales == ["en"]


def test_a_text_that_nobody_has_is_none(small: Path) -> None:
    assert Catalogues(small).of("fa").phrase("nothing") is None
    assert Catalogues(small).of("fa").phrase("hello", "no") is None


def test_content_without_the_source_language_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no folder 'en'"):
        Catalogues(tmp_path)


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("### status: draft, 2026-11-24", Status("draft", "2026-11-24")),
        ("### status: machine-assisted, 2026-11-24", Status("machine-assisted", "2026-11-24")),
        ("### status: reviewed by R. T., 2027-01-15", Status("reviewed", "2027-01-15", "R. T.")),
        ("### status: perfect, 2026-11-24", None),
        ("### status: draft", None),
        ("hello = Hello", None),
    ],
)
def test_the_first_line_says_how_far_a_text_can_be_trusted(line: str, status: Status | None) -> None:
    assert status_of(f"{line}\n### more\n") == status
