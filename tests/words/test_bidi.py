"""Lines of two directions keep their order on any phone."""

from __future__ import annotations

import pytest

from bot.words.bidi import FSI, PDI, RLM, balanced, bare, isolate, led


def test_an_isolate_ends_with_its_line() -> None:
    assert isolate("a\nb") == f"{FSI}a{PDI}\n{FSI}b{PDI}"


def test_a_value_cannot_bring_its_own_direction_marks() -> None:
    assert bare("Kade\u202e 4\u2069\ue001") == "Kade 4"


@pytest.mark.parametrize("line", ["📚 09:00", f"📚 {FSI}درس{PDI}", "Kade 4 درس"])
def test_a_right_to_left_line_that_begins_otherwise_gets_a_mark(line: str) -> None:
    assert led(line, rtl=True) == RLM + line


@pytest.mark.parametrize("line", ["درس Kade", f"{FSI}Kade{PDI} درس", "📚 درس"])
def test_a_line_that_leads_right_by_itself_gets_none(line: str) -> None:
    assert led(line, rtl=True) == line


def test_a_left_to_right_language_gets_no_mark() -> None:
    assert led("📚 09:00", rtl=False) == "📚 09:00"


@pytest.mark.parametrize("text", [f"{FSI}a", f"a{PDI}", f"{PDI}a{FSI}", f"{FSI}a\nb{PDI}"])
def test_an_open_isolate_is_noticed(text: str) -> None:
    assert not balanced(text)
    assert balanced(isolate("a"))
