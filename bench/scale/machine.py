"""What a process takes of the machine, read from /proc."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")
MB = 2**20
CALM = 0.03
"""Share of a core below which a process is at rest."""


def rss(pid: int | None = None) -> float:
    """Resident memory in MB (2^20 bytes), as `ps` and containers count it."""
    pages = int(Path(f"/proc/{pid or os.getpid()}/statm").read_text().split()[1])
    return pages * PAGE / MB


def cpu(pid: int | None = None) -> float:
    """Seconds of processor time so far."""
    fields = Path(f"/proc/{pid or os.getpid()}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


async def at_rest(pid: int, seconds: float = 60.0) -> None:
    """Wait until the process has nothing to do, at most so long; raises `TimeoutError`."""
    async with asyncio.timeout(seconds):
        calm = 0
        while calm < 3:
            before = cpu(pid)
            await asyncio.sleep(1.0)
            calm = calm + 1 if cpu(pid) - before < CALM else 0
