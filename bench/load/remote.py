"""The load generator in its own process, seen from the process that conducts a run."""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Self

from bench.load import text
from bench.load.measure import Tally

ROOT = Path(__file__).resolve().parents[2]


class GeneratorFault(RuntimeError):
    """The generator could not do what it was asked for, or has died."""


class Generator:
    """A running generator; commands may overlap. `python` runs it, on the given cores."""

    def __init__(self, python: str, cores: Sequence[int] = ()) -> None:
        self._python = python
        self._cores = tuple(cores)
        self._process: asyncio.subprocess.Process | None = None
        self._asked: dict[int, asyncio.Future[Any]] = {}
        self._number = 0
        self._listening: asyncio.Task[None] | None = None
        self.url = ""

    async def __aenter__(self) -> Self:
        self._process = await asyncio.create_subprocess_exec(
            self._python, "-m", "bench.load", cwd=ROOT, stdin=-1, stdout=-1, limit=2**26
        )
        if self._cores and set(self._cores) <= os.sched_getaffinity(0):
            os.sched_setaffinity(self._process.pid, self._cores)
        self._listening = asyncio.create_task(self._listen())
        self.url = str((await self.ask("api"))["url"])
        return self

    async def __aexit__(self, *exc: object) -> None:
        assert self._process is not None
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()
        await self._process.wait()
        if self._listening is not None:
            self._listening.cancel()

    @property
    def pid(self) -> int:
        """The process."""
        assert self._process is not None
        return self._process.pid

    async def ask(self, do: str, **given: Any) -> Any:
        """Give a command and wait for its answer; raises `GeneratorFault`."""
        assert self._process is not None
        assert self._process.stdin is not None
        self._number += 1
        answer = self._asked[self._number] = asyncio.get_running_loop().create_future()
        self._process.stdin.write(text.write({"id": self._number, "do": do, **given}) + b"\n")
        return await answer

    async def run(self, do: str, **given: Any) -> Tally:
        """Give a command whose answer is a tally."""
        return Tally(**await self.ask(do, **given))

    async def _listen(self) -> None:
        assert self._process is not None
        assert self._process.stdout is not None
        while line := await self._process.stdout.readline():
            answer = text.read(line)
            future = self._asked.pop(answer["id"])
            if "fault" in answer:
                future.set_exception(GeneratorFault(answer["fault"]))
            else:
                future.set_result(answer["ok"])
        for future in self._asked.values():
            future.set_exception(GeneratorFault("the load generator has ended"))
