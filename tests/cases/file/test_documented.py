"""Every column of a delivery is in the description that municipalities get."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.cases.file.stand import SHAPES
from bot.cases.model import WriteKind

PAGE = Path(__file__).parents[3] / "docs" / "nightly-file.md"


@pytest.mark.parametrize("table", SHAPES)
def test_every_column_is_described(table: str) -> None:
    text = PAGE.read_text(encoding="utf-8")
    part = text[text.index(f"**{table}**") :]
    assert [name for name in SHAPES[table].model_fields if f"`{name}`" not in part] == []


def test_the_acts_that_come_back_are_named() -> None:
    text = PAGE.read_text(encoding="utf-8")
    named = {kind.value for kind in WriteKind if kind is not WriteKind.APPOINTMENT_ANSWER}
    assert [name for name in sorted({*named, "les"}) if f"`{name}`" not in text] == []
