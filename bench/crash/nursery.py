"""A fork server: imports everything once, then a process of Wegwijs is a fork away.

It reads one spec per line and answers with the child's process id. It has no event loop and no threads, so a
fork of it is clean. When its input ends it ends, and its children with it.
"""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import sys

from bench.crash.instance import Words
from bench.crash.parent import die_with_parent
from bench.crash.process import Spec, read_spec, run

LANGUAGES = ("en", "nl")


def main() -> None:
    """Fork a child per line until the input ends."""
    die_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    words = Words()
    for language in LANGUAGES:
        words.catalogues.of(language)
    gc.freeze()
    print("ready", flush=True)
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            _live(read_spec(line), words)
        print(child, flush=True)


def _live(spec: Spec, words: Words) -> None:
    code = 1
    try:
        die_with_parent()
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.close(0)
        run(spec, words)
        code = 0
    finally:
        os._exit(code)


class Nursery:
    """The campaign's end of it."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self._turn = asyncio.Lock()

    @classmethod
    async def open(cls) -> Nursery:
        """Start it, and wait until everything is imported."""
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bench.crash.nursery",
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        assert process.stdout is not None
        if (await process.stdout.readline()).strip() != b"ready":
            raise RuntimeError("the nursery does not start")
        return cls(process)

    async def fork(self, spec: Spec) -> int:
        """Start a process; answers its id."""
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None
        assert stdout is not None
        async with self._turn:
            stdin.write(spec.text().encode() + b"\n")
            return int(await stdout.readline())

    async def close(self) -> None:
        """End it and whatever it still has."""
        if self._process.returncode is None:
            assert self._process.stdin is not None
            self._process.stdin.close()
            await self._process.wait()


if __name__ == "__main__":
    main()
