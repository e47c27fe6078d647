"""Forms are read and filled in as a browser without script would."""

from __future__ import annotations

import pytest

from bot.sandbox.story.forms import read_forms

HTML = """
<form method="post" action="/remind"><input type="hidden" name="csrf" value="abc">
<input type="checkbox" name="person" value="1"><input type="checkbox" name="person" value="2" checked>
<select name="template"><option value="a">A</option><option value="b" selected>B</option></select>
<textarea name="text">As it stands</textarea>
<button name="way" value="letter">🖨 Letter</button><button formaction="/letters">Letters</button>
<button disabled>Off</button></form>
"""


def test_a_form_sends_what_stands_in_it() -> None:
    form = read_forms(HTML)[0]
    sent = form.filled({}, None)
    assert sent == [("csrf", "abc"), ("person", "2"), ("template", "b"), ("text", "As it stands")]


def test_filled_values_take_the_place_of_what_stood_there() -> None:
    form = read_forms(HTML)[0]
    sent = form.filled({"person": ["1", "2"], "template": "a"}, form.button("🖨"))
    assert sent[-4:] == [("person", "1"), ("person", "2"), ("template", "a"), ("way", "letter")]


def test_a_button_with_its_own_address_goes_there() -> None:
    assert read_forms(HTML)[0].button("Letters").action == "/letters"


def test_a_button_that_is_off_cannot_be_pressed() -> None:
    with pytest.raises(LookupError, match="no button 'Off'"):
        read_forms(HTML)[0].button("Off")


def test_a_select_without_a_choice_sends_its_first_option() -> None:
    form = read_forms('<form><select name="x"><option value="1"></option><option>2</option></select></form>')[
        0
    ]
    assert form.filled({}, None) == [("x", "1")]
