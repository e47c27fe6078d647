"""Language tags as people and systems write them."""

from __future__ import annotations

import pytest

from bot.words.tags import canonical, rtl


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("pr", "fa-AF"),
        ("prs", "fa-AF"),
        ("fa_af", "fa-AF"),
        ("FA-AF", "fa-AF"),
        ("TG", "ti"),
        ("tir", "ti"),
        ("ar-sy", "ar-SY"),
        ("nl", "nl"),
    ],
)
def test_a_tag_is_brought_to_bcp_47(written: str, tag: str) -> None:
    assert canonical(written) == tag


def test_dari_runs_from_right_to_left() -> None:
    assert rtl("fa-AF")
    assert not rtl("ti")
