"""Real processes beside the campaign: started fresh, frozen, ended, and gone when the campaign is gone."""

from __future__ import annotations

import asyncio
import ctypes
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.process import BaseProcess
from typing import Any

_SPAWN = multiprocessing.get_context("spawn")
_PR_SET_PDEATHSIG = 1


def begin(parent: int) -> None:
    """In a child: die with the parent, leave Ctrl-C to it, say nothing."""
    from bench.order.site import quiet_logs

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        sys.exit(1)
    quiet_logs()


@dataclass
class Children:
    """Processes of one campaign."""

    _running: list[BaseProcess] = field(default_factory=list)

    def start(self, target: Callable[..., None], *args: Any) -> BaseProcess:
        """Start `target(parent, *args)` in a fresh process; it must call `begin` first."""
        child = _SPAWN.Process(target=target, args=(os.getpid(), *args), daemon=True)
        child.start()
        self._running.append(child)
        return child

    def check(self) -> None:
        """Raise `RuntimeError` where a child ended by itself."""
        for child in self._running:
            if child.exitcode is not None:
                raise RuntimeError(f"a process of the campaign ended by itself ({child.exitcode})")

    async def freeze(self, child: BaseProcess, seconds: float) -> None:
        """Stop a process in the middle of whatever it does, and let it go on later."""
        assert child.pid is not None
        os.kill(child.pid, signal.SIGSTOP)
        try:
            await asyncio.sleep(seconds)
        finally:
            with suppress(ProcessLookupError):
                os.kill(child.pid, signal.SIGCONT)

    def stop(self) -> None:
        """End all of them."""
        for child in self._running:
            child.kill()
        for child in self._running:
            child.join(5)
        self._running.clear()
