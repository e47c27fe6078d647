"""The console speaks Dutch and English, both completely."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

import bot.console
from bot.console.people import CHANNELS
from bot.console.person import END_REASONS
from bot.console.reminder_templates import TEMPLATES
from bot.console.reminders import LEVELS, WHEN
from bot.console.sent import COLUMNS
from bot.console.table import Fault, read
from bot.console.texts import chosen, texts
from bot.schools.reach import REASONS

PAGES = tuple((Path(bot.console.__file__).parent / "templates").glob("*.html"))
USED = re.compile(r"\bt(?:\.count)?\('([a-z0-9_-]+)'")


def variables(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_both_languages_have_the_same_keys() -> None:
    assert texts("nl").table.keys() == texts("en").table.keys()


def test_a_text_has_the_same_variables_in_both_languages() -> None:
    dutch, english = texts("nl").table, texts("en").table
    assert {k: variables(v) for k, v in dutch.items()} == {k: variables(v) for k, v in english.items()}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_text_that_a_page_names_exists(page: Path) -> None:
    table = texts("en").table
    source = page.read_text(encoding="utf-8")
    for key in USED.findall(source):
        if not key.endswith("_"):
            assert key in table or f"{key}_many" in table, key


@pytest.mark.parametrize(
    ("prefix", "codes"),
    [
        ("channel", CHANNELS),
        ("endreason", END_REASONS),
        ("template", [one.key for one in TEMPLATES]),
        ("level", LEVELS),
        ("when", WHEN),
        ("delivery", COLUMNS),
        ("why", set(REASONS.values())),
        ("field", ["date", "time", "place"]),
        ("kind", ["cancelled", "moved", "room", "online", "on_again"]),
        ("wish", ["ends_before_start", "has_begun", "in_the_past", "not_a_time", "newer"]),
        ("done", ["planned", "left", "no_net_change", "too_late", "taken_back"]),
    ],
)
def test_every_code_has_words(prefix: str, codes: list[str]) -> None:
    assert {f"{prefix}_{code}" for code in codes} <= texts("nl").table.keys()


def test_every_fault_of_a_table_has_words() -> None:
    lines = "\n".join(
        (
            "WV-1; A; 1990",
            "; A; 1990; ti",
            "WV-1; ; 1990; ti",
            "WV-1; A; 90; ti",
            "WV-1; A; 1990; xx",
            "111222333; A; 1990; ti",
        )
    )
    faults: tuple[Fault, ...] = read(lines, ("ti",), 2026).faults + read("", ("ti",), 2026).faults
    assert len({f.code for f in faults}) == 7
    assert {f"tablefault_{f.code}" for f in faults} <= texts("nl").table.keys()


@pytest.mark.parametrize(
    ("accept", "cookie", "language"),
    [
        ("en-GB,nl;q=0.5", "", "en"),
        ("ar,nl;q=0.5", "", "nl"),
        ("", "", "nl"),
        ("en", "nl", "nl"),
        ("en", "xx", "en"),
    ],
)
def test_the_language_is_chosen(accept: str, cookie: str, language: str) -> None:
    assert chosen(accept, cookie) == language
