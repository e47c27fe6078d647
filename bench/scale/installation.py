"""A folder with all that `python -m bot serve` needs, and the processes that are started on it."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from bench.load.botapi import BotApi
from bench.load.values import Call
from bot.sandbox.town import tenant_text
from bot.settings import make_master_key
from bot.store.embedded import EmbeddedServer, die_with_parent
from bot.tenant import Tenant, read_tenant

ROOT = Path(__file__).resolve().parents[2]
NOBODY = "http://127.0.0.1:1"
"""An address where nobody listens: case systems are not part of these measurements."""
TOWN = "waterveen"


def free_port() -> int:
    """A port that is free now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Installation:
    """Store, tenant files and master key below one folder. `tenants` are made from the example town's."""

    folder: Path
    count: int = 1
    extra: tuple[str, ...] = ()
    fsync: str = "always"
    server: EmbeddedServer = field(init=False)
    _processes: list[subprocess.Popen[bytes]] = field(default_factory=list, init=False, repr=False)

    def __enter__(self) -> Installation:
        self.files.mkdir(parents=True)
        for number in range(self.count):
            name = TOWN if self.count == 1 else f"{TOWN}-{number:03d}"
            text = tenant_text(TOWN, NOBODY).replace(f'id = "{TOWN}"', f'id = "{name}"')
            text = text.replace('token = "7100000001:', f'token = "{7_100_000_001 + number}:')
            (self.files / f"{name}.toml").write_text(text, encoding="utf-8")
        make_master_key(self.key)
        self.server = EmbeddedServer(self.folder / "store", self.fsync, self.extra).start()
        return self

    def __exit__(self, *exc: object) -> None:
        for process in self._processes:
            with suppress(ProcessLookupError):
                process.kill()
            process.wait()
        self.server.stop()

    @property
    def files(self) -> Path:
        """The folder of tenant files."""
        return self.folder / "tenants"

    @property
    def key(self) -> Path:
        """The master key."""
        return self.folder / "master.key"

    @property
    def tenants(self) -> tuple[Tenant, ...]:
        """The municipalities."""
        return tuple(read_tenant(file) for file in sorted(self.files.glob("*.toml")))

    def environment(self, bot_api: str, port: int, name: str = "bench", **more: str) -> dict[str, str]:
        """The settings of one process."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith("WEGWIJS_") and k != "REDIS_URL"}
        return {
            **kept,
            "PYTHONUNBUFFERED": "1",
            "REDIS_URL": self.server.url,
            "WEGWIJS_TENANTS": str(self.files),
            "WEGWIJS_MASTER_KEY_FILE": str(self.key),
            "WEGWIJS_PUBLIC_URL": f"http://127.0.0.1:{port}",
            "WEGWIJS_BOT_API": bot_api,
            "WEGWIJS_DATA": str(self.folder / "data"),
            "WEGWIJS_PORT": str(port),
            "WEGWIJS_NAME": name,
            **more,
        }

    def run(
        self, words: list[str], environment: dict[str, str], core: int | None = None
    ) -> subprocess.Popen[bytes]:
        """Start a process of ours, on one core where it is named; it ends with us."""
        with (self.folder / "serve.log").open("ab") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", *words],
                cwd=ROOT,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                preexec_fn=die_with_parent(),
            )
        if core is not None and core in os.sched_getaffinity(0):
            os.sched_setaffinity(process.pid, {core})
        self._processes.append(process)
        return process

    def end(self, process: subprocess.Popen[bytes], *, kill: bool = False) -> None:
        """Ask a process to end, or kill it at once."""
        process.send_signal(signal.SIGKILL if kill else signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        self._processes.remove(process)

    def words(self) -> str:
        """The last words of the processes, for a fault's message."""
        file = self.folder / "serve.log"
        return file.read_text(errors="replace")[-1500:] if file.exists() else ""


async def listening(port: int, seconds: float = 30.0) -> None:
    """Wait until somebody listens on this port; raises `TimeoutError`."""
    async with asyncio.timeout(seconds):
        while True:
            with suppress(OSError):
                _, writer = await asyncio.open_connection("127.0.0.1", port)
                writer.close()
                return
            await asyncio.sleep(0.02)


async def hooked(api: BotApi, tokens: Sequence[str], seconds: float = 30.0) -> None:
    """Wait until these bots have set their webhooks; raises `TimeoutError`."""
    heard = asyncio.Event()

    def hear(call: Call) -> None:
        if call.method == "setWebhook":
            heard.set()

    api.listeners.append(hear)
    try:
        async with asyncio.timeout(seconds):
            while not set(tokens) <= api.webhooks.keys():
                await heard.wait()
                heard.clear()
    finally:
        api.listeners.remove(hear)
