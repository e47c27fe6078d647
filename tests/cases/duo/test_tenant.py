"""The tenant file: nothing of DUO without its section, and the example of the manual is a working one."""

from __future__ import annotations

import textwrap
import tomllib
from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.cases.duo.events import Resource
from bot.tenant import Duo
from tests.cases.duo.conftest import SECTION, tenant
from tests.tenants import waterveen

MANUAL = Path(__file__).parents[3] / "docs" / "operations.md"


def test_without_the_section_there_is_nothing_of_duo() -> None:
    assert waterveen().duo is None


def test_the_case_counts_for_every_field_by_default() -> None:
    duo = tenant().duo
    assert duo is not None
    assert set(duo.bronnen.model_dump().values()) == {"zaak"}
    assert set(duo.bronnen.model_dump()) == {str(one) for one in Resource} - {"inburgeringsplicht"}


def test_everything_that_can_be_read_can_be_named() -> None:
    duo = tenant().duo
    assert duo is not None
    assert set(duo.lezen) == {str(one) for one in Resource}


def test_the_manuals_example_is_a_working_one(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DUO_SLEUTEL", "DUO_NOTIFICATIES"):
        monkeypatch.setenv(name, "secret")
    lines = MANUAL.read_text(encoding="utf-8").split("3. **The tenant file.**")[1].split("| In `")[0]
    duo = Duo.model_validate(tomllib.loads(textwrap.dedent(lines))["duo"])
    assert (duo.bronnen.termijn, duo.sleutel) == ("duo", "secret")


@pytest.mark.parametrize(
    "wrong",
    [
        {"poort": "http://127.0.0.1:1/v1"},
        {"poort": "ftp://127.0.0.1/"},
        {"bron": "1"},
        {"gemeentecode": "abc"},
        {"lezen": ["ontheffing"]},
        {"bronnen": {"termijn": "duo", "doelgroep": "duo"}},
        {"sleutel": ""},
        {"per_uur": 0},
    ],
    ids=str,
)
def test_a_wrong_entry_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Duo.model_validate({**SECTION, "poort": "http://127.0.0.1:1/v1/", **wrong})
