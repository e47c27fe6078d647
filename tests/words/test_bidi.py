"""Lines of two directions keep their order on any phone."""

from __future__ import annotations

import pytest

from bot.words.bidi import FSI, PDI, RLM, balanced, bare, begun, isolate, led


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


@pytest.mark.parametrize(
    ("text", "tag", "wanted"),
    [
        pytest.param(
            f"🙌 {FSI}participation{PDI}.", "en", f"🙌 {FSI}Participation{PDI}.", id="after an icon"
        ),
        pytest.param(f"With\n{FSI}you{PDI}", "en", f"With\n{FSI}You{PDI}", id="on every line"),
        pytest.param(f"✅ {FSI}iş{PDI}", "tr", f"✅ {FSI}İş{PDI}", id="a Turkish i keeps its dot"),
        pytest.param(f"1 {FSI}bring{PDI}", "en", f"1 {FSI}bring{PDI}", id="after a number it goes on"),
        pytest.param(f"📍 {FSI}https://x.y{PDI}", "en", f"📍 {FSI}https://x.y{PDI}", id="an address stays"),
        pytest.param("📖 or 🔊?", "en", "📖 or 🔊?", id="what was written stays as it was written"),
        pytest.param(f"📚 {FSI}درس{PDI}", "ar", f"📚 {FSI}درس{PDI}", id="scripts without capitals stay"),
    ],
)
def test_a_value_that_begins_a_line_begins_with_a_capital(text: str, tag: str, wanted: str) -> None:
    assert begun(text, tag) == wanted
