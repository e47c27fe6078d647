"""A process of its own for cells: one that hangs or leaks harms no other."""

from __future__ import annotations

import asyncio
import signal

from bench.matrix.cell import Outcome
from bench.matrix.cells import chosen
from bench.matrix.play import played


def play_one(name: str, seed: int) -> Outcome:
    """Play a cell by its name."""
    return asyncio.run(played(chosen((name,))[0], seed))


def quietly() -> None:
    """Ctrl-C is for the parent, which ends its children."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
