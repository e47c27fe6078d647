"""Numbered failpoints: every crossing of an I/O boundary, and what happens at the one that is armed.

A kill throws the memory of the whole instance away: its tasks are cancelled, and what still runs of it cannot
cross a boundary any more. A freeze is what SIGSTOP does: everything stops at its next boundary, and goes on
when `thaw` is called.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Shot:
    """Where an instance dies or freezes: at the `nth` crossing of this point from now on."""

    point: str
    nth: int = 1
    freeze: bool = False


@dataclass
class Points:
    """The boundaries of one instance."""

    crossed: Counter[str] = field(default_factory=Counter)
    fired: asyncio.Event = field(default_factory=asyncio.Event)
    dead: bool = False
    woken: bool = False
    _shot: Shot | None = None
    _left: int = 0
    _frozen: asyncio.Event | None = None

    def arm(self, shot: Shot) -> None:
        """Fire at this crossing."""
        self._shot, self._left = shot, shot.nth

    def disarm(self) -> None:
        """Fire nowhere."""
        self._shot = None

    def thaw(self) -> None:
        """Let a frozen instance go on."""
        if self._frozen is not None:
            self.woken = True
            self._frozen.set()
            self._frozen = None

    async def reach(self, point: str) -> None:
        """Cross a boundary, or end here."""
        if self.dead:
            raise asyncio.CancelledError
        self.crossed[point] += 1
        if self._shot is not None and self._shot.point == point:
            self._left -= 1
            if self._left == 0:
                self._fire(self._shot)
        if self._frozen is not None:
            await self._frozen.wait()
        if self.dead:
            raise asyncio.CancelledError

    def _fire(self, shot: Shot) -> None:
        self._shot = None
        if shot.freeze:
            self._frozen = asyncio.Event()
        else:
            self.dead = True
        self.fired.set()
