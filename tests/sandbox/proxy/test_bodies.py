"""Bodies are broken as ordered, and stay what they should stay."""

from __future__ import annotations

import json
from random import Random
from typing import Any

import pytest

from bot.sandbox.proxy import bodies

ROWS: list[Any] = [{"url": f"u{n}", "record": {"data": {"titel": "t", "n": n}}} for n in range(6)]
PAGE = {"count": 6, "next": None, "results": ROWS}
BODY = json.dumps(PAGE).encode()


def test_not_json_is_not_json() -> None:
    with pytest.raises(UnicodeDecodeError):
        json.loads(bodies.not_json(BODY))


def test_huge_is_json_and_huge() -> None:
    found = bodies.huge(6_000_000)
    assert len(found) > 6_000_000
    assert json.loads(found)["results"] == []


@pytest.mark.parametrize("seed", range(20))
def test_a_short_page_says_more_than_it_holds(seed: int) -> None:
    found = json.loads(bodies.short_page(BODY, Random(seed)))
    assert found["count"] == 6
    assert len(found["results"]) < 6


def test_an_empty_page_cannot_be_shortened() -> None:
    empty = b'{"count": 0, "next": null, "results": []}'
    assert json.loads(bodies.short_page(empty, Random(1))) == json.loads(empty)


@pytest.mark.parametrize("seed", range(20))
def test_wrong_types_change_types_and_keep_the_envelope(seed: int) -> None:
    found = json.loads(bodies.wrong_types(BODY, Random(seed)))
    assert found != PAGE
    assert (found["count"], found["next"], isinstance(found["results"], list)) == (6, None, True)


def test_foreign_objects_are_counted_along() -> None:
    found = json.loads(bodies.foreign(BODY, Random(1), ({"url": "x"}, {"url": "y"})))
    assert (found["count"], len(found["results"])) == (8, 8)
    assert [row for row in ROWS if row not in found["results"]] == []


def test_what_is_no_json_stays_as_it_is() -> None:
    for change in (bodies.wrong_types, bodies.short_page):
        assert change(b"<html>", Random(1)) == b"<html>"
