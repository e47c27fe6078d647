"""docs/case-system.md tells every key that there is, and its examples are right."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from bot.cases.model import State
from bot.tenant import Profiel, Zaaksysteem
from bot.tenant.checks import faults_of
from bot.tenant.names import BERICHTEN, FEITEN, OBJECTTYPEN
from tests.cases.doctor import STEPS

TEXT = (Path(__file__).parents[2] / "docs" / "case-system.md").read_text(encoding="utf-8")
NAMED = frozenset(re.findall(r"`([\w-]+)`", TEXT))
EXAMPLES = re.findall(r"```toml\n(.*?)```", TEXT, re.DOTALL)


@pytest.mark.parametrize(
    "names",
    [Zaaksysteem.model_fields, Profiel.model_fields, FEITEN, [state.value for state in State], BERICHTEN],
    ids=["zaaksysteem", "profiel", "facts", "states", "told"],
)
def test_every_name_is_told(names: list[str]) -> None:
    assert sorted(set(names) - NAMED) == []


def test_every_object_type_that_somebody_writes_is_told() -> None:
    assert set(OBJECTTYPEN) - NAMED == {"inburgeringsplan", "intakevoorbereiding"}, "these are only read"


def test_the_examples_can_be_read() -> None:
    assert len(EXAMPLES) == 3
    for example in EXAMPLES:
        doc = {"bestand": {}, **tomllib.loads(example)}
        assert list(faults_of(doc)) == []
        assert Profiel.model_validate({"status": [], **doc["profiel"]})


def test_every_step_of_the_doctor_is_told() -> None:
    table = TEXT[TEXT.index("| Step |") :]
    told = [
        name for row in re.findall(r"^\| ([A-Z][^|]*) \|", table, re.MULTILINE) for name in row.split(", ")
    ]
    assert told[1 : len(STEPS) + 1] == STEPS
