"""The commands, started as a person starts them: as programs, on free ports, ended with Ctrl-C."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.sandbox.town import tenant_text
from bot.settings import make_master_key

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.story


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(**more: str) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith("WEGWIJS_") and k != "REDIS_URL"}
    return {**kept, "PYTHONUNBUFFERED": "1", **more}


def command(*words: str) -> list[str]:
    return [sys.executable, "-m", "bot", *words]


@contextmanager
def running(*words: str, **more: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        command(*words),
        cwd=ROOT,
        env=environment(**more),
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def read_until(process: subprocess.Popen[str], words: str) -> str:
    assert process.stdout is not None
    seen = ""
    for line in process.stdout:
        seen += line
        if words in line:
            return seen
    raise AssertionError(f"{words!r} never came:\n{seen}")


def get(url: str) -> tuple[int, str]:
    with urllib.request.urlopen(url, timeout=5) as answer:
        return int(answer.status), answer.read().decode()


def children(process: subprocess.Popen[str]) -> list[int]:
    found = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    return [int(pid) for pid in found]


def end(process: subprocess.Popen[str], deadline: float = 5.0) -> float:
    began = time.monotonic()
    process.send_signal(signal.SIGINT)
    process.wait(deadline)
    return time.monotonic() - began


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc for processes left behind")
def test_the_demo_starts_says_where_it_is_and_ends_with_ctrl_c(tmp_path: Path) -> None:
    port = free_port()
    with running("demo", "--port", str(port), "--folder", str(tmp_path)) as demo:
        said = read_until(demo, "Ctrl-C")
        for words in (f"http://127.0.0.1:{port}/", "/phone/", "/console/", "anneke@waterveen.example"):
            assert words in said
        status, page = get(f"http://127.0.0.1:{port}/")
        assert status == 200
        assert "Letters on the table" in page
        left = children(demo)
        end(demo)
        assert demo.returncode == 0
    assert [pid for pid in left if alive(pid)] == []


def test_a_second_start_keeps_what_was_done(tmp_path: Path) -> None:
    letters = []
    for _ in range(2):
        with running("demo", "--port", str(free_port()), "--folder", str(tmp_path)) as demo:
            read_until(demo, "Ctrl-C")
            letters.append((tmp_path / "letters.json").read_text())
            end(demo)
    assert letters[0] == letters[1]


def test_a_used_port_gets_a_clear_message(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = subprocess.run(
            command("demo", "--port", str(port), "--folder", str(tmp_path)),
            cwd=ROOT,
            env=environment(),
            capture_output=True,
            text=True,
            check=False,
            timeout=30,
        )
    assert done.returncode == 2
    assert f"Port {port} is used by another program" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_in_use_gets_a_clear_message(tmp_path: Path) -> None:
    with running("demo", "--port", str(free_port()), "--folder", str(tmp_path)) as first:
        read_until(first, "Ctrl-C")
        done = subprocess.run(
            command("demo", "--port", str(free_port()), "--folder", str(tmp_path)),
            cwd=ROOT,
            env=environment(),
            capture_output=True,
            text=True,
            check=False,
            timeout=30,
        )
        end(first)
    assert done.returncode == 2
    assert "in use by another Wegwijs" in done.stderr


def test_serve_names_every_missing_setting(tmp_path: Path) -> None:
    done = subprocess.run(
        command("serve"),
        cwd=tmp_path,
        env=environment(PYTHONPATH=str(ROOT)),
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )
    assert done.returncode == 2
    for name in ("WEGWIJS_TENANTS", "WEGWIJS_MASTER_KEY_FILE", "WEGWIJS_PUBLIC_URL"):
        assert name in done.stderr
    assert "Traceback" not in done.stderr


def test_serve_runs_with_a_tenant_file_while_everything_else_is_away(tmp_path: Path) -> None:
    tenants = tmp_path / "tenants"
    tenants.mkdir()
    (tenants / "waterveen.toml").write_text(tenant_text("waterveen", "http://127.0.0.1:1"), encoding="utf-8")
    make_master_key(tmp_path / "master.key")
    port = free_port()
    settings = {
        "WEGWIJS_TENANTS": str(tenants),
        "WEGWIJS_MASTER_KEY_FILE": str(tmp_path / "master.key"),
        "WEGWIJS_PUBLIC_URL": "https://wegwijs.example",
        "WEGWIJS_BOT_API": "http://127.0.0.1:1",
        "WEGWIJS_DATA": str(tmp_path / "data"),
        "WEGWIJS_PORT": str(port),
    }
    with running("serve", **settings) as served:
        read_until(served, '"serving"')
        assert json.loads(get(f"http://127.0.0.1:{port}/health")[1]) == {"status": "ok"}
        healthy = subprocess.run(
            command("health"),
            cwd=ROOT,
            env=environment(**settings),
            capture_output=True,
            text=True,
            check=False,
            timeout=30,
        )
        assert (healthy.returncode, healthy.stdout.strip()) == (0, "ok")
        served.send_signal(signal.SIGTERM)
        served.wait(10)
        assert served.returncode == 0
    unwell = subprocess.run(
        command("health"),
        cwd=ROOT,
        env=environment(**settings),
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )
    assert unwell.returncode == 1


def test_help_shows_an_example() -> None:
    done = subprocess.run(
        command("demo", "--help"),
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
        timeout=30,
    )
    assert "Example: wegwijs demo --port 9000" in done.stdout
