"""`wegwijs sandbox seed` and `serve`: started as a person starts them."""

from __future__ import annotations

import json
import re
import urllib.request
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.errors import ConfigError
from bot.sandbox.town import case_system
from bot.sandbox.zgw import roots
from bot.tenant import read_tenant
from tests.test_commands import read_until, running

RUNNER = CliRunner()


def seeded(folder: Path, *more: str) -> str:
    words = ["sandbox", "seed", "--people", "30", "--groups", "7", "--folder", str(folder), *more]
    result = RUNNER.invoke(app, words, catch_exceptions=False)
    assert result.exit_code == 0
    return result.output


def test_a_case_system_is_filled_and_can_be_opened(tmp_path: Path) -> None:
    output = seeded(tmp_path)
    assert "Cases WV-100001 to WV-100030" in output
    system = case_system("waterveen", file=tmp_path / "zgw-waterveen.json")
    assert system.case("WV-100030")["identificatie"] == "WV-100030"
    assert system.case("WV-0001"), "the people of the town are there as well"


def test_the_same_seed_makes_the_same_people(tmp_path: Path) -> None:
    for name in ("one", "two"):
        seeded(tmp_path / name, "--seed", "7")
    one, two = (
        case_system("waterveen", file=tmp_path / name / "zgw-waterveen.json").register.where(
            roots.CASES, identificatie="WV-100007"
        )
        for name in ("one", "two")
    )
    assert [row["uuid"] for row in one] == [row["uuid"] for row in two] != []


def test_what_is_there_is_not_replaced_unless_it_is_said(tmp_path: Path) -> None:
    seeded(tmp_path)
    with pytest.raises(ConfigError, match="--anew"):
        seeded(tmp_path)
    assert "is written" in seeded(tmp_path, "--anew")


def test_a_municipality_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="waterveen, heuvelmeer"):
        RUNNER.invoke(app, ["sandbox", "seed", "--municipality", "x"], catch_exceptions=False)


@pytest.mark.story
def test_a_filled_case_system_is_served_with_its_tenant_file(tmp_path: Path) -> None:
    seeded(tmp_path)
    with running("sandbox", "serve", "--port", "0", "--folder", str(tmp_path)) as process:
        seen = read_until(process, "Ctrl-C")
        address = re.search(r"http://127\.0\.0\.1:\d+", seen)
        assert address is not None
        tenant = read_tenant(tmp_path / "waterveen.toml")
        assert tenant.zgw.zaken == f"{address[0]}/zaken/api/v1/"
        request = urllib.request.Request(
            f"{tenant.zgw.objecten}objects?pageSize=1",
            headers={"Authorization": f"Token {tenant.zgw.objecten_token}"},
        )
        with urllib.request.urlopen(request, timeout=5) as answer:
            assert json.load(answer)["count"] > 30
