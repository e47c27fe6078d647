"""The embedded server keeps its data, belongs to one program, and goes when that program goes."""

from __future__ import annotations

import asyncio
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from redis import Redis

from bot.errors import ConfigError
from bot.store.db import Db
from bot.store.embedded import EmbeddedServer

PARENT = """
import sys, pathlib
from bot.store.embedded import EmbeddedServer
server = EmbeddedServer(pathlib.Path(sys.argv[1])).start()
print(server._process.pid, flush=True)
sys.stdin.read()
"""


def runs(pid: int) -> bool:
    """Whether a process runs; one that ended and was not collected by its new parent does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return False
    return state != "Z"


def client(server: EmbeddedServer) -> Redis:
    return Redis(unix_socket_path=str(server.socket), decode_responses=True)


def test_a_second_start_keeps_the_data(tmp_path: Path) -> None:
    first = EmbeddedServer(tmp_path).start()
    with client(first) as redis:
        redis.set("les", "Kade 4")
    first.stop()
    second = EmbeddedServer(tmp_path).start()
    with client(second) as redis:
        assert redis.get("les") == "Kade 4"
    second.stop()


def test_what_was_acknowledged_outlives_a_kill(tmp_path: Path) -> None:
    first = EmbeddedServer(tmp_path).start()
    with client(first) as redis:
        redis.set("les", "Kade 4")
    first.kill()
    second = EmbeddedServer(tmp_path).start()
    with client(second) as redis:
        assert redis.get("les") == "Kade 4"
    second.stop()


def test_a_folder_in_use_is_refused_in_plain_words(tmp_path: Path) -> None:
    first = EmbeddedServer(tmp_path).start()
    with pytest.raises(ConfigError, match="in use by another Wegwijs"):
        EmbeddedServer(tmp_path).start()
    first.stop()


def test_a_server_that_cannot_start_says_its_own_last_words(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="does not start"):
        EmbeddedServer(tmp_path, extra=("--no-such-option", "1")).start(deadline=5)


def test_a_long_folder_gets_a_short_socket(tmp_path: Path) -> None:
    server = EmbeddedServer(tmp_path / ("a" * 120)).start()
    assert len(str(server.socket)) < 100
    server.stop()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets a child ask to die with its parent")
def test_the_server_dies_with_its_killed_parent(tmp_path: Path) -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert parent.stdout is not None
    pid = int(parent.stdout.readline())
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    EmbeddedServer(tmp_path).start(deadline=10).stop()
    assert not runs(pid)


async def test_a_cancelled_command_ends_its_task(tmp_path: Path) -> None:
    """redis-py's own socket timeout swallows cancellations; what cannot be cancelled cannot be stopped."""
    server = EmbeddedServer(tmp_path, fsync="everysec").start()
    db = Db.connect(server.url)

    async def asks_for_ever() -> None:
        while True:
            await db(db.redis.hget("a", "b"))

    tasks = [asyncio.create_task(asks_for_ever()) for _ in range(8)]
    await db(db.redis.ping())
    for task in tasks:
        task.cancel()
    done, pending = await asyncio.wait(tasks, timeout=2)
    for task in pending:
        task.cancel()
    await db.close()
    server.stop()
    assert len(done) == 8
