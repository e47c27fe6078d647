"""The candidates, and a candidate that runs: pinned to its core, measured from outside, killed if asked."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.load.remote import ROOT, Generator
from bench.scale.installation import free_port
from bench.scale.machine import cpu, rss
from bot.store.embedded import die_with_parent

PEERS_PYTHON = ROOT / ".venv-peers" / "bin" / "python"
BOT_CORE, LOAD_CORE = 0, 1
TOWN_WALK = {
    "start": "home.home/lessons/",
    "route": (
        ("home.home/lessons/", "lessons.week/day/"),
        ("lessons.week/day/", "lessons.day/item/"),
        ("lessons.day/item/", "lessons.lesson/"),
        ("lessons.lesson/back/", "lessons.day/item/"),
        ("lessons.day/home/", "home.home/plan/"),
        ("home.home/plan/", "plan.overview/"),
        ("plan.overview/home/", "home.home/tasks/"),
        ("home.home/tasks/", "tasks.list/"),
        ("tasks.list/home/", "home.home/lessons/"),
    ),
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A bot of the comparison. `program` is a file of `bench/peers`, or "menu" or "town" of
    Wegwijs (`ours`)."""

    name: str
    title: str
    program: str
    fsync: str = "everysec"
    ours: bool = False
    walk: Mapping[str, Any] | None = None


MENU = Candidate("menu", "**Wegwijs**, menu, `always`", "menu", "always", True)
MENU_SECOND = Candidate("menu-everysec", "Wegwijs, menu, `everysec`", "menu", "everysec", True)
MENU_NEVER = Candidate("menu-never", "Wegwijs, menu, no append-only file", "menu", "never", True)
TOWN = Candidate("town", "Wegwijs, its real dialogs, `always`", "town", "always", True, TOWN_WALK)
FLOOR = Candidate("floor", "floor: aiohttp, orjson, a pipeline (not durable)", "floor.py")
AIOGRAM = Candidate("aiogram", "aiogram, RedisStorage", "aiogram_fsm.py")
DIALOGS = Candidate("aiogram_dialog", "aiogram, aiogram_dialog", "aiogram_dialogs.py")
PTB = Candidate("ptb", "python-telegram-bot, ConversationHandler, httpx", "ptb.py")
CANDIDATES = (MENU, MENU_SECOND, MENU_NEVER, TOWN, FLOOR, AIOGRAM, DIALOGS, PTB)


class Running:
    """A candidate's process, with its port and token; `environment` is what it starts with."""

    def __init__(self, candidate: Candidate, token: str, environment: Mapping[str, str], log: Path) -> None:
        self.candidate = candidate
        self.token = token
        self.port = int(environment["PORT"])
        self._environment = dict(environment)
        self._log = log
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        """The process."""
        assert self._process is not None
        return self._process.pid

    @property
    def cpu(self) -> float:
        """Its processor seconds so far."""
        return cpu(self.pid)

    @property
    def rss(self) -> float:
        """Its resident memory in MB."""
        return rss(self.pid)

    def launch(self) -> None:
        """Start the process on the bots' core."""
        program = self.candidate.program
        words = (
            [sys.executable, "-m", "bench.speed.entrant", program]
            if self.candidate.ours
            else [str(PEERS_PYTHON), f"bench/peers/{program}"]
        )
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                words,
                cwd=ROOT,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                preexec_fn=die_with_parent(),
            )
        if BOT_CORE in os.sched_getaffinity(0):
            os.sched_setaffinity(self._process.pid, {BOT_CORE})

    async def start(self, generator: Generator, seconds: float = 40.0) -> None:
        """Start, and wait until the bot has set its webhook and listens."""
        self.launch()
        try:
            async with asyncio.timeout(seconds):
                while not (await generator.ask("hooked", token=self.token) and await _listens(self.port)):
                    if self._process is not None and self._process.poll() is not None:
                        raise RuntimeError(f"{self.candidate.name} has ended: {self.words()}")
                    await asyncio.sleep(0.05)
        except TimeoutError as late:
            raise RuntimeError(f"{self.candidate.name} does not start: {self.words()}") from late

    async def listening(self, seconds: float = 40.0) -> None:
        """Wait until the bot listens."""
        async with asyncio.timeout(seconds):
            while not await _listens(self.port):  # noqa: ASYNC110 (another process)
                await asyncio.sleep(0.02)

    def kill(self) -> None:
        """Kill -9."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    async def stop(self, generator: Generator) -> None:
        """End the process and forget its phones."""
        await generator.ask("forget", token=self.token)
        if self._process is None:
            return
        self._process.send_signal(signal.SIGTERM)
        for _ in range(60):
            if self._process.poll() is not None:
                break
            await asyncio.sleep(0.05)
        self.kill()
        self._process = None

    def words(self) -> str:
        """The last words of the process."""
        return self._log.read_text(errors="replace")[-1500:] if self._log.exists() else ""


async def _listens(port: int) -> bool:
    try:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return False
    writer.close()
    return True


def peer_environment(token: str, bot_api: str, socket: Path) -> dict[str, str]:
    """What a peer starts with."""
    return {
        **os.environ,
        "TOKEN": token,
        "SECRET": "bench-secret",
        "BOT_API": bot_api,
        "PORT": str(free_port()),
        "STORE": str(socket),
    }
