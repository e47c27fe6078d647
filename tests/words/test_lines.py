"""A line whose value is missing is left out, or its alternative stands in."""

from __future__ import annotations

import pytest

from bot.words.bidi import FSI, PDI, balanced
from bot.words.catalogues import Catalogue
from bot.words.lines import fill

CATALOGUE = Catalogue(
    "en",
    {
        "t.ftl": """
screen =
    Always.
    At { $place }.
    | At an unknown place.
    Until { $day }.
    { count }
chain =
    { $a } and { $b }
    | only { $a }
    | only { $b }
    | nothing
count = { $n ->
    [one] { $n } task
   *[other] { $n } tasks
}
name = { $name }
"""
    },
)


def filled(key: str, **values: str | int | None) -> str | None:
    phrase = CATALOGUE.phrase(key)
    assert phrase is not None
    text = fill(phrase, values)
    return text and text.replace(FSI, "").replace(PDI, "")


def test_a_line_with_all_its_values_stands() -> None:
    assert (
        filled("screen", place="Kade 4", day="Monday", n=2) == "Always.\nAt Kade 4.\nUntil Monday.\n2 tasks"
    )


def test_a_line_without_its_value_is_left_out() -> None:
    assert filled("screen", place="Kade 4", day=None) == "Always.\nAt Kade 4."


def test_an_alternative_stands_in_for_the_line_before_it() -> None:
    assert filled("screen", day="Monday", n=1) == "Always.\nAt an unknown place.\nUntil Monday.\n1 task"


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ({"a": "A", "b": "B"}, "A and B"),
        ({"a": "A"}, "only A"),
        ({"b": "B"}, "only B"),
        ({}, "nothing"),
    ],
    ids=["all", "first", "second", "none"],
)
def test_the_first_alternative_that_can_be_said_is_said(given: dict[str, str], text: str) -> None:
    assert filled("chain", **given) == text


def test_nothing_is_left_of_a_text_without_its_only_value() -> None:
    assert filled("name") is None
    assert filled("name", name="") is None


def test_every_value_is_isolated_once_on_its_line() -> None:
    phrase = CATALOGUE.phrase("screen")
    assert phrase is not None
    text = fill(phrase, {"place": "Kade 4\nroom 2", "n": 1})
    assert text is not None
    assert f"At {FSI}Kade 4{PDI}\n{FSI}room 2{PDI}." in text
    assert balanced(text)


def test_a_value_is_never_read_as_a_text_of_ours() -> None:
    assert filled("chain", a="{ $b }", b="| B") == "{ $b } and | B"


def test_a_long_question_is_shown_whole() -> None:
    assert filled("name", name="x" * 4096) == "x" * 4096
