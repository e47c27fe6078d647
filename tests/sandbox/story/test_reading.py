"""A page becomes plain lines that a person can read in a transcript."""

from __future__ import annotations

from bot.sandbox.story.reading import readable


def test_headings_lists_and_buttons_keep_their_kind() -> None:
    html = "<main><h1>People</h1><ul><li>Samira</li></ul><button>Send</button></main>"
    assert readable(html) == "# People\n- Samira\n[Send]"


def test_what_stands_around_the_main_part_is_left_out() -> None:
    assert readable("<header>Menu</header><main><p>Here</p></main><footer>End</footer>") == "Here"


def test_scripts_pictures_and_hidden_fields_say_nothing() -> None:
    html = '<script>let a = "<p>no</p>";</script><svg><path d="M0"/></svg><input type="hidden" value="x">'
    assert readable(f"{html}<p>Yes</p>") == "Yes"


def test_fields_show_what_stands_in_them() -> None:
    html = (
        '<label>Date</label><input value="2026-12-03"><label><input type="checkbox" checked> online</label>'
        "<label>Why</label><select><option>lost</option><option selected>asked</option></select>"
    )
    assert readable(html) == "Date <2026-12-03>\n[x] online\nWhy <asked>"


def test_table_cells_stand_between_bars() -> None:
    assert readable("<table><tr><th>Samira</th><td>ar</td></tr></table>") == "Samira | ar"


def test_hover_texts_are_said() -> None:
    assert readable('<p><span title="tapped a button">seen</span></p>') == "seen (hover: tapped a button)"
