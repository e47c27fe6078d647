"""Processes of Wegwijs under load: started, killed, frozen and asked to end."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import sys
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from bench.crash.nursery import Nursery
from bench.crash.process import Spec
from bench.crash.surroundings import Surroundings, free_socket

PLAN = (("web", 2), ("worker", 3), ("sender", 2), ("writer", 1), ("scheduler", 1))
WEIGHTS = {"web": 3, "worker": 3, "sender": 3, "writer": 2, "scheduler": 1}
GRACE = 10.0
BEAT = 0.02


@dataclass
class Process:
    """One name of the fleet, and the process that bears it now."""

    name: str
    role: str
    port: int
    pid: int = 0
    generation: int = 0
    frozen: bool = False
    starting: asyncio.subprocess.Process | None = None

    @property
    def caller(self) -> str:
        """How the witness knows the present process."""
        return f"{self.name}.{self.generation}"


@dataclass
class Fleet:
    """All processes. `ended` says how each of them ended, by caller."""

    around: Surroundings
    nursery: Nursery
    rng: random.Random
    processes: list[Process] = field(default_factory=list)
    ended: dict[str, str] = field(default_factory=dict)
    died: list[str] = field(default_factory=list)
    kills: Counter[str] = field(default_factory=Counter)
    full_starts: int = 0
    freezes: int = 0
    restarts: int = 0
    _full: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Start everybody."""
        self.logs.mkdir(exist_ok=True)
        for role, count in PLAN:
            for number in range(1, count + 1):
                port = _free_port() if role == "web" else 0
                self.processes.append(Process(f"{role}-{number}", role, port))
        for one in self.processes:
            await self._begin(one)

    @property
    def logs(self) -> Path:
        """Where the processes' last words are."""
        return self.around.folder / "logs"

    @property
    def ports(self) -> list[int]:
        """Where webhooks may be brought."""
        return [one.port for one in self.processes if one.port]

    def choose(self) -> Process:
        """Somebody to be killed: those with more to lose more often."""
        alive = [one for one in self.processes if not one.frozen]
        return self.rng.choices(alive, [WEIGHTS[one.role] for one in alive])[0]

    def kill(self, one: Process) -> None:
        """SIGKILL."""
        try:
            os.kill(one.pid, signal.SIGKILL)
        except ProcessLookupError:
            self.died.append(one.caller)
        self.ended[one.caller] = "killed"
        self.kills[one.role] += 1

    async def again(self, one: Process, *, full: bool = False) -> None:
        """Start again under the same name, by fork or as a fresh interpreter, once the old one is gone."""
        while _alive(one.pid):  # noqa: ASYNC110 - a process that is no child of ours tells nobody
            await asyncio.sleep(0.002)
        await self._begin(one, full=full)

    async def freeze(self, one: Process, seconds: float) -> None:
        """SIGSTOP, and SIGCONT after some seconds: it wakes and believes that nothing happened."""
        one.frozen = True
        os.kill(one.pid, signal.SIGSTOP)
        self.ended[one.caller] = "frozen"
        self.freezes += 1
        await asyncio.sleep(seconds)
        os.kill(one.pid, signal.SIGCONT)
        one.frozen = False

    async def roll(self) -> list[str]:
        """Restart one after the other by SIGTERM; names those that did not end in time."""
        late = []
        for one in self.processes:
            if not one.frozen and not await self._ends(one):
                late.append(one.caller)
            if not one.frozen:
                self.restarts += 1
                await self._begin(one)
        return late

    async def stop(self) -> list[str]:
        """End everybody by SIGTERM; names those that did not end in time."""
        ended = await asyncio.gather(*(self._ends(one) for one in self.processes))
        return [one.caller for one, ok in zip(self.processes, ended, strict=True) if not ok]

    async def _ends(self, one: Process) -> bool:
        caller, pid = one.caller, one.pid
        self.ended.setdefault(caller, "stopped")
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGTERM)
        try:
            async with asyncio.timeout(GRACE):
                while _alive(pid):  # noqa: ASYNC110 - a process that is no child of ours tells nobody
                    await asyncio.sleep(BEAT)
        except TimeoutError:
            os.kill(pid, signal.SIGKILL)
            self.ended[caller] = "killed"
            return False
        return True

    @property
    def full_start_runs(self) -> bool:
        """Whether the newest fresh interpreter is still alive: one at a time is enough for two cores."""
        return self._full is not None and self._full.returncode is None

    async def _begin(self, one: Process, *, full: bool = False) -> None:
        one.generation += 1
        spec = self._spec(one)
        if full:
            self._full = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bench.crash.process", spec.text()
            )
            one.pid = self._full.pid
            self.full_starts += 1
        else:
            one.pid = await self.nursery.fork(spec)

    def _spec(self, one: Process) -> Spec:
        around = self.around
        return Spec(
            name=one.name,
            caller=one.caller,
            roles=(one.role,),
            settings=around.settings_of(one.caller).model_dump_json(),
            url=around.server.url,
            origin=around.clock.origin,
            port=one.port,
            log=str(self.logs / f"{one.name}.log"),
        )


def _free_port() -> int:
    with free_socket() as found:
        return int(found.getsockname()[1])


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    with suppress(OSError):
        # A fresh interpreter is our child: it stays as a zombie until the loop has reaped it.
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()[0] != "Z"
    return False
