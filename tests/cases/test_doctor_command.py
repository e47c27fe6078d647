"""What the commands of the case system say, and with which exit code they end."""

from __future__ import annotations

import asyncio
import json
import os
import sys

from bot.sandbox.zgw import ObjectKey, roots
from tests.cases.doctor import STEPS, Office


async def command(at: Office, *words: str, **more: str) -> tuple[int, str, str]:
    environ = {k: v for k, v in os.environ.items() if not k.startswith("WEGWIJS_")}
    program = (sys.executable, "-m", "bot", "cases", *words)
    process = await asyncio.create_subprocess_exec(
        *program,
        env={**environ, **at.settings(), **more},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, err = await asyncio.wait_for(process.communicate(), 60)
    return process.returncode or 0, out.decode(), err.decode()


async def test_the_command_says_all_is_well_and_exits_0(at: Office) -> None:
    code, out, err = await command(at, "doctor", "--tenant", "waterveen")
    assert (code, err) == (0, "")
    assert out.splitlines()[-1] == "All is well."


async def test_the_command_exits_1_where_something_is_wrong(at: Office) -> None:
    at.change(('geheim = "zgw-geheim', 'geheim = "not-the-zgw-geheim'))
    code, out, _ = await command(at, "doctor")
    assert code == 1
    assert "→ Give zaaksysteem.geheim the secret that stands beside this Client ID" in out
    assert out.splitlines()[-1].startswith("3 things are wrong.")


async def test_the_command_speaks_json_to_machines(at: Office) -> None:
    at.change(('"1.30.0"', '"1.29.0"'))
    code, out, _ = await command(at, "doctor", "--json")
    found = json.loads(out)
    assert (code, found["tenant"], found["ok"], found["counts"]["wrong"]) == (1, "waterveen", False, 1)
    assert [step["title"] for step in found["steps"]] == STEPS
    assert {line["level"] for step in found["steps"] for line in step["lines"]} == {"ok", "wrong"}


async def test_types_are_installed_from_the_command_line(at: Office) -> None:
    at.zgw.clients = type(at.zgw.clients)(object_keys=(ObjectKey("beheer", "beheer-token"),))
    line = next(row for row in at.text.splitlines() if row.startswith("afmelding"))
    at.change((line + "\n", ""))
    at.zgw.register.remove(roots.OBJECTTYPES, at.row(roots.OBJECTTYPES, name="afmelding")["uuid"])
    code, out, err = await command(at, "install-types", WEGWIJS_OBJECTTYPEN_TOKEN="beheer-token")
    uuid = at.row(roots.OBJECTTYPES, name="afmelding")["uuid"]
    assert (code, err) == (0, "")
    assert f'afmelding = {{ uuid = "{uuid}", versie = 1 }}' in out.splitlines()
    assert out.splitlines()[-1] == "All object types are in place."
    assert "beheer-token" not in out


async def test_types_are_not_installed_without_a_token(at: Office) -> None:
    code, _, err = await command(at, "install-types")
    assert code == 2
    assert "set WEGWIJS_OBJECTTYPEN_TOKEN, or --token-file" in err
